import GraphModel

/// One change of the graph, kept whole or not at all. It sees its own writes at once.
public final class GraphTransaction: GraphView, GraphWriting {
    private enum Change {
        case label(UInt32, node: UInt32, added: Bool)
        case nodeRemoved(UInt32)
        case relationshipRemoved(UInt32)
    }

    private let before: RecordState
    private let changesBefore: Int64
    private let nodesBefore: Int
    private let relationshipsBefore: Int
    private let namesBefore: (labels: Int, types: Int, keys: Int)
    /// What is taken back, last first, if the transaction fails; additions by number alone.
    private var changes: [Change] = []

    override init(_ connection: Connection, _ state: GraphState) {
        before = state.record
        changesBefore = connection.totalChanges
        nodesBefore = state.topology.delta.nodes.count
        relationshipsBefore = state.topology.delta.relationships.count
        let names = state.names
        namesBefore = (
            names.labels.names.count, names.relationshipTypes.names.count,
            names.propertyKeys.names.count
        )
        super.init(connection, state)
    }

    func commit() throws(StorageError) {
        guard connection.totalChanges != changesBefore else {
            connection.rollback()
            return
        }
        state.record.commits += 1
        let delta = state.topology.delta
        if !changes.isEmpty || delta.nodes.count > nodesBefore
            || delta.relationships.count > relationshipsBefore
        {
            // Drawn, not counted: a copy of the file that goes another way never has the same.
            state.record.stamp = .random(in: 1...Int64.max)
        }
        try state.record.write(connection)
        try connection.execute("COMMIT")
    }

    func undo() {
        connection.rollback()
        for change in changes.reversed() {
            switch change {
            case .label(let label, let node, let added):
                setLabel(label, of: node, to: !added)
            case .nodeRemoved(let node): state.topology.delta.restoreNode(node)
            case .relationshipRemoved(let id): state.topology.delta.restoreRelationship(id)
            }
        }
        changes.removeAll()
        state.topology.delta.truncate(nodes: nodesBefore, relationships: relationshipsBefore)
        state.names.labels.truncate(to: namesBefore.labels)
        state.names.relationshipTypes.truncate(to: namesBefore.types)
        state.names.propertyKeys.truncate(to: namesBefore.keys)
        state.record = before
    }

    public func createNode(labels: [String], properties: [String: Value]) throws -> NodeID {
        let number = state.record.nextNode
        guard number < UInt32.max else { throw full("nodes") }
        let id = NodeID(rawValue: UInt32(number))
        try connection.statement("INSERT INTO nodes VALUES (?)").bind(1, number).run()
        state.record.nextNode += 1
        state.topology.delta.addNode(id.rawValue)
        for label in labels { try addLabel(label, to: id) }
        for (key, value) in properties.sorted(by: { $0.key < $1.key }) where value != .null {
            try setProperty(key, to: value, of: id)
        }
        return id
    }

    public func createRelationship(
        _ type: String, from start: NodeID, to end: NodeID, properties: [String: Value]
    ) throws -> RelationshipID {
        for node in [start, end] { try requireNode(node) }
        let number = state.record.nextRelationship
        guard number < UInt32.max else { throw full("relationships") }
        let place = try place(of: type, in: \.relationshipTypes, table: "relationship_types")
        let id = RelationshipID(rawValue: UInt32(number))
        try connection.statement("INSERT INTO relationships VALUES (?, ?, ?, ?)")
            .bind(1, number).bind(2, Int64(place)).bind(3, Int64(start.rawValue))
            .bind(4, Int64(end.rawValue)).run()
        state.record.nextRelationship += 1
        state.topology.delta.addRelationship(
            id.rawValue, type: place, start: start.rawValue, end: end.rawValue)
        for (key, value) in properties.sorted(by: { $0.key < $1.key }) where value != .null {
            try setProperty(key, to: value, of: id)
        }
        return id
    }

    public func delete(_ node: NodeID) throws {
        try requireNode(node)
        var touching = Expansion()
        try expand([node], .both, types: nil, into: &touching)
        precondition(touching.neighbours.isEmpty, "delete the node's relationships first")
        for place in try labelPlaces(of: node) { changeLabel(place, of: node, to: false) }
        for statement in [
            "DELETE FROM node_labels WHERE node = ?", "DELETE FROM node_properties WHERE node = ?",
            "DELETE FROM mentions WHERE entity = ?", "DELETE FROM demands WHERE node = ?",
            "UPDATE entity_names SET entity = NULL WHERE entity = ?",
            "DELETE FROM nodes WHERE id = ?",
        ] {
            try connection.statement(statement).bind(1, Int64(node.rawValue)).run()
        }
        state.topology.delta.removeNode(node.rawValue)
        changes.append(.nodeRemoved(node.rawValue))
    }

