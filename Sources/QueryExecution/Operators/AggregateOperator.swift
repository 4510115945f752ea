import GraphModel
import QueryPlanning

/// One row for each group of rows with equivalent keys; without keys one row in any case.
final class AggregateOperator: Operator {
    /// What is kept of one group for one aggregate.
    private struct State {
        var accumulator: (any Accumulator)?
        var met: DistinctRows?
        var count: Int64 = 0
    }

    /// Aggregates that keep every value.
    private static let keeping: Set = ["collect", "percentilecont", "percentiledisc"]

    private let input: Operator
    private let keys: [PhysicalExpression]
    private let aggregates: [PhysicalAggregate]
    private var groups: [EquivalentRow: Int] = [:]
    private var groupKeys: [[Value]] = []
    private var states: [[State]] = []
    private var isDone = false

    init(
        _ context: ExecutionContext, _ input: Operator, _ keys: [PhysicalExpression],
        _ aggregates: [PhysicalAggregate]
    ) {
        self.input = input
        self.keys = keys
        self.aggregates = aggregates
        super.init(context)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        guard !isDone else { return nil }
        isDone = true
        while let batch = try input.next() {
            try context.checkCancellation()
            try add(batch)
        }
        if keys.isEmpty, groupKeys.isEmpty { _ = try group(of: []) }
        return try result()
    }

    private func group(of key: [Value]) throws(ExecutionError) -> Int {
        let row = EquivalentRow(key)
        if let known = groups[row] { return known }
        try share.hold(key.reduce(160 + 80 * aggregates.count) { $0 + $1.footprint })
        groups[row] = groupKeys.count
        groupKeys.append(key)
        states.append(
            aggregates.map { aggregate in
                State(
                    accumulator: aggregate.arguments.isEmpty
                        ? nil : FunctionLibrary.aggregate(named: aggregate.function)?.make(),
                    met: aggregate.isDistinct ? DistinctRows() : nil)
            })
        return groupKeys.count - 1
    }

    private func add(_ batch: RowBatch) throws(ExecutionError) {
        let evaluator = BatchEvaluator(context, batch)
        var keyValues: [[Value]] = []
        for key in keys { keyValues.append(try evaluator.values(key)) }
        let only = keys.isEmpty ? try group(of: []) : nil
        for row in 0..<batch.count {
            let group =
                if let only { only } else { try group(of: keyValues.map { $0[row] }) }
            for (index, aggregate) in aggregates.enumerated() {
                if aggregate.arguments.isEmpty {
                    states[group][index].count += 1
                    continue
                }
                var values: [Value] = []
                for argument in aggregate.arguments {
                    values.append(try evaluator.value(argument, row))
                }
                if states[group][index].met?.insert(values) == false { continue }
                if aggregate.isDistinct || Self.keeping.contains(aggregate.function) {
                    try share.hold(values.reduce(48) { $0 + $1.footprint })
                }
                try states[group][index].accumulator?.add(values)
            }
        }
    }

    private func result() throws(ExecutionError) -> RowBatch {
        var columns = keys.indices.map { index in
            Column.compact(groupKeys.map { $0[index] })
        }
        for index in aggregates.indices {
            var values: [Value] = []
            for group in states {
                values.append(
                    try group[index].accumulator?.result() ?? .integer(group[index].count))
            }
            columns.append(.compact(values))
        }
        return RowBatch(columns: columns, count: groupKeys.count)
    }
}
