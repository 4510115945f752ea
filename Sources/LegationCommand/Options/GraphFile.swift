import ArgumentParser
import KnowledgeGraph
import Shell

/// Opening of the graph file that a command names, with what to tell where that fails.
enum GraphFile {
    /// A graph that must be there. One that may not be written to is opened for reading.
    static func existing(_ path: String, _ console: Console) throws -> KnowledgeGraph {
        guard FileSystem.kind(of: path) != nil else {
            console.showError(
                "there is no graph file '\(path)'; 'legation ingest \(path) TEXTS' makes one")
            throw ExitCode(1)
        }
        return try opened(console) { () throws(KnowledgeGraph.StorageError) in
            do throws(KnowledgeGraph.StorageError) {
                return try KnowledgeGraph.open(path: path, access: .readWrite)
            } catch {
                guard error.code == .cannotOpen else { throw error }
                return try KnowledgeGraph.open(path: path, access: .readOnly)
            }
        }
    }

    /// A graph that is made where it is not there.
    static func created(_ path: String, _ console: Console) throws -> KnowledgeGraph {
        try opened(console) { () throws(KnowledgeGraph.StorageError) in
            try KnowledgeGraph.open(path: path, access: .create)
        }
    }

    static func inMemory(_ console: Console) throws -> KnowledgeGraph {
        try opened(console) { () throws(KnowledgeGraph.StorageError) in
            try KnowledgeGraph.inMemory()
        }
    }

    private static func opened(
        _ console: Console, _ open: () throws(KnowledgeGraph.StorageError) -> KnowledgeGraph
    ) throws -> KnowledgeGraph {
        do throws(KnowledgeGraph.StorageError) { return try open() } catch {
            console.showError(error.message)
            throw ExitCode(1)
        }
    }
}
