import GraphModel
import GraphStorage

/// How large a graph is, and what it is made of.
public struct GraphStatistics: Hashable, Sendable {
    public var nodes: Int
    public var relationships: Int
    /// Labels that some node bears.
    public var nodesByLabel: [String: Int]
    /// Types that some relationship has.
    public var relationshipsByType: [String: Int]
    /// Relationships by their property `status`: the claims.
    public var claimsByStatus: [String: Int]
    public var documents: Int
    public var evidence: Int
    public var mentions: Int
    /// Of the graph file.
    public var recordBytes: Int
    /// Of the index beside it.
    public var indexBytes: Int
}

extension KnowledgeGraph {
    /// Counts what the graph holds. Reads the status of every relationship.
    public func statistics() throws -> GraphStatistics {
        let graph = try read()
        let sizes = try graph.sizes
        var labels: [String: Int] = [:]
        for (place, name) in graph.labels.enumerated() {
            let count = try graph.nodes(withLabel: LabelID(rawValue: UInt32(place))).count
            if count > 0 { labels[name] = count }
        }
        var types: [String: Int] = [:]
        var statuses: [String: Int] = [:]
        for (place, name) in graph.relationshipTypes.enumerated() {
            let type = RelationshipTypeID(rawValue: UInt32(place))
            let relationships = try graph.relationships(ofType: type)
            if !relationships.isEmpty { types[name] = relationships.count }
            guard let key = graph.propertyKey("status") else { continue }
            for case .string(let status) in try graph.property(key, ofRelationships: relationships)
            where ClaimStatus(rawValue: status) != nil {
                statuses[status, default: 0] += 1
            }
        }
        return GraphStatistics(
            nodes: graph.nodeCount, relationships: graph.relationshipCount, nodesByLabel: labels,
            relationshipsByType: types, claimsByStatus: statuses, documents: sizes.documents,
            evidence: sizes.evidence, mentions: sizes.mentions, recordBytes: sizes.recordBytes,
            indexBytes: sizes.indexBytes)
    }
}
