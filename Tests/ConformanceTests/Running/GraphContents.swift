import GraphModel

/// What a graph holds, as sets, so that two moments of it can be compared.
struct GraphContents: Sendable {
    struct Property: Hashable, Sendable {
        var isOfNode: Bool
        var owner: UInt32
        var key: String
        var value: Value
    }

    var nodes: Set<NodeID> = []
    var relationships: Set<RelationshipID> = []
    var labels: Set<String> = []
    var properties: Set<Property> = []

    init() {}

    init(of graph: any GraphReading) throws {
        for id in try graph.nodes(withLabel: nil) {
            if let node = try graph.node(id) { add(node) }
        }
        for id in try graph.relationships(ofType: nil) {
            if let relationship = try graph.relationship(id) { add(relationship) }
        }
    }

    mutating func add(_ node: Node) {
        nodes.insert(node.id)
        labels.formUnion(node.labels)
        for (key, value) in node.properties {
            properties.insert(
                Property(isOfNode: true, owner: node.id.rawValue, key: key, value: value))
        }
    }

    mutating func add(_ relationship: Relationship) {
        relationships.insert(relationship.id)
        for (key, value) in relationship.properties {
            properties.insert(
                Property(isOfNode: false, owner: relationship.id.rawValue, key: key, value: value))
        }
    }

    /// The side effects between two moments, as scenarios count them; those of 0 left out.
    static func effects(from before: GraphContents, to after: GraphContents) -> [String: Int] {
        var effects: [String: Int] = [:]
        func count<Element>(_ name: String, _ set: KeyPath<GraphContents, Set<Element>>) {
            effects["+\(name)"] = after[keyPath: set].subtracting(before[keyPath: set]).count
            effects["-\(name)"] = before[keyPath: set].subtracting(after[keyPath: set]).count
        }
        count("nodes", \.nodes)
        count("relationships", \.relationships)
        count("labels", \.labels)
        count("properties", \.properties)
        return effects.filter { $0.value != 0 }
    }
}
