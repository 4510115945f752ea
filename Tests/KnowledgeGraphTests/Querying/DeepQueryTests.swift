import GraphModel
import KnowledgeGraph
import Testing

/// Queries at the parser's limits run, on a thread whose stack is not large.
@Suite struct DeepQueryTests {
    private static func value(_ expression: String) throws -> Value? {
        let text = "RETURN \(expression) AS x"
        let outcome = try #require(QuerySession().run(text, on: DictionaryGraph()).last)
        return try outcome.get().rows.first?.first
    }

    @Test func aLongChainOfOperators() throws {
        let chain = Array(repeating: "1", count: 900).joined(separator: " + ")
        #expect(try Self.value(chain) == .integer(900))
    }

    @Test func manyConditions() throws {
        let chain = Array(repeating: "true", count: 5000).joined(separator: " AND ")
        #expect(try Self.value(chain) == .boolean(true))
    }

    @Test func deepBrackets() throws {
        let depth = 120
        let list = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(try Self.value("size(\(list))") == .integer(1))
    }

    /// Chains within brackets within chains: the limit holds for the tree as a whole.
    @Test(arguments: [
        ("1", "(", " + 1)"), ("[]", "[", "][0]"), ("{}", "{a: ", "}.a"), ("x", "(", " IN [1])"),
    ])
    func chainsWithinBracketsEndInAnError(seed: String, opening: String, ending: String) throws {
        var expression = seed
        for _ in 0..<100 {
            expression = opening + expression + String(repeating: " + 1", count: 100) + ending
        }
        let text = "WITH 1 AS x RETURN \(expression) AS y"
        let outcome = try #require(QuerySession().run(text, on: DictionaryGraph()).last)
        guard case .failure(let failure) = outcome else {
            Issue.record("it ran")
            return
        }
        #expect(failure.diagnostics.first?.code == "QueryTooComplex")
    }
}
