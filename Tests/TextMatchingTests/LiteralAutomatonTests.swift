import SeededRandom
import Testing
import TextMatching

@Suite struct LiteralAutomatonTests {
    /// The same as looking for every literal at every place.
    @Test func findsWhatASearchAtEveryPlaceFinds() {
        var random = SplitMix64(state: 5)
        let bytes = Array("ab c".utf8)
        for _ in 0..<300 {
            let literals = (0..<6).map { _ in
                Literal(
                    (0...Int.random(in: 0...3, using: &random)).compactMap { _ in
                        bytes.randomElement(using: &random)
                    }, beginsWord: Bool.random(using: &random),
                    endsWord: Bool.random(using: &random))
            }
            let text = (0..<40).compactMap { _ in
                Array("abcAB .\n".utf8).randomElement(using: &random)
            }
            var hits: [LiteralAutomaton.Hit] = []
            text.withUnsafeBufferPointer { LiteralAutomaton(literals)?.find(in: $0, &hits) }
            #expect(Set(hits) == Self.plainSearch(literals, text))
            #expect(hits.map(\.end) == hits.map(\.end).sorted())
        }
    }

    private static func plainSearch(_ literals: [Literal], _ text: [UInt8])
        -> Set<LiteralAutomaton.Hit>
    {
        func isWord(_ byte: UInt8) -> Bool {
            Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
        }
        let small = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
        var found: Set<LiteralAutomaton.Hit> = []
        for (number, literal) in literals.enumerated() {
            for start in 0..<text.count {
                let end = start + literal.bytes.count
                guard end <= text.count, Array(small[start..<end]) == literal.bytes else {
                    continue
                }
                if literal.beginsWord, start > 0, isWord(text[start - 1]) { continue }
                if literal.endsWord, end < text.count, isWord(text[end]) { continue }
                found.insert(
                    .init(literal: Int32(number), start: Int32(start), end: Int32(end)))
            }
        }
        return found
    }
}
