import GraphModel

/// A function of the values of many rows.
public struct AggregateFunction: Sendable {
    public let name: String
    public let arity: ClosedRange<Int>
    /// A fresh accumulator, for each group one.
    public let make: @Sendable () -> any Accumulator

    init(
        _ name: String, _ arity: ClosedRange<Int>,
        _ make: @escaping @Sendable () -> any Accumulator
    ) {
        self.name = name
        self.arity = arity
        self.make = make
    }
}

/// What an aggregate function keeps of the rows of one group.
public protocol Accumulator {
    /// Takes a row's arguments; for DISTINCT the operator gives only rows not met before.
    mutating func add(_ values: [Value]) throws(EvaluationError)
    /// Of the rows so far.
    func result() throws(EvaluationError) -> Value
}
