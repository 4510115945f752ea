import Foundation
import Testing

/// Messages as programs read them, on standard error.
@Suite struct DiagnosticsTests {
    private static func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
        }
    }

    @Test func areALineOfJsonEach() throws {
        let place = try Workplace.withGraph()
        let faulty = try place.run(
            "query", "talks.legation", "--diagnostics", "json",
            "MATCH (a) CREATE (a)\nRETURN b")
        #expect(faulty.code == 1 && faulty.output.isEmpty)
        let told = try Self.lines(faulty.errors)
        #expect(told.map { $0["code"] as? String } == ["LEG-Q024", "LEG-Q020"])
        #expect(told.map { $0["gqlstatus"] as? String } == ["42002", "42002"])
        #expect(told.map { $0["severity"] as? String } == ["error", "error"])
        #expect(told[0]["start"] as? [String: Int] == ["line": 1, "column": 19, "offset": 18])
        #expect(told[0]["end"] as? [String: Int] == ["line": 1, "column": 20, "offset": 19])
        let note = (told[0]["notes"] as? [[String: Any]])?.first
        #expect(note?["start"] as? [String: Int] == ["line": 1, "column": 8, "offset": 7])
        #expect(told[1]["start"] as? [String: Int] == ["line": 2, "column": 8, "offset": 28])
    }

    @Test func warningsStandBesideTheResult() throws {
        let place = try Workplace.withGraph()
        let doubtful = try place.run(
            "query", "talks.legation", "--diagnostics", "json",
            "MATCH (n:Persn) WHERE n.name = null RETURN count(*) AS c")
        #expect(doubtful.code == 0 && doubtful.output == "c\n0\n")
        let told = try Self.lines(doubtful.errors)
        #expect(told.map { $0["name"] as? String } == ["UnknownLabel", "ComparisonNeverTrue"])
        #expect(told.map { $0["severity"] as? String } == ["warning", "warning"])
        #expect(told.first?["help"] as? String == "did you mean 'Person'?")
    }

    @Test func ofAScriptNameItsFile() throws {
        let place = try Workplace.withGraph()
        try place.write("ask.cypher", "MATCH (n) RETRUN n;\nMATCH (n) RETURN m;\n")
        let faulty = try place.run(
            "run", "talks.legation", "ask.cypher", "--diagnostics", "json")
        #expect(faulty.code == 1)
        let told = try Self.lines(faulty.errors)
        #expect(told.map { $0["source"] as? String } == ["ask.cypher", "ask.cypher"])
        #expect(told.map { $0["name"] as? String } == ["UnexpectedSyntax", "UndefinedVariable"])
    }
}
