import GraphModel

/// What documents call their entities, and by what names are found that may mean the same.
extension GraphView {
    public func entityNames(ofDocument id: String) throws(StorageError) -> [EntityName] {
        try entityNames("WHERE document = ? ORDER BY place") { (row) throws(StorageError) in
            try row.bind(1, id)
        }
    }

    public func entityNames(named name: String) throws(StorageError) -> [EntityName] {
        try entityNames("WHERE name = ? ORDER BY document, place") {
            (row) throws(StorageError) in try row.bind(1, name)
        }
    }

    public func entityNames(of entity: NodeID) throws(StorageError) -> [EntityName] {
        try entityNames("WHERE entity = ? ORDER BY document, place") {
            (row) throws(StorageError) in row.bind(1, Int64(entity.rawValue))
        }
    }

    private func entityNames(
        _ condition: String, _ bind: (Statement) throws(StorageError) -> Statement
    ) throws(StorageError) -> [EntityName] {
        let row = try bind(
            connection.statement(
                "SELECT document, place, entity, kind, name, mentions, rule, is_local "
                    + "FROM entity_names " + condition))
        defer { row.reset() }
        var result: [EntityName] = []
        while try row.step() {
            let entity: NodeID?
            if case .integer(let id) = row.cell(2) {
                entity = NodeID(rawValue: UInt32(truncatingIfNeeded: id))
            } else {
                entity = nil
            }
            result.append(
                EntityName(
                    document: row.text(0) ?? "", place: Int(row.integer(1)), entity: entity,
                    kind: row.text(3) ?? "", name: row.text(4) ?? "",
                    mentions: Int(row.integer(5)), rule: row.text(6), isLocal: row.integer(7) != 0))
        }
        return result
    }

    /// The other names of the entities that documents call by a name; of one kind for each use by
    /// itself, of others all together, without document.
    public func aliases(ofName name: String, eachUseOf kind: String) throws(StorageError)
        -> [EntityDetail]
    {
        let row = try connection.statement(
            """
            SELECT DISTINCT iif(n.kind = ?2, n.document, ''), iif(n.kind = ?2, n.place, 0), n.kind,
                n.name, a.alias
            FROM entity_names n
            JOIN entity_aliases a ON a.document = n.document AND a.place = n.place
            WHERE n.name = ?1 ORDER BY 1, 2, 3, 5
            """
        ).bind(1, name).bind(2, kind)
        return try details(row)
    }

    /// The countries of the entities that documents call by a name.
    public func countries(ofName name: String) throws(StorageError) -> [EntityDetail] {
        let row = try connection.statement(
            """
            SELECT n.document, n.place, n.kind, n.name, c.country FROM entity_names n
            JOIN entity_countries c ON c.document = n.document AND c.place = n.place
            WHERE n.name = ? ORDER BY 1, 2, 5
            """
        ).bind(1, name)
        return try details(row)
    }

    /// The keys of the entities that documents call by a name.
    public func keys(ofName name: String) throws(StorageError) -> [String] {
        try texts(
            """
            SELECT DISTINCT k.key FROM entity_names n
            JOIN entity_keys k ON k.document = n.document AND k.place = n.place
            WHERE n.name = ? ORDER BY 1
            """, name)
    }

    /// The keys that a document brought.
    public func keys(ofDocument id: String) throws(StorageError) -> [String] {
        try texts("SELECT DISTINCT key FROM entity_keys WHERE document = ? ORDER BY 1", id)
    }

    /// What documents call the entities that they also call by an alias.
    public func names(withAlias alias: String) throws(StorageError) -> [String] {
        try texts(
            """
            SELECT DISTINCT n.name FROM entity_aliases a
            JOIN entity_names n ON a.document = n.document AND a.place = n.place
            WHERE a.alias = ? ORDER BY 1
            """, alias)
    }

    /// What documents call the entities that a key leads to.
    public func names(withKey key: String) throws(StorageError) -> [String] {
        try texts(
            """
            SELECT DISTINCT n.name FROM entity_keys k
            JOIN entity_names n ON k.document = n.document AND k.place = n.place
            WHERE k.key = ? ORDER BY 1
            """, key)
    }

    /// All names, in alphabetical order.
    public func allEntityNames() throws(StorageError) -> [String] {
        let row = try connection.statement("SELECT DISTINCT name FROM entity_names ORDER BY 1")
        defer { row.reset() }
        var result: [String] = []
        while try row.step() { result.append(row.text(0) ?? "") }
        return result
    }

    private func texts(_ query: String, _ text: String) throws(StorageError) -> [String] {
        let row = try connection.statement(query).bind(1, text)
        defer { row.reset() }
        var result: [String] = []
        while try row.step() { result.append(row.text(0) ?? "") }
        return result
    }

    private func details(_ row: Statement) throws(StorageError) -> [EntityDetail] {
        defer { row.reset() }
        var result: [EntityDetail] = []
        while try row.step() {
            result.append(
                EntityDetail(
                    document: row.text(0) ?? "", place: Int(row.integer(1)),
                    kind: row.text(2) ?? "", name: row.text(3) ?? "", text: row.text(4) ?? ""))
        }
        return result
    }
}
