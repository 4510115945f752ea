import GraphModel

@testable import GraphStorage
@testable import KnowledgeGraph

/// All that a graph says, without the ids by which it says it.
struct GraphContent: Equatable {
    var nodes: [String] = []
    var relationships: [String] = []
    var mentions: [String] = []
    var documents: [DocumentRecord] = []

    init(_ knowledge: KnowledgeGraph) throws {
        let graph = try knowledge.read()
        var faces: [NodeID: String] = [:]
        for id in try graph.nodes(withLabel: nil) {
            guard let node = try graph.node(id) else { continue }
            faces[id] = "\(node.labels) \(Self.text(node.properties))"
        }
        for id in try graph.relationships(ofType: nil) {
            guard let found = try graph.relationship(id) else { continue }
            let evidence = try graph.evidence(of: id).map {
                "\($0.document) \($0.sentenceSpan) \($0.sourceSpan) \($0.targetSpan) \($0.pattern)"
            }
            relationships.append(
                """
                \(faces[found.start] ?? "?") -[\(found.type) \(Self.text(found.properties))]-> \
                \(faces[found.end] ?? "?") \(evidence)
                """)
        }
        documents = try graph.documents()
        for document in documents {
            mentions += try graph.mentions(ofDocument: document.id).map {
                "\($0.document) \($0.span) \($0.words) \($0.rule) \(faces[$0.entity] ?? "?")"
            }
        }
        nodes = faces.values.sorted()
        relationships.sort()
        mentions.sort()
    }

    private static func text(_ properties: [String: Value]) -> String {
        properties.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            .joined(separator: ", ")
    }
}
