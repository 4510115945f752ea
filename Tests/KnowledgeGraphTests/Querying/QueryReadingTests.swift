import GraphModel
import KnowledgeGraph
import Testing

/// Queries from text to rows, over a graph small enough to see their answers.
@Suite struct QueryReadingTests {
    static let world = """
        CREATE (a:Person {name: 'Ada', born: 1815}), (b:Person {name: 'Bob', born: 1900}),
          (c:Person {name: 'Cy'}), (p:Place {name: 'Paris'}), (r:Place {name: 'Rome'}),
          (a)-[:KNOWS {since: 1}]->(b), (b)-[:KNOWS {since: 2}]->(c), (a)-[:KNOWS]->(c),
          (a)-[:IN]->(p), (b)-[:IN]->(p), (p)-[:ROAD]->(r)
        """

    static func graph() -> DictionaryGraph {
        let graph = DictionaryGraph()
        _ = QuerySession().run(world, on: graph)
        return graph
    }

    /// Rows as text, in no order.
    static func rows(_ query: String, rules: Bool = true) throws -> [String] {
        let session = rules ? QuerySession() : QuerySession(rules: [])
        let outcome = try #require(session.run(query, on: graph()).last)
        return try outcome.get().rows.map { row in
            row.map(text).joined(separator: " ")
        }
    }

