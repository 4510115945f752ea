import GraphModel
import QueryPlanning

/// Puts named paths together, and drops those on which comes twice what may not.
final class PathOperator: BatchOperator {
    private let start: Int
    private let relationships: [Int]
    private let mode: PhysicalPathMode

    init(
        _ context: ExecutionContext, _ input: Operator, _ start: Int, _ relationships: [Int],
        _ mode: PhysicalPathMode
    ) {
        self.start = start
        self.relationships = relationships
        self.mode = mode
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        let starts = try batch.columns[start].nodeIDs()
        var paths: [Value] = []
        var kept: [UInt32] = []
        for row in 0..<batch.count {
            var path = Value.null
            if starts[row] != .none {
                let along = relationships.flatMap {
                    batch.columns[$0].relationships(ofRow: row)
                }
                path = try context.path(from: starts[row], along: along)
            }
            guard mode.allows(path) else { continue }
            kept.append(UInt32(row))
            paths.append(path)
        }
        var result = kept.count == batch.count ? batch : batch.gathering(kept)
        result.columns.append(.values(paths))
        return result
    }
}

extension PhysicalPathMode {
    fileprivate func allows(_ value: Value) -> Bool {
        guard case .path(let path) = value else { return true }
        let nodes = path.nodes.map(\.id)
        switch self {
        case .walk: return true
        case .trail:
            return Set(path.relationships.map(\.id)).count == path.relationships.count
        case .acyclic: return Set(nodes).count == nodes.count
        case .simple:
            let inner = nodes.count > 1 && nodes.first == nodes.last ? nodes.dropLast() : nodes[...]
            return Set(inner).count == inner.count
        }
    }
}
