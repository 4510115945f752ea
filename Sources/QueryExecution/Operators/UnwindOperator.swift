import GraphModel
import QueryPlanning

/// A row for each element of a list; one for what is no list, none for null. Long lists are given
/// in pieces of about a batch.
final class UnwindOperator: Operator {
    private let input: Operator
    private let list: PhysicalExpression
    /// What the first element's place is called, where places are asked for.
    private let indexBase: Int64?
    private var evaluator: BatchEvaluator?
    /// Of the batch, the row to be taken next.
    private var row = 0
    private var items: [Value] = []
    private var position = 0

    init(
        _ context: ExecutionContext, _ input: Operator, _ list: PhysicalExpression,
        _ indexBase: Int64?
    ) {
        self.input = input
        self.list = list
        self.indexBase = indexBase
        super.init(context)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        try context.checkCancellation()
        var rows: [UInt32] = []
        var values: [Value] = []
        var indexes: [Value] = []
        while values.count < RowBatch.targetCount {
            if position < items.count {
                let end = min(items.count, position + RowBatch.targetCount - values.count)
                values += items[position..<end]
                if let indexBase {
                    indexes += (position..<end).map { .integer(indexBase + Int64($0)) }
                }
                rows += repeatElement(UInt32(row - 1), count: end - position)
                position = end
            } else if let evaluator, row < evaluator.batch.count {
                items = Self.items(of: try evaluator.value(list, row))
                position = 0
                row += 1
            } else if values.isEmpty {
                guard let batch = try input.next() else { return nil }
                evaluator = BatchEvaluator(context, batch)
                row = 0
            } else {
                break
            }
        }
        guard var result = evaluator?.batch.gathering(rows) else { return nil }
        result.columns.append(.compact(values))
        if indexBase != nil { result.columns.append(.values(indexes)) }
        return result
    }

    private static func items(of value: Value) -> [Value] {
        switch value {
        case .null: []
        case .list(let elements): elements
        default: [value]
        }
    }
}
