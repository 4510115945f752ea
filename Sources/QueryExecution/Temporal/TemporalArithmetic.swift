import GraphModel

/// Durations with dates, times, numbers and each other.
enum TemporalArithmetic {
    /// Nil where the operation does not take the two.
    static func apply(
        _ operation: ValueArithmetic.Operation, _ a: Value, _ b: Value
    ) throws(EvaluationError) -> Value? {
        switch (operation, a, b) {
        case (.add, .duration(let x), .duration(let y)):
            return .duration(try fitting(x.adding(y)))
        case (.subtract, .duration(let x), .duration(let y)):
            return .duration(try fitting(fitting(y.negated).adding(x)))
        case (.add, .duration(let duration), let moment),
            (.add, let moment, .duration(let duration)):
            return try sum(moment, duration)
        case (.subtract, let moment, .duration(let duration)):
            return try sum(moment, fitting(duration.negated))
        case (.multiply, .duration(let duration), .integer(let factor)),
            (.multiply, .integer(let factor), .duration(let duration)):
            return .duration(try fitting(multiple(of: duration, Int(factor))))
        case (.multiply, .duration(let duration), let factor),
            (.multiply, let factor, .duration(let duration)):
            return try product(duration, factor) { $0 * $1 }.map(Value.duration)
        case (.divide, .duration(let duration), let divisor):
            if divisor == .integer(0) || divisor == .float(0) { throw .dividedByZero() }
            return try product(duration, divisor) { $0 / $1 }.map(Value.duration)
        default: return nil
        }
    }

    private static func fitting(
        _ duration: CalendarDuration?
    ) throws(EvaluationError) -> CalendarDuration {
        guard let duration else { throw .largeDuration() }
        return duration
    }

    // MARK: Moments

    /// First the months, then the days, then the seconds. A date passes over what is less than a
    /// day, a time over what is more.
    private static func sum(
        _ moment: Value, _ duration: CalendarDuration
    ) throws(EvaluationError) -> Value? {
        switch moment {
        case .date(let date):
            // Towards zero, so that a date less a duration undoes one with it.
            let borrows = duration.seconds < 0 && duration.nanoseconds > 0
            let seconds = borrows ? duration.seconds + 1 : duration.seconds
            return .date(try sum(date, duration, more: seconds / 86_400))
        case .localTime(let time):
            return .localTime(
                time.adding(seconds: duration.seconds, nanoseconds: duration.nanoseconds))
        case .time(let time):
            let sum = time.time.adding(
                seconds: duration.seconds, nanoseconds: duration.nanoseconds)
            return .time(OffsetTime(sum, time.offset))
        case .localDateTime(let local): return .localDateTime(try sum(local, duration))
        case .dateTime(let moment):
            let zone = try moment.choice()
            let date = try sum(moment.local.date, duration, more: 0)
            let later = try zone.dateTime(
                LocalDateTime(date, moment.local.time), preferring: moment.offset)
            let utc = LocalDateTime(
                seconds: later.epochSeconds, nanosecond: later.local.time.nanosecond)
            guard
                let end = utc?.adding(
                    seconds: duration.seconds, nanoseconds: duration.nanoseconds)
            else { throw .beyondCalendar() }
            return .dateTime(
                try zone.dateTime(at: end.seconds, nanosecond: end.time.nanosecond))
        case .null, .boolean, .integer, .float, .string, .list, .map, .node, .relationship, .path,
            .duration:
            return nil
        }
    }

    private static func sum(
        _ local: LocalDateTime, _ duration: CalendarDuration
    ) throws(EvaluationError) -> LocalDateTime {
        let date = try sum(local.date, duration, more: 0)
        guard
            let end = LocalDateTime(date, local.time).adding(
                seconds: duration.seconds, nanoseconds: duration.nanoseconds)
        else { throw .beyondCalendar() }
        return end
    }

    private static func sum(
        _ date: CalendarDate, _ duration: CalendarDuration, more days: Int
    ) throws(EvaluationError) -> CalendarDate {
        let (all, isOver) = duration.days.addingReportingOverflow(days)
        guard !isOver, let end = date.adding(months: duration.months)?.adding(days: all) else {
            throw .beyondCalendar()
        }
        return end
    }

    // MARK: Numbers

    /// Exact, as fractions of months and days are not.
    private static func multiple(of duration: CalendarDuration, _ factor: Int) -> CalendarDuration?
    {
        let months = duration.months.multipliedReportingOverflow(by: factor)
        let days = duration.days.multipliedReportingOverflow(by: factor)
        let seconds = duration.seconds.multipliedReportingOverflow(by: factor)
        let rest = duration.nanoseconds.multipliedReportingOverflow(by: factor)
        if months.overflow || days.overflow || seconds.overflow || rest.overflow { return nil }
        return CalendarDuration(
            months: months.partialValue, days: days.partialValue, seconds: seconds.partialValue,
            nanoseconds: rest.partialValue)
    }

    /// Each part by itself; what is left of a month goes to the days, and of a day to the seconds.
    private static func product(
        _ duration: CalendarDuration, _ factor: Value, _ combine: (Double, Double) -> Double
    ) throws(EvaluationError) -> CalendarDuration? {
        let number: Double
        switch factor {
        case .integer(let integer): number = Double(integer)
        case .float(let float): number = float
        default: return nil
        }
        var sum = DurationSum()
        let parts: [(Int, DurationSum.Unit)] = [
            (duration.months, .months(1)), (duration.days, .days(1)),
            (duration.seconds, .nanoseconds(1_000_000_000)),
            (duration.nanoseconds, .nanoseconds(1)),
        ]
        for (count, unit) in parts {
            guard let part = DecimalNumber(combine(Double(count), number)) else {
                throw .largeDuration()
            }
            sum.add(part, unit)
        }
        return try fitting(sum.duration)
    }
}

// MARK: - Wording

extension EvaluationError {
    static func largeDuration() -> EvaluationError {
        EvaluationError(
            kind: .arithmeticError, detail: "IntegerOverflow",
            message: "the duration's parts do not fit into 64 bits")
    }

    fileprivate static func dividedByZero() -> EvaluationError {
        EvaluationError(
            kind: .arithmeticError, detail: "DivisionByZero",
            message: "a duration divided by 0 has no result")
    }
}
