import GraphModel
import KnowledgeGraph
import QueryPlanning
import SeededRandom
import Testing

/// No rule changes what a query gives: each alone and all together, over random small graphs and
/// random patterns, against the plan without rules.
@Suite struct RulePropertyTests {
    private static let ruleSets: [Set<PlanRule>] =
        PlanRule.allCases.map { [$0] } + [Set(PlanRule.allCases)]

    static func graph(_ random: inout SplitMix64) throws -> DictionaryGraph {
        let graph = DictionaryGraph()
        var nodes: [NodeID] = []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let labels = ["A", "B"].filter { _ in Bool.random(using: &random) }
            var properties: [String: Value] = [:]
            if Bool.random(using: &random) {
                properties["x"] = .integer(.random(in: 0...2, using: &random))
            }
            if Bool.random(using: &random) {
                properties["name"] = .string(["p", "q"].randomElement(using: &random) ?? "p")
            }
            nodes.append(try graph.createNode(labels: labels, properties: properties))
        }
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            guard let start = nodes.randomElement(using: &random),
                let end = nodes.randomElement(using: &random)
            else { continue }
            _ = try graph.createRelationship(
                ["R", "S"].randomElement(using: &random) ?? "R", from: start, to: end,
                properties: ["w": .integer(.random(in: 0...1, using: &random))])
        }
        return graph
    }

    private static func node(_ random: inout SplitMix64, _ names: [String]) -> String {
        let name = names.randomElement(using: &random) ?? "a"
        let detail = [
            "", "", "", ":A", ":B", " {x: 1}", " {name: 'p'}", ":A {name: 'q'}",
            ":A|B", ":!A", ":%&!B", " WHERE a.x > 0",
        ]
        return "(\(name)\(detail.randomElement(using: &random) ?? ""))"
    }

    private static func path(_ random: inout SplitMix64, _ names: [String]) -> String {
        var text = node(&random, names)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let arrow = [
                "-->", "<--", "--", "-[:R]->", "<-[:S]-", "-[:R|S]-", "-[:R*1..2]->", "-[*0..2]-",
                "-[{w: 1}]->", "-[:R*1..2 {w: 0}]-", "-[:!R]->", "-[:R]->{0,2}",
                "-[:!S WHERE 1 = 1]-{1,2}", " (()-[:R]->(:A)<--()){0,1} ",
                " (()-[{w: 0}]-(:A|B)){1,2} ",
            ]
            text += (arrow.randomElement(using: &random) ?? "--") + node(&random, names)
        }
        return text
    }

    static func query(_ random: inout SplitMix64) -> String {
        let paths = (0..<Int.random(in: 1...2, using: &random)).map { _ in
            path(&random, ["a", "b", "c", ""])
        }
        let conditions = [
            "", "", " WHERE a.x = 1", " WHERE a.x < 2 AND a.name = 'p'",
            " WHERE (a)-->(:B)", " WHERE NOT (a)-[:R]-()", " WHERE a.x = size([(a)--(z) | z])",
            " WHERE COUNT { (a)-->() } > 0", " FILTER a:A|B",
        ]
        let later = [
            "", "", " OPTIONAL MATCH " + path(&random, ["a", "d"]),
            " WITH a MATCH " + path(&random, ["a", "e"]), " WITH DISTINCT a", " WITH a, a.x AS x",
            " CALL (a) { MATCH (a)--(y) RETURN count(y) AS n }",
            " OPTIONAL CALL (a) { MATCH (a)-->(y:A) RETURN y }",
        ]
        let ends = [
            "RETURN *", "RETURN a.x, count(*) AS n", "RETURN DISTINCT a.name",
            "RETURN a.x AS x ORDER BY x, a.name LIMIT 2",
            "RETURN id(a) AS i ORDER BY i SKIP 1 LIMIT 3",
        ]
        return "MATCH (a), " + paths.joined(separator: ", ")
            + (conditions.randomElement(using: &random) ?? "")
            + (later.randomElement(using: &random) ?? "") + " "
            + (ends.randomElement(using: &random) ?? "RETURN *")
    }

    private static func rows(
        _ query: String, _ rules: Set<PlanRule>, _ graph: DictionaryGraph
    ) throws -> [String] {
        let outcome = try #require(QuerySession(rules: rules).run(query, on: graph).last)
        return try outcome.get().rows.map { row in
            // Properties have no order of their own, so nodes are told by their ids.
            row.map { value in
                switch value {
                case .node(let node): "(\(node.id.rawValue))"
                default: "\(value)"
                }
            }.joined(separator: " ")
        }.sorted()
    }

    @Test(arguments: 0..<40)
    func theRowsAreTheSame(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        let graph = try Self.graph(&random)
        for _ in 0..<3 {
            let query = Self.query(&random)
            let expected = try Self.rows(query, [], graph)
            for rules in Self.ruleSets {
                let found = try Self.rows(query, rules, graph)
                #expect(found == expected, "\(query) with \(rules.map(\.rawValue))")
            }
        }
    }
}
