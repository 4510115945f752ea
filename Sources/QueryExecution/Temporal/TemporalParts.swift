import GraphModel

/// What a value has of a date, a time and a zone.
struct TemporalParts {
    var date: CalendarDate?
    var time: LocalTime?
    var offset: UTCOffset?
    var zone: String?

    /// Nil of other values, and of durations.
    init?(_ value: Value) {
        switch value {
        case .date(let date): self.date = date
        case .localTime(let time): self.time = time
        case .time(let time): (self.time, offset) = (time.time, time.offset)
        case .localDateTime(let local): (date, time) = (local.date, local.time)
        case .dateTime(let moment):
            (date, time) = (moment.local.date, moment.local.time)
            (offset, zone) = (moment.offset, moment.zone)
        case .null, .boolean, .integer, .float, .string, .list, .map, .node, .relationship, .path,
            .duration:
            return nil
        }
    }

    init() {}

    func choice() throws(EvaluationError) -> TimeZoneChoice? {
        if let zone { return try TimeZoneChoice(zone) }
        return offset.map(TimeZoneChoice.offset)
    }
}

/// The kinds of dates and times, by the names of their functions.
enum TemporalType: String, CaseIterable {
    case date, time, datetime
    case localTime = "localtime"
    case localDateTime = "localdatetime"

    /// A value of the kind from parts of another, midnight and UTC where they have none.
    func value(_ parts: TemporalParts, of value: Value) throws(EvaluationError) -> Value {
        switch self {
        case .date:
            if let date = parts.date { return .date(date) }
        case .localTime:
            if let time = parts.time { return .localTime(time) }
        case .time:
            if let time = parts.time { return .time(OffsetTime(time, parts.offset ?? .utc)) }
        case .localDateTime:
            if let date = parts.date {
                return .localDateTime(LocalDateTime(date, parts.time ?? .midnight))
            }
        case .datetime:
            if let date = parts.date {
                let local = LocalDateTime(date, parts.time ?? .midnight)
                let zone = try parts.choice() ?? .utc
                return .dateTime(try zone.dateTime(local, preferring: parts.offset))
            }
        }
        throw .argument(
            value, of: rawValue,
            expecting: self == .time || self == .localTime
                ? "a value with a time" : "a value with a date")
    }

    /// A value of the kind from its text.
    func value(_ text: String) throws(EvaluationError) -> Value {
        let value: Value? =
            switch self {
            case .date: CalendarDate(text).map(Value.date)
            case .localTime: LocalTime(text).map(Value.localTime)
            case .time: OffsetTime(text).map(Value.time)
            case .localDateTime: LocalDateTime(text).map(Value.localDateTime)
            case .datetime: try Self.dateTime(text).map(Value.dateTime)
            }
        guard let value else { throw .unreadable(text, self) }
        return value
    }

    private static func dateTime(_ text: String) throws(EvaluationError) -> ZonedDateTime? {
        guard let parts = DateTimeText(text) else { return nil }
        guard let zone = parts.zone else {
            return ZonedDateTime(parts.local, parts.offset ?? .utc)
        }
        let moment = try TimeZoneChoice(zone).dateTime(parts.local, preferring: parts.offset)
        if let offset = parts.offset, offset != moment.offset {
            throw .otherOffset(text, moment)
        }
        return moment
    }

    fileprivate var example: String {
        switch self {
        case .date: "2015-07-21"
        case .localTime: "21:40:32"
        case .time: "21:40:32+01:00"
        case .localDateTime: "2015-07-21T21:40:32"
        case .datetime: "2015-07-21T21:40:32+01:00"
        }
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func unreadable(_ text: String, _ type: TemporalType) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "\(type.rawValue)() cannot read '\(text)'; "
                + "write it as ISO 8601 does: '\(type.example)'")
    }

    fileprivate static func otherOffset(_ text: String, _ moment: ZonedDateTime) -> EvaluationError
    {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "the offset of '\(text)' is not that of the zone, "
                + "which was \(moment.offset) then")
    }
}
