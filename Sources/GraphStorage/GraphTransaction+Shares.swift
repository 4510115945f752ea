import GraphModel

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
        for table in [
            "shares", "entity_names", "entity_aliases", "entity_keys", "entity_countries",
            "sentences",
        ] {
            try connection.statement("DELETE FROM \(table) WHERE document = ?").bind(1, id).run()
        }
    }

    public func addEntityName(_ name: EntityName, _ details: EntityDetails) throws(StorageError) {
        let row = try connection.statement(
            "INSERT INTO entity_names VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        try row.bind(1, name.document).bind(2, Int64(name.place)).bind(4, name.kind)
            .bind(5, name.name).bind(6, Int64(name.mentions)).bind(7, name.rule)
            .bind(8, Int64(name.isLocal ? 1 : 0))
        if let entity = name.entity {
            row.bind(3, Int64(entity.rawValue))
        } else {
            try row.bind(3, String?.none)
        }
        try row.run()
        for (table, texts) in [
            ("entity_aliases", details.aliases), ("entity_keys", details.keys),
            ("entity_countries", details.countries),
        ] {
            for text in texts {
                try connection.statement("REPLACE INTO \(table) VALUES (?, ?, ?)")
                    .bind(1, name.document).bind(2, Int64(name.place)).bind(3, text).run()
            }
        }
    }

    /// Keeps a sentence that holds mentions.
    public func addSentence(_ words: String, _ span: TextSpan, ofDocument id: String)
        throws(StorageError)
    {
        try connection.statement("REPLACE INTO sentences VALUES (?, ?, ?, ?)")
            .bind(1, id).bind(2, Int64(span.start)).bind(3, Int64(span.end)).bind(4, words).run()
    }

    public func setEntity(_ entity: NodeID, rule: String, of name: EntityName) throws(StorageError)
    {
        try connection.statement(
            "UPDATE entity_names SET entity = ?, rule = ? WHERE document = ? AND place = ?"
        ).bind(1, Int64(entity.rawValue)).bind(2, rule).bind(3, name.document)
            .bind(4, Int64(name.place)).run()
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
