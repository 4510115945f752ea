import Foundation
import GraphModel
import Testing

/// Fails at compile time, whatever it is given.
private struct RefusingEngine: ConformanceEngine {
    func register(_ procedure: ProcedureTable) {}
    func execute(
        _ query: String, parameters: [String: Value]
    ) throws(ConformanceFault) -> ConformanceResult {
        throw ConformanceFault(type: "SyntaxError", phase: "compile time", detail: "Refused")
    }
    func contents() -> GraphContents { GraphContents() }
}

@Suite struct SuiteRunnerTests {
    @Test func allScenariosAreRunOnceAndToldInOrder() async throws {
        let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let steps = "When executing query:\n\"\"\"\nX\n\"\"\"\n"
        let scenarios = (1...7).map { number in
            let then =
                number % 2 == 0
                ? "Then the result should be empty"
                : "Then a SyntaxError should be raised at compile time: Refused"
            return "Scenario: \(number)\n\(steps)\(then)"
        }
        try "Feature: F\n\(scenarios.joined(separator: "\n"))".write(
            to: root.appending(path: "F.feature"), atomically: true, encoding: .utf8)
        let report = await SuiteRunner.run(try SuiteFolder(root)) { RefusingEngine() }
        #expect(report.outcomes.map(\.scenario.title) == (1...7).map(String.init))
        #expect(report.passed == ["F 1", "F 3", "F 5", "F 7"])
        #expect(report.failed == ["F 2", "F 4", "F 6"])
    }
}
