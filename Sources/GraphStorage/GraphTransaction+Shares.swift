import GraphModel

/// What a document calls an entity, and the node that it was resolved to.
public struct EntityName: Hashable, Sendable {
    public var document: String
    /// Rank among the document's entities.
    public var place: Int
    /// Nil until it is resolved.
    public var entity: NodeID?
    public var kind: String
    public var name: String
    /// How often the document mentions it.
    public var mentions: Int
    /// How the name led to the entity: `name`, `alias` or `judgement`; nil until it did.
    public var rule: String?

    public init(
        document: String, place: Int, entity: NodeID?, kind: String, name: String, mentions: Int,
        rule: String?
    ) {
        self.rule = rule
        self.document = document
        self.place = place
        self.entity = entity
        self.kind = kind
        self.name = name
        self.mentions = mentions
    }
}

/// What supports a claim, as far as its properties are made of it.
public struct ClaimSupport: Hashable, Sendable {
    public var document: String
    public var confidence: Double?
    public var attributedTo: [String]
    /// The document's.
    public var date: String?
}

/// What each document gave to the graph, kept so that it can be withdrawn or resolved anew.
extension GraphTransaction {
    public func saveShare(_ content: String, ofDocument id: String) throws(StorageError) {
        try connection.statement("REPLACE INTO shares VALUES (?, ?)")
            .bind(1, id).bind(2, content).run()
    }

    public func share(ofDocument id: String) throws(StorageError) -> String? {
        let row = try connection.statement("SELECT content FROM shares WHERE document = ?")
            .bind(1, id)
        defer { row.reset() }
        return try row.step() ? row.text(0) : nil
    }

    /// Removes the share, and the names that it brought.
    public func removeShare(ofDocument id: String) throws(StorageError) {
        for table in ["shares", "entity_names", "entity_aliases"] {
            try connection.statement("DELETE FROM \(table) WHERE document = ?").bind(1, id).run()
        }
    }

    public func addEntityName(_ name: EntityName, aliases: [String]) throws(StorageError) {
        let row = try connection.statement("INSERT INTO entity_names VALUES (?, ?, ?, ?, ?, ?, ?)")
        try row.bind(1, name.document).bind(2, Int64(name.place)).bind(4, name.kind)
            .bind(5, name.name).bind(6, Int64(name.mentions)).bind(7, name.rule)
        if let entity = name.entity {
            row.bind(3, Int64(entity.rawValue))
        } else {
            try row.bind(3, String?.none)
        }
        try row.run()
        for alias in aliases {
            try connection.statement("REPLACE INTO entity_aliases VALUES (?, ?, ?)")
                .bind(1, name.document).bind(2, Int64(name.place)).bind(3, alias).run()
        }
    }

    public func setEntity(_ entity: NodeID, rule: String, of name: EntityName) throws(StorageError)
    {
        try connection.statement(
            "UPDATE entity_names SET entity = ?, rule = ? WHERE document = ? AND place = ?"
        ).bind(1, Int64(entity.rawValue)).bind(2, rule).bind(3, name.document)
            .bind(4, Int64(name.place)).run()
    }

    public func entityNames(ofDocument id: String) throws(StorageError) -> [EntityName] {
        try entityNames(
            connection.statement(Self.nameColumns + " WHERE document = ? ORDER BY place")
                .bind(1, id))
    }

    public func entityNames(named name: String) throws(StorageError) -> [EntityName] {
        try entityNames(
            connection.statement(Self.nameColumns + " WHERE name = ? ORDER BY document, place")
                .bind(1, name))
    }

    public func entityNames(of entity: NodeID) throws(StorageError) -> [EntityName] {
        try entityNames(
            connection.statement(Self.nameColumns + " WHERE entity = ? ORDER BY document, place")
                .bind(1, Int64(entity.rawValue)))
    }

    private static let nameColumns =
        "SELECT document, place, entity, kind, name, mentions, rule FROM entity_names"

