import Foundation
import Testing

@Suite struct DayOfAUserTests {
    @Test func textsAreReadAskedAndForgotten() throws {
        let place = try Workplace.withGraph()
        let again = try place.run("ingest", "talks.legation", "talks.txt")
        #expect(again.code == 0)
        #expect(again.output.contains("0 new, 0 changed, 1 unchanged"), "\(again)")

        let query = try place.run(
            "query", "talks.legation", "--param", "name=Germany",
            "MATCH (a {name: $name})-[f:FUNDS]->(b) RETURN a.name AS giver, b.name AS receiver")
        #expect(query.output == "giver\treceiver\nGermany\tUkraine\n", "\(query)")
        #expect(query.errors.isEmpty && query.code == 0)

        let script = try place.run(
            "run", "talks.legation", "who-funds-whom", "--format", "jsonl", "--param",
            "country=Ukraine")
        #expect(script.output.contains("\"giver\":\"Germany\""), "\(script)")
        #expect(script.output.contains("\"status\":\"planned\"") && script.errors.isEmpty)

        let drawing = try place.run("export", "talks.legation", "--format", "dot", "--limit", "2")
        #expect(drawing.output.hasPrefix("digraph") && drawing.code == 0)
        #expect(drawing.output.contains("// left out:") && drawing.errors.contains("left out:"))

        let statistics = try place.run("stats", "talks.legation")
        #expect(statistics.output.contains("documents\t\t1\n"), "\(statistics)")

        let unknown = try place.run("forget", "talks.legation", "talk.txt")
        #expect(unknown.code == 1 && unknown.errors.contains("did you mean 'talks.txt'?"))
        #expect(try place.run("forget", "talks.legation", "talks.txt").code == 0)
        let empty = try place.run("query", "talks.legation", "MATCH (n) RETURN count(n) AS n")
        #expect(empty.output == "n\n0\n")
    }

    /// What a limit leaves in a drawing is tied together; what nothing is tied to comes last.
    @Test func aDrawingKeepsWhatIsTied() throws {
        let place = try Workplace()
        try place.write("a.txt", "Germany met France.")
        #expect(try place.run("ingest", "g.legation", "a.txt").code == 0)
        let made = try place.run(
            "query", "g.legation",
            "CREATE (a:P {name: 'A'})-[:T]->(:P {name: 'B'}), (a)-[:T]->(:P {name: 'C'}), (:P {name: 'Alone'})"
        )
        #expect(made.code == 0, "\(made)")
        let whole = try place.run("export", "g.legation")
        for name in ["A", "B", "C", "Alone"] {
            #expect(whole.output.contains("label=\"\(name)\""), "\(whole)")
        }
        #expect(!whole.output.contains("folder") && whole.errors.isEmpty)
        let part = try place.run("export", "g.legation", "--limit", "2")
        #expect(part.output.contains("-> ") && !part.output.contains("Alone"), "\(part)")
        let none = try place.run("export", "g.legation", "--query", "RETURN 1 AS x")
        #expect(none.code == 0 && none.errors.contains("no node, relationship or path"))
    }

    @Test func aDryRunLeavesNoTrace() throws {
        let place = try Workplace()
        try place.write("a.txt", Workplace.talks)
        let ended = try place.run("ingest", "g.legation", "a.txt", "--dry-run")
        #expect(ended.code == 0 && ended.output.contains("would read 1 document: 1 new"))
        #expect(!place.exists("g.legation"))
    }

