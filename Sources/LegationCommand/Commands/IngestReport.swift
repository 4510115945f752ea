import KnowledgeGraph

/// What an ingest did, in lines for people.
struct IngestReport {
    let text: String

    /// - Parameter unchanged: documents that were found unchanged before they were read.
    init(_ summary: IngestSummary, documents: Int, unchanged: Int, isDryRun: Bool) {
        var lines: [String] = []
        lines.append(
            "\(isDryRun ? "would read" : "read") \(Self.counted(documents + unchanged, "document")): "
                + "\(summary.newDocuments.count) new, \(summary.changedDocuments.count) changed, "
                + "\(summary.unchangedDocuments.count + unchanged) unchanged")
        let claims = summary.newClaims.values.reduce(0, +)
        var found =
            "found \(Self.counted(summary.newEntities, "new entity")), "
            + Self.counted(claims, "new claim")
        if claims > 0 {
            let types = summary.newClaims.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            found += " (" + types.map { "\($0.value) \($0.key)" }.joined(separator: ", ") + ")"
        }
        lines.append(found + ", \(Self.counted(summary.evidenceAdded, "piece")) of evidence")
        for (reason, count) in summary.skippedClaims.sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            lines.append("left out \(Self.counted(count, "claim")): \(Self.words(reason))")
        }
        for (pattern, count) in summary.givenUp.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "gave up pattern \(pattern) in \(Self.counted(count, "sentence")): "
                    + "it exceeded its limits there")
        }
        text = lines.map { $0 + "\n" }.joined()
    }

    private static func words(_ reason: IngestSummary.SkipReason) -> String {
        switch reason {
        case .oneEntity: "both ends are the same entity"
        case .withoutEnd: "an end names no entity"
        }
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        if count == 1 { return "1 \(noun)" }
        return noun.hasSuffix("y") ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)s"
    }
}
