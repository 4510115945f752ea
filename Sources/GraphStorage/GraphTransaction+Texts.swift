import GraphModel

/// Writing what the graph keeps of the texts that it was read from.
extension GraphTransaction {
    /// Keeps a document; one of the same id is replaced.
    public func save(_ document: DocumentRecord) throws(StorageError) {
        try connection.statement("REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)")
            .bind(1, document.id).bind(2, document.title).bind(3, document.date)
            .bind(4, document.source).bind(5, document.path).bind(6, document.sha256).run()
    }

    /// Removes the document's own row; its mentions and evidence are removed by their own calls.
    public func removeDocument(id: String) throws(StorageError) {
        try connection.statement("DELETE FROM documents WHERE id = ?").bind(1, id).run()
    }

    /// Adds a sentence to what supports a claim.
    ///
    /// - Parameters:
    ///   - confidence: of this one reading, from 0 to 1.
    ///   - attributedTo: who says so, as the sentence names them.
    public func addEvidence(
        _ evidence: Evidence, to relationship: RelationshipID, confidence: Double? = nil,
        attributedTo: [String] = []
    ) throws(StorageError) {
        _ = try known(relationship)
        let row = try connection.statement(
            "INSERT INTO evidence VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        try row.bind(1, Int64(relationship.rawValue)).bind(2, evidence.document)
            .bind(3, evidence.sentence)
        row.bind(4, Int64(evidence.sentenceSpan.start)).bind(5, Int64(evidence.sentenceSpan.end))
            .bind(6, Int64(evidence.sourceSpan.start)).bind(7, Int64(evidence.sourceSpan.end))
            .bind(8, Int64(evidence.targetSpan.start)).bind(9, Int64(evidence.targetSpan.end))
        try row.bind(10, evidence.pattern).bind(11, evidence.cue).bind(12, evidence.speaker)
            .bind(13, evidence.quotationHash)
            .bind(15, ListText.encode(attributedTo.map(Value.string)))
        if let confidence { row.bind(14, confidence) } else { try row.bind(14, String?.none) }
        try row.run()
    }

    /// Removes what a document supports, and says which relationships lost by it.
    public func removeEvidence(ofDocument id: String) throws(StorageError) -> [RelationshipID] {
        let row = try connection.statement(
            "SELECT DISTINCT relationship FROM evidence WHERE document = ? ORDER BY relationship"
        ).bind(1, id)
        var affected: [RelationshipID] = []
        while try row.step() {
            affected.append(RelationshipID(rawValue: UInt32(truncatingIfNeeded: row.integer(0))))
        }
        row.reset()
        try connection.statement("DELETE FROM evidence WHERE document = ?").bind(1, id).run()
        return affected
    }

    public func addMention(_ mention: MentionRecord) throws(StorageError) {
        try connection.statement("INSERT INTO mentions VALUES (NULL, ?, ?, ?, ?, ?, ?)")
            .bind(1, mention.document).bind(2, Int64(mention.span.start))
            .bind(3, Int64(mention.span.end)).bind(4, mention.words)
            .bind(5, Int64(mention.entity.rawValue)).bind(6, mention.rule).run()
    }

    public func removeMentions(ofDocument id: String) throws(StorageError) {
        try connection.statement("DELETE FROM mentions WHERE document = ?").bind(1, id).run()
    }

    /// Keeps a judgement; an earlier one about the same two names, in either order, is replaced.
    public func setJudgement(_ judgement: Judgement) throws(StorageError) {
        try removeJudgement(judgement)
        try connection.statement("INSERT INTO judgements (verdict, first, second) VALUES (?, ?, ?)")
            .bind(1, judgement.verdict.rawValue).bind(2, judgement.first)
            .bind(3, judgement.second).run()
    }

    /// Removes what was decided about the judgement's two names, whichever the verdict.
    public func removeJudgement(_ judgement: Judgement) throws(StorageError) {
        try connection.statement(
            "DELETE FROM judgements WHERE (first, second) IN (VALUES (?1, ?2), (?2, ?1))"
        ).bind(1, judgement.first).bind(2, judgement.second).run()
    }
}