    static func text(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .boolean(let boolean): "\(boolean)"
        case .integer(let integer): "\(integer)"
        case .float(let float): "\(float)"
        case .string(let string): string
        case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }
                .joined(separator: ", ") + "}"
        case .node(let node): "(\(text(node.properties["name"] ?? .null)))"
        case .relationship(let relationship): "[\(relationship.type)]"
        case .path(let path): path.nodes.map { text(.node($0)) }.joined()
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            value.temporalText ?? ""
        }
    }

    @Test(arguments: [
        ("MATCH (n:Person) RETURN n.name ORDER BY n.name", ["Ada", "Bob", "Cy"]),
        ("MATCH (n:Person) WHERE n.born > 1850 RETURN n.name", ["Bob"]),
        ("MATCH (n {name: 'Ada'})-[k:KNOWS]->(m) RETURN m.name, k.since", ["Bob 1", "Cy null"]),
        ("MATCH (a)-[:KNOWS]->(b)-[:KNOWS]->(c) RETURN a.name, c.name", ["Ada Cy"]),
        ("MATCH (a:Person)-[:IN]->(p)<-[:IN]-(b) RETURN a.name, b.name", ["Ada Bob", "Bob Ada"]),
        ("MATCH (a {name: 'Ada'}), (c {name: 'Cy'}) MATCH (a)-[r]-(c) RETURN r", ["[KNOWS]"]),
        (
            "MATCH (n:Person) OPTIONAL MATCH (n)-[:IN]->(p) RETURN n.name, p",
            ["Ada (Paris)", "Bob (Paris)", "Cy null"]
        ),
        (
            "MATCH (n {name: 'Ada'})-[ks:KNOWS*]->(m) RETURN m.name, size(ks)",
            ["Bob 1", "Cy 1", "Cy 2"]
        ),
        ("MATCH (n {name: 'Ada'})-[*0..1]->(m) RETURN m.name", ["Ada", "Bob", "Cy", "Paris"]),
        ("MATCH p = (:Place)<-[:IN]-({name: 'Bob'}) RETURN p", ["(Paris)(Bob)"]),
        (
            "MATCH p = shortestPath((a {name: 'Cy'})-[*]-(b {name: 'Rome'})) RETURN length(p)",
            ["3"]
        ),
        (
            """
            MATCH p = allShortestPaths((a {name: 'Cy'})-[*]-(b {name: 'Paris'})) RETURN p
            """, ["(Cy)(Ada)(Paris)", "(Cy)(Bob)(Paris)"]
        ),
        ("MATCH (n:Person) WHERE (n)-[:IN]->() RETURN n.name", ["Ada", "Bob"]),
        ("MATCH (n:Person) WHERE NOT (n)-[:KNOWS]->() RETURN n.name", ["Cy"]),
        (
            "MATCH (n:Person) WHERE EXISTS { MATCH (n)-[:KNOWS]->(m) WHERE m.name = 'Bob' } RETURN n.name",
            ["Ada"]
        ),
        ("MATCH (n {name: 'Ada'}) RETURN [(n)-[:KNOWS]->(m) | m.name] AS l", ["[Bob, Cy]"]),
        ("MATCH (n:Person) RETURN count(*) AS c, collect(n.born) AS l", ["3 [1815, 1900]"]),
        (
            "MATCH (a)-[:KNOWS]->(b) RETURN a.name, count(b) AS c ORDER BY c DESC",
            ["Ada 2", "Bob 1"]
        ),
        ("MATCH (n) RETURN DISTINCT labels(n) AS l", ["[Person]", "[Place]"]),
        ("UNWIND [3, 1, 2] AS x RETURN x ORDER BY x DESC SKIP 1 LIMIT 1", ["2"]),
        ("UNWIND [1, null, 'a'] AS x WITH x WHERE x IS NOT NULL RETURN x", ["1", "a"]),
        ("RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x", ["1", "2"]),
        ("RETURN 1 AS x UNION ALL RETURN 1 AS x", ["1", "1"]),
        ("RETURN [x IN range(1, 4) WHERE x % 2 = 0 | x * x] AS l", ["[4, 16]"]),
        ("RETURN all(x IN [1, 2] WHERE x > 0) AS a, single(x IN [] WHERE x) AS s", ["true false"]),
        ("RETURN CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END AS c", ["b"]),
        ("RETURN 'abc' =~ 'a.c' AS m, 'abcd' =~ 'a.c' AS n", ["true false"]),
        ("MATCH (n:Nothing) RETURN n", []),
        ("CALL db.labels() YIELD label RETURN label", ["Person", "Place"]),
        (
            "MATCH (n:Person) WITH n ORDER BY n.name LIMIT 2 MATCH (n)-->(m:Place) RETURN n.name",
            ["Ada", "Bob"]
        ),
    ])
    func rowsOf(query: String, expected: [String]) throws {
        let isOrdered = query.contains("ORDER BY")
        for usesRules in [true, false] {
            let rows = try Self.rows(query, rules: usesRules)
            #expect(isOrdered ? rows == expected : rows.sorted() == expected.sorted())
        }
    }

    @Test func starGivesColumnsInAlphabeticalOrder() throws {
        let outcome = try #require(
            QuerySession().run("MATCH (b)-[a:IN]->(c) RETURN *", on: Self.graph()).last)
        #expect(try outcome.get().columns == ["a", "b", "c"])
    }

    @Test func unnamedColumnsBearTheirText() throws {
        let outcome = try #require(
            QuerySession().run("RETURN 1 +  2, toUpper('a')", on: Self.graph()).last)
        #expect(try outcome.get().columns == ["1 +  2", "toUpper('a')"])
    }

    @Test func whatTheGraphLacksIsAWarning() throws {
        let outcome = try #require(
            QuerySession().run("MATCH (n:Persn) RETURN n.nme", on: Self.graph()).last)
        let warnings = try outcome.get().warnings
        #expect(warnings.map(\.code) == ["UnknownLabel", "UnknownPropertyKey"])
        #expect(warnings.map(\.help) == ["did you mean 'Person'?", "did you mean 'name'?"])
    }

    @Test func explainShowsThePlanAndRunsNothing() throws {
        let graph = Self.graph()
        let outcome = try #require(
            QuerySession().run("EXPLAIN MATCH (n:Person {name: $x})-->(m) CREATE (:New)", on: graph)
                .last)
        let plan = try #require(try outcome.get().plan)
        #expect(plan.contains("PropertyLookup  n:Person {name: $x}"))
        #expect(plan.contains("Create"))
        #expect(graph.nodeCount == 5)
    }

    @Test func profileCountsRows() throws {
        let outcome = try #require(
            QuerySession().run("PROFILE MATCH (n:Person) RETURN n", on: Self.graph()).last)
        #expect(try outcome.get().plan?.contains("LabelScan  n:Person  [rows: 3]") == true)
    }

    @Test func aRaisedFlagStopsTheStatement() {
        let environment = QueryEnvironment()
        environment.cancellation.raise()
        let outcome = QuerySession().run("MATCH (n) RETURN n", on: Self.graph(), environment).last
        guard case .failure(let failure) = outcome else {
            Issue.record("it ran to its end")
            return
        }
        #expect(failure.errorClass == "Cancelled")
    }

    @Test func evidenceIsAListOfMaps() throws {
        let graph = Self.graph()
        let span = TextSpan(start: 1, end: 2)
        graph.evidence[RelationshipID(rawValue: 0)] = [
            Evidence(
                document: "d", sentence: "Ada knows Bob.", sentenceSpan: span, sourceSpan: span,
                targetSpan: span, pattern: "p", cue: nil, speaker: "Cy", quotationHash: "0f")
        ]
        let outcome = try #require(
            QuerySession().run(
                """
                MATCH (:Person {name: 'Ada'})-[k:KNOWS {since: 1}]->() UNWIND evidence(k) AS e
                RETURN e.sentence, e.source_start, e.cue, e.speaker
                """, on: graph
            ).last)
        #expect(
            try outcome.get().rows == [
                [.string("Ada knows Bob."), .integer(1), .null, .string("Cy")]
            ])
    }

    @Test func mentionsAreAListOfMaps() throws {
        let graph = Self.graph()
        let ada = try #require(
            graph.nodes.first { $0.value.properties["name"] == .string("Ada") }?.key)
        graph.mentions[ada] = [
            MentionRecord(
                document: "d", span: TextSpan(start: 4, end: 7), words: "Ada", entity: ada,
                rule: "shape", sentence: "Mrs Ada knows Bob.",
                sentenceSpan: TextSpan(start: 0, end: 18))
        ]
        let outcome = try #require(
            QuerySession().run(
                """
                MATCH (n:Person {name: 'Ada'}) UNWIND mentions(n) AS m
                RETURN m.document, m.sentence, m.start, m.end, m.text, m.rule, m.sentence_end
                """, on: graph
            ).last)
        #expect(
            try outcome.get().rows == [
                [
                    .string("d"), .string("Mrs Ada knows Bob."), .integer(4), .integer(7),
                    .string("Ada"), .string("shape"), .integer(18),
                ]
            ])
    }
}
