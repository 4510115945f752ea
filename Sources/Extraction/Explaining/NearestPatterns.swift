import PatternPacks
import TextMatching

/// Finds why not: which relation patterns came nearest in a sentence, and what stopped them.
///
/// A pattern is matched in part against ever longer beginnings of the sentence, word by word. The
/// longest that its beginning still fits tells how far it got, and the word behind it what stopped
/// it.
struct NearestPatterns {
    /// How many are told.
    static let most = 3

    private struct Try {
        var pattern: NearestPattern
        var passesAnchor: Bool
        var words: Int
    }

    let patterns: [RelationPattern]

    func find(_ sentence: EncodedSentence, _ plain: PlainSentence, _ context: MatchContext)
        -> [NearestPattern]
    {
        let tokens = sentence.tokens
        let tries = patterns.enumerated().compactMap { place, pattern in
            attempt(pattern, sentence, plain, tokens, context).map { (place: place, made: $0) }
        }
        let best = tries.sorted { first, second in
            if first.made.passesAnchor != second.made.passesAnchor {
                return first.made.passesAnchor
            }
            return (second.made.words, first.place) < (first.made.words, second.place)
        }
        return best.prefix(Self.most).map(\.made.pattern)
    }

    private func attempt(
        _ pattern: RelationPattern, _ sentence: EncodedSentence, _ plain: PlainSentence,
        _ tokens: [ByteRange], _ context: MatchContext
    ) -> Try? {
        guard let type = pattern.type, !pattern.rule.anchors.isEmpty,
            context.holdsAnchor(RuleKey(pattern.rule)),
            let anchor = anchor(of: pattern, in: plain.bytes)
        else { return nil }
        guard let reach = reach(of: pattern, sentence, tokens, context) else { return nil }
        let stop = tokens.first { $0.start >= reach.end }
        let covered = Array(sentence.bytes[reach.start..<reach.end])
        return Try(
            pattern: NearestPattern(
                pattern: pattern.rule.id, type: type, anchor: anchor,
                matched: sentence.shown(reach), stoppedBy: stop.map { sentence.shown($0) }),
            passesAnchor: self.anchor(of: pattern, in: covered) != nil,
            words: tokens.count { $0.start >= reach.start && $0.end <= reach.end })
    }

    /// The part that fits the pattern's beginning: that with most words, of such the first.
    private func reach(
        of pattern: RelationPattern, _ sentence: EncodedSentence, _ tokens: [ByteRange],
        _ context: MatchContext
    ) -> ByteRange? {
        var best: ByteRange?
        var most = 0
        for (index, token) in tokens.enumerated() {
            let beginning = Array(sentence.bytes[..<token.end])
            guard let range = context.reach(of: pattern.rule, in: beginning) else { continue }
            let words = tokens[...index].count { $0.start >= range.start && $0.end <= range.end }
            if words > most {
                most = words
                best = range
            }
        }
        return best
    }

    private func anchor(of pattern: RelationPattern, in bytes: [UInt8]) -> String? {
        let anchors = pattern.rule.anchors
        let trie = NameTrie(anchors.enumerated().map { ($0.element, Int32($0.offset)) })
        let small = bytes.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
        let hits = small.withUnsafeBufferPointer { trie.hits(in: $0) }
        return hits.first.map { anchors[Int($0.payload)] }
    }
}
