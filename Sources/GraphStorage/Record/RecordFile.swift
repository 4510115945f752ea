#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Opens the record of a graph. Whatever is not a whole graph file of a version that we know is
/// refused before SQLite could recover, convert or write anything in it.
struct RecordFile {
    let path: String
    let busyMilliseconds: Int32
    /// Below this size the whole file is checked when it is opened; a check reads all of it.
    private static let checkedSize: Int64 = 4 << 20

    /// The connection for writing, or for reading where nothing can be written.
    func open(_ access: GraphStore.Access) throws(StorageError) -> Connection {
        var status = stat()
        let exists = stat(path, &status) == 0
        if !exists && access != .create { throw absent() }
        if exists && status.st_mode & S_IFMT != S_IFREG { throw noFile() }
        let connection: Connection
        do throws(StorageError) {
            connection = try Connection(
                .file(path, create: !exists), busyMilliseconds: busyMilliseconds)
        } catch {
            throw access == .create && !exists ? cannotCreate(error) : cannotOpen(error)
        }
        let head = try connection.fileHead(100)
        if head.size == 0 {
            // SQLite takes a file of one byte for an empty one, and would write over it.
            if exists && status.st_size > 0 { throw foreign() }
            guard access == .create else { throw empty() }
            try make(connection)
            return connection
        }
        try check(head)
        let readable = try settled(connection, writing: access != .readOnly)
        if head.size <= Self.checkedSize { try Self.verify(readable) }
        // Only the first write through the pager: the file is ours and whole.
        if access != .readOnly && head.bytes[18] != 2 { try Self.useWriteAheadLog(readable) }
        return readable
    }

    /// One more connection for a snapshot.
    func openReader() throws(StorageError) -> Connection {
        try settled(
            Connection(.file(path, create: false), busyMilliseconds: busyMilliseconds),
            writing: false)
    }

    static func inMemory() throws(StorageError) -> Connection {
        let connection = try Connection(.memory, busyMilliseconds: 0)
        try RecordSchema.create(in: connection, uuid: newUUID())
        return connection
    }

    /// Reads every page of the record and throws if they contradict one another.
    static func verify(_ connection: Connection) throws(StorageError) {
        let finding = try connection.text("PRAGMA quick_check(1)")
        if finding != "ok" { throw contradictory(finding) }
    }

    private func make(_ connection: Connection) throws(StorageError) {
        try connection.execute("BEGIN IMMEDIATE")
        do throws(StorageError) {
            // Another process may have made the graph since the size was looked at.
            if try connection.integer("SELECT count(*) FROM sqlite_master") == 0 {
                try RecordSchema.create(in: connection, uuid: Self.newUUID())
            }
            try connection.execute("COMMIT")
        } catch {
            connection.rollback()
            throw error
        }
        try Self.useWriteAheadLog(connection)
        try Self.settings(connection)
    }

    /// Compares SQLite's header with what a graph file has there.
    private func check(_ head: (size: Int64, bytes: [UInt8])) throws(StorageError) {
        let magic = Array("SQLite format 3\0".utf8)
        guard head.bytes.count == 100, head.bytes.starts(with: magic) else { throw foreign() }
        func number(_ offset: Int, _ count: Int) -> Int64 {
            head.bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int64($1) }
        }
        guard number(68, 4) == RecordSchema.applicationID else { throw foreign() }
        guard number(60, 4) <= RecordSchema.version else { throw newer() }
        guard number(60, 4) >= RecordSchema.version else { throw older() }
        let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
        guard pageSize >= 512, head.size % pageSize == 0 || hasLog else { throw truncated() }
        // A log left by a crash may hold what the file itself still lacks.
        guard head.size >= number(28, 4) * pageSize || hasLog else { throw truncated() }
    }

    private var hasLog: Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// Makes sure that the connection can read; in a folder where SQLite can put no files beside
    /// the record it is opened anew as one that nobody changes.
    private func settled(_ connection: Connection, writing: Bool) throws(StorageError)
        -> Connection
    {
        do throws(StorageError) {
            _ = try connection.integer("SELECT commits FROM graph")
            if writing && connection.isReadOnly { throw protected() }
            try Self.settings(connection)
            guard try connection.integer("PRAGMA user_version") ?? 0 <= RecordSchema.version
            else { throw newer() }
            return connection
        } catch {
            guard error.code == .cannotOpen, !writing, !hasLog else { throw error }
            let immutable = try Connection(.immutable(path), busyMilliseconds: busyMilliseconds)
            _ = try immutable.integer("SELECT commits FROM graph")
            return immutable
        }
    }

    private static func settings(_ connection: Connection) throws(StorageError) {
        // A large log is folded in when the file is closed, not amid a transaction.
        try connection.execute("PRAGMA wal_autocheckpoint = 10000; PRAGMA synchronous = FULL;")
    }

    private static func useWriteAheadLog(_ connection: Connection) throws(StorageError) {
        _ = try connection.text("PRAGMA journal_mode = WAL")
    }

    private static func newUUID() -> String {
        let digits = (0..<32).map { _ in String(Int.random(in: 0..<16), radix: 16) }.joined()
        var rest = digits[...]
        return [8, 4, 4, 4, 12].map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }.joined(separator: "-")
    }
}

extension RecordFile {
    private func absent() -> StorageError {
        StorageError(.cannotOpen, "There is no graph file '\(path)'.")
    }
    private func noFile() -> StorageError {
        StorageError(.notAGraph, "'\(path)' is no file; give the path of a graph file.")
    }
    private func cannotOpen(_ error: StorageError) -> StorageError {
        StorageError(
            error.code, "'\(path)' cannot be opened; check your rights to it.", cause: error.cause)
    }
    private func cannotCreate(_ error: StorageError) -> StorageError {
        StorageError(
            error.code, "'\(path)' cannot be made; check that its folder exists and is yours.",
            cause: error.cause)
    }
    private func empty() -> StorageError {
        StorageError(.notAGraph, "'\(path)' is empty; it holds no graph.")
    }
    private func foreign() -> StorageError {
        StorageError(
            .notAGraph,
            "'\(path)' is not a graph file of Legation; it was left as it is. Give another path.")
    }
    private func newer() -> StorageError {
        StorageError(
            .tooNew,
            "'\(path)' was written by a later version of Legation; open it with that version.")
    }
    private func older() -> StorageError {
        StorageError(
            .tooOld,
            "'\(path)' was written by an earlier version of Legation, whose tables were others; "
                + "it was left as it is. Read its texts into a new graph.")
    }
    private func truncated() -> StorageError {
        StorageError(
            .damaged, "'\(path)' is cut short; restore it from a copy, or build it anew.")
    }
    private func protected() -> StorageError {
        StorageError(.cannotOpen, "'\(path)' cannot be written to; open it for reading only.")
    }
    private static func contradictory(_ finding: String?) -> StorageError {
        StorageError(
            .damaged, "The graph file is damaged; restore it from a copy, or build it anew.",
            cause: finding)
    }
}
