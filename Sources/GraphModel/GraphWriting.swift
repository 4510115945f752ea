/// What the engine writes to a graph, within one transaction.
///
/// What is read through it shows at once what was written through it; labels, types and keys that
/// are new get ids after the old ones. The transaction is begun and committed by who made it.
public protocol GraphWriting: GraphReading {
    func createNode(labels: [String], properties: [String: Value]) throws -> NodeID
    func createRelationship(
        _ type: String, from start: NodeID, to end: NodeID, properties: [String: Value]
    ) throws -> RelationshipID
    /// - Precondition: no relationship begins or ends at the node.
    func delete(_ node: NodeID) throws
    func delete(_ relationship: RelationshipID) throws
    /// `.null` removes the property.
    func setProperty(_ key: String, to value: Value, of node: NodeID) throws
    /// `.null` removes the property.
    func setProperty(_ key: String, to value: Value, of relationship: RelationshipID) throws
    func addLabel(_ label: String, to node: NodeID) throws
    func removeLabel(_ label: String, from node: NodeID) throws
}
