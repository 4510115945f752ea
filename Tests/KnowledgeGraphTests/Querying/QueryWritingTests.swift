import GraphModel
import KnowledgeGraph
import QueryExecution
import Testing

/// What writing clauses do to a graph, and how they count it.
@Suite struct QueryWritingTests {
    private func counters(_ change: (inout WriteCounters) -> Void) -> WriteCounters {
        var counters = WriteCounters()
        change(&counters)
        return counters
    }

    private func run(_ text: String, on graph: DictionaryGraph) throws -> QueryResult {
        try #require(QuerySession().run(text, on: graph).last).get()
    }

    @Test func createCounts() throws {
        let graph = DictionaryGraph()
        let result = try run("CREATE (a:A:B {x: 1, y: null})-[:T {z: 2}]->(b) RETURN a", on: graph)
        #expect(
            result.counters
                == counters {
                    $0.nodesCreated = 2
                    $0.relationshipsCreated = 1
                    $0.labelsAdded = 2
                    $0.propertiesSet = 2
                })
        #expect(result.rows.count == 1 && graph.nodeCount == 2)
    }

    @Test func aClauseDoesNotSeeItsOwnWrites() throws {
        let graph = DictionaryGraph()
        _ = try run("CREATE (), (), ()", on: graph)
        #expect(try run("MATCH (n) CREATE ()", on: graph).counters.nodesCreated == 3)
        #expect(graph.nodeCount == 6)
    }

    @Test func mergeFindsOrMakes() throws {
        let graph = DictionaryGraph()
        let text = """
            UNWIND ['a', 'b', 'a'] AS name MERGE (n:N {name: name})
            ON CREATE SET n.made = 1 ON MATCH SET n.met = coalesce(n.met, 0) + 1
            RETURN n.name, n.made, n.met
            """
        let result = try run(text, on: graph)
        #expect(result.counters.nodesCreated == 2)
        #expect(
            result.rows == [
                [.string("a"), .integer(1), .integer(1)], [.string("b"), .integer(1), .null],
                [.string("a"), .integer(1), .integer(1)],
            ])
    }

    @Test func mergeOfARelationshipUsesBoundNodes() throws {
        let graph = DictionaryGraph()
        _ = try run("CREATE (:A), (:B)", on: graph)
        let text = "MATCH (a:A), (b:B) MERGE (a)-[r:T]->(b) RETURN type(r)"
        #expect(try run(text, on: graph).counters.relationshipsCreated == 1)
        #expect(try run(text, on: graph).counters == WriteCounters())
        #expect(graph.nodeCount == 2 && graph.relationshipCount == 1)
    }

    @Test func setAndRemoveChangeWhatTheyName() throws {
        let graph = DictionaryGraph()
        _ = try run("CREATE (:A {x: 1, y: 2})", on: graph)
        _ = try run("MATCH (n) SET n.x = n.x + 1, n:B REMOVE n.y, n:A", on: graph)
        #expect(graph.nodes.values.first?.properties == ["x": .integer(2)])
        #expect(graph.nodes.values.first?.labels == ["B"])
        _ = try run("MATCH (n) SET n += {z: 3} SET n = {w: n.z}", on: graph)
        #expect(graph.nodes.values.first?.properties == ["w": .integer(3)])
    }

    @Test func deleteTakesRelationshipsFirst() throws {
        let graph = DictionaryGraph()
        _ = try run("CREATE (:A)-[:T]->(:B)", on: graph)
        let result = try run("MATCH (a)-[r]->(b) DELETE a, r, b RETURN type(r)", on: graph)
        #expect(result.rows == [[.string("T")]])
        #expect(result.counters.nodesDeleted == 2 && result.counters.relationshipsDeleted == 1)
        #expect(graph.nodeCount == 0 && graph.relationshipCount == 0)
    }

    @Test func detachDeleteTakesWhatHangsOnTheNode() throws {
        let graph = DictionaryGraph()
        _ = try run("CREATE (:A)-[:T]->(:B)", on: graph)
        #expect(
            try run("MATCH (a:A) DETACH DELETE a", on: graph).counters.relationshipsDeleted == 1)
        #expect(graph.nodeCount == 1)
    }

    @Test(arguments: [
        ("MATCH (a:A) DELETE a", "ConstraintVerificationFailed", "DeleteConnectedNode"),
        ("MATCH (a:A) DETACH DELETE a RETURN a.x", "EntityNotFound", "DeletedEntityAccess"),
        ("CREATE ({x: [{y: 1}]})", "TypeError", "InvalidPropertyType"),
        ("MATCH (a:A) SET a.x = {y: 1}", "TypeError", "InvalidPropertyType"),
        ("MERGE ({x: null})", "SemanticError", "MergeReadOwnWrites"),
        ("RETURN 1 LIMIT $n", "SyntaxError", "NegativeIntegerArgument"),
    ])
    func aFaultOfTheRunHasItsName(query: String, errorClass: String, detail: String) throws {
        let graph = DictionaryGraph()
        _ = try run("CREATE (:A)-[:T]->(:B)", on: graph)
        var environment = QueryEnvironment()
        environment.parameters["n"] = .integer(-1)
        let outcome = try #require(QuerySession().run(query, on: graph, environment).last)
        guard case .failure(let failure) = outcome else {
            Issue.record("\(query) did not fail")
            return
        }
        #expect(failure.phase == .runtime && failure.errorClass == errorClass)
        #expect(failure.diagnostics.map(\.code) == [detail])
    }

    @Test func aScriptWithAFaultOfSyntaxDoesNothing() {
        let graph = DictionaryGraph()
        let outcomes = QuerySession().run("CREATE (); CREATE (;", on: graph)
        #expect(outcomes.count == 1 && graph.nodeCount == 0)
    }
}
