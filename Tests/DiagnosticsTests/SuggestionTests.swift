import Testing

@testable import Diagnostics

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("MACTH", ["MATCH", "MERGE"], "MATCH"),
        ("nmae", ["name", "aliases"], "name"),
        ("retrun", ["RETURN", "REMOVE"], "RETURN"),
    ])
    func offersTheNearest(word: String, candidates: [String], expected: String) {
        #expect(Suggestion.nearest(to: word, among: candidates) == expected)
    }

    @Test func offersNothingFar() {
        #expect(Suggestion.nearest(to: "x", among: ["MATCH", "WHERE"]) == nil)
        #expect(Suggestion.nearest(to: "Country", among: ["Document"]) == nil)
    }

    @Test func aSwapIsOneEdit() {
        #expect(
            Suggestion.editDistance(Array("ab".unicodeScalars), Array("ba".unicodeScalars)) == 1)
    }
}
