/// What the engine reads of a graph: a snapshot that does not change while it is held, or the graph
/// as a running transaction sees it (`GraphWriting`).
///
/// Every call works on a batch or gives a whole slice, because a call across the module boundary
/// for each neighbour costs several times a slice for each node.
public protocol GraphReading {
    /// Names of labels by `LabelID`.
    var labels: [String] { get }
    /// Names of relationship types by `RelationshipTypeID`.
    var relationshipTypes: [String] { get }
    /// Names of property keys by `PropertyKeyID`.
    var propertyKeys: [String] { get }
    var nodeCount: Int { get }
    var relationshipCount: Int { get }

    /// Ids of the nodes with a label, or of all nodes, in ascending order.
    func nodes(withLabel label: LabelID?) throws -> [NodeID]

    /// Nodes whose property equals a string, in ascending order, with a label or any.
    func nodes(withLabel label: LabelID?, where key: PropertyKeyID, equals value: String) throws
        -> [NodeID]

    /// Follows relationships from each of `sources`; results are appended in the order of
    /// `sources`. With `.both`, a loop is met once. `types` nil means any type.
    func expand(
        _ sources: [NodeID], _ direction: Direction, types: [RelationshipTypeID]?,
        into result: inout Expansion) throws

    func hasLabel(_ label: LabelID, nodes: [NodeID]) throws -> [Bool]
    /// One value a node; null where the node lacks the property.
    func property(_ key: PropertyKeyID, ofNodes nodes: [NodeID]) throws -> [Value]
    /// One value a relationship; null where it lacks the property.
    func property(_ key: PropertyKeyID, ofRelationships relationships: [RelationshipID]) throws
        -> [Value]
    /// Ids of the relationships of a type, or of all, in ascending order.
    func relationships(ofType type: RelationshipTypeID?) throws -> [RelationshipID]
    /// The two ends of each relationship.
    func ends(of relationships: [RelationshipID]) throws -> [(start: NodeID, end: NodeID)]
    func type(of relationships: [RelationshipID]) throws -> [RelationshipTypeID]
    func node(_ id: NodeID) throws -> Node?
    func relationship(_ id: RelationshipID) throws -> Relationship?
    /// The evidence of a claim, in the order of documents and spans; empty for what is no claim.
    func evidence(of relationship: RelationshipID) throws -> [Evidence]
    /// The places in documents that were resolved to a node, each with its sentence, in the order of
    /// documents and spans; empty for what was not read from a text.
    func mentions(of node: NodeID) throws -> [MentionRecord]
}

/// Rows that an expansion gave: flat columns of equal length.
public struct Expansion: Sendable {
    /// Index into the sources of the node each row comes from; ascending.
    public var sourceRows: [UInt32] = []
    public var neighbours: [NodeID] = []
    public var relationships: [RelationshipID] = []

    public init() {}

    public mutating func removeAll() {
        sourceRows.removeAll(keepingCapacity: true)
        neighbours.removeAll(keepingCapacity: true)
        relationships.removeAll(keepingCapacity: true)
    }
}
