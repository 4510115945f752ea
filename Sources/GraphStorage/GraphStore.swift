import GraphModel

/// A graph: its record in SQLite, and the index by which it is traversed.
///
/// There is one writer at a time, over all processes; each snapshot reads the commit that was the
/// last when it was made. A store and what it gives belong to one thread at a time.
public final class GraphStore {
    public enum Access: Hashable, Sendable {
        /// The file must be there and is not changed.
        case readOnly
        /// The file must be there.
        case readWrite
        /// A file that is absent or empty is made a new graph.
        case create
    }

    private let access: Access
    private let file: RecordFile?
    private let indexFile: IndexFile?
    private var connection: Connection?
    private var readers = ReaderPool()
    private var state: GraphState
    private var isWriting = false
    /// The delta is folded when it is larger than this and than a quarter of the index.
    var foldThreshold = 4096

    private init(
        access: Access, file: RecordFile?, indexFile: IndexFile?, connection: Connection
    ) throws(StorageError) {
        self.access = access
        self.file = file
        self.indexFile = indexFile
        self.connection = connection
        try connection.execute("BEGIN")
        defer { connection.rollback() }
        state = try GraphState.load(connection, indexFile)
    }

    deinit { close() }

    /// Opens a graph file. A file that is something else, damaged or of a later version is refused
    /// and stays as it is.
    ///
    /// - Parameter busyMilliseconds: how long to wait for another writer.
    public static func open(
        path: String, access: Access, busyMilliseconds: Int32 = 2000
    ) throws(StorageError) -> GraphStore {
        let file = RecordFile(path: path, busyMilliseconds: busyMilliseconds)
        return try GraphStore(
            access: access, file: file, indexFile: IndexFile(path: path + "-index"),
            connection: file.open(access))
    }

    /// A graph that is gone when the store is.
    public static func inMemory() throws(StorageError) -> GraphStore {
        try GraphStore(
            access: .create, file: nil, indexFile: nil, connection: RecordFile.inMemory())
    }

    /// The graph as of the last commit; it does not change while it is held.
    ///
    /// - Precondition: no `write` of this store is running.
    public func read() throws(StorageError) -> GraphSnapshot {
        precondition(!isWriting, "read through the transaction while one is running")
        guard let connection else { throw closed() }
        guard let file else {
            return GraphSnapshot(connection, state, pool: nil)
        }
        let reader: Connection
        if let pooled = readers.take() { reader = pooled } else { reader = try file.openReader() }
        do throws(StorageError) {
            try reader.execute("BEGIN")
            try state.refresh(reader, indexFile)
        } catch {
            reader.rollback()
            throw error
        }
        return GraphSnapshot(reader, state, pool: readers)
    }

    /// Runs `body` in one transaction: all of it is kept, or, if it throws, nothing.
    ///
    /// - Precondition: no other `write` of this store is running.
    public func write<T>(_ body: (GraphTransaction) throws -> T) throws -> T {
        precondition(!isWriting, "a transaction is running already")
        guard access != .readOnly else { throw readOnly() }
        let connection = try connectionForWriting()
        try connection.execute("BEGIN IMMEDIATE")
        do {
            try state.refresh(connection, indexFile)
        } catch {
            connection.rollback()
            throw error
        }
        isWriting = true
        let transaction = GraphTransaction(connection, state)
        state = .empty()
        defer {
            state = transaction.state
            isWriting = false
            foldIfLarge()
        }
        do {
            let result = try body(transaction)
            try transaction.commit()
            return result
        } catch {
            transaction.undo()
            throw error
        }
    }

    /// Reads the whole record and throws if anything in it contradicts the rest.
    public func verify() throws(StorageError) {
        guard let connection else { throw closed() }
        try RecordFile.verify(connection)
        _ = try TopologyColumns(connection)
    }

    /// Writes the index file anew if it is behind, and lets the file go.
    public func close() {
        guard connection != nil else { return }
        if state.topology.delta.size > 0 { fold() }
        readers.closeAll()
        connection = nil
    }

    /// A snapshot in memory reads through the writer's own connection; while one is held, the
    /// writer goes on with a copy.
    private func connectionForWriting() throws(StorageError) -> Connection {
        guard var current = connection else { throw closed() }
        guard file == nil else { return current }
        connection = nil
        if !isKnownUniquelyReferenced(&current) {
            let held = current
            do throws(StorageError) { current = try held.copyInMemory() } catch {
                connection = held
                throw error
            }
        }
        connection = current
        return current
    }

    private func foldIfLarge() {
        let size = state.topology.delta.size
        let index = state.topology.index
        if size > foldThreshold && size > (index.nodes.count + index.relationships.count) / 4 {
            fold()
        }
    }

    private func fold() {
        state.topology.fold(uuid: state.record.uuid, stamp: state.record.stamp)
        indexFile?.replace(with: state.topology.index.image)
    }

    private func closed() -> StorageError {
        StorageError(.cannotOpen, "The graph was closed; open it again.")
    }
    private func readOnly() -> StorageError {
        StorageError(.cannotOpen, "The graph was opened for reading only; open it for writing.")
    }
}

/// Connections of snapshots that are gone, kept for the next.
final class ReaderPool {
    private var free: [Connection] = []
    private var isOpen = true

    func take() -> Connection? { free.popLast() }

    func giveBack(_ connection: Connection) {
        connection.rollback()
        if isOpen { free.append(connection) }
    }

    func closeAll() {
        free.removeAll()
        isOpen = false
    }
}
