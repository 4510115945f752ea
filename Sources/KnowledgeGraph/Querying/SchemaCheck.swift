import Diagnostics
import GraphModel
import QuerySemantics

/// Warns of labels, types and property keys that a query reads and the graph has not.
enum SchemaCheck {
    static func warnings(_ mentions: [SchemaMention], _ graph: any GraphReading) -> [Diagnostic] {
        // An empty graph lacks everything; that is no misspelling.
        if graph.nodeCount == 0 { return [] }
        var told: Set<String> = []
        return mentions.compactMap { mention in
            let known =
                switch mention.kind {
                case .label: graph.labels
                case .relationshipType: graph.relationshipTypes
                case .propertyKey: graph.propertyKeys
                }
            guard !known.contains(mention.name),
                told.insert(mention.kind.rawValue + mention.name).inserted
            else { return nil }
            return .unknown(mention, among: known)
        }
    }
}

// MARK: - Wording

extension Diagnostic {
    private static func listed(_ known: [String]) -> String? {
        if known.isEmpty { return nil }
        let shown = known.sorted().prefix(8).joined(separator: ", ")
        return "it has: " + shown + (known.count > 8 ? " and \(known.count - 8) more" : "")
    }

    fileprivate static func unknown(_ mention: SchemaMention, among known: [String]) -> Diagnostic {
        let code =
            switch mention.kind {
            case .label: "UnknownLabel"
            case .relationshipType: "UnknownRelationshipType"
            case .propertyKey: "UnknownPropertyKey"
            }
        return Diagnostic(
            .warning, code: code,
            "the graph has no \(mention.kind.rawValue) '\(mention.name)'", at: mention.span,
            help: Suggestion.nearest(to: mention.name, among: known).map { "did you mean '\($0)'?" }
                ?? listed(known))
    }
}
