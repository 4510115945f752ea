import CSQLite

/// A connection to an SQLite database, and the only file that calls the database library.
///
/// Statements are prepared once and kept by their text. Every fault comes out as a `StorageError`.
final class Connection {
    enum Place {
        case memory
        case file(String, create: Bool)
        /// A file in a folder where nobody can write: no locks and no files beside it.
        case immutable(String)
    }

    private let handle: OpaquePointer
    private var statements: [String: Statement] = [:]

    init(_ place: Place, busyMilliseconds: Int32) throws(StorageError) {
        var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
        let name: String
        switch place {
        case .memory: name = ":memory:"
        case .file(let path, let create):
            // A relative path gets "./" so that SQLite never takes a file for a special name.
            name = path.hasPrefix("/") ? path : "./" + path
            if create { flags |= SQLITE_OPEN_CREATE }
        case .immutable(let path):
            name = "file:" + Self.percentEncoded(path) + "?immutable=1"
            flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        }
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(name, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let cause = opened.map { String(cString: sqlite3_errmsg($0)) }
            sqlite3_close_v2(opened)
            throw Self.fault(code, cause: cause)
        }
        handle = opened
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, busyMilliseconds)
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    /// A statement made for this text before, or a new one.
    func statement(_ sql: String) throws(StorageError) -> Statement {
        if let known = statements[sql] { return known }
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(
            handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw fault(code) }
        let statement = Statement(handle: prepared, connection: self)
        statements[sql] = statement
        return statement
    }

    /// Runs statements that give no rows and need no values.
    func execute(_ sql: String) throws(StorageError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        if code != SQLITE_OK { throw fault(code) }
    }

    /// The first column of the first row.
    func integer(_ sql: String) throws(StorageError) -> Int64? {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : nil
    }

    /// The first column of the first row.
    func text(_ sql: String) throws(StorageError) -> String? {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.text(0) : nil
    }

    /// Rows inserted, changed or deleted since the connection was opened.
    var totalChanges: Int64 { sqlite3_total_changes64(handle) }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Ends a transaction without its changes; SQLite may have done so itself after a fault.
    func rollback() {
        if isInTransaction { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
    }

    /// Whether the file itself, or the right to it, allows no writing.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// The size of the database file and its first bytes, read past the pager.
    ///
    /// An own file descriptor would not do: closing it drops the locks that this process holds on
    /// the same file through SQLite.
    func fileHead(_ count: Int) throws(StorageError) -> (size: Int64, bytes: [UInt8]) {
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard let file, let methods = file.pointee.pMethods else { return (0, []) }
        var size: sqlite3_int64 = 0
        var code = methods.pointee.xFileSize(file, &size)
        guard code == SQLITE_OK else { throw fault(code) }
        var bytes = [UInt8](repeating: 0, count: min(count, Int(size)))
        if !bytes.isEmpty {
            code = methods.pointee.xRead(file, &bytes, Int32(bytes.count), 0)
            guard code == SQLITE_OK else { throw fault(code) }
        }
        return (size, bytes)
    }

    /// A database in memory with the same content.
    func copyInMemory() throws(StorageError) -> Connection {
        let copy = try Connection(.memory, busyMilliseconds: 0)
        guard let backup = sqlite3_backup_init(copy.handle, "main", handle, "main") else {
            throw copy.fault(sqlite3_errcode(copy.handle))
        }
        let code = sqlite3_backup_step(backup, -1)
        sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else { throw copy.fault(code) }
        return copy
    }

    fileprivate func fault(_ code: Int32) -> StorageError {
        Self.fault(code, cause: String(cString: sqlite3_errmsg(handle)))
    }

    private static func percentEncoded(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            switch byte {
            case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return result
    }
}

/// A prepared statement: bind from 1, step, read columns from 0, reset.
final class Statement {
    private let handle: OpaquePointer
    private unowned let connection: Connection

    fileprivate init(handle: OpaquePointer, connection: Connection) {
        self.handle = handle
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    @discardableResult
    func bind(_ index: Int32, _ value: Int64) -> Self {
        sqlite3_bind_int64(handle, index, value)
        return self
    }

    @discardableResult
    func bind(_ index: Int32, _ value: Double) -> Self {
        sqlite3_bind_double(handle, index, value)
        return self
    }

    @discardableResult
    func bind(_ index: Int32, _ value: String?) throws(StorageError) -> Self {
        guard var value else {
            sqlite3_bind_null(handle, index)
            return self
        }
        let code = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty string has no base address, and a null pointer would bind NULL.
                guard let base = characters.baseAddress else {
                    return sqlite3_bind_text(handle, index, "", 0, legation_sqlite_transient())
                }
                return sqlite3_bind_text64(
                    handle, index, base, UInt64(characters.count), legation_sqlite_transient(),
                    UInt8(SQLITE_UTF8))
            }
        }
        guard code == SQLITE_OK else { throw connection.fault(code) }
        return self
    }

    /// True if there is a row to read.
    func step() throws(StorageError) -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let fault = connection.fault(code)
            sqlite3_reset(handle)
            throw fault
        }
    }

    /// Runs a statement that gives no rows, and makes it ready again.
    func run() throws(StorageError) {
        while try step() {}
        sqlite3_reset(handle)
    }

    func reset() { sqlite3_reset(handle) }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func text(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// A column as SQLite holds it.
    func cell(_ column: Int32) -> Cell {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: .float(sqlite3_column_double(handle, column))
        case SQLITE_TEXT: .text(text(column) ?? "")
        case SQLITE_NULL: .null
        default: .bytes
        }
    }

    enum Cell {
        case null, bytes
        case integer(Int64)
        case float(Double)
        case text(String)
    }
}

extension Connection {
    private static func fault(_ code: Int32, cause: String?) -> StorageError {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED:
            StorageError(
                .busy, "Another process is writing to the graph file; try again when it is done.",
                cause: cause)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
            StorageError(
                .cannotOpen, "The graph file cannot be opened; check the path and your rights.",
                cause: cause)
        case SQLITE_READONLY:
            StorageError(
                .cannotOpen, "The graph file cannot be written to; check your rights to it.",
                cause: cause)
        case SQLITE_FULL, SQLITE_IOERR, SQLITE_NOMEM, SQLITE_TOOBIG, SQLITE_INTERRUPT:
            StorageError(
                .input, "The disk is full or failed; nothing of this change was kept.",
                cause: cause)
        default:
            // Our statements are fixed, so a table or column that is missing is damage too.
            StorageError(
                .damaged, "The graph file is damaged; restore it from a copy, or build it anew.",
                cause: cause)
        }
    }
}
