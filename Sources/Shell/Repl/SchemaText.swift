import KnowledgeGraph

/// What a graph is made of, for people.
public enum SchemaText {
    public static func of(_ statistics: GraphStatistics, keys: [String], width: Int?) -> String {
        guard statistics.nodes > 0 else { return "the graph is empty\n" }
        var text = table("label", "nodes", statistics.nodesByLabel, width)
        if !statistics.relationshipsByType.isEmpty {
            text += table(
                "relationship type", "relationships", statistics.relationshipsByType, width)
        }
        return text + "property keys: " + keys.sorted().joined(separator: ", ") + "\n"
    }

    /// Counts by name, the largest first.
    public static func table(
        _ name: String, _ count: String, _ counts: [String: Int], _ width: Int?
    ) -> String {
        let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { [Value.string($0.key), .integer(Int64($0.value))] }
        return BoxTable(width: width).text(columns: [name, count], rows: rows)
    }
}
