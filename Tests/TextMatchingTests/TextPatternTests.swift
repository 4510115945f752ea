import Testing
import TextMatching

@Suite struct TextPatternTests {
    static func words(_ pattern: TextPattern, _ text: String) throws -> [String] {
        try Array(text.utf8).withUnsafeBufferPointer { bytes in
            try TextMatcher().matches(of: pattern, in: bytes).map {
                String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self)
            }
        }
    }

    @Test(arguments: [
        ("[a-z]+", "Él met Ana", ["l", "met", "na"]),
        ("\\p{Lu}\\p{L}+", "Él met Łukasz", ["Él", "Łukasz"]),
        ("x*", "éxx", ["", "xx", ""]),
        ("", "", [""]),
        ("(?=b)", "abab", ["", ""]),
    ])
    func findsAllFromLeftToRight(pattern: String, text: String, expected: [String]) throws {
        #expect(try Self.words(TextPattern(pattern), text) == expected)
    }

    @Test func namedGroupsAndMarks() throws {
        let pattern = try TextPattern(
            "(?<source>\\w+) (?:met(*:meets)|paid(*:funds)) (?<target>\\w+)(?<place> in)?")
        let match = try #require(
            try Array("Ana paid Bo".utf8).withUnsafeBufferPointer {
                try TextMatcher().firstMatch(of: pattern, in: $0)
            })
        #expect(match.mark == "funds")
        #expect(match.range(of: pattern.groupNames["target"]) == ByteRange(start: 9, end: 11))
        #expect(pattern.groupNames["place"] == [3])
        #expect(match.range(of: pattern.groupNames["place"]) == nil)
    }

    @Test(arguments: [("(a", 2), ("[b-a]", 3), ("*", 0)])
    func aFaultTellsItsPlace(pattern: String, offset: Int) {
        let fault = #expect(throws: PatternFault.self) { try TextPattern(pattern) }
        #expect(fault?.offset == offset)
        #expect(fault?.message.isEmpty == false)
    }

    @Test func alternativesMayShareAName() throws {
        let pattern = try TextPattern("a(?<n>b)|c(?<n>d)")
        let match = try #require(
            try Array("xcd".utf8).withUnsafeBufferPointer {
                try TextMatcher().firstMatch(of: pattern, in: $0)
            })
        #expect(match.range(of: pattern.groupNames["n"]) == ByteRange(start: 2, end: 3))
    }

    @Test func catastrophicBacktrackingIsALimitNotAMiss() throws {
        var limits = TextMatcher.Limits()
        limits.steps = 10_000
        let matcher = TextMatcher(limits: limits)
        let pattern = try TextPattern("(a+)+$")
        let text = Array((String(repeating: "a", count: 40) + "!").utf8)
        #expect(throws: MatchLimit.steps) {
            try text.withUnsafeBufferPointer { try matcher.firstMatch(of: pattern, in: $0) }
        }
    }

    @Test(arguments: [-1, 4, 99])
    func aStartOutsideTheTextFindsNothing(start: Int) throws {
        let match = try Array("abc".utf8).withUnsafeBufferPointer {
            try TextMatcher().firstMatch(of: TextPattern("x"), in: $0, from: start)
        }
        #expect(match == nil)
    }
}