    @Test func standardInputAndJsonLinesAreRead() throws {
        let place = try Workplace()
        try place.write(
            "a.jsonl", #"{"id": 7, "text": "Germany met France in Paris.", "date": "2025-12-01"}"#)
        let ended = try place.run(
            "ingest", "g.legation", "a.jsonl", "-", input: "France met Spain.")
        #expect(ended.output.contains("2 new"), "\(ended)")
        let query = try place.run(
            "query", "g.legation", "-", "--format", "csv",
            input: "MATCH (d:Document) RETURN d.id AS id, d.date AS date ORDER BY id;")
        #expect(query.output == "id,date\r\n7,2025-12-01\r\nstandard input,\r\n", "\(query)")
        let piped = try place.run("g.legation", input: "RETURN 1 AS x; RETURN 2 AS y;")
        #expect(piped.output == "x\n1\ny\n2\n" && piped.code == 0)
    }

    @Test func judgementsOutrankTheRules() throws {
        let place = try Workplace.withGraph()
        try place.write("same.tsv", "# mine\nsame\tGermany\tUkraine\n")
        let ended = try place.run(
            "ingest", "talks.legation", "talks.txt", "--judgements", "same.tsv")
        #expect(ended.code == 0, "\(ended)")
        let query = try place.run(
            "query", "talks.legation",
            "MATCH (c:Country) WHERE c.name IN ['Germany', 'Ukraine'] RETURN count(c) AS n")
        #expect(query.output == "n\n1\n", "\(query)")
        try place.write("bad.tsv", "equal\tA\tB\nsame\tA\n")
        let bad = try place.run("ingest", "talks.legation", "talks.txt", "--judgements", "bad.tsv")
        #expect(bad.code == 1 && bad.errors.contains("bad.tsv:1:1: error: 'equal' is no verdict"))
        #expect(bad.errors.contains("bad.tsv:2:1"))
    }

    /// A merge is explained, undone by a judgement, and done again when that is taken back.
    @Test func aMergeIsExplainedAndUndone() throws {
        let place = try Workplace()
        try place.write(
            "a.jsonl",
            """
            {"id": "d1", "text": "Rustem Okonov met France in Paris."}
            {"id": "d2", "text": "Mr. Okonov met Germany in Berlin. Anna Marsh met Peter Marsh."}
            """)
        #expect(try place.run("ingest", "g.legation", "a.jsonl").code == 0)
        let why = try place.run("why", "g.legation", "Okonov")
        #expect(why.output.hasPrefix("Rustem Okonov  (Person)\n  also called  Okonov\n"), "\(why)")
        #expect(why.output.contains("the only one of that surname in the graph"))
        #expect(why.output.contains("      d2: Mr. Okonov met Germany in Berlin.\n"))
        let near = try place.run("why", "g.legation", "Anna", "Marsh")
        #expect(near.output.contains("    Peter Marsh  (Person): another first name\n"), "\(near)")

        try place.write("mine.tsv", "distinct\tOkonov\tRustem Okonov\n")
        let judged = try place.run("ingest", "g.legation", "--judgements", "mine.tsv")
        #expect(judged.output == "applied 1 judgement\n", "\(judged)")
        let apart = try place.run("why", "g.legation", "Okonov", "--format", "json")
        let json = try JSONSerialization.jsonObject(with: Data(apart.output.utf8))
        let entity = try #require((json as? [[String: Any]])?.first)
        #expect(entity["name"] as? String == "Okonov")
        let other = try #require((entity["apart"] as? [[String: Any]])?.first)
        #expect(other["reason"] as? String == "judgement")

        try place.write("mine.tsv", "none\tRustem Okonov\tOkonov\n")
        #expect(try place.run("ingest", "g.legation", "--judgements", "mine.tsv").code == 0)
        let query = try place.run(
            "query", "g.legation",
            "MATCH (n {name: 'Rustem Okonov'}) UNWIND mentions(n) AS m RETURN m.document, m.rule")
        #expect(query.output == "m.document\tm.rule\nd1\tshape\nd2\tshape+surname\n", "\(query)")

        let unknown = try place.run("why", "g.legation", "Okonof")
        #expect(unknown.code == 1 && unknown.errors.contains("did you mean 'Okonov'?"))
        let absent = try place.run("ingest", "no.legation", "--judgements", "mine.tsv")
        #expect(absent.code == 1 && absent.errors.contains("there is no graph file 'no.legation'"))
    }

    @Test func extractionIsALineOfJsonForEachDocument() throws {
        let place = try Workplace()
        try place.write(
            "a.jsonl.in", #"{"id": "x", "text": "Germany pledged 18 million euros to Ukraine."}"#)
        let ended = try place.run("extract", "--jsonl-in", "a.jsonl.in")
        #expect(ended.code == 0, "\(ended)")
        let json = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
        let document = try #require(json as? [String: Any])
        #expect(document["id"] as? String == "x")
        let relation = try #require((document["relations"] as? [[String: Any]])?.first)
        #expect(relation["type"] as? String == "FUNDS")
        #expect(relation["source_entity"] as? String == "Germany")
        #expect(relation["status"] as? String == "planned")
        let evidence = try #require(relation["evidence"] as? [String: Any])
        #expect(evidence["source_span"] as? [Int] == [0, 7])
    }
}
