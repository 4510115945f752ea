import Diagnostics
import Foundation
import QuerySyntax
import Testing

/// What is printed of a tree reads as the same tree: of the queries of all suites.
@Suite struct PrintingTests {
    /// A tree in words, without the places of its parts.
    static func shape(_ value: Any) -> String {
        if value is SourceSpan { return "" }
        let mirror = Mirror(reflecting: value)
        if mirror.children.isEmpty { return "\(value)" }
        let parts = mirror.children.map { (child) -> String in
            let inner = shape(child.value)
            return child.label.map { "\($0)(\(inner))" } ?? inner
        }
        return "[" + parts.joined(separator: ",") + "]"
    }

    /// Whether the text could be read, and so was tried.
    static func holds(_ text: String, _ origin: String) -> Bool {
        let (statements, diagnostics) = Parser.parse(SourceText(name: "query", text))
        guard diagnostics.isEmpty else { return false }
        for statement in statements {
            let printed = SyntaxPrinter.text(of: statement)
            let (again, faults) = Parser.parse(SourceText(name: "printed", printed))
            #expect(faults.isEmpty, "\(origin): \(printed) \(faults)")
            #expect(
                again.map { shape($0) } == [shape(statement)], "\(origin): \(text)\n\(printed)")
        }
        return !statements.isEmpty
    }

    private static func files(below folder: String, _ ending: String) throws -> [URL] {
        let root =
            folder.hasPrefix("/")
            ? URL(filePath: folder) : Grammar.root.appending(path: folder)
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == ending }
            .sorted { $0.path < $1.path }
    }

    private static func queries(ofFeature text: String) -> [String] {
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.drop(while: \.isWhitespace).hasPrefix("#") }
            .joined(separator: "\n").components(separatedBy: "\"\"\"")
        return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    }

    /// A folder, the ending of its files, and how many queries of them are read at least.
    @Test(arguments: [
        ("Tests/ConformanceTests/Features", "feature", 200), ("Queries", "cypher", 10),
        ("Tests/KnowledgeGraphTests/Faults", "cases", 80),
    ])
    func theQueriesOfAllSuites(folder: String, ending: String, least: Int) throws {
        var count = 0
        for file in try Self.files(below: folder, ending) {
            let text = try String(contentsOf: file, encoding: .utf8)
            let queries =
                switch ending {
                case "feature": Self.queries(ofFeature: text)
                case "cases":
                    text.split(separator: "\n").filter { $0.hasPrefix("? ") }
                        .map { String($0.dropFirst(2)) }
                default: [text]
                }
            for query in queries where Self.holds(query, file.lastPathComponent) { count += 1 }
        }
        #expect(count >= least)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["LEGATION_TCK"] != nil))
    func theConformanceSuite() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["LEGATION_TCK"])
        var count = 0
        for file in try Self.files(below: folder, "feature") {
            let text = try String(contentsOf: file, encoding: .utf8)
            for query in Self.queries(ofFeature: text)
            where Self.holds(query, file.lastPathComponent) {
                count += 1
            }
        }
        #expect(count > 1000)
    }
}
