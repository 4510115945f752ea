import Diagnostics
import Foundation
import Testing

/// Holds the table of codes against docs/diagnostics.md and against the sources that use them.
@Suite struct QueryCodeTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func noCodeIsGivenTwice() {
        #expect(Set(QueryCode.all.map(\.id)).count == QueryCode.all.count)
        #expect(Set(QueryCode.all.map(\.name)).count == QueryCode.all.count)
        #expect(QueryCode.all.map(\.id) == QueryCode.all.map(\.id).sorted())
    }

    @Test func thePageShowsTheTable() throws {
        let page = try String(
            contentsOf: Self.root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
        let shown = page.split(separator: "\n").filter { $0.hasPrefix("| LEG-Q") }.map(String.init)
        let expected = QueryCode.all.map {
            "| \($0.id) | `\($0.name)` | \($0.gqlStatus) | \($0.meaning) |"
        }
        #expect(shown == expected)
    }

    /// What is raised about queries has a code, and no code is idle.
    @Test func theSourcesUseTheTable() throws {
        var used: Set<String> = []
        for folder in [
            "QuerySyntax", "QuerySemantics", "QueryPlanning", "QueryExecution",
            "KnowledgeGraph/Querying",
        ] {
            let path = Self.root.appending(path: "Sources/\(folder)")
            let files = FileManager.default.enumerator(at: path, includingPropertiesForKeys: nil)
            for case let file as URL in try #require(files) where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /(?:code|detail|Detail): "([A-Za-z]+)"/) {
                    used.insert(String(match.1))
                }
                for match in text.matches(of: /case \.[A-Za-z]+: "(Unknown[A-Za-z]+)"/) {
                    used.insert(String(match.1))
                }
            }
        }
        let known = Set(QueryCode.all.map(\.name))
        #expect(used.subtracting(known) == [])
        #expect(known.subtracting(used) == [])
    }

    @Test(arguments: QueryCode.all) func aStatusHasItsForm(code: QueryCode) {
        #expect(code.gqlStatus.wholeMatch(of: /[0-9A-Z]{5}/) != nil)
        #expect(code.id.wholeMatch(of: /LEG-Q[0-9]{3}/) != nil)
    }
}
