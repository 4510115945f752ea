import GraphModel
import QueryPlanning

/// Follows one relationship from a node of each row.
final class ExpandOperator: BatchOperator {
    private let expand: PhysicalExpand
    private var expansion = Expansion()

    init(_ context: ExecutionContext, _ input: Operator, _ expand: PhysicalExpand) {
        self.expand = expand
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        let sources = try batch.columns[expand.from].nodeIDs()
        var rows: [UInt32] = []
        var present: [NodeID] = []
        for (row, source) in sources.enumerated() where source != .none {
            rows.append(UInt32(row))
            present.append(source)
        }
        try context.expand(
            present, expand.direction, context.types(expand.types), into: &expansion)
        let targets = try expand.boundTo.map { (column) throws(ExecutionError) in
            try batch.columns[column].nodeIDs()
        }
        var kept: [UInt32] = []
        var relationships: [RelationshipID] = []
        var neighbours: [NodeID] = []
        for index in expansion.neighbours.indices {
            let row = rows[Int(expansion.sourceRows[index])]
            let relationship = expansion.relationships[index]
            if let targets, targets[Int(row)] != expansion.neighbours[index] { continue }
            if !batch.isUnmet(relationship, Int(row), expand.distinctFrom) { continue }
            kept.append(row)
            relationships.append(relationship)
            neighbours.append(expansion.neighbours[index])
        }
        var result = batch.gathering(kept)
        result.columns.append(.relationships(relationships))
        if targets == nil { result.columns.append(.nodes(neighbours)) }
        return result
    }
}

extension RowBatch {
    /// Whether a relationship stands in none of the columns of a row.
    func isUnmet(_ relationship: RelationshipID, _ row: Int, _ distinctFrom: [Int]) -> Bool {
        distinctFrom.allSatisfy { column in
            if case .relationships(let ids) = columns[column] { return ids[row] != relationship }
            return !columns[column].relationships(ofRow: row).contains(relationship)
        }
    }
}

/// Both ends of a relationship that is bound already, in each direction that the pattern allows.
final class EndsOperator: BatchOperator {
    private let ends: PhysicalEnds

    init(_ context: ExecutionContext, _ input: Operator, _ ends: PhysicalEnds) {
        self.ends = ends
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        let relationships = try batch.columns[ends.relationship].relationshipIDs()
        let boundFrom = try ends.boundFrom.map { (column) throws(ExecutionError) in
            try batch.columns[column].nodeIDs()
        }
        let boundTo = try ends.boundTo.map { (column) throws(ExecutionError) in
            try batch.columns[column].nodeIDs()
        }
        var rows: [UInt32] = []
        var from: [NodeID] = []
        var to: [NodeID] = []
        for (row, id) in relationships.enumerated() where id != .none {
            guard batch.isUnmet(id, row, ends.distinctFrom) else { continue }
            for (first, last) in try candidates(id) {
                if let boundFrom, boundFrom[row] != first { continue }
                if let boundTo, boundTo[row] != last { continue }
                if ends.isLoop, first != last { continue }
                rows.append(UInt32(row))
                from.append(first)
                to.append(last)
            }
        }
        var result = batch.gathering(rows)
        if boundFrom == nil { result.columns.append(.nodes(from)) }
        if boundTo == nil, !ends.isLoop { result.columns.append(.nodes(to)) }
        return result
    }

    private func candidates(
        _ id: RelationshipID
    ) throws(ExecutionError) -> [(NodeID, NodeID)] {
        if ends.types != .any {
            let type = try context.relationship(id).type
            guard ends.types.contains(type) else { return [] }
        }
        let pair = try context.reading { try context.graph.ends(of: [id])[0] }
        switch ends.direction {
        case .outgoing: return [(pair.start, pair.end)]
        case .incoming: return [(pair.end, pair.start)]
        case .both:
            return pair.start == pair.end
                ? [(pair.start, pair.end)] : [(pair.start, pair.end), (pair.end, pair.start)]
        }
    }
}
