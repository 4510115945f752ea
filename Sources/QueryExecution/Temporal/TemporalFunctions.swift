import GraphModel

/// `date()`, `localtime()`, `time()`, `localdatetime()` and `datetime()`, with their forms for the
/// present moment and for truncation.
enum TemporalFunctions {
    static let all: [ScalarFunction] = TemporalType.allCases.flatMap(family) + epochs

    private static func family(_ type: TemporalType) -> [ScalarFunction] {
        let name = type.rawValue
        // All clocks stand still while a statement runs, which is its transaction.
        let clocks = ["transaction", "statement", "realtime"].map { clock in
            ScalarFunction.strict("\(name).\(clock)", 0...1) {
                (arguments, context) throws(EvaluationError) in
                guard let zone = arguments.first else { return try now(type, .utc, context) }
                let text = try Arguments.string(zone, of: "\(name).\(clock)")
                return try now(type, TimeZoneChoice(text), context)
            }
        }
        let made = ScalarFunction.strict(name, 0...1) {
            (arguments, context) throws(EvaluationError) in
            guard let argument = arguments.first else { return try now(type, .utc, context) }
            return try value(type, from: argument, context)
        }
        let truncated = ScalarFunction.strict("\(name).truncate", 1...3) {
            (arguments, context) throws(EvaluationError) in
            try Truncation.truncate(type, arguments, context)
        }
        return [made, truncated] + clocks
    }

    private static let epochs: [ScalarFunction] = [
        .strict("datetime.fromepoch", 2...2) { (arguments, _) throws(EvaluationError) in
            let seconds = try Arguments.integer(arguments[0], of: "datetime.fromepoch")
            let rest = try Arguments.integer(arguments[1], of: "datetime.fromepoch")
            return .dateTime(try moment(Int(seconds), nanoseconds: Int(rest)))
        },
        .strict("datetime.fromepochmillis", 1...1) { (arguments, _) throws(EvaluationError) in
            let millis = Int(try Arguments.integer(arguments[0], of: "datetime.fromepochmillis"))
            return .dateTime(
                try moment(
                    millis.quotientDown(1000), nanoseconds: millis.remainderDown(1000) * 1_000_000))
        },
    ]

    static func now(
        _ type: TemporalType, _ zone: TimeZoneChoice, _ context: FunctionContext
    ) throws(EvaluationError) -> Value {
        let time = context.statementTime
        let moment = Value.dateTime(
            try zone.dateTime(at: Int(time.seconds), nanosecond: Int(time.nanoseconds)))
        return try type.value(TemporalParts(moment) ?? TemporalParts(), of: moment)
    }

    private static func value(
        _ type: TemporalType, from argument: Value, _ context: FunctionContext
    ) throws(EvaluationError) -> Value {
        if case .string(let text) = argument { return try type.value(text) }
        if let parts = TemporalParts(argument) { return try type.value(parts, of: argument) }
        guard case .map(let entries) = argument else {
            throw .argument(
                argument, of: type.rawValue, expecting: "a string, a map, a date or a time")
        }
        let fields = try TemporalFields(entries, of: type.rawValue)
        if entries.count == 1, let zone = try fields.zone() { return try now(type, zone, context) }
        return try value(type, fields, from: fields.base(), context)
    }

    /// A value from fields, and for what they leave open, from parts of other values.
    private static func value(
        _ type: TemporalType, _ fields: TemporalFields, from base: TemporalParts,
        _ context: FunctionContext
    ) throws(EvaluationError) -> Value {
        switch type {
        case .date: return .date(try fields.date(from: base.date))
        case .localTime: return .localTime(try fields.time(from: base.time))
        case .time:
            let time = OffsetTime(try fields.time(from: base.time), base.offset ?? .utc)
            guard let zone = try fields.zone() else { return .time(time) }
            let offset = zone.offset(at: Int(context.statementTime.seconds))
            return .time(base.offset == nil ? OffsetTime(time.time, offset) : time.at(offset))
        case .localDateTime: return .localDateTime(try local(fields, base))
        case .datetime: return .dateTime(try dateTime(fields, base))
        }
    }

    private static func local(
        _ fields: TemporalFields, _ base: TemporalParts
    ) throws(EvaluationError) -> LocalDateTime {
        LocalDateTime(try fields.date(from: base.date), try fields.time(from: base.time))
    }

    private static func dateTime(
        _ fields: TemporalFields, _ base: TemporalParts
    ) throws(EvaluationError) -> ZonedDateTime {
        let asked = try fields.zone()
        if let epoch = try epoch(fields) { return try epoch.at(asked ?? .utc) }
        let local = try local(fields, base)
        guard let given = try base.choice() else { return try (asked ?? .utc).dateTime(local) }
        let moment = try given.dateTime(local, preferring: base.offset)
        return try asked.map { (zone) throws(EvaluationError) in try moment.at(zone) } ?? moment
    }

    /// `{epochSeconds: …, nanosecond: …}`, `{epochMillis: …}`
    private static func epoch(_ fields: TemporalFields) throws(EvaluationError) -> ZonedDateTime? {
        let rest = try fields.integer("nanosecond") ?? 0
        if let seconds = try fields.integer("epochSeconds") {
            return try moment(seconds, nanoseconds: rest)
        }
        guard let millis = try fields.integer("epochMillis") else { return nil }
        let start = try moment(
            millis.quotientDown(1000), nanoseconds: millis.remainderDown(1000) * 1_000_000)
        guard let local = start.local.adding(seconds: 0, nanoseconds: rest % 1_000_000) else {
            throw .beyondCalendar()
        }
        return ZonedDateTime(local, .utc)
    }

    private static func moment(
        _ seconds: Int, nanoseconds: Int
    ) throws(EvaluationError) -> ZonedDateTime {
        let (whole, isOver) = seconds.addingReportingOverflow(
            nanoseconds.quotientDown(1_000_000_000))
        if isOver { throw .beyondCalendar() }
        return try TimeZoneChoice.utc.dateTime(
            at: whole, nanosecond: nanoseconds.remainderDown(1_000_000_000))
    }
}
