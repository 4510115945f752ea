import Foundation
import Testing

@Suite struct ExplainTests {
    @Test func aClaimIsExplainedInWordsWithoutColourOnAPipe() throws {
        let ended = try Workplace().run("explain", "Ukraine refused to meet Russia's envoys.")
        #expect(ended.code == 0, "\(ended)")
        for line in ["    ⟨country:Ukraine⟩ = Ukraine", "trigger = meet", "status refused, by"] {
            #expect(ended.output.contains(line), "\(line) in \(ended.output)")
        }
        #expect(!ended.output.contains("\u{1B}"))
    }

    @Test func aFileIsExplainedAsJson() throws {
        let place = try Workplace()
        try place.write("a.txt", "Ukraine refused to meet Russia's envoys. It rained.")
        let ended = try place.run("explain", "--file", "a.txt", "--format", "json")
        let json = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
        let sentences = try #require((json as? [String: Any])?["sentences"] as? [[String: Any]])
        #expect(sentences.count == 2)
        let claims = try #require(sentences[0]["claims"] as? [[String: Any]])
        #expect(claims.contains { $0["status"] as? String == "refused" })
        #expect((sentences[1]["claims"] as? [Any])?.isEmpty == true)
    }

    @Test(arguments: [
        ([], Int32(2), "give a text"), (["a", "--file", "b"], 2, "give a text"),
        (["--file", "missing.txt"], 1, "there is no file"), ([" "], 1, "holds no text"),
    ])
    func whatCannotBeExplainedIsToldSo(arguments: [String], code: Int32, told: String) throws {
        let place = try Workplace()
        let ended = try Command.run(["explain"] + arguments, in: place.folder)
        #expect(ended.code == code && ended.errors.contains(told), "\(ended)")
    }
}
