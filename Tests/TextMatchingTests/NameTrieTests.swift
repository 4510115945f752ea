import Testing
import TextMatching

@Suite struct NameTrieTests {
    static func found(_ names: [String], in text: String) -> [String] {
        let trie = NameTrie(names.enumerated().map { ($0.element, Int32($0.offset)) })
        return Array(text.utf8).withUnsafeBufferPointer { bytes in
            trie.hits(in: bytes).map { hit in
                let words = String(decoding: bytes[hit.range.start..<hit.range.end], as: UTF8.self)
                return "\(words)=\(hit.payload)"
            }
        }
    }

    @Test(arguments: [
        (["Niger", "Nigeria"], "Nigeria and Niger.", ["Nigeria=1", "Niger=0"]),
        (
            ["Guinea", "Guinea-Bissau"], "Guinea-Bissau; Guinea-Conakry",
            ["Guinea-Bissau=1", "Guinea=0"]
        ),
        (
            ["United Nations", "United"], "the United\n Nations, United",
            ["United\n Nations=0", "United=1"]
        ),
        (["Côte d'Ivoire"], "in Côte d'Ivoire's", ["Côte d'Ivoire=0"]),
        (
            ["Ukraine"], "“Ukraine” and Ukraine’s «Ukraine»",
            ["Ukraine=0", "Ukraine=0", "Ukraine=0"]
        ),
        (["New Zealand"], "New\u{A0}Zealand—New Zealander", ["New\u{A0}Zealand=0"]),
        (["U.S."], "the U.S. said", ["U.S.=0"]),
        (["Us"], "us Used Us", ["Us=0"]),
        (["A", "A"], "A", ["A=0"]),
        (["", " "], "any text", []),
        (["A B C"], "A B D A B C", ["A B C=0"]),
    ])
    func findsTheLongestName(names: [String], text: String, expected: [String]) {
        #expect(Self.found(names, in: text) == expected)
    }

    /// Thousands of names, so that the table grows many times: each is found, and no other.
    @Test func everyNameOfManyIsFound() {
        let names = (0..<5000).map { "Name\($0 / 50) Part\($0 % 50)" }
        let expected = names.enumerated().map { "\($0.element)=\($0.offset)" }
        #expect(Self.found(names, in: names.joined(separator: ", ")) == expected)
        #expect(Self.found(names, in: "Name0 Part50, Name100 Part1").isEmpty)
    }
}
