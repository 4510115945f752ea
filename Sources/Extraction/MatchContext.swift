import GraphModel
import PatternPacks
import TextMatching

/// What all stages that match patterns in one sentence share: the matcher, the anchor words that
/// the sentence holds, and the count of patterns that were given up.
final class MatchContext {
    private let matcher: TextMatcher
    private let anchors: AnchorIndex
    /// By slot: whether the sentence holds an anchor of the rule, or the rule has none.
    private var active: [Bool] = []
    private(set) var givenUp: [String: Int] = [:]
    /// What patterns do, where a pack is checked.
    var use: PatternUse?
    /// Where the stages note what they do; nil when nobody asks.
    var trace: TraceCollector?

    init(_ matcher: TextMatcher, _ anchors: AnchorIndex) {
        self.matcher = matcher
        self.anchors = anchors
    }

    /// Looks up which anchors stand in a sentence, before patterns are tried on it.
    func begin(_ sentence: PlainSentence) { anchors.find(in: sentence.bytes, &active) }

    /// Whether a rule can match at all.
    func isActive(_ rule: PatternRule) -> Bool { active[rule.slot] }

    func matches(of rule: PatternRule, in bytes: [UInt8]) -> [TextMatch] {
        bytes.withUnsafeBufferPointer { text in
            do {
                let matches = try matcher.matches(of: rule.pattern, in: text)
                if !matches.isEmpty { use?.matched.insert(rule.slot) }
                return matches
            } catch {
                givenUp[rule.id, default: 0] += 1
                return []
            }
        }
    }

    func firstMatch(of rule: PatternRule, in bytes: [UInt8], from start: Int = 0) -> TextMatch? {
        bytes.withUnsafeBufferPointer { text in
            do {
                let match = try matcher.firstMatch(of: rule.pattern, in: text, from: start)
                if match != nil { use?.matched.insert(rule.slot) }
                return match
            } catch {
                givenUp[rule.id, default: 0] += 1
                return nil
            }
        }
    }

    /// How much of a text fits a beginning of a pattern; nil also where that was not found out
    /// within the limits, which no claim depends on.
    func reach(of rule: PatternRule, in bytes: [UInt8]) -> ByteRange? {
        bytes.withUnsafeBufferPointer { try? matcher.reach(of: rule.pattern, in: $0) }
    }

    func count(_ givenUp: [String: Int]) { self.givenUp.merge(givenUp, uniquingKeysWith: +) }
}

/// The anchor words of all patterns: those of a sentence are found in one pass over its bytes.
struct AnchorIndex {
    private let trie: NameTrie
    /// Slots of the rules that each word anchors.
    private let slots: [[Int]]
    /// By slot: whether the rule has no anchors.
    private let always: [Bool]

    init(_ rules: [PatternRule]) {
        var slots: [String: [Int]] = [:]
        for rule in rules {
            for word in Set(rule.anchors) { slots[word, default: []].append(rule.slot) }
        }
        let words = slots.sorted { $0.key < $1.key }
        self.slots = words.map(\.value)
        always = rules.map(\.anchors.isEmpty)
        trie = NameTrie(words.enumerated().map { ($0.element.key, Int32($0.offset)) })
    }

    /// Marks the rules that are worth trying in a sentence.
    func find(in bytes: [UInt8], _ active: inout [Bool]) {
        active = always
        let small = bytes.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
        for hit in small.withUnsafeBufferPointer({ trie.hits(in: $0) }) {
            for slot in slots[Int(hit.payload)] { active[slot] = true }
        }
    }
}

/// The readable text of a document, by its spans.
struct DocumentText {
    let bytes: [UInt8]

    subscript(span: TextSpan) -> String {
        String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }
}
