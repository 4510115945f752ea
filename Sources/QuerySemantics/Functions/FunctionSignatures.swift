/// What the binder must know of a function.
public struct FunctionSignature: Hashable, Sendable {
    /// As documented; looked up without regard to case.
    public var name: String
    public var arity: ClosedRange<Int>
    public var isAggregate: Bool
    /// The same arguments may give another result.
    public var isVolatile: Bool
    /// What the first argument must be, where that can be told beforehand; empty for anything.
    var accepts: [StaticType]
    public var result: StaticType

    fileprivate init(
        _ name: String, _ arity: ClosedRange<Int>, isAggregate: Bool = false,
        isVolatile: Bool = false, accepts: [StaticType] = [], _ result: StaticType = .any
    ) {
        self.name = name
        self.arity = arity
        self.isAggregate = isAggregate
        self.isVolatile = isVolatile
        self.accepts = accepts
        self.result = result
    }

    /// Whether the first argument may be of the type.
    func takes(_ type: StaticType) -> Bool {
        if accepts.isEmpty || type.isOpen { return true }
        return accepts.contains { $0 == type || ($0.isList && type.isList) }
    }
}

/// The table of all functions, by name, arity and what the binder checks of them.
public enum FunctionSignatures {
    /// The signature of a function, whatever the case of its letters.
    public static func named(_ name: String) -> FunctionSignature? { byName[name.lowercased()] }

    /// All names, for suggestions and completion.
    public static var names: [String] { all.map(\.name) }

    private static let byName = Dictionary(
        uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

    private static let all =
        aggregates + scalars + conversions + lists + strings + numbers + temporals

    private static let aggregates: [FunctionSignature] = [
        .init("avg", 1...1, isAggregate: true),
        .init("collect", 1...1, isAggregate: true, .list(.any)),
        .init("count", 1...1, isAggregate: true, .integer),
        .init("max", 1...1, isAggregate: true), .init("min", 1...1, isAggregate: true),
        .init("percentileCont", 2...2, isAggregate: true),
        .init("percentileDisc", 2...2, isAggregate: true),
        .init("stDev", 1...1, isAggregate: true, .float),
        .init("stDevP", 1...1, isAggregate: true, .float),
        .init("sum", 1...1, isAggregate: true),
    ]

    private static let scalars: [FunctionSignature] = [
        .init("coalesce", 1...Int.max),
        .init("endNode", 1...1, accepts: [.relationship], .node),
        .init("evidence", 1...1, accepts: [.relationship], .list(.map)),
        .init("exists", 1...1, .boolean),
        .init("head", 1...1, accepts: [.list(.any)]),
        .init("id", 1...1, accepts: [.node, .relationship], .integer),
        .init("elementId", 1...1, accepts: [.node, .relationship], .string),
        .init("last", 1...1, accepts: [.list(.any)]),
        .init("length", 1...1, accepts: [.path], .integer),
        .init("properties", 1...1, accepts: [.node, .relationship, .map], .map),
        .init("size", 1...1, accepts: [.list(.any), .string], .integer),
        .init("startNode", 1...1, accepts: [.relationship], .node),
        .init("timestamp", 0...0, isVolatile: true, .integer),
        .init("type", 1...1, accepts: [.relationship], .string),
        .init("isEmpty", 1...1, accepts: [.list(.any), .map, .string], .boolean),
        .init("mentions", 1...1, accepts: [.node], .list(.map)),
        .init("nullIf", 2...2),
        .init("valueType", 1...1, .string),
        .init("randomUUID", 0...0, isVolatile: true, .string),
    ]

    private static let conversions: [FunctionSignature] = [
        ("Boolean", StaticType.boolean), ("Float", .float), ("Integer", .integer),
        ("String", .string),
    ].flatMap { kind, type in
        [
            FunctionSignature("to\(kind)", 1...1, type),
            .init("to\(kind)OrNull", 1...1, type),
            .init("to\(kind)List", 1...1, accepts: [.list(.any)], .list(type)),
        ]
    }

    private static let lists: [FunctionSignature] = [
        .init("keys", 1...1, accepts: [.node, .relationship, .map], .list(.string)),
        .init("labels", 1...1, accepts: [.node], .list(.string)),
        .init("nodes", 1...1, accepts: [.path], .list(.node)),
        .init("range", 2...3, .list(.integer)),
        .init("relationships", 1...1, accepts: [.path], .list(.relationship)),
        .init("reverse", 1...1, accepts: [.list(.any), .string]),
        .init("tail", 1...1, accepts: [.list(.any)], .list(.any)),
    ]

    private static let strings: [FunctionSignature] =
        ["lower", "toLower", "toUpper", "upper"].map { .init($0, 1...1, .string) }
        + ["btrim", "lTrim", "rTrim", "trim"].map { .init($0, 1...2, .string) }
        + ["char_length", "character_length"].map {
            .init($0, 1...1, accepts: [.string], .integer)
        } + [
            .init("normalize", 1...2, accepts: [.string], .string),
            .init("left", 2...2, .string), .init("replace", 3...3, .string),
            .init("right", 2...2, .string), .init("split", 2...2, .list(.string)),
            .init("substring", 2...3, .string),
        ]

    private static let numbers: [FunctionSignature] =
        [
            "acos", "asin", "atan", "ceil", "ceiling", "cos", "cosh", "cot", "coth", "degrees",
            "exp", "floor", "haversin", "ln", "log", "log10", "radians", "sin", "sinh", "sqrt",
            "tan", "tanh",
        ].map { .init($0, 1...1, .float) } + [
            .init("abs", 1...1), .init("atan2", 2...2, .float), .init("e", 0...0, .float),
            .init("pi", 0...0, .float), .init("rand", 0...0, isVolatile: true, .float),
            .init("isNaN", 1...1, .boolean),
            .init("round", 1...3, .float), .init("sign", 1...1),
        ]

    private static let temporals: [FunctionSignature] =
        ["date", "datetime", "localdatetime", "localtime", "time"].flatMap {
            [
                FunctionSignature($0, 0...1, .temporal),
                .init("\($0).truncate", 1...3, .temporal),
                .init("\($0).transaction", 0...1, .temporal),
                .init("\($0).statement", 0...1, .temporal),
                .init("\($0).realtime", 0...1, isVolatile: true, .temporal),
            ]
        } + [
            .init("datetime.fromepoch", 2...2, .temporal),
            .init("datetime.fromepochmillis", 1...1, .temporal),
            .init("duration", 1...1, .temporal), .init("duration.between", 2...2, .temporal),
            .init("duration.inDays", 2...2, .temporal),
            .init("duration.inMonths", 2...2, .temporal),
            .init("duration.inSeconds", 2...2, .temporal),
        ]
}
