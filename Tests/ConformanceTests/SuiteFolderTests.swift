import Foundation
import Testing

@Suite struct SuiteFolderTests {
    @Test func featuresAndNamedGraphsAreFound() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }
        let files = [
            "features/b/G.feature": "Feature: G\nScenario: 2\nGiven any graph",
            "features/a/F.feature": "Feature: F\nScenario: 1\nGiven any graph",
            "features/a/notes.txt": "Nonsense", "graphs/tree/tree.cypher": "CREATE ()",
        ]
        for (path, text) in files {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let folder = try SuiteFolder(root.appending(path: "features"))
        #expect(folder.scenarios.map(\.name) == ["a/F 1", "b/G 2"])
        #expect(folder.graph(named: "tree") == "CREATE ()" && folder.graph(named: "bush") == nil)
    }

    /// Where a copy of the suite is at hand, all of it can be read, values too.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LEGATION_TCK"] != nil))
    func theSuiteCanBeRead() throws {
        let path = try #require(ProcessInfo.processInfo.environment["LEGATION_TCK"])
        let folder = try SuiteFolder(URL(filePath: path))
        #expect(!folder.scenarios.isEmpty)
        #expect(Set(folder.scenarios.map(\.name)).count == folder.scenarios.count)
        for scenario in folder.scenarios {
            for step in scenario.steps where step.text.hasPrefix("the result should be") {
                for cell in step.table.dropFirst().joined() {
                    #expect(throws: Never.self) { try ExpectedValueReader.value(of: cell) }
                }
            }
        }
    }
}
