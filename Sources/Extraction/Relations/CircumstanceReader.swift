import PatternPacks
import TextMatching

/// Finds when and where something took place by the words around its trigger, where the pattern that
/// found it does not say.
struct CircumstanceReader {
    private let patterns: [CircumstancePattern]
    private let keys: [RuleKey]

    init(_ packs: [Pack]) {
        patterns = packs.flatMap(\.circumstances).sorted { $0.rule.priority > $1.rule.priority }
        keys = patterns.map { RuleKey($0.rule) }
    }

    /// The places of `date` and `place` in the encoded sentence, each by the first pattern that finds
    /// it. Looked for between the triggers of the claims before and after.
    func read(
        _ found: RelationPass.Found, among all: [RelationPass.Found],
        in sentence: EncodedSentence, _ context: MatchContext
    ) -> [String: ByteRange] {
        guard let type = found.pattern.type, !patterns.isEmpty else { return [:] }
        let trigger = found.range("trigger") ?? found.match.range
        let others = all.map { $0.range("trigger") ?? $0.match.range }
        let start = others.map(\.end).filter { $0 <= trigger.start }.max() ?? 0
        let end =
            others.map(\.start).filter { $0 >= trigger.end }.min() ?? sentence.wholeRange.end
        let before = ByteRange(start: start, end: trigger.start)
        let after = ByteRange(start: trigger.end, end: end)
        var result: [String: ByteRange] = [:]
        for (pattern, key) in zip(patterns, keys) {
            guard pattern.types.isEmpty || pattern.types.contains(type) else { continue }
            let names = pattern.rule.pattern.groupNames
            guard names.keys.contains(where: { result[$0] == nil }) else { continue }
            let range = pattern.position == .before ? before : after
            guard context.isActive(key, within: range, of: sentence) else { continue }
            let bytes = Array(sentence.bytes[range.start..<range.end])
            guard let match = context.firstMatch(of: pattern.rule, in: bytes) else { continue }
            for name in names.keys where result[name] == nil {
                guard let part = match.range(of: names[name]) else { continue }
                result[name] = ByteRange(
                    start: range.start + part.start, end: range.start + part.end)
            }
        }
        return result
    }
}
