import GraphModel
import PatternPacks

/// What the stages note for a trace; none is there when nobody asks for one.
final class TraceCollector {
    /// Traces of the sentences that are done.
    private(set) var sentences: [SentenceTrace] = []
    // What the stages note in the sentence at hand.
    private(set) var phrases: [PhraseTrace] = []
    /// Matches that claim nothing; `lostTo` is the pattern that had used their trigger.
    private(set) var barren: [(found: RelationPass.Found, lostTo: String?)] = []
    private(set) var discards: [String] = []
    /// The cue that decided the status read last.
    var cue: String?
    /// The matches that made claims or could have.
    private(set) var matches: [RelationTrace] = []

    /// No pattern made a claim in the sentence at hand.
    var isClaimless: Bool { matches.allSatisfy { $0.claims == 0 } }

    func begin() {
        phrases = []
        barren = []
        discards = []
        matches = []
    }

    func joined(_ pattern: String, _ words: String, _ sentence: EncodedSentence) {
        phrases.append(
            PhraseTrace(
                pattern: pattern, words: words, seen: sentence.shown(sentence.wholeRange)))
    }

    func claimsNothing(_ found: RelationPass.Found, lostTo winner: String? = nil) {
        barren.append((found, winner))
    }

    func discarded(by pattern: String) { discards.append(pattern) }

    func noteMatch(
        _ found: RelationPass.Found, _ status: ClaimStatus, _ words: String?,
        _ claims: [ExtractedClaim], _ parts: TraceBuilder
    ) {
        var match = parts.relation(found)
        match.status = status.rawValue
        match.cue = words
        match.decidedBy = cue
        match.speakers = claims.first?.attributedTo ?? []
        match.claims = claims.count
        matches.append(match)
    }

    /// The sentence at hand is done.
    func end(
        _ parts: TraceBuilder, _ span: TextSpan, names: Int, references: Int,
        claims: [ExtractedClaim]
    ) {
        sentences.append(
            parts.trace(self, span, names: names, references: references, claims: claims))
    }

    /// Adds to the sentence that was just done which patterns came nearest in it.
    func noteNearest(
        _ patterns: [RelationPattern], _ plain: PlainSentence, _ encoded: EncodedSentence,
        _ context: MatchContext
    ) {
        guard let last = sentences.indices.last else { return }
        let matched = sentences[last].matches.map(\.pattern)
        let others = patterns.filter { !matched.contains($0.rule.id) }
        sentences[last].nearest = NearestPatterns(patterns: others).find(encoded, plain, context)
    }
}
