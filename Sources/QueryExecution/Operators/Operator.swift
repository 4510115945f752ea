import QueryPlanning

/// A running operator: gives its rows batch by batch.
class Operator {
    let context: ExecutionContext
    /// What it keeps of the rows that it has seen.
    private(set) lazy var share = MemoryShare(context)

    init(_ context: ExecutionContext) { self.context = context }

    /// The next rows, nil behind the last. A batch may be empty.
    func next() throws(ExecutionError) -> RowBatch? {
        preconditionFailure("every operator overrides this")
    }

    /// All rows at once.
    final func drain() throws(ExecutionError) -> RowBatch {
        var all = RowBatch(columns: [], count: 0)
        while let batch = try next() {
            try share.hold(batch.footprint)
            all.append(batch)
        }
        return all
    }
}

/// An operator that makes new rows of each batch of another.
///
/// A large batch, as a sort or an expansion may give it, is taken piece by piece: else each
/// operator that multiplies rows would multiply the size of batches, and nothing could stop it.
class BatchOperator: Operator {
    let input: Operator
    private var large: RowBatch?
    private var position = 0

    init(_ context: ExecutionContext, _ input: Operator) {
        self.input = input
        super.init(context)
    }

    func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        preconditionFailure("every operator overrides this")
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        try context.checkCancellation()
        guard let batch = try nextPiece() else { return nil }
        return batch.count == 0 ? batch : try process(batch)
    }

    private func nextPiece() throws(ExecutionError) -> RowBatch? {
        if large == nil {
            guard let batch = try input.next() else { return nil }
            if batch.count <= 2 * RowBatch.targetCount { return batch }
            large = batch
            position = 0
        }
        guard let batch = large else { return nil }
        let end = min(batch.count, position + RowBatch.targetCount)
        let piece = batch.gathering((position..<end).map { UInt32($0) })
        position = end
        if end == batch.count { large = nil }
        return piece
    }
}

/// An operator that needs all rows of another before it gives its first: a barrier.
class BarrierOperator: Operator {
    let input: Operator
    private var isDone = false

    init(_ context: ExecutionContext, _ input: Operator) {
        self.input = input
        super.init(context)
    }

    func process(_ rows: RowBatch) throws(ExecutionError) -> RowBatch? {
        preconditionFailure("every operator overrides this")
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        guard !isDone else { return nil }
        isDone = true
        let rows = try input.drain()
        try context.checkCancellation()
        return try process(rows)
    }
}

/// Gives one batch: the row at the beginning, or the rows of the enclosing query.
final class BatchSource: Operator {
    private var batch: RowBatch?

    init(_ context: ExecutionContext, _ batch: RowBatch) {
        self.batch = batch
        super.init(context)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        defer { batch = nil }
        return batch
    }
}

/// Counts rows for `PROFILE`.
final class CountingOperator: Operator {
    private let input: Operator
    private let id: Int

    init(_ context: ExecutionContext, _ input: Operator, _ id: Int) {
        self.input = input
        self.id = id
        super.init(context)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        guard let batch = try input.next() else { return nil }
        context.rows[id, default: 0] += batch.count
        return batch
    }
}
