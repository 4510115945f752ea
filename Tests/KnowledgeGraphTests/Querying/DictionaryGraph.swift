import GraphModel

/// The plainest graph that can be read and written: dictionaries, for tests of the engine alone.
final class DictionaryGraph: GraphWriting {
    private(set) var labels: [String] = []
    private(set) var relationshipTypes: [String] = []
    private(set) var propertyKeys: [String] = []
    private(set) var nodes: [NodeID: Node] = [:]
    private(set) var relationships: [RelationshipID: Relationship] = [:]
    private var nextNode: UInt32 = 0
    private var nextRelationship: UInt32 = 0
    var evidence: [RelationshipID: [Evidence]] = [:]
    var mentions: [NodeID: [MentionRecord]] = [:]

    var nodeCount: Int { nodes.count }
    var relationshipCount: Int { relationships.count }

    private func place(_ name: String, in names: inout [String]) {
        if !names.contains(name) { names.append(name) }
    }

    // MARK: Reading

    func nodes(withLabel label: LabelID?) throws -> [NodeID] {
        nodes.values.filter { node in
            label.map { node.labels.contains(labels[Int($0.rawValue)]) } ?? true
        }.map(\.id).sorted()
    }

    func nodes(withLabel label: LabelID?, where key: PropertyKeyID, equals value: String) throws
        -> [NodeID]
    {
        let name = propertyKeys[Int(key.rawValue)]
        return try nodes(withLabel: label).filter {
            nodes[$0]?.properties[name] == .string(value)
        }
    }

    func expand(
        _ sources: [NodeID], _ direction: Direction, types: [RelationshipTypeID]?,
        into result: inout Expansion
    ) throws {
        let names = types.map { $0.map { relationshipTypes[Int($0.rawValue)] } }
        for (row, source) in sources.enumerated() {
            for relationship in relationships.values.sorted(by: { $0.id < $1.id }) {
                if let names, !names.contains(relationship.type) { continue }
                let isOut = relationship.start == source && direction != .incoming
                let isIn = relationship.end == source && direction != .outgoing
                guard isOut || isIn else { continue }
                result.sourceRows.append(UInt32(row))
                result.neighbours.append(isOut ? relationship.end : relationship.start)
                result.relationships.append(relationship.id)
            }
        }
    }

    func hasLabel(_ label: LabelID, nodes ids: [NodeID]) throws -> [Bool] {
        ids.map { nodes[$0]?.labels.contains(labels[Int(label.rawValue)]) ?? false }
    }

    func property(_ key: PropertyKeyID, ofNodes ids: [NodeID]) throws -> [Value] {
        ids.map { nodes[$0]?.properties[propertyKeys[Int(key.rawValue)]] ?? .null }
    }

    func property(_ key: PropertyKeyID, ofRelationships ids: [RelationshipID]) throws -> [Value] {
        ids.map { relationships[$0]?.properties[propertyKeys[Int(key.rawValue)]] ?? .null }
    }

    func relationships(ofType type: RelationshipTypeID?) throws -> [RelationshipID] {
        relationships.values.filter { relationship in
            type.map { relationship.type == relationshipTypes[Int($0.rawValue)] } ?? true
        }.map(\.id).sorted()
    }

    func ends(of ids: [RelationshipID]) throws -> [(start: NodeID, end: NodeID)] {
        ids.compactMap { relationships[$0].map { ($0.start, $0.end) } }
    }

    func type(of ids: [RelationshipID]) throws -> [RelationshipTypeID] {
        ids.compactMap { id in
            relationships[id].flatMap { relationshipTypes.firstIndex(of: $0.type) }
                .map { RelationshipTypeID(rawValue: UInt32($0)) }
        }
    }

    func node(_ id: NodeID) throws -> Node? { nodes[id] }
    func relationship(_ id: RelationshipID) throws -> Relationship? { relationships[id] }
    func evidence(of id: RelationshipID) throws -> [Evidence] { evidence[id] ?? [] }
    func mentions(of id: NodeID) throws -> [MentionRecord] { mentions[id] ?? [] }

    // MARK: Writing

    func createNode(labels: [String], properties: [String: Value]) throws -> NodeID {
        let id = NodeID(rawValue: nextNode)
        nextNode += 1
        for label in labels { place(label, in: &self.labels) }
        for key in properties.keys { place(key, in: &propertyKeys) }
        nodes[id] = Node(id: id, labels: labels.sorted(), properties: properties)
        return id
    }

    func createRelationship(
        _ type: String, from start: NodeID, to end: NodeID, properties: [String: Value]
    ) throws -> RelationshipID {
        let id = RelationshipID(rawValue: nextRelationship)
        nextRelationship += 1
        place(type, in: &relationshipTypes)
        for key in properties.keys { place(key, in: &propertyKeys) }
        relationships[id] = Relationship(
            id: id, type: type, start: start, end: end, properties: properties)
        return id
    }

    func delete(_ node: NodeID) throws { nodes[node] = nil }
    func delete(_ relationship: RelationshipID) throws { relationships[relationship] = nil }

    func setProperty(_ key: String, to value: Value, of node: NodeID) throws {
        place(key, in: &propertyKeys)
        nodes[node]?.properties[key] = value == .null ? nil : value
    }

    func setProperty(_ key: String, to value: Value, of relationship: RelationshipID) throws {
        place(key, in: &propertyKeys)
        relationships[relationship]?.properties[key] = value == .null ? nil : value
    }

    func addLabel(_ label: String, to node: NodeID) throws {
        place(label, in: &labels)
        guard let known = nodes[node]?.labels, !known.contains(label) else { return }
        nodes[node]?.labels = (known + [label]).sorted()
    }

    func removeLabel(_ label: String, from node: NodeID) throws {
        nodes[node]?.labels.removeAll { $0 == label }
    }
}
