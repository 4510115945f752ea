import GraphModel
import QueryPlanning

/// `ORDER BY`; with a limit it keeps only the first rows while it reads.
final class SortOperator: Operator {
    private let input: Operator
    private let keys: [PhysicalSortKey]
    private let limit: PhysicalExpression?
    private var isDone = false

    init(
        _ context: ExecutionContext, _ input: Operator, _ keys: [PhysicalSortKey],
        _ limit: PhysicalExpression?
    ) {
        self.input = input
        self.keys = keys
        self.limit = limit
        super.init(context)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        guard !isDone else { return nil }
        isDone = true
        let limit = try self.limit.map { (e) throws(ExecutionError) in try context.count(e) }
        var rows = RowBatch(columns: [], count: 0)
        var values = [[Value]](repeating: [], count: keys.count)
        while let batch = try input.next() {
            try context.checkCancellation()
            let evaluator = BatchEvaluator(context, batch)
            for (index, key) in keys.enumerated() {
                values[index] += try evaluator.values(key.expression)
            }
            try share.hold(batch.footprint + 24 * keys.count * batch.count)
            rows.append(batch)
            if let limit, limit < Int.max / 4, rows.count > 2 * max(limit, RowBatch.targetCount) {
                (rows, values) = try sorted(rows, values, limit)
                try share.set(rows.footprint)
            }
        }
        return try sorted(rows, values, limit).0
    }

    private func sorted(
        _ rows: RowBatch, _ values: [[Value]], _ limit: Int?
    ) throws(ExecutionError) -> (RowBatch, [[Value]]) {
        // Equal rows stay in the order in which they came.
        var isStopped = false
        var comparisons = 0
        let order = (0..<UInt32(rows.count)).sorted { a, b in
            // A sort cannot be left; once stopped it has nothing more to look at.
            comparisons &+= 1
            if comparisons & 0x3FFF == 0, context.cancellation.isCancelled { isStopped = true }
            if isStopped { return a < b }
            for (index, key) in keys.enumerated() {
                let order = ValueComparison.order(values[index][Int(a)], values[index][Int(b)])
                if order != 0 { return key.isDescending ? order > 0 : order < 0 }
            }
            return a < b
        }
        try context.checkCancellation()
        let kept = Array(order.prefix(limit ?? .max))
        return (rows.gathering(kept), values.map { column in kept.map { column[Int($0)] } })
    }
}
