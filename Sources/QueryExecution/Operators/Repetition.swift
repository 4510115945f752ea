import GraphModel
import QueryPlanning

/// A path that grows by repetitions of a part of a pattern.
struct GrowingPath {
    var row: UInt32
    var end: NodeID
    /// In the order in which they were met.
    var relationships: [RelationshipID] = []
    /// For each variable of the part what it was, repetition by repetition.
    var lists: [[Value]]
    var repetitions = 0
}

/// Lets paths grow by one repetition at a time.
struct Repetition {
    let context: ExecutionContext
    let inner: PhysicalPlan
    let part: PhysicalRepeat

    /// The paths of no repetition, one for each row whose first node is there.
    func beginnings(_ batch: RowBatch) throws(ExecutionError) -> [GrowingPath] {
        let lists = [[Value]](repeating: [], count: part.exports.count)
        var paths: [GrowingPath] = []
        for (row, node) in try batch.columns[part.from].nodeIDs().enumerated()
        where node != .none {
            paths.append(GrowingPath(row: UInt32(row), end: node, lists: lists))
        }
        return paths
    }

    /// All that the paths can become by one repetition more.
    func grown(
        _ paths: [GrowingPath], _ batch: RowBatch
    ) throws(ExecutionError) -> [GrowingPath] {
        if paths.isEmpty { return [] }
        let rows = paths.map(\.row)
        var argument = RowBatch(
            columns: part.arguments.map { batch.columns[$0].gathering(rows) }, count: paths.count)
        argument.columns.append(.nodes(paths.map(\.end)))
        argument.columns.append(.values(paths.indices.map { .integer(Int64($0)) }))
        let source = OperatorBuilder(context, argument).build(inner)
        var grown: [GrowingPath] = []
        while let found = try source.next() {
            try context.checkCancellation()
            if found.count == 0 { continue }
            let ends = try found.columns[part.end].nodeIDs()
            for index in 0..<found.count {
                guard case .integer(let number) = found.columns[part.row][index] else { continue }
                var met = part.relationships.flatMap {
                    found.columns[$0].relationships(ofRow: index)
                }
                if part.isReversed { met.reverse() }
                if grown.count & 0xFFF == 0xFFF {
                    try context.memory.check(grown.count * path(of: paths[0]))
                }
                let path = paths[Int(number)]
                guard part.allowsRepeats || isNew(met, to: path, batch) else { continue }
                var next = path
                next.end = ends[index]
                next.relationships += met
                next.repetitions += 1
                for (place, column) in part.exports.enumerated() {
                    next.lists[place].append(found.columns[column][index])
                }
                grown.append(next)
            }
        }
        return grown
    }

    /// About how many bytes a path takes that is one repetition longer.
    private func path(of path: GrowingPath) -> Int {
        let length = path.relationships.count + part.relationships.count
        return 96 + length * MemoryLayout<RelationshipID>.stride
            + path.lists.count * 48 * (path.repetitions + 1)
    }

    private func isNew(
        _ met: [RelationshipID], to path: GrowingPath, _ batch: RowBatch
    ) -> Bool {
        met.allSatisfy { relationship in
            !path.relationships.contains(relationship)
                && batch.isUnmet(relationship, Int(path.row), part.distinctFrom)
        }
    }

    /// The rows of finished paths; those that do not end where they must are left out.
    func rows(
        of paths: [GrowingPath], _ batch: RowBatch, _ targets: [NodeID]?
    ) -> RowBatch {
        var paths = paths
        if let targets { paths.removeAll { targets[Int($0.row)] != $0.end } }
        var result = batch.gathering(paths.map(\.row))
        let ordered = { (values: [Value]) -> Value in
            .list(part.isReversed ? values.reversed() : values)
        }
        result.columns.append(
            .values(paths.map { ordered($0.relationships.map(Value.bare)) }))
        for place in part.exports.indices {
            result.columns.append(.values(paths.map { ordered($0.lists[place]) }))
        }
        if targets == nil { result.columns.append(.nodes(paths.map(\.end))) }
        return result
    }

    func targets(_ batch: RowBatch) throws(ExecutionError) -> [NodeID]? {
        try part.boundTo.map { (column) throws(ExecutionError) in
            try batch.columns[column].nodeIDs()
        }
    }
}