    private func entityNames(_ row: Statement) throws(StorageError) -> [EntityName] {
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
                    mentions: Int(row.integer(5)), rule: row.text(6)))
        }
        return result
    }

    /// The other names of the entities that documents call by a name, with their kinds.
    public func aliases(ofName name: String) throws(StorageError) -> [(kind: String, alias: String)]
    {
        try pairs(
            """
            SELECT DISTINCT n.kind, a.alias FROM entity_names n
            JOIN entity_aliases a ON a.document = n.document AND a.place = n.place
            WHERE n.name = ? ORDER BY n.kind, a.alias
            """, name
        ).map { (kind: $0, alias: $1) }
    }

    /// The names of entities that documents also call by an alias, with their kinds.
    public func names(withAlias alias: String) throws(StorageError) -> [(
        kind: String, name: String
    )] {
        try pairs(
            """
            SELECT DISTINCT n.kind, n.name FROM entity_aliases a
            JOIN entity_names n ON a.document = n.document AND a.place = n.place
            WHERE a.alias = ? ORDER BY n.kind, n.name
            """, alias
        ).map { (kind: $0, name: $1) }
    }

    private func pairs(_ query: String, _ key: String) throws(StorageError) -> [(String, String)] {
        let row = try connection.statement(query).bind(1, key)
        defer { row.reset() }
        var result: [(String, String)] = []
        while try row.step() { result.append((row.text(0) ?? "", row.text(1) ?? "")) }
        return result
    }

    /// The relationship that a claim became, by what makes it the same as another.
    public func claim(key: String) throws(StorageError) -> RelationshipID? {
        try identifier("SELECT relationship FROM claims WHERE key = ?", key)
            .map(RelationshipID.init(rawValue:))
    }

    public func setClaim(_ relationship: RelationshipID, key: String) throws(StorageError) {
        try connection.statement("INSERT INTO claims VALUES (?, ?)")
            .bind(1, Int64(relationship.rawValue)).bind(2, key).run()
    }

    /// The node that a demand became, by what makes it the same as another.
    public func demand(key: String) throws(StorageError) -> NodeID? {
        try identifier("SELECT node FROM demands WHERE key = ?", key).map(NodeID.init(rawValue:))
    }

    public func setDemand(_ node: NodeID, key: String) throws(StorageError) {
        try connection.statement("INSERT INTO demands VALUES (?, ?)")
            .bind(1, Int64(node.rawValue)).bind(2, key).run()
    }

    private func identifier(_ query: String, _ key: String) throws(StorageError) -> UInt32? {
        let row = try connection.statement(query).bind(1, key)
        defer { row.reset() }
        return try row.step() ? UInt32(truncatingIfNeeded: row.integer(0)) : nil
    }

    /// What supports a claim, one for each sentence.
    public func support(of claim: RelationshipID) throws(StorageError) -> [ClaimSupport] {
        let row = try connection.statement(
            """
            SELECT e.document, e.confidence, e.attributed_to, d.date FROM evidence e
            LEFT JOIN documents d ON d.id = e.document WHERE e.relationship = ?
            """
        ).bind(1, Int64(claim.rawValue))
        defer { row.reset() }
        var result: [ClaimSupport] = []
        while try row.step() {
            var confidence: Double?
            if case .float(let number) = row.cell(1) { confidence = number }
            let speakers = (row.text(2).flatMap(ListText.decode) ?? []).compactMap { value in
                if case .string(let text) = value { text } else { nil }
            }
            result.append(
                ClaimSupport(
                    document: row.text(0) ?? "", confidence: confidence, attributedTo: speakers,
                    date: row.text(3)))
        }
        return result
    }

    /// The earliest and the latest date of the documents that name an entity.
    public func dates(of entity: NodeID) throws(StorageError) -> (first: String, last: String)? {
        let row = try connection.statement(
            """
            SELECT min(d.date), max(d.date) FROM entity_names n
            JOIN documents d ON d.id = n.document WHERE n.entity = ?
            """
        ).bind(1, Int64(entity.rawValue))
        defer { row.reset() }
        guard try row.step(), let first = row.text(0), let last = row.text(1) else { return nil }
        return (first, last)
    }
}
