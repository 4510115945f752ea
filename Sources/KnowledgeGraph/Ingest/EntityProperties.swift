import Extraction
import GraphModel
import GraphStorage

/// The labels and properties of an entity's node, made of what all documents say of it.
enum EntityProperties {
    static func set(
        _ entity: ResolvedEntity, _ kind: EntityKind, _ node: NodeID, _ graph: GraphTransaction
    ) throws {
        for other in EntityKind.allCases where other != kind {
            try graph.removeLabel(other.rawValue, from: node)
        }
        try graph.addLabel(kind.rawValue, to: node)
        let dates = try graph.dates(of: node)
        try graph.setProperty("name", to: .string(entity.name), of: node)
        try graph.setProperty("aliases", to: .list(entity.aliases.map(Value.string)), of: node)
        try graph.setProperty("first_seen", to: dates.map { .string($0.first) } ?? .null, of: node)
        try graph.setProperty("last_seen", to: dates.map { .string($0.last) } ?? .null, of: node)
    }

    /// The kind that most mentions have; of equals, the first by declaration.
    static func kind(of uses: [EntityName]) -> EntityKind {
        var counts: [String: Int] = [:]
        for use in uses { counts[use.kind, default: 0] += max(use.mentions, 1) }
        let known = EntityKind.allCases.filter { counts[$0.rawValue] != nil }
        var best = known.first ?? .organization
        for kind in known
        where counts[kind.rawValue, default: 0] > counts[best.rawValue, default: 0] {
            best = kind
        }
        return best
    }
}
