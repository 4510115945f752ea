import Diagnostics
import QuerySyntax
import SeededRandom
import Testing

@Suite struct LexerTests {
    static func kinds(_ text: String) -> [Token.Kind] {
        Lexer.tokens(of: SourceText(name: "query", text)).0.dropLast().map(\.kind)
    }

    static func codes(_ text: String) -> [String] {
        Lexer.tokens(of: SourceText(name: "query", text)).1.map(\.code)
    }

    @Test(arguments: [
        ("1", Token.Kind.integer(1)), ("0", .integer(0)), ("0x1F", .integer(31)),
        ("0o17", .integer(15)), ("017", .integer(15)),
        ("9223372036854775807", .integer(.max)),
        ("9223372036854775808", .integerBeyond("9223372036854775808")),
        ("1.5", .float(1.5)), (".5", .float(0.5)), ("1e3", .float(1000)), ("1.5E-1", .float(0.15)),
        ("'a\\'b'", .string("a'b")), ("\"é\\u00e9\\U0001F600\"", .string("éé😀")),
        ("'\\n\\t\\\\'", .string("\n\t\\")), ("`a ``b`", .name("a `b")),
        ("$p", .parameter("p")), ("$0", .parameter("0")), ("$`a b`", .parameter("a b")),
        ("match", .keyword(.match, spelling: "match")), ("été", .name("été")),
        ("_x1", .name("_x1")),
    ])
    func oneToken(text: String, kind: Token.Kind) {
        #expect(Self.kinds(text) == [kind])
        #expect(Self.codes(text).isEmpty)
    }

    @Test func rangesDotsAndArrows() {
        #expect(
            Self.kinds("*1..3") == [
                .symbol(.star), .integer(1), .symbol(.dots), .integer(3),
            ])
        #expect(Self.kinds("<-[") == [.symbol(.less), .symbol(.minus), .symbol(.leftBracket)])
        #expect(Self.kinds("a.b") == [.name("a"), .symbol(.dot), .name("b")])
        #expect(Self.kinds("=~<>") == [.symbol(.matches), .symbol(.notEqual)])
    }

    @Test func commentsAndSpacesOfAllKindsArePassed() {
        #expect(Self.kinds("a // x\n/* y\n */\u{A0}b\u{2003}c").count == 3)
    }

    @Test(arguments: [
        ("9223372036854775809", "IntegerOverflow"), ("0xZZ", "InvalidNumberLiteral"),
        ("0x", "InvalidNumberLiteral"), ("12abc", "InvalidNumberLiteral"),
        ("1e999", "FloatingPointOverflow"), ("'\\u12'", "InvalidUnicodeLiteral"),
        ("'\\uD800'", "InvalidUnicodeLiteral"), ("'open", "UnexpectedSyntax"),
        ("`open", "UnexpectedSyntax"), ("/* open", "UnexpectedSyntax"),
        ("'\\q'", "UnexpectedSyntax"),
        ("$", "UnexpectedSyntax"), ("#", "UnexpectedSyntax"), ("089", "InvalidNumberLiteral"),
        ("—", "InvalidUnicodeCharacter"), ("a\u{2212}b", "InvalidUnicodeCharacter"),
        ("“", "InvalidUnicodeCharacter"), ("🙂", "InvalidUnicodeCharacter"),
    ])
    func eachFaultHasOneMessage(text: String, code: String) {
        #expect(Self.codes(text) == [code])
    }

    /// A dash from a word processor is read as the minus it was meant to be.
    @Test func dashesAreReadAsMinus() {
        #expect(Self.kinds("42 — 41") == [.integer(42), .symbol(.minus), .integer(41)])
        #expect(Self.kinds("naïveté→x") == [.name("naïveté"), .name("x")])
        #expect(Self.kinds("e\u{301}t") == [.name("e\u{301}t")])
    }

    /// Any bytes become tokens that lie in order, within the text, and end with the end.
    @Test func anyBytesAreLexed() {
        var generator = SplitMix64(state: 7)
        let alphabet = Array("aE0.9x'\"`\\u/*-<>=~$ \n;{é€".utf8) + [0xFF, 0xC2, 0x00]
        for _ in 0..<3000 {
            let bytes = (0..<20).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let (tokens, _) = Lexer.tokens(of: SourceText(name: "fuzz", bytes: bytes))
            #expect(tokens.last?.kind == .endOfInput, "\(bytes)")
            var end = 0
            for token in tokens {
                #expect(token.span.start >= end && token.span.end <= bytes.count, "\(bytes)")
                end = token.span.end
            }
        }
    }
}
