import GraphModel
import PatternPacks
import TextMatching

/// Decides a claim's status by the cues around it.
struct StatusReader {
    private let cues: [CuePattern]
    private let keys: [RuleKey]
    /// Those that decide the claims of each field that has cues of its own; all decide the others'.
    private let cuesByField: [RelationField: [CuePattern]]

    init(_ packs: [Pack]) {
        cues = packs.flatMap(\.cues).sorted { $0.rule.priority > $1.rule.priority }
        keys = cues.map { RuleKey($0.rule) }
        cuesByField = cues.reduce(into: [:]) { byField, cue in
            for field in cue.fields { byField[field, default: []].append(cue) }
        }
    }

    private func cues(for pattern: RelationPattern) -> [CuePattern] {
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
        _ cues: [CuePattern], _ scope: CuePattern.Scope, in range: ByteRange,
        _ sentence: EncodedSentence,
        _ context: MatchContext, _ text: DocumentText
    ) -> (ClaimStatus, String?)? {
        let bytes = Array(sentence.bytes[range.start..<range.end])
        for (cue, key) in zip(cues, keys)
        where cue.scope == scope && context.isActive(key, within: range, of: sentence) {
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
