import PatternPacks
import TextMatching

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
