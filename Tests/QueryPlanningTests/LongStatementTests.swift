import Diagnostics
import QueryPlanning
import QuerySemantics
import QuerySyntax
import Testing

/// A script of hundreds of CREATE clauses was planned in time cubic in their number: each clause
/// asked for its columns, and each asking copied them anew at every clause below. 760 clauses took
/// 38 seconds, and these would take minutes.
@Suite struct LongStatementTests {
    @Test(.timeLimit(.minutes(1))) func manyClausesArePlannedInTime() throws {
        let clauses = (0..<1200).map { "CREATE (n\($0):N {i: \($0)})" }
        let source = SourceText(name: "long", clauses.joined(separator: "\n"))
        let statement = try #require(Parser.parse(source).statements.first)
        let bound = try #require(Binder.bind(statement, in: source).statement)
        _ = try PhysicalPlanner.plan(bound, rules: Set(PlanRule.allCases))
    }
}
