import Foundation
import Testing

@Suite struct PipeTests {
    static func answers(_ requests: [String]) throws -> [[String: Any]] {
        let place = try Workplace()
        let ended = try place.run("pipe", input: requests.map { $0 + "\n" }.joined())
        #expect(ended.code == 0 && ended.errors.isEmpty, "\(ended)")
        return try ended.output.split(separator: "\n").map {
            try #require(
                JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
        }
    }

    @Test func eachRequestHasItsAnswer() throws {
        let answers = try Self.answers([
            #"{"query": "CREATE (a:A {x: 1.0})-[r:T]->() RETURN a, $p AS p", "parameters": {"p": 1}}"#,
            #"{"query": "MATCH (n) RETURN count(n) AS n", "plain": true}"#,
            #"{"query": "MATCH (n:B) RETURN n", "plain": true}"#,
            #"{"reset": true}"#,
            #"{"query": "MATCH (n) RETURN count(n) AS n", "plain": true}"#,
            "nonsense", "{}", "[]", #"{"query": 1}"#,
            #"{"query": "RETURN\n  x"}"#, #"{"query": "RETURN 1 / 0"}"#,
        ])
        try #require(answers.count == 11)
        let rows = try #require(answers[0]["rows"] as? [[[String: Any]]])
        #expect(rows[0][0]["$type"] as? String == "Node")
        #expect(rows[0][1]["_value"] as? String == "1")
        let counters = try #require(answers[0]["counters"] as? [String: Int])
        #expect(counters["nodesCreated"] == 2 && counters["propertiesSet"] == 1)
        #expect(answers[0]["elapsed_ms"] is Double)
        #expect(answers[1]["rows"] as? [[Int]] == [[2]])
        #expect(
            (answers[2]["warnings"] as? [[String: Any]])?.first?["code"] as? String
                == "UnknownLabel")
        #expect(answers[3]["ok"] as? Bool == true)
        #expect(answers[4]["rows"] as? [[Int]] == [[0]])
        let errors = answers[5...].compactMap { $0["error"] as? [String: Any] }
        #expect(
            errors.map { $0["detail"] as? String } == [
                "InvalidJson", "InvalidRequest", "InvalidRequest", "InvalidRequest",
                "UndefinedVariable", "DivisionByZero",
            ])
        #expect(errors[4]["type"] as? String == "SyntaxError")
        #expect(errors[4]["phase"] as? String == "compile time")
        #expect(errors[4]["line"] as? Int == 2 && errors[4]["column"] as? Int == 3)
        #expect(errors[5]["phase"] as? String == "runtime")
    }

    @Test func proceduresAreTables() throws {
        let answers = try Self.answers([
            #"""
            {"procedure": {"name": "t.p", "inputs": [{"name": "a", "type": "INTEGER?"}], "outputs": [{"name": "b", "type": "STRING?"}], "rows": [[1, "x"], [2, "y"]]}}
            """#,
            #"{"query": "CALL t.p(2) YIELD b RETURN b", "plain": true}"#,
            #"{"reset": true}"#,
            #"{"query": "CALL t.p(2) YIELD b RETURN b"}"#,
            #"{"procedure": {"name": "t.q"}}"#,
        ])
        #expect(answers[0]["ok"] as? Bool == true)
        #expect(answers[1]["rows"] as? [[String]] == [["y"]])
        let error = answers[3]["error"] as? [String: Any]
        #expect(error?["detail"] as? String == "ProcedureNotFound")
        #expect(answers[4]["error"] != nil)
    }

    /// Answers come as soon as they are known, so that a program may wait for each.
    @Test func answersAreNotHeldBack() throws {
        let place = try Workplace()
        let process = try Command.process(["pipe"], in: place.folder)
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for number in 1...3 {
            try input.fileHandleForWriting.write(
                contentsOf: Data("{\"query\":\"RETURN \(number) AS x\",\"plain\":true}\n".utf8))
            let answer = output.fileHandleForReading.availableData
            #expect(String(decoding: answer, as: UTF8.self).contains("[[\(number)]]"))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
