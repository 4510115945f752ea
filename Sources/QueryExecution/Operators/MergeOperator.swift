import GraphModel
import QueryPlanning

/// `MERGE`, row by row: a later row finds what an earlier one made.
final class MergeOperator: BarrierOperator {
    private let merge: PhysicalMerge

    init(_ context: ExecutionContext, _ input: Operator, _ merge: PhysicalMerge) {
        self.merge = merge
        super.init(context, input)
    }

    override func process(_ rows: RowBatch) throws(ExecutionError) -> RowBatch? {
        var result = RowBatch(columns: [], count: 0)
        for row in 0..<rows.count {
            try context.checkCancellation()
            let single = rows.gathering([UInt32(row)])
            try checkRequired(single)
            let found = try OperatorBuilder(context, single).build(merge.search).drain()
            if found.count > 0 {
                try context.apply(merge.onMatch, to: found)
                result.append(found)
            } else {
                let made = try context.create(merge.steps, for: single)
                try context.apply(merge.onCreate, to: made)
                result.append(made)
            }
        }
        return result.count == 0 ? nil : result
    }

    private func checkRequired(_ row: RowBatch) throws(ExecutionError) {
        let evaluator = BatchEvaluator(context, row, isCaching: false)
        for entry in merge.required where try evaluator.value(entry.value, 0) == .null {
            throw .nullInMerge(entry.key)
        }
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func nullInMerge(_ key: String) -> ExecutionError {
        ExecutionError(
            kind: .semanticError, detail: "MergeReadOwnWrites",
            message: "MERGE cannot search for '\(key)': its value is null, and nothing equals null")
    }
}
