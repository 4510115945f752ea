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
}
