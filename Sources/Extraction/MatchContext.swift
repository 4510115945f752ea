import GraphModel
import PatternPacks
import TextMatching

/// What all stages that match patterns in one sentence share: the matcher, the anchor words that
/// the sentence holds, and the count of patterns that were given up.
final class MatchContext {
    private let matcher: TextMatcher
    private let anchors: AnchorIndex
    private var present: Set<String> = []
    private(set) var givenUp: [String: Int] = [:]

    init(_ matcher: TextMatcher, _ anchors: AnchorIndex) {
        self.matcher = matcher
        self.anchors = anchors
    }

    /// Looks up which anchors stand in a sentence, before patterns are tried on it.
    func begin(_ sentence: PlainSentence) {
        present = anchors.words(in: sentence.bytes)
    }

    /// Whether a pattern with these anchors can match at all.
    func holds(_ wanted: [String]) -> Bool {
        wanted.isEmpty || wanted.contains { present.contains($0) }
    }

    func matches(of rule: PatternRule, in bytes: [UInt8]) -> [TextMatch] {
        bytes.withUnsafeBufferPointer { text in
            do {
                return try matcher.matches(of: rule.pattern, in: text)
            } catch {
                givenUp[rule.id, default: 0] += 1
                return []
            }
        }
    }

    func firstMatch(of rule: PatternRule, in bytes: [UInt8], from start: Int = 0) -> TextMatch? {
        bytes.withUnsafeBufferPointer { text in
            do {
                return try matcher.firstMatch(of: rule.pattern, in: text, from: start)
            } catch {
                givenUp[rule.id, default: 0] += 1
                return nil
            }
        }
    }

    func count(_ givenUp: [String: Int]) { self.givenUp.merge(givenUp, uniquingKeysWith: +) }
}

/// The anchor words of all patterns: those of a sentence are found in one pass over its bytes.
struct AnchorIndex {
    private let trie: NameTrie
    private let words: [String]

    init(_ packs: [Pack]) {
        var words: Set<String> = []
        for pack in packs {
            var rules: [PatternRule] = pack.relations.map(\.rule)
            rules += pack.phrases.map(\.rule)
            rules += pack.cues.map(\.rule)
            rules += pack.speakers.map(\.rule)
            rules += pack.references.map(\.rule)
            rules += pack.discards.map(\.rule)
            for rule in rules { words.formUnion(rule.anchors) }
        }
        self.words = words.sorted()
        trie = NameTrie(
            self.words.enumerated().map { (name: $0.element, payload: Int32($0.offset)) })
    }

    func words(in bytes: [UInt8]) -> Set<String> {
        let small = bytes.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
        let hits = small.withUnsafeBufferPointer { trie.hits(in: $0) }
        return Set(hits.map { words[Int($0.payload)] })
    }
}

/// The readable text of a document, by its spans.
struct DocumentText {
    let bytes: [UInt8]

    subscript(span: TextSpan) -> String {
        String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }
}
