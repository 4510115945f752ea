import Foundation
import Testing

/// The gate: runs every scenario of the features in `LEGATION_TCK`, and fails where one fails that
/// `known-failures.txt` does not name, or where one passes that it names.
///
/// `LEGATION_TCK_ONLY=TEXT` runs those whose name holds the text; `LEGATION_TCK_DETAILS=FILE` writes
/// each failure with its query; `LEGATION_TCK_TRACE=1` tells each name before it runs; `RECORD=1`
/// writes the list anew.
@Suite struct ConformanceTests {
    static let environment = ProcessInfo.processInfo.environment
    static let list = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "known-failures.txt")

    @Test(.enabled(if: environment["LEGATION_TCK"] != nil))
    func theSuitePassesButForKnownFailures() async throws {
        var folder = try SuiteFolder(URL(filePath: try #require(Self.environment["LEGATION_TCK"])))
        if let part = Self.environment["LEGATION_TCK_ONLY"] {
            folder.scenarios.removeAll { !$0.name.contains(part) }
        }
        var trace: (@Sendable (String) -> Void)?
        if Self.environment["LEGATION_TCK_TRACE"] != nil {
            // Not buffered, so that the last name before a crash is told too.
            trace = { name in FileHandle.standardError.write(Data((name + "\n").utf8)) }
        }
        let report = await SuiteRunner.run(folder, trace: trace) { try StoreEngine() }
        print(report.summary)
        if let file = Self.environment["LEGATION_TCK_DETAILS"] {
            try report.details.write(toFile: file, atomically: true, encoding: .utf8)
        }
        if Self.environment["RECORD"] != nil {
            let names = report.failed.sorted().map { $0 + "\n" }.joined()
            try names.write(to: Self.list, atomically: true, encoding: .utf8)
        }
        let known = try Set(
            String(contentsOf: Self.list, encoding: .utf8).split(separator: "\n").map(String.init))
        #expect(report.regressions(known: known) == [])
        #expect(report.mended(known: known) == [], "take these out with RECORD=1")
    }

    /// Scenarios of our own, so that the engine is held to something where the suite is not at
    /// hand, and the store's transactions to rolling back.
    @Test func ourOwnScenariosPass() async throws {
        let features = Self.list.deletingLastPathComponent().appending(path: "Features")
        let report = await SuiteRunner.run(try SuiteFolder(features)) { try StoreEngine() }
        #expect(report.passed.count > 200)
        #expect(report.failed == [], "\(report.details)")
    }
}
