import GraphModel
import PatternPacks
import TextMatching

/// Decides a claim's status by the cues around it.
struct StatusReader {
    private struct Cue {
        var pattern: CuePattern
        var key: RuleKey
    }

    private let cues: [Cue]
    /// Those that decide the claims of each field that has cues of its own; all decide the others'.
    private let cuesByField: [RelationField: [Cue]]

    init(_ packs: [Pack]) {
        cues = packs.flatMap(\.cues).sorted { $0.rule.priority > $1.rule.priority }
            .map { Cue(pattern: $0, key: RuleKey($0.rule)) }
        cuesByField = cues.reduce(into: [:]) { byField, cue in
            for field in cue.pattern.fields { byField[field, default: []].append(cue) }
        }
    }

    private func cues(for pattern: RelationPattern) -> [Cue] {
        pattern.fields.first.flatMap { cuesByField[$0] } ?? cues
    }

    /// The status and the words that decided it: of the cues in the verb group the first of the
    /// pack's order; else those before the claim; else what the pattern itself says.
    func read(
        _ found: RelationPass.Found, _ sentence: EncodedSentence, _ context: MatchContext,
        _ text: DocumentText
    ) -> (status: ClaimStatus, cue: String?) {
        let cues = cues(for: found.pattern)
        let own = ClaimStatus(rawValue: found.pattern.status) ?? .asserted
        if let verbs = found.range("vg"), verbs.start < verbs.end {
            if let cue = first(cues, .verb, in: verbs, sentence, context, text) { return cue }
        }
        if own != .asserted { return (own, nil) }
        let before = ByteRange(start: 0, end: found.match.range.start)
        if let cue = first(cues, .before, in: before, sentence, context, text) { return cue }
        return (own, nil)
    }

    private func first(
        _ cues: [Cue], _ scope: CuePattern.Scope, in range: ByteRange,
        _ sentence: EncodedSentence,
        _ context: MatchContext, _ text: DocumentText
    ) -> (ClaimStatus, String?)? {
        let bytes = Array(sentence.bytes[range.start..<range.end])
        for cue in cues
        where cue.pattern.scope == scope && context.isActive(cue.key, within: range, of: sentence) {
            let cue = cue.pattern
            guard let match = context.firstMatch(of: cue.rule, in: bytes),
                let status = ClaimStatus(rawValue: cue.status)
            else { continue }
            let place = ByteRange(
                start: range.start + match.range.start, end: range.start + match.range.end)
            context.trace?.cue = cue.rule.id
            return (status, trimmed(text[sentence.span(place)]))
        }
        return nil
    }

    private func trimmed(_ words: String) -> String {
        words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
