import GraphExport
import GraphModel
import GraphStorage

extension KnowledgeGraph {
    /// Runs a statement: one that writes in a transaction of its own, kept as a whole or not at all.
    ///
    /// - Throws: `QueryFailure` for what is wrong with the statement or its run, `StorageError` for
    ///   what is wrong with the file.
    public func run(
        _ statement: PreparedStatement, in session: QuerySession,
        _ environment: QueryEnvironment = QueryEnvironment()
    ) throws -> QueryResult {
        if let failure = statement.failure { throw failure }
        guard statement.isWriting else {
            return try session.run(statement, on: read(), environment)
        }
        return try write { try session.run(statement, on: $0, environment) }
    }

    /// Names of all property keys that the graph ever had.
    public func propertyKeys() throws -> [String] { try read().propertyKeys }

    /// Asks the graph, as it is now, for what a drawing of a result needs beside its rows.
    public func drawingLookup() throws -> ResultGraph.Lookup {
        let graph = try read()
        return ResultGraph.Lookup(
            node: { try graph.node($0) },
            sentence: { try graph.evidence(of: $0.id).first?.sentence })
    }

    /// The graph as a drawing: all but its documents, and of the others at most `limit`, those with
    /// the most relationships.
    public func drawing(limit: Int) throws -> DotDocument.Output {
        let graph = try read()
        var isDocument = Set<NodeID>()
        if let label = graph.label("Document") {
            isDocument = Set(try graph.nodes(withLabel: label))
        }
        let all = try graph.nodes(withLabel: nil).filter { !isDocument.contains($0) }
        let ids = Set(all)
        let relationships = try graph.relationships(ofType: nil)
        let ends = try graph.ends(of: relationships)
        var degrees: [NodeID: Int] = [:]
        var drawn: [(RelationshipID, start: NodeID, end: NodeID)] = []
        for (relationship, ends) in zip(relationships, ends)
        where ids.contains(ends.start) && ids.contains(ends.end) {
            degrees[ends.start, default: 0] += 1
            degrees[ends.end, default: 0] += 1
            drawn.append((relationship, ends.start, ends.end))
        }
        let kept = all.sorted {
            (degrees[$1] ?? 0, $0) < (degrees[$0] ?? 0, $1)
        }.prefix(limit)
        let keptIDs = Set(kept)
        let inside = drawn.filter { keptIDs.contains($0.start) && keptIDs.contains($0.end) }
        let nodes = try kept.compactMap { try graph.node($0) }
        let edges = try inside.compactMap { found -> DotDocument.Edge? in
            guard let relationship = try graph.relationship(found.0) else { return nil }
            return DotDocument.Edge(
                relationship, sentence: try graph.evidence(of: found.0).first?.sentence)
        }
        var drawing = DotDocument(nodes: nodes, edges: edges)
        drawing.omittedNodes = all.count - nodes.count
        drawing.omittedRelationships = drawn.count - edges.count
        return drawing.output()
    }
}
