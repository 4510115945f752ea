import SeededRandom
import Testing
import TextMatching

/// What a pattern needs is read from it, and never more than is true: no match is lost by it.
@Suite struct PatternNeedsTests {
    /// `a|b → c; d`: in order, then anywhere; `<` and `>` are bounds of words.
    static func shown(_ pattern: String, ignoringCase: Bool = true) -> String {
        let needs = PatternNeeds(pattern, ignoringCase: ignoringCase)
        func text(_ set: LiteralSet) -> String {
            set.literals.map { literal in
                (literal.beginsWord ? "<" : "") + String(decoding: literal.bytes, as: UTF8.self)
                    + (literal.endsWord ? ">" : "")
            }.sorted().joined(separator: "|")
        }
        let ordered = needs.inOrder.map(text).joined(separator: " → ")
        return needs.anywhere.isEmpty
            ? ordered : ordered + "; " + needs.anywhere.map(text).joined(separator: "; ")
    }

    @Test(arguments: [
        ("met with", "met with"),
        ("MET", "met"),
        (#"\b(?:he|she)\b"#, "<he>|<she>"),
        ("visit(?:s|ed)? to", "visit to|visited to|visits to"),
        (#"aid[a-z ]*given"#, "aid → given"),
        ("(?:grant|loan)(?=.* from)", "grant|loan;  from"),
        ("(?:[a-z]+ )?money", "money"),
        ("(?:[a-z]+|money)", ""),
        (
            "(?<who>Mr|Dr)\\.? (?:Lee|Kim)",
            "dr kim|dr lee|dr. kim|dr. lee|mr kim|mr lee|mr. kim|mr. lee"
        ),
        (#"(?<![\p{L}\p{N}-])talks"#, "<talks"),
        (#"(?<!the )talks"#, "talks"),
        ("(?i)talks", ""),
        (#"(talk)s \1"#, ""),
        ("[Tt]alks", "talks"),
        ("(?:abc){2}", "abcabc"),
        ("(?:abc)+", "abc"),
        ("(?:abc)*def", "def"),
        (#"\x{E001}[\x{F0000}-\x{FFFFD}] met"#, "\u{E001} →  met"),
    ])
    func needsAreRead(pattern: String, expected: String) {
        #expect(Self.shown(pattern) == expected)
    }

    /// A letter beyond ASCII has another form where case is ignored: known for most of Latin-1.
    @Test func lettersBeyondASCIIHaveTwoForms() {
        #expect(Self.shown("café") == "cafÉ|café")
        #expect(Self.shown("café", ignoringCase: false) == "café")
        #expect(Self.shown("århus") == "rhus")
        #expect(Self.shown("ďábel") == "Ábel|ábel")
    }

    /// Whatever the pattern, a text that it matches holds what it is said to need.
    @Test func noMatchIsLost() {
        var random = SplitMix64(state: 77)
        var limits = TextMatcher.Limits()
        limits.steps = 20_000
        let matcher = TextMatcher(limits: limits)
        var matched = 0
        for _ in 0..<3_000 {
            let source = Self.pattern(depth: 3, &random)
            guard let pattern = try? TextPattern(source, ignoringCase: true) else { continue }
            let needs = PatternNeeds(source, ignoringCase: true)
            for _ in 0..<8 {
                let text = Array(Self.text(&random).utf8)
                // Some of these patterns run into the limits of a match: nothing is known then.
                let found = text.withUnsafeBufferPointer {
                    try? matcher.firstMatch(of: pattern, in: $0)
                }
                guard found != nil else { continue }
                matched += 1
                #expect(
                    Self.holds(text, needs),
                    "\(source) in '\(String(decoding: text, as: UTF8.self))'")
            }
        }
        #expect(matched > 3_000)
    }

    private static func pattern(depth: Int, _ random: inout SplitMix64) -> String {
        let words = ["abc", "de", "f", "ab ", " cd", "[a-f]", "[ab]", "[^a]", ".", #"\b"#, "A"]
        func part() -> String {
            if depth == 0 || Int.random(in: 0..<3, using: &random) == 0 {
                return words.randomElement(using: &random) ?? ""
            }
            let inner = pattern(depth: depth - 1, &random)
            let open =
                ["(?:", "(?:", "(?<n>", "(?=", "(?!", "(?>"].randomElement(using: &random) ?? "("
            let many = ["", "", "?", "*?", "+", "{0,2}", "{2}", "{1,3}?"].randomElement(
                using: &random)
            return open + inner + ")"
                + (open.hasSuffix("=") || open.hasSuffix("!") ? "" : many ?? "")
        }
        let parts = (0...Int.random(in: 0...3, using: &random)).map { _ in part() }
        return parts.joined(separator: Int.random(in: 0..<3, using: &random) == 0 ? "|" : "")
    }

    private static func text(_ random: inout SplitMix64) -> String {
        let parts = ["abc", "de", "f", "ab ", " cd", " ", "ABC", "é", "a", "b", "DE"]
        return (0...Int.random(in: 1...12, using: &random))
            .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }

    /// By the automaton, and by taking of each set the literal that ends first.
    private static func holds(_ text: [UInt8], _ needs: PatternNeeds) -> Bool {
        func end(of set: LiteralSet, from start: Int) -> Int? {
            var hits: [LiteralAutomaton.Hit] = []
            text.withUnsafeBufferPointer { LiteralAutomaton(set.literals)?.find(in: $0, &hits) }
            return hits.first { Int($0.start) >= start }.map { Int($0.end) }
        }
        var position = 0
        for set in needs.inOrder {
            guard let found = end(of: set, from: position) else { return false }
            position = found
        }
        return needs.anywhere.allSatisfy { end(of: $0, from: 0) != nil }
    }
}
