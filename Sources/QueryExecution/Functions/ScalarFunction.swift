import GraphModel

/// A function of one row's values.
public struct ScalarFunction: Sendable {
    public typealias Evaluation =
        @Sendable ([Value], FunctionContext) throws(EvaluationError) -> Value

    /// As openCypher spells it; a query may use any letter case.
    public let name: String
    /// How many arguments it takes; `Int.max` where there is no limit.
    public let arity: ClosedRange<Int>
    /// The kinds of value that its first argument may have, for a check before the query runs;
    /// other arguments, and what is known only at run time, `evaluate` checks.
    public let accepts: ValueKinds
    /// - Precondition: as many arguments as `arity` allows.
    public let evaluate: Evaluation

    init(
        _ name: String, _ arity: ClosedRange<Int>, accepts: ValueKinds = .all,
        _ evaluate: @escaping Evaluation
    ) {
        self.name = name
        self.arity = arity
        self.accepts = accepts
        self.evaluate = evaluate
    }

    /// A function that is null where any argument is.
    static func strict(
        _ name: String, _ arity: ClosedRange<Int>, accepts: ValueKinds = .all,
        _ evaluate: @escaping Evaluation
    ) -> ScalarFunction {
        ScalarFunction(name, arity, accepts: accepts) {
            (arguments, context) throws(EvaluationError) -> Value in
            if arguments.contains(.null) { return .null }
            return try evaluate(arguments, context)
        }
    }
}

/// Kinds of value, as a set: what a function takes.
public struct ValueKinds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let boolean = ValueKinds(rawValue: 1 << 0)
    public static let integer = ValueKinds(rawValue: 1 << 1)
    public static let float = ValueKinds(rawValue: 1 << 2)
    public static let string = ValueKinds(rawValue: 1 << 3)
    public static let list = ValueKinds(rawValue: 1 << 4)
    public static let map = ValueKinds(rawValue: 1 << 5)
    public static let node = ValueKinds(rawValue: 1 << 6)
    public static let relationship = ValueKinds(rawValue: 1 << 7)
    public static let path = ValueKinds(rawValue: 1 << 8)
    public static let all = ValueKinds(rawValue: .max)
}

/// What a function sees beside its arguments.
public struct FunctionContext {
    /// The graph as the statement sees it now.
    public let graph: any GraphReading
    /// One moment for the whole statement, so that all its calls agree.
    public let statementTime: StatementTime
    public let random: RandomSource

    public init(graph: any GraphReading, statementTime: StatementTime, random: RandomSource) {
        self.graph = graph
        self.statementTime = statementTime
        self.random = random
    }
}

/// A moment, given by who runs the statement: nothing below the shell reads the clock.
public struct StatementTime: Hashable, Sendable {
    /// Since 1970-01-01T00:00Z.
    public var seconds: Int64
    public var nanoseconds: Int32

    public init(seconds: Int64, nanoseconds: Int32) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}

/// Random bits for `rand` and `randomUUID`: SplitMix64, so that a seed repeats a run.
public final class RandomSource: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
