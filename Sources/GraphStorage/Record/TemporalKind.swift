import GraphModel

/// Dates, times and durations in the record: text of ISO 8601 beside the name of its kind, so that
/// any SQLite tool can read it.
enum TemporalKind: String {
    case date
    case localTime = "local time"
    case time
    case localDateTime = "local datetime"
    case dateTime = "datetime"
    case duration

    /// Nil for values of other kinds.
    init?(of value: Value) {
        switch value {
        case .date: self = .date
        case .localTime: self = .localTime
        case .time: self = .time
        case .localDateTime: self = .localDateTime
        case .dateTime: self = .dateTime
        case .duration: self = .duration
        case .null, .boolean, .integer, .float, .string, .list, .map, .node, .relationship, .path:
            return nil
        }
    }

    /// Nil where the text is none of the kind.
    func value(of text: String) -> Value? {
        switch self {
        case .date: CalendarDate(text).map(Value.date)
        case .localTime: LocalTime(text).map(Value.localTime)
        case .time: OffsetTime(text).map(Value.time)
        case .localDateTime: LocalDateTime(text).map(Value.localDateTime)
        case .dateTime: ZonedDateTime(text).map(Value.dateTime)
        case .duration: CalendarDuration(text).map(Value.duration)
        }
    }
}
