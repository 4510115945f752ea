import GraphModel
import GraphStorage

/// A knowledge graph: read from texts, kept in a file, asked in openCypher.
///
/// It belongs to one thread at a time.
public final class KnowledgeGraph {
    public typealias Access = GraphStore.Access
    public typealias StorageError = GraphStorage.StorageError

    let store: GraphStore

    private init(_ store: GraphStore) { self.store = store }

    /// Opens a graph file; with `.create`, one that is absent is made.
    public static func open(path: String, access: Access) throws(StorageError) -> KnowledgeGraph {
        KnowledgeGraph(try GraphStore.open(path: path, access: access))
    }

    /// A graph that is gone when the object is.
    public static func inMemory() throws(StorageError) -> KnowledgeGraph {
        KnowledgeGraph(try GraphStore.inMemory())
    }

    /// Lets the file go; what was committed is kept.
    public func close() { store.close() }

    /// The graph as of the last commit.
    func read() throws(StorageError) -> GraphSnapshot { try store.read() }

    /// Runs `body` in one transaction: all of it is kept, or, if it throws, nothing.
    func write<T>(_ body: (GraphTransaction) throws -> T) throws -> T { try store.write(body) }
}
