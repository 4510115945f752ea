import GraphModel
import QueryPlanning

/// Follows paths of a variable length from a node of each row; no path meets a relationship twice.
///
/// Paths that are still growing wait on a stack of pieces, the last made taken first, so that the
/// memory is bounded by the depth and not by the number of paths.
final class VariableExpandOperator: Operator {
    private struct Growing {
        var row: UInt32
        var end: NodeID
        var relationships: [RelationshipID]
    }

    private let input: Operator
    private let expand: PhysicalExpand
    private let length: PhysicalExpand.Length
    private var batch = RowBatch(columns: [], count: 0)
    private var targets: [NodeID]?
    private var filter: RelationshipFilter
    private var stack: [[Growing]] = []
    /// About how many bytes the paths on the stack take.
    private var waiting = 0
    private var expansion = Expansion()

    init(
        _ context: ExecutionContext, _ input: Operator, _ expand: PhysicalExpand,
        _ length: PhysicalExpand.Length
    ) {
        self.input = input
        self.expand = expand
        self.length = length
        filter = RelationshipFilter(context, expand.properties)
        super.init(context)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        try context.checkCancellation()
        if let piece = stack.popLast() { return try grow(piece) }
        guard let batch = try input.next() else { return nil }
        return batch.count == 0 ? batch : try begin(batch)
    }

    private func begin(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        self.batch = batch
        targets = try expand.boundTo.map { (column) throws(ExecutionError) in
            try batch.columns[column].nodeIDs()
        }
        try filter.begin(batch)
        var first: [Growing] = []
        for (row, node) in try batch.columns[expand.from].nodeIDs().enumerated()
        where node != .none {
            first.append(Growing(row: UInt32(row), end: node, relationships: []))
        }
        if length.maximum != 0 { push(first) }
        return length.minimum == 0 ? rows(of: first) : rows(of: [])
    }

    private func push(_ growing: [Growing]) {
        for start in stride(from: 0, to: growing.count, by: RowBatch.targetCount).reversed() {
            stack.append(
                Array(growing[start..<min(growing.count, start + RowBatch.targetCount)]))
        }
    }

    private func grow(_ piece: [Growing]) throws(ExecutionError) -> RowBatch {
        try context.expand(
            piece.map(\.end), expand.direction, context.types(expand.types), into: &expansion)
        let accepted = try filter.accepts(
            expansion.relationships, rows: expansion.sourceRows.map { piece[Int($0)].row })
        var grown: [Growing] = []
        // All paths of a piece have one length.
        let depth = (piece.first?.relationships.count ?? 0) + 1
        let bytes = 64 + depth * MemoryLayout<RelationshipID>.stride
        for index in expansion.neighbours.indices where accepted[index] {
            if grown.count & 0xFFF == 0xFFF {
                try context.checkCancellation()
                try context.memory.check(grown.count * bytes)
            }
            let path = piece[Int(expansion.sourceRows[index])]
            let relationship = expansion.relationships[index]
            if !expand.allowsRepeats {
                if path.relationships.contains(relationship) { continue }
                if !batch.isUnmet(relationship, Int(path.row), expand.distinctFrom) { continue }
            }
            grown.append(
                Growing(
                    row: path.row, end: expansion.neighbours[index],
                    relationships: path.relationships + [relationship]))
        }
        if depth < length.maximum ?? .max { push(grown) }
        waiting += grown.count * bytes - piece.count * (bytes - 4)
        try share.set(max(0, waiting))
        return rows(of: depth >= length.minimum ? grown : [])
    }

    private func rows(of paths: [Growing]) -> RowBatch {
        var paths = paths
        if let targets { paths.removeAll { targets[Int($0.row)] != $0.end } }
        if let maximum = length.maximum {
            paths.removeAll { $0.relationships.count > maximum }
        }
        var result = batch.gathering(paths.map(\.row))
        result.columns.append(
            .values(
                paths.map { path in
                    let ordered =
                        expand.isReversed ? path.relationships.reversed() : path.relationships
                    return .list(ordered.map(Value.bare))
                }))
        if targets == nil { result.columns.append(.nodes(paths.map(\.end))) }
        return result
    }
}

/// The properties that each relationship of a variable length must have.
struct RelationshipFilter {
    private let context: ExecutionContext
    private let properties: [(key: String, value: PhysicalExpression)]
    /// For each property the wanted value of each row.
    private var wanted: [[Value]] = []

    init(
        _ context: ExecutionContext, _ properties: [(key: String, value: PhysicalExpression)]
    ) {
        self.context = context
        self.properties = properties
    }

    mutating func begin(_ batch: RowBatch) throws(ExecutionError) {
        let evaluator = BatchEvaluator(context, batch)
        wanted = []
        for property in properties { wanted.append(try evaluator.values(property.value)) }
    }

    func accepts(
        _ relationships: [RelationshipID], rows: [UInt32]
    ) throws(ExecutionError) -> [Bool] {
        var accepted = [Bool](repeating: true, count: relationships.count)
        for (index, property) in properties.enumerated() {
            let values = try context.properties(property.key, of: .relationships(relationships))
            for place in accepted.indices {
                let isEqual = ValueComparison.equals(
                    values[place], wanted[index][Int(rows[place])])
                if isEqual != true { accepted[place] = false }
            }
        }
        return accepted
    }
}
