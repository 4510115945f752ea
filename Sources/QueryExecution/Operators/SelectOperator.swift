import GraphModel
import QueryPlanning

/// Runs a match over a batch of rows and takes, for each row and each pair of ends, the shortest
/// paths that it finds.
final class SelectOperator: BatchOperator {
    private struct Key: Hashable {
        var row: Int64
        var start: NodeID
        var end: NodeID
    }

    private let inner: PhysicalPlan
    private let select: PhysicalSelect

    init(
        _ context: ExecutionContext, _ input: Operator, _ inner: PhysicalPlan,
        _ select: PhysicalSelect
    ) {
        self.inner = inner
        self.select = select
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        var argument = batch
        argument.columns.append(.values((0..<batch.count).map { .integer(Int64($0)) }))
        let matched = try OperatorBuilder(context, argument).build(inner).drain()
        guard matched.count > 0 else {
            var none = batch.gathering([])
            none.columns += select.introduced.map { _ in .values([]) }
            return none
        }
        let kept = try chosen(matched)
        let places = Array(batch.columns.indices) + select.introduced
        return RowBatch(
            columns: places.map { matched.columns[$0].gathering(kept) }, count: kept.count)
    }

    private func chosen(_ matched: RowBatch) throws(ExecutionError) -> [UInt32] {
        let starts = try matched.columns[select.start].nodeIDs()
        let ends = try matched.columns[select.end].nodeIDs()
        let lengths = (0..<matched.count).map { row in
            select.relationships.reduce(0) {
                $0 + matched.columns[$1].relationships(ofRow: row).count
            }
        }
        var chosen: [Key: ChosenPaths] = [:]
        var kept: [UInt32] = []
        let byLength = (0..<matched.count).sorted {
            (lengths[$0], $0) < (lengths[$1], $1)
        }
        for row in byLength {
            guard case .integer(let number) = matched.columns[select.row][row] else { continue }
            let key = Key(row: number, start: starts[row], end: ends[row])
            if chosen[key, default: ChosenPaths(select.selection)]
                .take(end: ends[row], length: lengths[row])
            {
                kept.append(UInt32(row))
            }
        }
        return kept.sorted()
    }
}
