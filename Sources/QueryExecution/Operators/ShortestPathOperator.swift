import GraphModel
import QueryPlanning

/// The shortest paths between two nodes of each row, level by level from the first.
final class ShortestPathOperator: BatchOperator {
    private typealias Step = (node: NodeID, relationship: RelationshipID)

    private let shortest: PhysicalShortest
    private var expansion = Expansion()
    private var filter: RelationshipFilter

    init(_ context: ExecutionContext, _ input: Operator, _ shortest: PhysicalShortest) {
        self.shortest = shortest
        filter = RelationshipFilter(context, shortest.properties)
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        try filter.begin(batch)
        let from = try batch.columns[shortest.from].nodeIDs()
        let to = try batch.columns[shortest.to].nodeIDs()
        var rows: [UInt32] = []
        var lists: [Value] = []
        var paths: [Value] = []
        for row in 0..<batch.count where from[row] != .none && to[row] != .none {
            try context.checkCancellation()
            for relationships in try search(from: from[row], to: to[row], row) {
                rows.append(UInt32(row))
                lists.append(
                    shortest.isSingle
                        ? .bare(relationships[0]) : .list(relationships.map(Value.bare)))
                if shortest.givesPath {
                    paths.append(try context.path(from: from[row], along: relationships))
                }
            }
        }
        var result = batch.gathering(rows)
        result.columns.append(shortest.isSingle ? .compact(lists) : .values(lists))
        if shortest.givesPath { result.columns.append(.values(paths)) }
        return result
    }

    private func search(
        from start: NodeID, to end: NodeID, _ row: Int
    ) throws(ExecutionError) -> [[RelationshipID]] {
        if start == end { return shortest.minimum == 0 ? [[]] : [] }
        let types = context.types(shortest.types)
        var parents: [NodeID: [Step]] = [start: []]
        var frontier = [start]
        var depth = 0
        while !frontier.isEmpty, depth < shortest.maximum ?? .max {
            try context.checkCancellation()
            depth += 1
            try context.expand(frontier, shortest.direction, types, into: &expansion)
            let accepted = try filter.accepts(
                expansion.relationships,
                rows: [UInt32](repeating: UInt32(row), count: expansion.relationships.count))
            var level: [NodeID: [Step]] = [:]
            var order: [NodeID] = []
            for index in expansion.neighbours.indices where accepted[index] {
                let node = expansion.neighbours[index]
                if parents[node] != nil { continue }
                let step = (
                    frontier[Int(expansion.sourceRows[index])], expansion.relationships[index]
                )
                if level[node] == nil { order.append(node) }
                level[node, default: []].append(step)
            }
            parents.merge(level) { old, _ in old }
            try share.set(parents.count * 96)
            if level[end] != nil {
                return depth >= shortest.minimum ? try unfold(end, parents) : []
            }
            frontier = order
        }
        return []
    }

    /// All ways back from the end, or the first.
    private func unfold(
        _ end: NodeID, _ parents: [NodeID: [Step]]
    ) throws(ExecutionError) -> [[RelationshipID]] {
        var open: [(node: NodeID, back: [RelationshipID])] = [(end, [])]
        var found: [[RelationshipID]] = []
        while let (node, back) = open.popLast() {
            try context.checkCancellation(at: found.count)
            try context.memory.check((found.count + open.count) * (48 + 8 * back.count))
            guard let steps = parents[node], !steps.isEmpty else {
                found.append(back.reversed())
                if !shortest.givesAll { return found }
                continue
            }
            for step in steps.reversed() {
                open.append((step.node, back + [step.relationship]))
            }
        }
        return found
    }
}