    public func delete(_ relationship: RelationshipID) throws {
        _ = try known(relationship)
        for statement in [
            "DELETE FROM relationship_properties WHERE relationship = ?",
            "DELETE FROM evidence WHERE relationship = ?",
            "DELETE FROM claims WHERE relationship = ?",
            "DELETE FROM relationships WHERE id = ?",
        ] {
            try connection.statement(statement).bind(1, Int64(relationship.rawValue)).run()
        }
        state.topology.delta.removeRelationship(relationship.rawValue)
        changes.append(.relationshipRemoved(relationship.rawValue))
    }

    public func setProperty(_ key: String, to value: Value, of node: NodeID) throws {
        try requireNode(node)
        try set("node_properties", "node", Int64(node.rawValue), key, value)
    }

    public func setProperty(_ key: String, to value: Value, of relationship: RelationshipID) throws
    {
        _ = try known(relationship)
        try set(
            "relationship_properties", "relationship", Int64(relationship.rawValue), key, value)
    }

    private func set(_ table: String, _ owner: String, _ id: Int64, _ key: String, _ value: Value)
        throws(StorageError)
    {
        if value == .null {
            guard let place = state.names.propertyKeys.place(of: key) else { return }
            try connection.statement("DELETE FROM \(table) WHERE \(owner) = ? AND key = ?")
                .bind(1, id).bind(2, Int64(place)).run()
            return
        }
        let place = try place(of: key, in: \.propertyKeys, table: "property_keys")
        let statement = try connection.statement("REPLACE INTO \(table) VALUES (?, ?, ?, ?)")
            .bind(1, id).bind(2, Int64(place))
        try statement.bindProperty(kind: 3, value: 4, value)
        try statement.run()
    }

    public func addLabel(_ label: String, to node: NodeID) throws {
        try requireNode(node)
        let place = try place(of: label, in: \.labels, table: "labels")
        guard !state.topology.hasLabel(place, node.rawValue) else { return }
        try connection.statement("INSERT INTO node_labels VALUES (?, ?)")
            .bind(1, Int64(node.rawValue)).bind(2, Int64(place)).run()
        changeLabel(place, of: node, to: true)
    }

    public func removeLabel(_ label: String, from node: NodeID) throws {
        guard let place = state.names.labels.place(of: label),
            state.topology.hasLabel(place, node.rawValue)
        else { return }
        try connection.statement("DELETE FROM node_labels WHERE node = ? AND label = ?")
            .bind(1, Int64(node.rawValue)).bind(2, Int64(place)).run()
        changeLabel(place, of: node, to: false)
    }

    private func changeLabel(_ label: UInt32, of node: NodeID, to present: Bool) {
        setLabel(label, of: node.rawValue, to: present)
        changes.append(.label(label, node: node.rawValue, added: present))
    }

    private func setLabel(_ label: UInt32, of node: UInt32, to present: Bool) {
        let inIndex = state.topology.indexHasLabel(label, node)
        state.topology.delta.setLabel(label, of: node, to: present, inIndex: inIndex)
    }

    /// The place of a name, which is given one if it is new.
    private func place(
        of name: String, in names: WritableKeyPath<GraphNames, NameTable>, table: String
    ) throws(StorageError) -> UInt32 {
        if let place = state.names[keyPath: names].place(of: name) { return place }
        let place = UInt32(state.names[keyPath: names].names.count)
        try connection.statement("INSERT INTO \(table) VALUES (?, ?)")
            .bind(1, Int64(place)).bind(2, name).run()
        state.names[keyPath: names].append(name)
        return place
    }

    private func requireNode(_ id: NodeID) throws(StorageError) {
        guard state.topology.hasNode(id.rawValue) else {
            throw StorageError(.damaged, "The graph has no node \(id.rawValue).")
        }
    }

    private func full(_ what: String) -> StorageError {
        StorageError(.input, "The graph is full: it holds at most 4,294,967,294 \(what).")
    }
}
