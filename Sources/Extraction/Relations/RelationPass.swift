import GraphModel
import PatternPacks
import TextMatching

/// Matches relation patterns in an encoded sentence, by priority; a trigger serves one pattern only.
struct RelationPass {
    /// A pattern that matched, with its groups' places in the encoded sentence.
    struct Found {
        var pattern: RelationPattern
        var match: TextMatch

        func range(_ group: String) -> ByteRange? {
            match.range(of: pattern.rule.pattern.groupNames[group])
        }
    }

    let patterns: [RelationPattern]
    private let discards: [DiscardPattern]
    private let keys: [RuleKey]
    private let discardKeys: [RuleKey]

    init(_ packs: [Pack]) {
        patterns = packs.flatMap(\.relations).sorted { $0.rule.priority > $1.rule.priority }
        discards = packs.flatMap(\.discards)
        keys = patterns.map { RuleKey($0.rule) }
        discardKeys = discards.map { RuleKey($0.rule) }
    }

    func run(_ sentence: EncodedSentence, _ context: MatchContext) -> [Found] {
        let dropped = discarded(sentence, context)
        var found: [Found] = []
        var used: [(trigger: ByteRange, pattern: RelationPattern)] = []
        for index in keys.indices {
            if context.rulesOut(keys[index], at: sentence.version) { continue }
            guard context.isActive(keys[index], in: sentence) else { continue }
            let pattern = patterns[index]
            if let type = pattern.type, dropped.contains(type) || dropped.contains("") { continue }
            for match in matches(of: pattern, in: sentence, context) {
                let candidate = Found(pattern: pattern, match: match)
                let trigger = candidate.range("trigger") ?? match.range
                let winner = used.first {
                    $0.trigger.start < trigger.end && trigger.start < $0.trigger.end
                        && !$0.pattern.fields.isDisjoint(with: pattern.fields)
                }
                if let winner {
                    context.trace?.claimsNothing(candidate, lostTo: winner.pattern.rule.id)
                    continue
                }
                used.append((trigger, pattern))
                if pattern.type != nil {
                    found.append(candidate)
                } else {
                    context.trace?.claimsNothing(candidate)
                }
            }
        }
        return found
    }

    /// All matches, also those that begin within another behind its trigger: the object of one verb
    /// is the subject of the next.
    private func matches(
        of pattern: RelationPattern, in sentence: EncodedSentence, _ context: MatchContext
    ) -> [TextMatch] {
        let groups = pattern.rule.pattern.groupNames["trigger"]
        var found: [TextMatch] = []
        var start = 0
        while start < sentence.bytes.count,
            let match = context.firstMatch(of: pattern.rule, in: sentence.bytes, from: start)
        {
            found.append(match)
            let next = match.range(of: groups)?.end ?? match.range.end
            start = Self.characterStart(sentence.bytes, max(next, match.range.start + 1))
        }
        return found
    }

    private static func characterStart(_ bytes: [UInt8], _ offset: Int) -> Int {
        var offset = offset
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }

    /// The relations that nothing in this sentence may claim; the empty name stands for all.
    private func discarded(_ sentence: EncodedSentence, _ context: MatchContext) -> Set<String> {
        var types: Set<String> = []
        for index in discardKeys.indices {
            if context.rulesOut(discardKeys[index], at: sentence.version) { continue }
            guard context.isActive(discardKeys[index], in: sentence) else { continue }
            let discard = discards[index]
            guard context.firstMatch(of: discard.rule, in: sentence.bytes) != nil else { continue }
            context.trace?.discarded(by: discard.rule.id)
            types.formUnion(discard.types.isEmpty ? [""] : discard.types)
        }
        return types
    }
}
