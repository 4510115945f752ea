import GraphModel
import QueryPlanning

/// `DELETE`: first the relationships of all rows, then the nodes, so that the order in which they
/// are named does not matter.
final class DeleteOperator: BarrierOperator {
    private let isDetaching: Bool
    private let victims: [PhysicalExpression]
    private var nodes: [NodeID] = []
    private var relationships: [RelationshipID] = []

    init(
        _ context: ExecutionContext, _ input: Operator, isDetaching: Bool,
        _ victims: [PhysicalExpression]
    ) {
        self.isDetaching = isDetaching
        self.victims = victims
        super.init(context, input)
    }

    override func process(_ rows: RowBatch) throws(ExecutionError) -> RowBatch? {
        let evaluator = BatchEvaluator(context, rows)
        for victim in victims {
            for value in try evaluator.values(victim) { try gather(value) }
        }
        for id in relationships { try delete(id) }
        for id in nodes where context.deletedNodes[id] == nil {
            if isDetaching { for attached in try attached(to: id) { try delete(attached) } }
            try delete(id)
        }
        return rows
    }

    private func gather(_ value: Value) throws(ExecutionError) {
        switch value {
        case .null: break
        case .node(let node): nodes.append(node.id)
        case .relationship(let relationship): relationships.append(relationship.id)
        case .path(let path):
            nodes += path.nodes.map(\.id)
            relationships += path.relationships.map(\.id)
        default: throw .noVictim(value)
        }
    }

    private func attached(to id: NodeID) throws(ExecutionError) -> [RelationshipID] {
        var expansion = Expansion()
        try context.expand([id], .both, nil, into: &expansion)
        return expansion.relationships
    }

    private func delete(_ id: RelationshipID) throws(ExecutionError) {
        if context.deletedRelationships[id] != nil { return }
        let writer = try context.requireWriter()
        context.deletedRelationships[id] = try context.relationship(id)
        try context.reading { try writer.delete(id) }
        context.counters.relationshipsDeleted += 1
    }

    private func delete(_ id: NodeID) throws(ExecutionError) {
        let writer = try context.requireWriter()
        if try !attached(to: id).isEmpty { throw .connected() }
        context.deletedNodes[id] = try context.node(id)
        try context.reading { try writer.delete(id) }
        context.counters.nodesDeleted += 1
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func noVictim(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "DELETE takes nodes, relationships and paths, and this is \(value.kindName)")
    }

    fileprivate static func connected() -> ExecutionError {
        ExecutionError(
            kind: .constraintVerificationFailed, detail: "DeleteConnectedNode",
            message: "a node that still has relationships cannot be deleted; use DETACH DELETE")
    }
}
