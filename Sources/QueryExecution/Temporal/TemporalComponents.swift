import GraphModel

/// `value.year`, `value.offset`, `duration.monthsOfYear`: the parts that a query can ask of.
enum TemporalComponents {
    static func component(_ key: String, of value: Value) throws(EvaluationError) -> Value {
        let found: Value? =
            if case .duration(let duration) = value {
                number(key, of: duration).map { .integer(Int64($0)) }
            } else if let parts = TemporalParts(value) {
                part(key, of: parts, value)
            } else {
                nil
            }
        guard let found else { throw .noComponent(key, value) }
        return found
    }

    private static func part(_ key: String, of parts: TemporalParts, _ value: Value) -> Value? {
        if let number = parts.date.flatMap({ number(key, of: $0) })
            ?? parts.time.flatMap({ number(key, of: $0) })
        {
            return .integer(Int64(number))
        }
        guard let offset = parts.offset else { return nil }
        switch key {
        case "timezone": return .string(parts.zone ?? "\(offset)")
        case "offset": return .string("\(offset)")
        case "offsetMinutes": return .integer(Int64(offset.seconds / 60))
        case "offsetSeconds": return .integer(Int64(offset.seconds))
        default: break
        }
        guard case .dateTime(let moment) = value else { return nil }
        switch key {
        case "epochSeconds": return .integer(Int64(moment.epochSeconds))
        case "epochMillis":
            let millis = moment.epochSeconds.multipliedReportingOverflow(by: 1000)
            return millis.overflow
                ? nil
                : .integer(Int64(millis.partialValue + moment.local.time.nanosecond / 1_000_000))
        default: return nil
        }
    }

    private static func number(_ key: String, of date: CalendarDate) -> Int? {
        switch key {
        case "year": date.year
        case "quarter": date.quarter
        case "month": date.month
        case "week": date.week.week
        case "weekYear": date.week.year
        case "day": date.day
        case "ordinalDay": date.ordinalDay
        case "weekDay", "dayOfWeek": date.dayOfWeek
        case "dayOfQuarter": date.dayOfQuarter
        default: nil
        }
    }

    private static func number(_ key: String, of time: LocalTime) -> Int? {
        switch key {
        case "hour": time.hour
        case "minute": time.minute
        case "second": time.second
        case "millisecond": time.nanosecond / 1_000_000
        case "microsecond": time.nanosecond / 1000
        case "nanosecond": time.nanosecond
        default: nil
        }
    }

    private static func number(_ key: String, of duration: CalendarDuration) -> Int? {
        let (months, days) = (duration.months, duration.days)
        let (seconds, rest) = (duration.seconds, duration.nanoseconds)
        switch key {
        case "years": return months / 12
        case "quarters": return months / 3
        case "months": return months
        case "weeks": return days / 7
        case "days": return days
        case "hours": return seconds / 3600
        case "minutes": return seconds / 60
        case "seconds": return seconds
        case "milliseconds": return scaled(seconds, 1000, rest / 1_000_000)
        case "microseconds": return scaled(seconds, 1_000_000, rest / 1000)
        case "nanoseconds": return scaled(seconds, 1_000_000_000, rest)
        case "quartersOfYear": return months / 3 % 4
        case "monthsOfQuarter": return months % 3
        case "monthsOfYear": return months % 12
        case "daysOfWeek": return days % 7
        case "minutesOfHour": return seconds / 60 % 60
        case "secondsOfMinute": return seconds % 60
        case "millisecondsOfSecond": return rest / 1_000_000
        case "microsecondsOfSecond": return rest / 1000
        case "nanosecondsOfSecond": return rest
        default: return nil
        }
    }

    private static func scaled(_ seconds: Int, _ size: Int, _ rest: Int) -> Int? {
        let (product, isOver) = seconds.multipliedReportingOverflow(by: size)
        let (sum, isLarger) = product.addingReportingOverflow(rest)
        return isOver || isLarger ? nil : sum
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func noComponent(_ key: String, _ value: Value) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "\(value.kindName) has no '\(key)', or none that fits into 64 bits")
    }
}
