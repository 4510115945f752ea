import Extraction
import GraphModel
import Testing

@Suite struct SentenceSplitterTests {
    static func split(_ text: String) -> [String] {
        let splitter = SentenceSplitter(abbreviations: ["Mr", "Gen", "Jan", "No"])
        return Array(text.utf8).withUnsafeBufferPointer { bytes in
            splitter.sentences(of: bytes).map { span in
                String(decoding: bytes[span.start..<span.end], as: UTF8.self)
            }
        }
    }

    @Test(arguments: [
        ("One. Two.", ["One.", "Two."]),
        (
            "Mr. Adeyemi met Gen. Ruiz. They agreed.",
            ["Mr. Adeyemi met Gen. Ruiz.", "They agreed."]
        ),
        ("It cost $2.5 million. Really?! Yes", ["It cost $2.5 million.", "Really?!", "Yes"]),
        ("“We refuse.” The envoy left.", ["“We refuse.”", "The envoy left."]),
        ("“We refuse!” she said. Then", ["“We refuse!” she said.", "Then"]),
        (
            "J. K. Osei of the U.S. Senate spoke. Next",
            ["J. K. Osei of the U.S. Senate spoke.", "Next"]
        ),
        ("A headline\n\nA text. (An aside.) End", ["A headline", "A text.", "(An aside.)", "End"]),
        ("a line\nbroken in two. Next", ["a line\nbroken in two.", "Next"]),
        ("On Jan. 5 he left… “Él” came.", ["On Jan. 5 he left…", "“Él” came."]),
        ("", []), (" \n\n ", []), (".", ["."]),
        ("Talks in Washington, D.C.\n\nNew text", ["Talks in Washington, D.C.", "New text"]),
    ])
    func cuts(text: String, expected: [String]) {
        #expect(Self.split(text) == expected)
    }

    /// A megabyte without an end, with and without spaces: bounded, and nothing lost.
    @Test(arguments: ["word ", "é", "x", "東京 ", ".", "…", ".)", "a.\u{201D}"])
    func anEndlessLineIsCut(unit: String) {
        let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
        let sentences = Self.split(text)
        #expect(sentences.allSatisfy { $0.utf8.count <= SentenceSplitter.longest })
        #expect(sentences.allSatisfy { !$0.unicodeScalars.contains("\u{FFFD}") })
        let kept = sentences.reduce(0) { $0 + $1.utf8.count(where: { $0 > 0x20 }) }
        #expect(kept == text.utf8.count(where: { $0 > 0x20 }))
    }

    /// Runs of marks that end no sentence are cut at the bound like any text.
    @Test(arguments: ["...", "…", ")", "”"])
    func aRunOfMarksIsBounded(mark: String) {
        let text = "a." + String(repeating: mark, count: 300_000) + "x"
        let sentences = Self.split(text)
        #expect(sentences.allSatisfy { $0.utf8.count <= SentenceSplitter.longest })
        #expect(sentences.joined() == text)
    }
}
