import GraphModel

/// What the graph keeps of the texts that it was read from.
extension GraphView {
    /// How large a graph is, in things and in bytes.
    public struct Sizes: Hashable, Sendable {
        public var recordBytes: Int
        public var indexBytes: Int
        public var documents: Int
        public var evidence: Int
        public var mentions: Int
    }

    /// The size of the record, of the index, and what they hold beside the graph.
    public var sizes: Sizes {
        get throws(StorageError) {
            func number(_ query: String) throws(StorageError) -> Int {
                Int(try connection.integer(query) ?? 0)
            }
            return Sizes(
                recordBytes: try number("PRAGMA page_count") * number("PRAGMA page_size"),
                indexBytes: state.topology.index.image.bytes.count,
                documents: try number("SELECT count(*) FROM documents"),
                evidence: try number("SELECT count(*) FROM evidence"),
                mentions: try number("SELECT count(*) FROM mentions"))
        }
    }

    public func document(id: String) throws(StorageError) -> DocumentRecord? {
        let row = try connection.statement(Self.documentColumns + " WHERE id = ?").bind(1, id)
        defer { row.reset() }
        return try row.step() ? row.document() : nil
    }

    /// All documents in the order of their ids.
    public func documents() throws(StorageError) -> [DocumentRecord] {
        let row = try connection.statement(Self.documentColumns + " ORDER BY id")
        defer { row.reset() }
        var result: [DocumentRecord] = []
        while try row.step() { result.append(row.document()) }
        return result
    }

    private static let documentColumns =
        "SELECT id, title, date, source, path, sha256 FROM documents"

    public func evidence(of relationship: RelationshipID) throws -> [Evidence] {
        let row = try connection.statement(
            Self.evidenceColumns
                + " WHERE relationship = ? ORDER BY document, sentence_start, source_start, id"
        ).bind(1, Int64(relationship.rawValue))
        return try evidence(row).map(\.1)
    }

    /// The evidence that a document gives, each with the claim that it supports.
    public func evidence(ofDocument id: String) throws(StorageError) -> [(
        RelationshipID, Evidence
    )] {
        try evidence(
            connection.statement(
                Self.evidenceColumns + " WHERE document = ? ORDER BY sentence_start, id"
            ).bind(1, id))
    }

    private func evidence(_ row: Statement) throws(StorageError) -> [(RelationshipID, Evidence)] {
        defer { row.reset() }
        var result: [(RelationshipID, Evidence)] = []
        while try row.step() {
            let id = UInt32(truncatingIfNeeded: row.integer(0))
            result.append((RelationshipID(rawValue: id), row.evidence()))
        }
        return result
    }

    private static let evidenceColumns = """
        SELECT relationship, document, sentence, sentence_start, sentence_end, source_start,
            source_end, target_start, target_end, pattern, cue, speaker, quotation_hash
        FROM evidence
        """

    /// The mentions in a document, in the order of their spans.
    public func mentions(ofDocument id: String) throws(StorageError) -> [MentionRecord] {
        try mentions(
            connection.statement(
                Self.mentionColumns + " WHERE document = ? ORDER BY span_start, span_end, id"
            ).bind(1, id))
    }

    /// The mentions that were resolved to an entity, with their sentences, by document and span.
    public func mentions(of entity: NodeID) throws -> [MentionRecord] {
        let row = try connection.statement(
            """
            SELECT m.document, m.span_start, m.span_end, m.words, m.entity, m.rule, s.words,
                s.span_start, s.span_end
            FROM mentions m LEFT JOIN sentences s
                ON s.document = m.document AND s.span_end >= m.span_end
                AND s.span_start = (
                    SELECT max(span_start) FROM sentences
                    WHERE document = m.document AND span_start <= m.span_start)
            WHERE m.entity = ? ORDER BY m.document, m.span_start, m.span_end, m.rule
            """
        ).bind(1, Int64(entity.rawValue))
        defer { row.reset() }
        var result: [MentionRecord] = []
        while try row.step() {
            var mention = row.mention()
            if let sentence = row.text(6) {
                mention.sentence = sentence
                mention.sentenceSpan = row.span(7)
            }
            result.append(mention)
        }
        return result
    }

    /// The entities that some words were resolved to by a rule.
    public func entities(mentionedAs words: String, by rule: String) throws(StorageError)
        -> [NodeID]
    {
        let row = try connection.statement(
            "SELECT DISTINCT entity FROM mentions WHERE words = ? AND rule = ? ORDER BY 1"
        ).bind(1, words).bind(2, rule)
        defer { row.reset() }
        var result: [NodeID] = []
        while try row.step() {
            result.append(NodeID(rawValue: UInt32(truncatingIfNeeded: row.integer(0))))
        }
        return result
    }

    private func mentions(_ row: Statement) throws(StorageError) -> [MentionRecord] {
        defer { row.reset() }
        var result: [MentionRecord] = []
        while try row.step() { result.append(row.mention()) }
        return result
    }

    private static let mentionColumns =
        "SELECT document, span_start, span_end, words, entity, rule FROM mentions"

    /// What the user decided about names, in the order of the names.
    public func judgements() throws(StorageError) -> [Judgement] {
        let row = try connection.statement(
            "SELECT verdict, first, second FROM judgements ORDER BY first, second")
        defer { row.reset() }
        var result: [Judgement] = []
        while try row.step() {
            guard let verdict = row.text(0).flatMap(Judgement.Verdict.init(rawValue:)) else {
                throw StorageError(.damaged, "The graph file has a judgement of no known verdict.")
            }
            result.append(Judgement(verdict, row.text(1) ?? "", row.text(2) ?? ""))
        }
        return result
    }
}

extension Statement {
    fileprivate func document() -> DocumentRecord {
        DocumentRecord(
            id: text(0) ?? "", title: text(1), date: text(2), source: text(3), path: text(4),
            sha256: text(5) ?? "")
    }

    fileprivate func mention() -> MentionRecord {
        MentionRecord(
            document: text(0) ?? "", span: span(1), words: text(3) ?? "",
            entity: NodeID(rawValue: UInt32(truncatingIfNeeded: integer(4))), rule: text(5) ?? "")
    }

    fileprivate func evidence() -> Evidence {
        Evidence(
            document: text(1) ?? "", sentence: text(2) ?? "", sentenceSpan: span(3),
            sourceSpan: span(5), targetSpan: span(7), pattern: text(9) ?? "", cue: text(10),
            speaker: text(11), quotationHash: text(12) ?? "")
    }

    fileprivate func span(_ column: Int32) -> TextSpan {
        TextSpan(start: Int(integer(column)), end: Int(integer(column + 1)))
    }
}
