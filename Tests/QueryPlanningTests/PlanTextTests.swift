import Diagnostics
import QueryPlanning
import QuerySemantics
import QuerySyntax
import Testing

/// What each rule does to a plan, seen in its text.
@Suite struct PlanTextTests {
    static func plan(_ query: String, _ rules: Set<PlanRule>) throws -> [String] {
        let source = SourceText(name: "query", query)
        let statement = try #require(Parser.parse(source).statements.first)
        let bound = Binder.bind(statement, in: source)
        let plan = try PhysicalPlanner.plan(try #require(bound.statement), rules: rules)
        return PlanPrinter.text(of: plan).split(separator: "\n").map(String.init)
    }

    @Test func withoutRulesAPatternIsReadAsWritten() throws {
        #expect(
            try Self.plan("MATCH (a)-[:R]->(b:B {x: 1}) RETURN a", []) == [
                "Keep  a", "Filter  b:B AND b.x = 1", "Expand  (a)-[:R]->(b)",
                "AllNodesScan  a", "Unit",
            ])
    }

    @Test func theStartIsTheNodeWithAProperty() throws {
        #expect(
            try Self.plan(
                "MATCH (a)-[:R]->(b:B {x: 1}) RETURN a",
                [.startChoice, .conditionPushdown, .nodeLookup]) == [
                    "Keep  a", "Expand  (a)-[:R]->(b)", "Filter  b:B AND b.x = 1",
                    "PropertyLookup  b:B {x: 1}", "Unit",
                ])
    }

    @Test func aLabelNeedsNoFilterBesideItsScan() throws {
        #expect(
            try Self.plan("MATCH (a:A) RETURN a", Set(PlanRule.allCases)) == [
                "LabelScan  a:A", "Unit",
            ])
    }

    @Test func aLimitReachesTheSort() throws {
        let query = "UNWIND [1] AS x RETURN x ORDER BY x SKIP 1 LIMIT 2"
        #expect(try Self.plan(query, [.topRows]).contains("Top  x LIMIT (1 + 2)"))
        #expect(try Self.plan(query, []).contains("Sort  x"))
    }

    @Test func columnsThatNothingNeedsAreDropped() throws {
        let plan = try Self.plan("MATCH (a)-->(b)-->(c)-->(d) RETURN d", Set(PlanRule.allCases))
        // The last expansion needs c and the relationships, not a and b.
        #expect(plan.contains("Keep  c"))
    }

    @Test func whatIsBoundOnBothSidesIsExpandedInto() throws {
        let plan = try Self.plan("MATCH (a)-->(b), (b)-->(a) RETURN a", Set(PlanRule.allCases))
        #expect(plan.contains("ExpandInto  (b)-[]->(a)"))
    }

    @Test func oneOfSeveralLabelsIsScanned() throws {
        let plan = try Self.plan("MATCH (n:A|B) RETURN n", Set(PlanRule.allCases))
        #expect(plan == ["Filter  (n:A OR n:B)", "LabelScan  n:A|B", "Unit"])
    }

    @Test func aRepeatedPartIsAPlanOfItsOwn() throws {
        #expect(
            try Self.plan("MATCH (s) ((a)-[r:R]->(b) WHERE a.x < b.x){1,3} (e) RETURN a", []) == [
                "Keep  a", "Repeat  (s)((a)-[r:R]->(b) WHERE a.x < b.x){1,3}(e)",
                "  Filter  a.x < b.x", "  Expand  (a)-[r:R]->(b)",
                "  Argument  a", "AllNodesScan  s", "Unit",
            ])
    }

    @Test func theShortestAreSearchedOrSelected() throws {
        #expect(
            try Self.plan("MATCH ALL SHORTEST (a)-[:R]->+(b) RETURN a", []).contains(
                "Search  SHORTEST 1 GROUPS (a)(()-[:R]->()){1,}(b)"))
        #expect(
            try Self.plan("MATCH ANY SHORTEST (a)-->()-->+(b) RETURN a", []).contains(
                "SelectPaths  SHORTEST 1"))
    }

    @Test func aSubqueryIsIndented() throws {
        #expect(
            try Self.plan("MATCH (a) CALL (a) { RETURN a.x AS x } RETURN x", []) == [
                "Keep  x", "Subquery  x", "  Keep  x", "  Project  a.x AS x", "  Argument  a",
                "AllNodesScan  a", "Unit",
            ])
    }

    @Test func branchesAreIndented() throws {
        #expect(
            try Self.plan("MATCH (a) OPTIONAL MATCH (a)-->(b) RETURN a, b", []) == [
                "Keep  a, b", "Optional  b", "  Expand  (a)-[]->(b)", "  Argument  a",
                "AllNodesScan  a", "Unit",
            ])
    }
}
