import GraphModel
import PatternPacks
import TextMatching

/// Finds who says what of a sentence: speakers put in by the way hold for all of it, others for the
/// part that their pattern names.
struct AttributionReader {
    private let patterns: [SpeakerPattern]
    private let keys: [RuleKey]

    init(_ packs: [Pack]) {
        patterns = packs.flatMap(\.speakers).sorted { $0.rule.priority > $1.rule.priority }
        keys = patterns.map { RuleKey($0.rule) }
    }

    /// Speakers as mention indices, each with the range of the encoded sentence that is theirs.
    func speakers(_ sentence: EncodedSentence, asides: [Int], _ context: MatchContext)
        -> [(mention: Int, content: ByteRange)]
    {
        var found = asides.map { (mention: $0, content: sentence.wholeRange) }
        for index in keys.indices where context.isActive(keys[index], in: sentence) {
            let pattern = patterns[index]
            let groups = pattern.rule.pattern.groupNames
            for match in context.matches(of: pattern.rule, in: sentence.bytes) {
                guard let range = match.range(of: groups["speaker"]),
                    let mention = sentence.mention(in: range)
                else { continue }
                let content = match.range(of: groups["content"]) ?? sentence.wholeRange
                found.append((mention, content))
            }
        }
        return found
    }
}
