import Foundation
import GraphModel
import KnowledgeGraph
import Testing

/// Whatever a statement asks for ends in an answer or in a clear error: no trap, no machine out of
/// memory.
@Suite struct LimitTests {
    /// A complete graph, whose paths are beyond counting.
    private static func completeGraph() throws -> DictionaryGraph {
        let graph = DictionaryGraph()
        _ = try QuerySession().run(
            "UNWIND range(1, 15) AS i CREATE (:N {x: i})", on: graph
        ).last?.get()
        _ = try QuerySession().run(
            "MATCH (a:N), (b:N) WHERE a.x < b.x CREATE (a)-[:T]->(b)", on: graph
        ).last?.get()
        return graph
    }

    private static func failure(
        _ query: String, _ environment: QueryEnvironment = QueryEnvironment()
    ) throws -> QueryFailure? {
        let outcomes = QuerySession().run(query, on: try completeGraph(), environment)
        if case .failure(let failure)? = outcomes.last { return failure }
        return nil
    }

    // MARK: Memory

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "RETURN size(range(1, 10000000))",
            "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN size(collect(a + b))",
            "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN DISTINCT a, b",
            "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN a, b ORDER BY a - b",
            "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN a, b",
            "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN a, b, count(*)",
            "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN count(DISTINCT [a, b])",
            "RETURN size(reduce(s = 'ab', x IN range(1, 60) | s + s))",
            "RETURN size(reduce(s = [1, 2], x IN range(1, 60) | s + s))",
            "RETURN size(reduce(s = 'ab', x IN range(1, 60) | s || s))",
            "RETURN size(reduce(s = 'ab', x IN range(1, 60) | replace(s, 'a', s)))",
            "RETURN size([x IN range(1, 100000) | range(1, 100000)])",
            "MATCH p = (a)-[*]-(b) RETURN size(collect(p))",
            "MATCH p = ((a)--(b)){8,} RETURN size(collect(p))",
            "MATCH SHORTEST 100000000 (a:N {x: 1})--+(b:N {x: 2}) RETURN count(*)",
            "MATCH (n) RETURN COLLECT { MATCH (a), (b), (c), (d), (e), (f) RETURN a } AS x",
            "CALL { MATCH (a), (b), (c), (d), (e), (f) RETURN a } RETURN count(*)",
            "MATCH (a) RETURN [(a)-[*]-(b) | b] AS x",
        ])
    func whatNeedsTooMuchMemoryIsToldSo(query: String) throws {
        var environment = QueryEnvironment()
        environment.memoryLimit = 16 << 20
        let failure = try #require(try Self.failure(query, environment), "it ran to its end")
        #expect(failure.diagnostics.first?.code == "MemoryLimitExceeded", "\(failure)")
        #expect(failure.errorClass == "LimitExceeded")
        #expect(failure.diagnostics.first?.message.contains("16 MB") == true)
    }

    /// What streams needs no memory, however many rows there are; what was held is given back.
    @Test(arguments: [
        "UNWIND range(1, 700) AS a UNWIND range(1, 700) AS b RETURN count(*) AS n",
        "UNWIND range(1, 700) AS a UNWIND range(1, 700) AS b WITH a + b AS s WHERE s > 0 "
            + "RETURN count(s) AS n",
        "UNWIND range(1, 70) AS i CALL (i) { UNWIND range(1, 7000) AS x WITH x ORDER BY -x "
            + "RETURN count(x) AS c } RETURN sum(c) AS n",
    ])
    func whatStreamsNeedsLittle(query: String) throws {
        var environment = QueryEnvironment()
        environment.memoryLimit = 2 << 20
        let result = try QuerySession().run(query, on: DictionaryGraph(), environment).last?.get()
        #expect(result?.rows == [[.integer(490_000)]])
    }

    // MARK: Time and cancellation

    /// Within one batch and one expression too.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "RETURN size([x IN range(1, 19000000) | x * x % 7])",
            "RETURN reduce(s = 0, x IN range(1, 19000000) | s + x % 7)",
            "RETURN all(x IN range(1, 19000000) WHERE x > 0)",
            "UNWIND range(1, 4000000) AS x RETURN x ORDER BY x % 1000, -x",
            "MATCH (a)-[*]-(b) RETURN count(*)",
            "MATCH ((a)--(b))+ RETURN count(*)",
            "MATCH SHORTEST 5 GROUPS (a)--+(b) RETURN count(*)",
            "MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN count(*)",
            "MATCH (n) RETURN EXISTS { MATCH (a), (b), (c), (d), (e), (f) WHERE a.x + f.x < 0 }",
            "UNWIND range(1, 100000) AS i CALL (i) { MATCH (a)--(b)--(c) RETURN count(*) AS n } "
                + "RETURN sum(n)",
            "MATCH (n) RETURN COUNT { (a)-[*]-(b) } AS n",
        ])
    func aLongStatementStopsInTime(query: String) throws {
        let environment = QueryEnvironment()
        let flag = environment.cancellation
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.3)
            flag.raise(.timeLimit)
        }
        let failure = try #require(try Self.failure(query, environment), "it ran to its end")
        #expect(failure.diagnostics.first?.code == "TimeLimitExceeded")
    }

    // MARK: Size and depth

    private static func many(_ count: Int, _ part: (Int) -> String, _ joint: String) -> String {
        (0..<count).map(part).joined(separator: joint)
    }

    /// A megabyte of text each, or thousands of parts: an answer or a fault of the query.
    private static let large: [(name: String, query: String)] = [
        ("brackets", "RETURN " + String(repeating: "(", count: 1_000_000)),
        ("maps", "RETURN " + String(repeating: "{a:", count: 300_000)),
        ("lists", "RETURN " + String(repeating: "[", count: 500_000) + "1"),
        ("list", "RETURN size([" + many(100_000, { _ in "1" }, ",") + "])"),
        ("sum", "RETURN " + many(100_000, { _ in "1" }, "+")),
        ("and", "RETURN " + many(30_000, { _ in "true" }, " AND ")),
        ("comparisons", "RETURN " + many(60_000, { _ in "1" }, " < ")),
        ("text", "RETURN size('" + String(repeating: "a", count: 1_000_000) + "')"),
        ("clauses", "WITH 1 AS x " + many(30_000, { _ in "WITH x" }, " ") + " RETURN x"),
        ("matches", many(5000, { _ in "MATCH (a)" }, " ") + " RETURN count(*)"),
        ("next", "RETURN 1 AS x " + many(5000, { _ in "NEXT RETURN x" }, " ")),
        ("unions", many(1500, { _ in "RETURN 1 AS x" }, " UNION ")),
        ("path", "MATCH ()" + many(100_000, { _ in "-->()" }, "") + " RETURN count(*)"),
        ("groups", "MATCH " + many(20_000, { _ in "(()-->()){0,1}" }, "") + " RETURN 1"),
        ("labels", "MATCH (n:" + many(60_000, { _ in "A" }, ":") + ") RETURN count(*)"),
        ("nodes", "CREATE " + many(20_000, { "(a\($0))" }, ",")),
        (
            "subqueries",
            many(5000, { _ in "CALL {" }, " ") + "RETURN 1 AS x" + many(5000, { _ in "}" }, "")
        ),
        ("exists", "RETURN " + many(3000, { _ in "EXISTS { MATCH (n) WHERE " }, "") + "true"),
        ("foreach", many(5000, { _ in "FOREACH (x IN [1] |" }, " ") + "CREATE ()"),
        ("cases", "RETURN " + many(5000, { _ in "CASE WHEN" }, " ")),
        ("not", "RETURN " + many(100_000, { _ in "NOT" }, " ") + " true"),
        ("signs", String(repeating: "@ ", count: 500_000)),
        ("quotes", String(repeating: "'", count: 999_999)),
        ("faults", many(10_000, { _ in "RETURN x;" }, " ")),
        ("columns", "RETURN " + many(5000, { "1 AS a\($0)" }, ",")),
        ("properties", "RETURN {a: 1}" + many(200_000, { _ in ".a" }, "")),
    ]

    @Test(.timeLimit(.minutes(8)), arguments: large.map(\.name))
    func aLargeQueryEndsInAnAnswerOrAnError(name: String) throws {
        let query = try #require(Self.large.first { $0.name == name }?.query)
        for outcome in QuerySession().run(query, on: DictionaryGraph()) {
            guard case .failure(let failure) = outcome else { continue }
            #expect(!failure.diagnostics.isEmpty && failure.diagnostics.count <= 60)
            #expect(failure.phase == .compileTime)
            #expect(failure.errorClass == "SyntaxError")
        }
    }

    /// As deep and as long as the limits allow.
    @Test(arguments: [
        "RETURN " + String(repeating: "[", count: 120) + String(repeating: "]", count: 120),
        "RETURN " + many(900, { _ in "1" }, " + "),
        "RETURN {}" + many(900, { _ in ".a" }, ""),
        "RETURN []" + many(900, { _ in "[0]" }, ""),
        "RETURN 1" + many(900, { _ in " IN [1]" }, ""),
        "RETURN 1" + many(900, { _ in " IS NULL" }, ""),
        "RETURN " + many(100, { _ in "CASE WHEN true THEN " }, "") + "1"
            + many(100, { _ in " END" }, ""),
        "RETURN " + many(110, { _ in "[x IN " }, "") + "[1]" + many(110, { _ in " | x]" }, ""),
        "RETURN " + many(24, { _ in "EXISTS { MATCH (n) WHERE " }, "") + "true"
            + many(24, { _ in "}" }, ""),
        many(28, { _ in "CALL {" }, " ") + "RETURN 1 AS x" + many(28, { _ in "} RETURN x" }, " "),
        "RETURN " + many(100, { _ in "abs(" }, "") + "1" + many(100, { _ in ")" }, ""),
        many(1000, { _ in "MATCH (a)" }, " ") + " RETURN count(*)",
        "WITH 1 AS x " + many(1000, { _ in "WITH x" }, " ") + " RETURN x",
        "RETURN 1 AS x " + many(490, { _ in "NEXT RETURN x" }, " "),
        "MATCH ()" + many(200, { _ in "-->()" }, "") + " RETURN count(*)",
        many(490, { _ in "RETURN 1 AS x" }, " UNION "),
    ])
    func whatTheLimitsAllowRuns(query: String) throws {
        let outcome = try #require(QuerySession().run(query, on: DictionaryGraph()).last)
        _ = try outcome.get()
    }
}
