import Diagnostics
import Foundation
import GraphModel
import KnowledgeGraph
import Testing

/// What faulty and doubtful queries are told, word for word.
///
/// Each file of cases holds queries, each behind `? `, with the messages below it; an empty line
/// ends a case. With `RECORD=1` the messages are written anew: read the difference.
@Suite struct FaultyQueryTests {
    struct Case {
        var query: String
        var messages: String
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let names = [
        "words", "sql", "signs", "names", "clauses", "types", "running", "warnings",
    ]

    static func cases(_ name: String) throws -> [Case] {
        let text = try String(
            contentsOf: folder.appending(path: "\(name).cases"), encoding: .utf8)
        return text.components(separatedBy: "\n\n").compactMap { block in
            let lines = block.split(separator: "\n", omittingEmptySubsequences: true)
            guard let first = lines.first, first.hasPrefix("? ") else { return nil }
            return Case(
                query: String(first.dropFirst(2)),
                messages: lines.dropFirst().map { $0 + "\n" }.joined())
        }
    }

    static func sampleGraph() throws -> DictionaryGraph {
        let graph = DictionaryGraph()
        _ = try QuerySession().run(
            """
            CREATE (ada:Person {name: 'Ada', born: 1815})
                -[:MEETS_WITH {status: 'asserted'}]->(eu:Organization {name: 'EU'}),
                (eu)-[:FUNDS {amount: 5}]->(:Person {name: 'Bob', born: 1950})
            """, on: graph
        ).last?.get()
        return graph
    }

    /// What a user is told of a query.
    static func messages(_ query: String) throws -> String {
        let graph = try sampleGraph()
        var environment = QueryEnvironment()
        environment.parameters = ["name": .string("Ada"), "five": .string("5")]
        var diagnostics: [Diagnostic] = []
        for outcome in QuerySession().run(query, on: graph, environment) {
            switch outcome {
            case .success(let result): diagnostics += result.warnings
            case .failure(let failure): diagnostics += failure.diagnostics
            }
        }
        let source = SourceText(name: "query", query)
        return diagnostics.map { DiagnosticRenderer().render($0, in: source) }.joined()
    }

    @Test(arguments: names)
    func areToldWordForWord(name: String) throws {
        let cases = try Self.cases(name)
        let found = try cases.map { Case(query: $0.query, messages: try Self.messages($0.query)) }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            let text = found.map { "? \($0.query)\n\($0.messages)" }.joined(separator: "\n")
            return try text.write(
                to: Self.folder.appending(path: "\(name).cases"), atomically: true, encoding: .utf8)
        }
        for (expected, found) in zip(cases, found) {
            #expect(found.messages == expected.messages, "\(found.query)")
        }
    }

    @Test func thereAreManyCases() throws {
        let queries = try Self.names.flatMap { try Self.cases($0).map(\.query) }
        #expect(queries.count >= 200)
        #expect(Set(queries).count == queries.count)
    }
}
