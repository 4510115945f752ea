import GraphModel

/// The part of a graph that a result's rows show: their nodes, relationships and paths, also within
/// lists and maps, each once and in the order of first appearance.
public struct ResultGraph: Sendable {
    /// Asks the graph for what rows do not hold: the ends of a relationship that stands alone, and
    /// the sentence to show on pointing at it.
    public struct Lookup {
        public var node: (NodeID) throws -> Node?
        public var sentence: (Relationship) throws -> String?

        public init(
            node: @escaping (NodeID) throws -> Node?,
            sentence: @escaping (Relationship) throws -> String?
        ) {
            self.node = node
            self.sentence = sentence
        }

        /// Knows nothing: an end that the rows lack is drawn by its id.
        public static var none: Lookup { Lookup(node: { _ in nil }, sentence: { _ in nil }) }
    }

    public private(set) var nodes: [Node] = []
    public private(set) var edges: [DotDocument.Edge] = []

    public init(rows: [[Value]], lookup: Lookup = .none) throws {
        var collected = Collected()
        for row in rows {
            for value in row { collected.add(value) }
        }
        for relationship in collected.relationships {
            for end in [relationship.start, relationship.end]
            where !collected.knownNodes.contains(end) {
                collected.add(
                    .node(try lookup.node(end) ?? Node(id: end, labels: [], properties: [:])))
            }
        }
        nodes = collected.nodes
        edges = try collected.relationships.map {
            DotDocument.Edge($0, sentence: try lookup.sentence($0))
        }
    }

    private struct Collected {
        var nodes: [Node] = []
        var relationships: [Relationship] = []
        var knownNodes: Set<NodeID> = []
        private var knownRelationships: Set<RelationshipID> = []

        mutating func add(_ value: Value) {
            switch value {
            case .null, .boolean, .integer, .float, .string: break
            case .date, .localTime, .time, .localDateTime, .dateTime, .duration: break
            case .list(let items):
                for item in items { add(item) }
            case .map(let entries):
                for entry in entries.sorted(by: { $0.key < $1.key }) { add(entry.value) }
            case .node(let node):
                if knownNodes.insert(node.id).inserted { nodes.append(node) }
            case .relationship(let relationship):
                if knownRelationships.insert(relationship.id).inserted {
                    relationships.append(relationship)
                }
            case .path(let path):
                for node in path.nodes { add(.node(node)) }
                for relationship in path.relationships { add(.relationship(relationship)) }
            }
        }
    }
}
