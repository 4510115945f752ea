import GraphModel

/// `date.truncate('month', value, {day: 2})` and its kin: what is smaller than the unit goes back
/// to its beginning, and fields then set parts of it anew.
enum Truncation {
    private enum Unit: String, CaseIterable {
        case millennium, century, decade, year, weekYear, quarter, month, week, day
        case hour, minute, second, millisecond, microsecond

        var isOfTime: Bool { nanoseconds != nil }

        /// Of the units within a day.
        var nanoseconds: Int? {
            switch self {
            case .hour: 3_600_000_000_000
            case .minute: 60_000_000_000
            case .second: 1_000_000_000
            case .millisecond: 1_000_000
            case .microsecond: 1000
            case .day: LocalTime.nanosecondsOfDay
            case .millennium, .century, .decade, .year, .weekYear, .quarter, .month, .week: nil
            }
        }
    }

    static func truncate(
        _ type: TemporalType, _ arguments: [Value], _ context: FunctionContext
    ) throws(EvaluationError) -> Value {
        let function = "\(type.rawValue).truncate"
        let unit = try unit(arguments[0], type, function)
        let value =
            arguments.count > 1 ? arguments[1] : try TemporalFunctions.now(type, .utc, context)
        guard var parts = TemporalParts(value) else {
            throw .argument(value, of: function, expecting: "a date or a time")
        }
        parts.date = try parts.date.map {
            (date) throws(EvaluationError) in try start(of: unit, date)
        }
        if let time = parts.time { parts.time = start(of: unit, time) }
        if arguments.count > 2, arguments[2] != .map([:]) {
            try set(&parts, type, unit, arguments[2], function, context)
        }
        return try type.value(parts, of: value)
    }

    private static func set(
        _ parts: inout TemporalParts, _ type: TemporalType, _ unit: Unit, _ map: Value,
        _ function: String, _ context: FunctionContext
    ) throws(EvaluationError) {
        guard case .map(var entries) = map else {
            throw .argument(map, of: function, expecting: "a map")
        }
        if let time = parts.time { keepFraction(time, unit, &entries) }
        let fields = try TemporalFields(entries, of: function)
        if type != .time && type != .localTime, let date = parts.date {
            parts.date = try fields.date(from: date)
        }
        if type != .date { parts.time = try fields.time(from: parts.time ?? .midnight) }
        guard type == .time || type == .datetime, let zone = try fields.zone() else { return }
        // The clock keeps its time: a day begins at midnight in the zone asked for.
        switch zone {
        case .offset(let offset): (parts.offset, parts.zone) = (offset, nil)
        case .named(let name, _):
            parts.offset =
                type == .time ? zone.offset(at: Int(context.statementTime.seconds)) : nil
            parts.zone = name
        }
    }

    /// Nanoseconds after a whole millisecond stand beside it, and do not replace it.
    private static func keepFraction(
        _ time: LocalTime, _ unit: Unit, _ entries: inout [String: Value]
    ) {
        let nanosecond = Int64(time.nanosecond)
        switch unit {
        case .millisecond where entries["microsecond"] != nil || entries["nanosecond"] != nil:
            entries["millisecond"] = entries["millisecond"] ?? .integer(nanosecond / 1_000_000)
        case .microsecond where entries["nanosecond"] != nil:
            entries["microsecond"] = entries["microsecond"] ?? .integer(nanosecond / 1000)
        default: break
        }
    }

    private static func unit(
        _ value: Value, _ type: TemporalType, _ function: String
    ) throws(EvaluationError) -> Unit {
        let name = try Arguments.string(value, of: function)
        let allowed = Unit.allCases.filter {
            switch type {
            case .date: !$0.isOfTime || $0 == .day
            case .time, .localTime: $0.isOfTime
            case .localDateTime, .datetime: true
            }
        }
        guard let unit = allowed.first(where: { $0.rawValue.lowercased() == name.lowercased() })
        else { throw .unknownUnit(name, function, allowed.map(\.rawValue)) }
        return unit
    }

    private static func start(of unit: Unit, _ time: LocalTime) -> LocalTime {
        guard let size = unit.nanoseconds else { return .midnight }
        return LocalTime(wrapping: time.nanoseconds - time.nanoseconds % size)
    }

    private static func start(
        of unit: Unit, _ date: CalendarDate
    ) throws(EvaluationError) -> CalendarDate {
        let (year, month, _) = date.parts
        let start: CalendarDate? =
            switch unit {
            case .millennium: first(year.quotientDown(1000) * 1000)
            case .century: first(year.quotientDown(100) * 100)
            case .decade: first(year.quotientDown(10) * 10)
            case .year: first(year)
            case .weekYear: CalendarDate(weekYear: date.week.year, week: 1, dayOfWeek: 1)
            case .quarter: CalendarDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
            case .month: CalendarDate(year: year, month: month, day: 1)
            case .week: date.adding(days: 1 - date.dayOfWeek)
            case .day, .hour, .minute, .second, .millisecond, .microsecond: date
            }
        guard let start else { throw .beyondCalendar() }
        return start
    }

    private static func first(_ year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: 1, day: 1)
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func unknownUnit(
        _ name: String, _ function: String, _ units: [String]
    ) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "\(function)() knows no unit '\(name)'; "
                + "its units are \(units.joined(separator: ", "))")
    }
}
