import GraphModel

/// `duration()` and the durations between two moments.
enum DurationFunctions {
    static let all: [ScalarFunction] = [
        .strict("duration", 1...1) { (arguments, _) throws(EvaluationError) in
            switch arguments[0] {
            case .duration: return arguments[0]
            case .string(let text):
                guard let duration = CalendarDuration(text) else { throw .noDuration(text) }
                return .duration(duration)
            case .map(let entries): return .duration(try duration(of: entries))
            default:
                throw .argument(arguments[0], of: "duration", expecting: "a string or a map")
            }
        },
        between("between") { (span) throws(EvaluationError) in try span.parts() },
        between("inMonths") { (span) throws(EvaluationError) in
            CalendarDuration(months: span.months(), days: 0, seconds: 0)
        },
        between("inDays") { (span) throws(EvaluationError) in
            CalendarDuration(months: 0, days: span.days(), seconds: 0)
        },
        between("inSeconds") { (span) throws(EvaluationError) in try span.seconds() },
    ]

    private static func between(
        _ name: String,
        _ measure: @escaping @Sendable (TimeSpan) throws(EvaluationError) -> CalendarDuration
    ) -> ScalarFunction {
        .strict("duration.\(name)", 2...2) { (arguments, _) throws(EvaluationError) in
            for argument in arguments where TemporalParts(argument) == nil {
                throw .argument(
                    argument, of: "duration.\(name)", expecting: "a date or a time")
            }
            guard let from = TemporalParts(arguments[0]), let to = TemporalParts(arguments[1])
            else { return .null }
            return .duration(try measure(TimeSpan(from: from, to: to)))
        }
    }

    private static let units: [String: DurationSum.Unit] = [
        "years": .months(12), "quarters": .months(3), "months": .months(1), "weeks": .days(7),
        "days": .days(1), "hours": .nanoseconds(3_600_000_000_000),
        "minutes": .nanoseconds(60_000_000_000), "seconds": .nanoseconds(1_000_000_000),
        "milliseconds": .nanoseconds(1_000_000), "microseconds": .nanoseconds(1000),
        "nanoseconds": .nanoseconds(1),
    ]

    private static func duration(
        of entries: [String: Value]
    ) throws(EvaluationError) -> CalendarDuration {
        var sum = DurationSum()
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            guard let unit = units[key] else { throw .unknownUnit(key) }
            let number: DecimalNumber? =
                switch value {
                case .integer(let integer): DecimalNumber(Int(integer))
                case .float(let float): DecimalNumber(float)
                default: throw .argument(value, of: "duration", expecting: "a number as '\(key)'")
                }
            guard let number else { throw .largeDuration() }
            sum.add(number, unit)
        }
        guard let duration = sum.duration else { throw .largeDuration() }
        return duration
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func noDuration(_ text: String) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "duration() cannot read '\(text)'; "
                + "write it as ISO 8601 does: 'P1Y2M3DT4H5M6.5S'")
    }

    fileprivate static func unknownUnit(_ key: String) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "duration() knows no unit '\(key)'; its units are plural: years, months, days")
    }
}
