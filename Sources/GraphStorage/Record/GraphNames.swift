import GraphModel

/// The names that a graph uses, each with its place.
struct GraphNames {
    var labels = NameTable()
    var relationshipTypes = NameTable()
    var propertyKeys = NameTable()

    init() {}

    init(_ connection: Connection) throws(StorageError) {
        labels = try NameTable(connection, "SELECT id, name FROM labels ORDER BY id")
        relationshipTypes = try NameTable(
            connection, "SELECT id, name FROM relationship_types ORDER BY id")
        propertyKeys = try NameTable(
            connection, "SELECT id, name FROM property_keys ORDER BY id")
    }
}

/// Names by their place, and back.
struct NameTable {
    private(set) var names: [String] = []
    private var places: [String: UInt32] = [:]

    init() {}

    init(_ connection: Connection, _ query: String) throws(StorageError) {
        let row = try connection.statement(query)
        defer { row.reset() }
        while try row.step() {
            guard row.integer(0) == names.count, let name = row.text(1) else {
                throw Self.gap()
            }
            append(name)
        }
    }

    func place(of name: String) -> UInt32? { places[name] }

    mutating func append(_ name: String) {
        places[name] = UInt32(names.count)
        names.append(name)
    }

    /// Forgets the names after the first `count`.
    mutating func truncate(to count: Int) {
        while names.count > count { places[names.removeLast()] = nil }
    }

    private static func gap() -> StorageError {
        StorageError(
            .damaged, "The graph file lacks names of labels, types or keys; it is damaged.")
    }
}
