import GraphModel

/// The node `(:A {x: 1})` with id 1, a relationship `[:T {y: 2}]` from it to itself, and nothing
/// else: enough for functions that look a value up again.
struct OneNodeGraph: GraphReading {
    static let node = Node(
        id: NodeID(rawValue: 1), labels: ["A"], properties: ["x": .integer(1)])
    static let loop = Relationship(
        id: RelationshipID(rawValue: 1), type: "T", start: node.id, end: node.id,
        properties: ["y": .integer(2)])

    let labels = ["A"]
    let relationshipTypes = ["T"]
    let propertyKeys = ["x", "y"]
    let nodeCount = 1
    let relationshipCount = 1

    func nodes(withLabel label: LabelID?) -> [NodeID] { [Self.node.id] }
    func nodes(withLabel label: LabelID?, where key: PropertyKeyID, equals value: String)
        -> [NodeID]
    { [] }
    func expand(
        _ sources: [NodeID], _ direction: Direction, types: [RelationshipTypeID]?,
        into result: inout Expansion
    ) {}
    func hasLabel(_ label: LabelID, nodes: [NodeID]) -> [Bool] { nodes.map { _ in true } }
    func property(_ key: PropertyKeyID, ofNodes nodes: [NodeID]) -> [Value] {
        nodes.map { _ in .integer(1) }
    }
    func property(_ key: PropertyKeyID, ofRelationships relationships: [RelationshipID]) -> [Value]
    { relationships.map { _ in .integer(2) } }
    func relationships(ofType type: RelationshipTypeID?) -> [RelationshipID] { [Self.loop.id] }
    func ends(of relationships: [RelationshipID]) -> [(start: NodeID, end: NodeID)] {
        relationships.map { _ in (Self.node.id, Self.node.id) }
    }
    func type(of relationships: [RelationshipID]) -> [RelationshipTypeID] {
        relationships.map { _ in RelationshipTypeID(rawValue: 0) }
    }
    func node(_ id: NodeID) -> Node? { id == Self.node.id ? Self.node : nil }
    func relationship(_ id: RelationshipID) -> Relationship? {
        id == Self.loop.id ? Self.loop : nil
    }
    func evidence(of relationship: RelationshipID) -> [Evidence] {
        [
            Evidence(
                document: "d", sentence: "A pays B.", sentenceSpan: TextSpan(start: 3, end: 12),
                sourceSpan: TextSpan(start: 3, end: 4), targetSpan: TextSpan(start: 10, end: 11),
                pattern: "funds.pays", cue: nil, speaker: "C", quotationHash: "00ff")
        ]
    }
    func mentions(of node: NodeID) -> [MentionRecord] {
        [
            MentionRecord(
                document: "d", span: TextSpan(start: 3, end: 4), words: "A", entity: node,
                rule: "gazetteer", sentence: "A pays B.",
                sentenceSpan: TextSpan(start: 3, end: 12))
        ]
    }
}
