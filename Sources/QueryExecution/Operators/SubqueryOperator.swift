import GraphModel
import QueryPlanning

/// Runs a query for each row and appends the columns that it gives.
final class SubqueryOperator: BatchOperator {
    private let inner: PhysicalPlan
    private let call: PhysicalSubqueryCall

    init(
        _ context: ExecutionContext, _ input: Operator, _ inner: PhysicalPlan,
        _ call: PhysicalSubqueryCall
    ) {
        self.inner = inner
        self.call = call
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        let imported = RowBatch(
            columns: call.arguments.map { batch.columns[$0] }, count: batch.count)
        var rows: [UInt32] = []
        var given = RowBatch(columns: [], count: 0)
        for row in 0..<UInt32(batch.count) {
            try context.checkCancellation()
            let argument = imported.gathering([row])
            let found = try OperatorBuilder(context, argument).build(inner).drain()
            if call.isUnit { continue }
            try share.hold(found.footprint)
            rows += repeatElement(row, count: found.count)
            given.append(found)
            if found.count == 0, call.isOptional {
                rows.append(row)
                given.append(nulls)
            }
        }
        // What was given goes on with the batch.
        try share.set(0)
        if call.isUnit { return batch }
        var result = batch.gathering(rows)
        result.columns +=
            given.count > 0
            ? given.columns : [Column](repeating: .values([]), count: call.outputs)
        return result
    }

    private var nulls: RowBatch {
        RowBatch(columns: [Column](repeating: .values([.null]), count: call.outputs), count: 1)
    }
}

/// All rows at once: a barrier before and behind what writes row by row.
final class EagerOperator: BarrierOperator {
    override func process(_ rows: RowBatch) throws(ExecutionError) -> RowBatch? { rows }
}

/// Appends columns of the enclosing query's row.
final class RecallOperator: BatchOperator {
    private let argument: RowBatch
    private let places: [Int]

    init(
        _ context: ExecutionContext, _ input: Operator, _ argument: RowBatch, _ places: [Int]
    ) {
        self.argument = argument
        self.places = places
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        var result = batch
        let only = [UInt32](repeating: 0, count: batch.count)
        result.columns += places.map { argument.columns[$0].gathering(only) }
        return result
    }
}
