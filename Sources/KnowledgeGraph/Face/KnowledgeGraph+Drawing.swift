import GraphExport
import GraphModel
import GraphStorage

extension KnowledgeGraph {
    private struct Line {
        var relationship: RelationshipID
        var start: NodeID
        var end: NodeID
    }

    /// The graph as a drawing, without its documents and without what they merely mention.
    ///
    /// - Parameter limit: most nodes that are drawn. The relationships between those that have the
    ///   most come first, so that no node stands there without what makes it worth drawing.
    public func drawing(limit: Int) throws -> DotDocument.Output {
        let graph = try read()
        let (nodes, lines) = try drawable(graph)
        var degrees: [NodeID: Int] = [:]
        for line in lines {
            degrees[line.start, default: 0] += 1
            degrees[line.end, default: 0] += 1
        }
        func rank(_ line: Line) -> Int { (degrees[line.start] ?? 0) + (degrees[line.end] ?? 0) }
        var kept: Set<NodeID> = []
        for line in lines.sorted(by: { (rank($1), $0.relationship) < (rank($0), $1.relationship) })
        {
            let both = kept.union([line.start, line.end])
            if both.count <= limit { kept = both }
        }
        for node in nodes where degrees[node] == nil && kept.count < limit { kept.insert(node) }
        let drawn = lines.filter { kept.contains($0.start) && kept.contains($0.end) }
        var drawing = DotDocument(
            nodes: try kept.sorted().compactMap { try graph.node($0) },
            edges: try drawn.compactMap { line in
                guard let relationship = try graph.relationship(line.relationship) else {
                    return nil
                }
                let sentence = try graph.evidence(of: line.relationship).first?.sentence
                return DotDocument.Edge(relationship, sentence: sentence)
            })
        drawing.omittedNodes = nodes.count - kept.count
        drawing.omittedRelationships = lines.count - drawn.count
        return drawing.output()
    }

    /// What is worth drawing: all relationships but those to documents, their ends, and nodes that
    /// nothing is tied to, which a user made so.
    private func drawable(_ graph: GraphSnapshot) throws -> (nodes: [NodeID], lines: [Line]) {
        var documents: Set<NodeID> = []
        if let label = graph.label(RelationName.document) {
            documents = Set(try graph.nodes(withLabel: label))
        }
        let relationships = try graph.relationships(ofType: nil)
        var lines: [Line] = []
        var ends: Set<NodeID> = []
        var mentioned: Set<NodeID> = []
        for (relationship, pair) in zip(relationships, try graph.ends(of: relationships)) {
            if documents.contains(pair.start) || documents.contains(pair.end) {
                mentioned.formUnion([pair.start, pair.end])
            } else {
                ends.formUnion([pair.start, pair.end])
                lines.append(Line(relationship: relationship, start: pair.start, end: pair.end))
            }
        }
        let nodes = try graph.nodes(withLabel: nil).filter {
            ends.contains($0) || !(mentioned.contains($0) || documents.contains($0))
        }
        return (nodes, lines)
    }
}
