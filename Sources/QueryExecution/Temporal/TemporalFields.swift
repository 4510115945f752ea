import GraphModel

/// The map that a date or time is made of: `{year: 1984, week: 10, timezone: '+01:00'}`.
struct TemporalFields {
    let entries: [String: Value]
    /// Named in messages.
    let function: String

    static let ofDate = [
        "year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay",
    ]
    static let ofTime = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]
    private static let others = [
        "date", "time", "datetime", "timezone", "epochSeconds", "epochMillis",
    ]

    init(_ entries: [String: Value], of function: String) throws(EvaluationError) {
        self.entries = entries
        self.function = function
        for key in entries.keys.sorted()
        where !Self.ofDate.contains(key) && !Self.ofTime.contains(key)
            && !Self.others.contains(key)
        {
            throw .unknownField(key, function)
        }
    }

    func integer(_ key: String) throws(EvaluationError) -> Int? {
        guard let value = entries[key] else { return nil }
        guard case .integer(let integer) = value else { throw .noInteger(value, key, function) }
        return Int(integer)
    }

    func zone() throws(EvaluationError) -> TimeZoneChoice? {
        guard let value = entries["timezone"] else { return nil }
        return try TimeZoneChoice(Arguments.string(value, of: function))
    }

    /// What `date`, `time` and `datetime` give to start from.
    func base() throws(EvaluationError) -> TemporalParts {
        var base = TemporalParts()
        if let parts = try parts("datetime") { base = parts }
        if let parts = try parts("date") { base.date = parts.date }
        if let parts = try parts("time") {
            (base.time, base.offset, base.zone) = (parts.time, parts.offset, parts.zone)
        }
        return base
    }

    private func parts(_ key: String) throws(EvaluationError) -> TemporalParts? {
        guard let value = entries[key] else { return nil }
        guard let parts = TemporalParts(value), key == "time" || parts.date != nil,
            key == "date" || parts.time != nil
        else {
            throw .argument(value, of: function, expecting: "a \(key) as '\(key)'")
        }
        return parts
    }

    // MARK: Date

    /// A date by the calendar, by week, by quarter or by the day of the year.
    func date(from base: CalendarDate?) throws(EvaluationError) -> CalendarDate {
        let ways =
            [["month", "day"], ["week", "dayOfWeek"], ["quarter", "dayOfQuarter"]]
            + [["ordinalDay"]]
        let used = ways.filter { $0.contains { entries[$0] != nil } }
        if used.count > 1 {
            throw .mixedFields(used.joined().filter { entries[$0] != nil }, function)
        }
        guard let year = try integer("year") ?? base?.year else {
            throw .missingField("year", function)
        }
        let date: CalendarDate? =
            switch used.first?[0] {
            case "week": try dateByWeek(from: base)
            case "quarter": try dateByQuarter(year, from: base)
            case "ordinalDay":
                CalendarDate(year: year, ordinalDay: try integer("ordinalDay") ?? 1)
            default: try dateByMonth(year, from: base)
            }
        guard let date else { throw .noDate(entries, function) }
        return date
    }

    private func dateByMonth(
        _ year: Int, from base: CalendarDate?
    ) throws(EvaluationError) -> CalendarDate? {
        let month = try part("month", base?.month, before: "day")
        guard (1...12).contains(month) else { return nil }
        // A day that comes from elsewhere is cut to the month's last.
        let length = CalendarDate.length(ofMonth: month, in: year)
        let day = try integer("day") ?? base.map { min($0.day, length) } ?? 1
        return CalendarDate(year: year, month: month, day: day)
    }

    private func dateByWeek(from base: CalendarDate?) throws(EvaluationError) -> CalendarDate? {
        guard let year = try integer("year") ?? base?.week.year else { return nil }
        let week = try part("week", base?.week.week, before: "dayOfWeek")
        let day = try integer("dayOfWeek") ?? base?.dayOfWeek ?? 1
        return CalendarDate(weekYear: year, week: week, dayOfWeek: day)
    }

    private func dateByQuarter(
        _ year: Int, from base: CalendarDate?
    ) throws(EvaluationError) -> CalendarDate? {
        let quarter = try part("quarter", base?.quarter, before: "dayOfQuarter")
        guard (1...4).contains(quarter) else { return nil }
        let length = CalendarDate.length(ofQuarter: quarter, in: year)
        let day =
            try integer("dayOfQuarter") ?? base.map { min($0.dayOfQuarter, length) } ?? 1
        return CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
    }

    // MARK: Time

    func time(from base: LocalTime?) throws(EvaluationError) -> LocalTime {
        let minute = try integer("minute")
        let second = try integer("second")
        let nanosecond = try nanosecond()
        let hour = try part("hour", base?.hour, before: "minute", isThere: base != nil)
        if base == nil {
            if second != nil && minute == nil { throw .missingField("minute", function) }
            if nanosecond != nil && second == nil { throw .missingField("second", function) }
        }
        let time = LocalTime(
            hour: hour, minute: minute ?? base?.minute ?? 0, second: second ?? base?.second ?? 0,
            nanosecond: nanosecond ?? base?.nanosecond ?? 0)
        guard let time else { throw .noTime(entries, function) }
        return time
    }

    /// Milli-, micro- and nanoseconds together; each finer one fills up the coarser one.
    private func nanosecond() throws(EvaluationError) -> Int? {
        let parts = [
            (try integer("millisecond"), 1_000_000), (try integer("microsecond"), 1000),
            (try integer("nanosecond"), 1),
        ]
        var sum: Int?
        var limit = 1_000_000_000
        for (count, size) in parts {
            guard let count else { continue }
            guard count >= 0, count < limit / size else { throw .noTime(entries, function) }
            sum = (sum ?? 0) + count * size
            limit = size
        }
        return sum
    }

    /// A part of which a smaller one was perhaps given: without it, the smaller one means nothing.
    private func part(
        _ key: String, _ base: Int?, before smaller: String, isThere: Bool = false
    ) throws(EvaluationError) -> Int {
        if let value = try integer(key) ?? base { return value }
        if entries[smaller] != nil { throw .missingField(key, function) }
        return key == "hour" ? 0 : 1
    }
}

// MARK: - Wording

extension EvaluationError {
    private static func field(_ message: String) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue", message: message)
    }

    fileprivate static func unknownField(_ key: String, _ function: String) -> EvaluationError {
        field("\(function)() knows no field '\(key)'")
    }

    fileprivate static func noInteger(
        _ value: Value, _ key: String, _ function: String
    ) -> EvaluationError {
        field("\(function)() takes an integer as '\(key)', not \(value.kindName)")
    }

    fileprivate static func missingField(_ key: String, _ function: String) -> EvaluationError {
        field("\(function)() needs '\(key)' beside the other fields")
    }

    fileprivate static func mixedFields(_ keys: [String], _ function: String) -> EvaluationError {
        field("\(function)() cannot join \(keys.joined(separator: ", ")); they tell the day twice")
    }

    fileprivate static func noDate(
        _ entries: [String: Value], _ function: String
    ) -> EvaluationError {
        field("\(function)(): the calendar has no day with \(told(entries, TemporalFields.ofDate))")
    }

    fileprivate static func noTime(
        _ entries: [String: Value], _ function: String
    ) -> EvaluationError {
        field("\(function)(): a day has no time with \(told(entries, TemporalFields.ofTime))")
    }

    private static func told(_ entries: [String: Value], _ keys: [String]) -> String {
        keys.compactMap { key in
            guard case .integer(let integer)? = entries[key] else { return nil }
            return "\(key) \(integer)"
        }.joined(separator: ", ")
    }
}
