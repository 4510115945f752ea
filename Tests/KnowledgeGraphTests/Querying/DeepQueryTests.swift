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
        let chain = Array(repeating: "1", count: 1500).joined(separator: " + ")
        #expect(try Self.value(chain) == .integer(1500))
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
}
