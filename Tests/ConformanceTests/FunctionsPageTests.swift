import Foundation
import QuerySemantics
import Testing

/// Holds `docs/functions.md` to what the engine does.
@Suite struct FunctionsPageTests {
    struct Line: Sendable, CustomTestStringConvertible {
        var section: String
        var call: String
        var result: String
        var testDescription: String { call }

        /// The query that the section's text announces.
        var query: String {
            switch section {
            case "Nodes, relationships and paths":
                "MATCH p = (n:Person {name: 'Ana'})-[r:REPRESENTS {role: 'envoy'}]->(m:Country) "
                    + "RETURN \(call) AS value"
            case "Aggregates": "UNWIND [1, 2, 2, 3, null] AS x RETURN \(call) AS value"
            default: "RETURN \(call) AS value"
            }
        }
    }

    static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/functions.md")

    /// Rows whose first two cells are code.
    static let lines: [Line] = {
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        var section = ""
        return text.split(separator: "\n").compactMap { line in
            if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
            let codes = line.split(separator: "`", omittingEmptySubsequences: false)
            guard line.hasPrefix("| `"), codes.count >= 5 else { return nil }
            return Line(section: section, call: String(codes[1]), result: String(codes[3]))
        }
    }()

    @Test(arguments: lines)
    func everyLineIsTrue(line: Line) throws {
        let engine = try StoreEngine()
        _ = try engine.execute(
            "CREATE (:Person {name: 'Ana'})-[:REPRESENTS {role: 'envoy'}]->(:Country)",
            parameters: [:])
        let result = try engine.execute(line.query, parameters: [:])
        let value = try #require(result.rows.first?.first)
        let expected = try ExpectedValueReader.value(of: line.result)
        #expect(
            ExpectedComparison().matches(value, expected),
            "\(line.call) gives \(ValueNotation.text(value))")
    }

    @Test(arguments: FunctionSignatures.names)
    func everyFunctionIsTold(name: String) {
        #expect(Self.lines.contains { $0.call.contains("\(name)(") })
    }
}
