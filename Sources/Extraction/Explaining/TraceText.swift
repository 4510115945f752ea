/// A trace as lines for people.
public struct TraceText {
    /// What a piece of the text is, for whoever gives it a colour.
    public enum Part: CaseIterable, Sendable {
        case sentence, stage, pattern, good, bad
    }

    private let paint: (String, Part) -> String

    public init(paint: @escaping (String, Part) -> String = { text, _ in text }) {
        self.paint = paint
    }

    public func text(of explained: ExplainedDocument) -> String {
        var blocks = explained.sentences.map { lines(of: $0).map { $0 + "\n" }.joined() }
        let givenUp = explained.document.givenUp.sorted { $0.key < $1.key }
        if !givenUp.isEmpty {
            blocks.append(
                givenUp.map { "gave up pattern \($0.key): it exceeded its limits\n" }.joined())
        }
        return blocks.joined(separator: "\n")
    }

    private func lines(of trace: SentenceTrace) -> [String] {
        var lines = [paint(trace.words, .sentence)]
        lines += stage("mentions", trace.mentions.map(line))
        lines += stage("references", trace.references.map(line))
        lines += stage(
            "phrases",
            trace.phrases.flatMap {
                ["\(paint($0.pattern, .pattern)): \($0.words)", "  \($0.seen)"]
            })
        lines += stage("patterns see", [trace.seen])
        lines += stage("discarded by", trace.discards.map { paint($0, .bad) })
        lines += stage("patterns that matched", trace.matches.flatMap(match))
        lines += stage("claims", trace.claims.isEmpty ? [paint("none", .bad)] : claims(trace))
        return lines + stage("nearest patterns", trace.nearest.flatMap(nearest))
    }

    private func stage(_ name: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["  " + paint(name, .stage)] + lines.map { "    " + $0 }
    }

    private func line(_ mention: MentionTrace) -> String {
        let entity = mention.entity.map { " = \($0)" } ?? ""
        return "⟨\(mention.mentionClass):\(mention.words)⟩\(entity)  "
            + "\(paint(mention.rule, .pattern)) [\(mention.span.start), \(mention.span.end))"
    }

    private func match(_ match: RelationTrace) -> [String] {
        var lines = [
            "\(paint(match.pattern, .pattern)): "
                + (match.type ?? "an anti-pattern, which claims nothing")
        ]
        lines += match.captures.map { "  \($0.name) = \($0.words)" }
        if let winner = match.lostTo {
            return lines + ["  " + paint("lost its trigger to \(winner)", .bad)]
        }
        guard let status = match.status else { return lines }
        var decided = "  status \(paint(status, .good))"
        if let cue = match.cue { decided += ", by \"\(cue)\"" }
        if let pattern = match.decidedBy { decided += " of cue \(paint(pattern, .pattern))" }
        lines.append(decided + "; confidence \(match.confidence)")
        if !match.speakers.isEmpty {
            lines.append("  said by \(match.speakers.joined(separator: ", "))")
        }
        if match.claims == 0 {
            lines.append("  " + paint("no claim: its ends name no two actors", .bad))
        }
        return lines
    }

    private func claims(_ trace: SentenceTrace) -> [String] {
        trace.claims.map {
            "\(paint($0.type, .good)) \($0.source) -> \($0.target), \($0.status), "
                + "by \(paint($0.pattern, .pattern))"
        }
    }

    private func nearest(_ near: NearestPattern) -> [String] {
        let stop = near.stoppedBy.map { "stopped by \(paint($0, .bad))" }
        return [
            "\(paint(near.pattern, .pattern)): \(near.type), for its word \"\(near.anchor)\"",
            "  got as far as \(near.matched)",
            "  " + (stop ?? paint("the sentence ends too early", .bad)),
        ]
    }
}
