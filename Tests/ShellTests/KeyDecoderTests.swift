import SeededRandom
import Shell
import Testing

@Suite struct KeyDecoderTests {
    @Test(arguments: [
        ("a", Key.text("a")), ("é", .text("é")), ("東京", .text("東京")), ("😀", .text("😀")),
        ("\r", .enter), ("\u{3}", .interrupt), ("\u{4}", .endOfInput), ("\u{7F}", .backspace),
        ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .wordRight),
        ("\u{1B}[3~", .delete), ("\u{1B}[H", .home), ("\u{1B}b", .wordLeft),
        ("\u{1B}[99~", .unknown), ("\u{1B}[200~a\rb\u{1B}[201~", .paste("a\nb")),
    ])
    func decodesWholeAndByteByByte(input: String, key: Key) {
        var whole = KeyDecoder()
        let decoded = whole.decode(input.utf8)
        #expect(decoded == [key])
        var bytewise = KeyDecoder()
        let keys = input.utf8.flatMap { bytewise.decode([$0]) }
        let texts = keys.compactMap { if case .text(let text) = $0 { text } else { nil } }
        #expect(keys == [key] || .text(texts.joined()) == key)
        #expect(!bytewise.isWaiting)
    }

    @Test func aLoneEscapeIsToldAfterTheWait() {
        var decoder = KeyDecoder()
        let early = decoder.decode([0x1B])
        #expect(early.isEmpty && decoder.isWaiting)
        let late = decoder.flush()
        #expect(late == [.escape])
    }

    @Test func anyBytesAreTaken() {
        var generator = SplitMix64(state: 7)
        for _ in 0..<2000 {
            var decoder = KeyDecoder()
            let bytes = (0..<12).map { _ in UInt8.random(in: 0...255, using: &generator) }
            _ = decoder.decode(bytes)
            _ = decoder.flush()
            #expect(!decoder.isWaiting)
        }
    }
}
