import GraphModel
import Testing

/// An engine that knows its answers by heart; `CREATE` adds a node `(:A {x: 1})`.
private struct ScriptedEngine: ConformanceEngine {
    var graph = GraphContents()
    var procedures: [ProcedureTable] = []

    mutating func register(_ procedure: ProcedureTable) { procedures.append(procedure) }

    mutating func execute(
        _ query: String, parameters: [String: Value]
    ) throws(ConformanceFault) -> ConformanceResult {
        switch query {
        case "CREATE":
            graph.add(
                Node(
                    id: NodeID(rawValue: UInt32(graph.nodes.count)), labels: ["A"],
                    properties: ["x": .integer(1)]))
            return ConformanceResult()
        case "CLEAR":
            graph = GraphContents()
            return ConformanceResult()
        case "ROWS":
            return ConformanceResult(
                columns: ["a", "b"],
                rows: [[.integer(1), .list([.integer(1), .integer(2)])], [.integer(2), .null]])
        case "PARAMETERS":
            return ConformanceResult(columns: ["p"], rows: [[parameters["p"] ?? .null]])
        case "PROCEDURES":
            return ConformanceResult(columns: ["n"], rows: [[.integer(Int64(procedures.count))]])
        default:
            throw ConformanceFault(type: "SyntaxError", phase: "compile time", detail: "Unknown")
        }
    }

    func contents() -> GraphContents { graph }
}

@Suite struct RunnerTests {
    static func outcome(_ steps: String) throws -> Outcome {
        let text =
            "Feature: F\nScenario: S\n" + steps.replacing("QUERY", with: "When executing query:")
        let scenario = try #require(FeatureReader.scenarios(of: text, name: "F").first)
        return ScenarioRunner.run(scenario, on: ScriptedEngine()) { $0 == "g" ? "CREATE" : nil }
    }

    static func reason(_ steps: String) throws -> String {
        guard case .failed(let failure) = try outcome(steps) else { return "passed" }
        return failure.reason
    }

    static let rows = "QUERY\n\"\"\"\nROWS\n\"\"\"\n"
    static let create = "QUERY\n\"\"\"\nCREATE\n\"\"\"\n"
    static let fault = "QUERY\n\"\"\"\nX\n\"\"\"\n"

    static let cases: [(String, String)] = [
        (rows + "Then the result should be, in any order:\n|a|b|\n|2|null|\n|1|[1,2]|", "passed"),
        (rows + "Then the result should be, in any order:\n|b|a|\n|null|2|\n|[1,2]|1|", "passed"),
        (rows + "Then the result should be, in order:\n|a|b|\n|2|null|\n|1|[1,2]|", "other rows"),
        (rows + "Then the result should be, in order:\n|a|b|\n|1|[1,2]|\n|2|null|", "passed"),
        (
            rows + "Then the result should be (ignoring element order for lists):\n"
                + "|a|b|\n|2|null|\n|1|[2,1]|", "passed"
        ),
        (rows + "Then the result should be, in any order:\n|a|b|\n|1|[1,2]|", "other rows"),
        (rows + "Then the result should be, in any order:\n|a|\n|1|\n|2|", "other columns"),
        (rows + "Then the result should be empty", "rows instead of none"),
        (create + "Then the result should be empty\nAnd no side effects", "other side effects"),
        (
            create + "Then the side effects should be:\n|+nodes|1|\n|+labels|1|\n|+properties|1|",
            "passed"
        ),
        (
            "Given the g graph\n" + create
                + "Then the side effects should be:\n|+nodes|1|\n|+properties|1|", "passed"
        ),
        (
            "Given an empty graph\nAnd having executed:\n\"\"\"\nCREATE\n\"\"\"\n"
                + "QUERY\n\"\"\"\nCLEAR\n\"\"\"\nThen the side effects should be:\n"
                + "|-nodes|1|\n|-labels|1|\n|-properties|1|", "passed"
        ),
        (fault + "Then a SyntaxError should be raised at compile time: Unknown", "passed"),
        (fault + "Then a SyntaxError should be raised at any time: *", "passed"),
        (
            fault + "Then a SyntaxError should be raised at runtime: Unknown",
            "SyntaxError at compile time: Unknown, not SyntaxError at runtime: Unknown"
        ),
        (
            fault + "Then a TypeError should be raised at compile time: Unknown",
            "SyntaxError at compile time: Unknown, not TypeError at compile time: Unknown"
        ),
        (
            rows + "Then a SyntaxError should be raised at compile time: Unknown",
            "a result, not SyntaxError at compile time: Unknown"
        ),
        (
            fault + "Then the result should be empty",
            "SyntaxError at compile time: Unknown, not a result"
        ),
        ("Given the h graph", "unknown graph"), ("Given a sunny day", "unknown step"),
        ("Then the result should be empty", "nothing was run"),
        (
            "Given parameters are:\n|p|'x'|\nQUERY\n\"\"\"\nPARAMETERS\n\"\"\"\n"
                + "Then the result should be, in order:\n|p|\n|'x'|", "passed"
        ),
        (
            "Given there exists a procedure p() :: ():\n|\nQUERY\n\"\"\"\nPROCEDURES\n\"\"\"\n"
                + "Then the result should be, in order:\n|n|\n|1|", "passed"
        ),
    ]

    @Test(arguments: cases)
    func outcomes(steps: String, reason: String) throws {
        #expect(try Self.reason(steps) == reason)
    }

    @Test func aReportCountsByFolderAndHoldsAgainstTheList() {
        let failure = Outcome.failed(Failure(reason: "other rows", detail: "d"))
        let report = SuiteReport(outcomes: [
            (Scenario(feature: "a/F", title: "1"), .passed),
            (Scenario(feature: "a/F", title: "2"), failure),
            (Scenario(feature: "b/G", title: "3"), failure),
            (Scenario(feature: "b/G", title: "4"), .ignored),
        ])
        #expect(report.summary == "1/2\ta\n0/1\tb\n1/3\tall\n2\tother rows")
        #expect(report.regressions(known: ["a/F 2"]) == ["b/G 3"])
        #expect(report.mended(known: ["a/F 1", "a/F 2"]) == ["a/F 1"])
        #expect(report.details.contains("## a/F 2\nother rows\nd"))
    }
}
