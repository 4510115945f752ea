import Foundation
import GraphModel
import KnowledgeGraph
import Testing

/// What would run for hours stops soon after the flag is raised, whatever multiplies its rows.
@Suite struct CancellationTests {
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            """
            UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 10000) AS c
            RETURN count(*)
            """,
            "UNWIND range(1, 3000) AS i MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)",
            "MATCH (a)-[*]-(b) RETURN count(*)",
            """
            MATCH (n) WITH collect(n) AS ns UNWIND ns AS a UNWIND ns AS b UNWIND ns AS c
            UNWIND ns AS d UNWIND ns AS e UNWIND ns AS f WITH a, b ORDER BY a.x RETURN count(*)
            """,
        ])
    func aLongStatementStops(query: String) throws {
        let graph = DictionaryGraph()
        // A complete graph: its trails are beyond counting.
        _ = try QuerySession().run(
            "UNWIND range(1, 20) AS i CREATE (:N {x: i})", on: graph
        ).last?.get()
        _ = try QuerySession().run(
            "MATCH (a:N), (b:N) WHERE a.x < b.x CREATE (a)-[:T]->(b)", on: graph
        ).last?.get()
        let environment = QueryEnvironment()
        let flag = environment.cancellation
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.2)
            flag.raise()
        }
        guard case .failure(let failure) = QuerySession().run(query, on: graph, environment).last
        else {
            Issue.record("it ran to its end")
            return
        }
        #expect(failure.errorClass == "Cancelled")
    }
}
