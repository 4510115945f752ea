import GraphModel
import QueryPlanning

/// Follows a part of a pattern again and again from a node of each row.
///
/// Paths that are still growing wait on a stack of pieces, as in `VariableExpandOperator`, so that
/// the memory is bounded by the depth and not by the number of paths.
final class RepeatOperator: Operator {
    private let input: Operator
    private let repetition: Repetition
    private var batch = RowBatch(columns: [], count: 0)
    private var targets: [NodeID]?
    private var stack: [[GrowingPath]] = []

    init(
        _ context: ExecutionContext, _ input: Operator, _ inner: PhysicalPlan,
        _ part: PhysicalRepeat
    ) {
        self.input = input
        repetition = Repetition(context: context, inner: inner, part: part)
        super.init(context)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        try context.checkCancellation()
        if let piece = stack.popLast() { return try grow(piece) }
        guard let batch = try input.next() else { return nil }
        if batch.count == 0 { return batch }
        self.batch = batch
        targets = try repetition.targets(batch)
        let first = try repetition.beginnings(batch)
        push(first)
        return finished(repetition.part.length.minimum == 0 ? first : [])
    }

    private func push(_ paths: [GrowingPath]) {
        for start in stride(from: 0, to: paths.count, by: RowBatch.targetCount).reversed() {
            stack.append(Array(paths[start..<min(paths.count, start + RowBatch.targetCount)]))
        }
    }

    /// All paths of a piece have one number of repetitions.
    private func grow(_ piece: [GrowingPath]) throws(ExecutionError) -> RowBatch {
        let length = repetition.part.length
        let grown = try repetition.grown(piece, batch)
        let depth = (piece.first?.repetitions ?? 0) + 1
        if depth < length.maximum ?? .max { push(grown) }
        return finished(depth >= length.minimum ? grown : [])
    }

    private func finished(_ paths: [GrowingPath]) -> RowBatch {
        repetition.rows(of: paths, batch, targets)
    }
}
