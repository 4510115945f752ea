import GraphModel

/// A function of one row's values.
public struct ScalarFunction: Sendable {
    public typealias Evaluation =
        @Sendable ([Value], FunctionContext) throws(EvaluationError) -> Value

    /// As openCypher spells it; a query may use any letter case.
    public let name: String
    /// How many arguments it takes; `Int.max` where there is no limit.
    public let arity: ClosedRange<Int>
    /// - Precondition: as many arguments as `arity` allows.
    public let evaluate: Evaluation

    init(
        _ name: String, _ arity: ClosedRange<Int>,
        _ evaluate: @escaping Evaluation
    ) {
        self.name = name
        self.arity = arity
        self.evaluate = evaluate
    }

    /// A function that is null where any argument is.
    static func strict(
        _ name: String, _ arity: ClosedRange<Int>,
        _ evaluate: @escaping Evaluation
    ) -> ScalarFunction {
        ScalarFunction(name, arity) {
            (arguments, context) throws(EvaluationError) -> Value in
            if arguments.contains(.null) { return .null }
            return try evaluate(arguments, context)
        }
    }
}

/// What a function sees beside its arguments.
public struct FunctionContext {
    /// The graph as the statement sees it now.
    public let graph: any GraphReading
    /// One moment for the whole statement, so that all its calls agree.
    public let statementTime: StatementTime
    public let random: RandomSource
    /// The most bytes that one text or list may have.
    public let sizeLimit: Int
    let cancellation: CancellationFlag?

    public init(
        graph: any GraphReading, statementTime: StatementTime, random: RandomSource,
        sizeLimit: Int = .max, cancellation: CancellationFlag? = nil
    ) {
        self.sizeLimit = sizeLimit
        self.cancellation = cancellation
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
