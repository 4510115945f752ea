import GraphModel

extension ExecutionContext {
    /// A value with all that its nodes and relationships hold, as it leaves the engine.
    public func materialize(_ value: Value) throws(ExecutionError) -> Value {
        switch value {
        case .node(let node): return .node(try self.node(node.id))
        case .relationship(let relationship):
            return .relationship(try self.relationship(relationship.id))
        case .path(let path):
            var nodes: [Node] = []
            var relationships: [Relationship] = []
            for node in path.nodes { nodes.append(try self.node(node.id)) }
            for relationship in path.relationships {
                relationships.append(try self.relationship(relationship.id))
            }
            return .path(Path(nodes: nodes, relationships: relationships))
        case .list(let items):
            var list: [Value] = []
            for item in items { list.append(try materialize(item)) }
            return .list(list)
        case .map(let entries):
            var map: [String: Value] = [:]
            for (key, value) in entries { map[key] = try materialize(value) }
            return .map(map)
        default: return value
        }
    }

    func node(_ id: NodeID) throws(ExecutionError) -> Node {
        if let deleted = deletedNodes[id] { return deleted }
        guard let node = try reading({ try graph.node(id) }) else { throw .missing("node") }
        return node
    }

    func relationship(_ id: RelationshipID) throws(ExecutionError) -> Relationship {
        if let deleted = deletedRelationships[id] { return deleted }
        guard let relationship = try reading({ try graph.relationship(id) }) else {
            throw .missing("relationship")
        }
        return relationship
    }

    /// The path from a node along relationships, each node and relationship bare.
    func path(
        from start: NodeID, along relationships: [RelationshipID]
    ) throws(ExecutionError) -> Value {
        let ends = try reading { try graph.ends(of: relationships) }
        var nodes = [start]
        for pair in ends {
            nodes.append(pair.start == nodes[nodes.count - 1] ? pair.end : pair.start)
        }
        let none = NodeID(rawValue: 0)
        return .path(
            Path(
                nodes: nodes.map { Node(id: $0, labels: [], properties: [:]) },
                relationships: relationships.map {
                    Relationship(id: $0, type: "", start: none, end: none, properties: [:])
                }))
    }
}

// MARK: - Wording

extension ExecutionError {
    static func missing(_ kind: String) -> ExecutionError {
        ExecutionError(
            kind: .entityNotFound, detail: "DeletedEntityAccess",
            message: "this \(kind) has been deleted")
    }
}
