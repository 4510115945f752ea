import Foundation
import GraphExport
import GraphModel
import Testing

@Suite struct ResultWriterTests {
    static let rows: [[Value]] = [
        [.string("Ana"), .integer(1)], [.string("東京, \"x\""), .null],
    ]

    @Test(arguments: [
        (ResultFormat.line, "name = Ana\n   n = 1\n\nname = 東京, \"x\"\n   n = null\n"),
        (.csv, "name,n\r\nAna,1\r\n\"東京, \"\"x\"\"\",\r\n"),
        (.tsv, "name\tn\nAna\t1\n東京, \"x\"\t\n"),
        (.json, "[\n{\"name\":\"Ana\",\"n\":1},\n{\"name\":\"東京, \\\"x\\\"\",\"n\":null}\n]\n"),
        (.jsonl, "{\"name\":\"Ana\",\"n\":1}\n{\"name\":\"東京, \\\"x\\\"\",\"n\":null}\n"),
        (.markdown, "| name | n |\n|---|---|\n| Ana | 1 |\n| 東京, \"x\" | null |\n"),
        (
            .table,
            """
            ┌───────────┬──────┐
            │ name      │ n    │
            ├───────────┼──────┤
            │ Ana       │    1 │
            │ 東京, "x" │ null │
            └───────────┴──────┘

            """
        ),
    ])
    func formats(format: ResultFormat, text: String) throws {
        let output = try ResultWriter(format).output(columns: ["name", "n"], rows: Self.rows)
        #expect(output.text == text)
    }

    /// What JSON's writer gives, another reader of JSON understands.
    @Test(arguments: [[], rows]) func jsonIsRead(rows: [[Value]]) throws {
        let output = try ResultWriter(.json).output(columns: ["n", "n"], rows: rows)
        let read = try JSONSerialization.jsonObject(with: Data(output.text.utf8))
        let objects = try #require(read as? [[String: Any]])
        #expect(objects.count == rows.count)
        #expect(objects.allSatisfy { Set($0.keys) == ["n", "n_2"] })
    }

    @Test func aDrawingHoldsWhatTheRowsHold() throws {
        let ana = Node(
            id: NodeID(rawValue: 1), labels: ["Person"], properties: ["name": .string("Ana")])
        let page = Node(
            id: NodeID(rawValue: 2), labels: ["Document"],
            properties: ["source": .string("https://x.org/?a=1&copy=2")])
        let said = Relationship(
            id: RelationshipID(rawValue: 3), type: "MENTIONED_IN", start: ana.id, end: page.id,
            properties: [:])
        let lookup = ResultGraph.Lookup(
            node: { $0 == page.id ? page : nil }, sentence: { _ in "Ana \"said\" so." })
        let rows: [[Value]] = [
            [.list([.node(ana)]), .relationship(said)], [.map(["a": .node(ana)]), .null],
        ]
        let text = try ResultWriter(.dot).output(
            columns: ["a", "b"], rows: rows, graph: lookup
        ).text
        #expect(text.components(separatedBy: "label=\"Ana\"").count == 2)
        #expect(text.contains("URL=\"https://x.org/?a=1&amp;copy=2\""))
        #expect(text.contains("edgetooltip=\"Ana \\\"said\\\" so.\""))
        #expect(text.contains("→ MENTIONED_IN"))
    }

    @Test func aDrawingOfNothingSaysHowToGetOne() throws {
        let output = try ResultWriter(.dot).output(columns: ["name", "n"], rows: Self.rows)
        #expect(output.notes.first?.contains("RETURN a, r, b") == true)
    }

    @Test func aDrawingsLimitIsTold() throws {
        let nodes = (0..<5).map { Node(id: NodeID(rawValue: $0), labels: [], properties: [:]) }
        let output = try ResultWriter(.dot, limit: 2).output(
            columns: ["n"], rows: nodes.map { [.node($0)] })
        #expect(output.notes == ["left out: 3 nodes and 0 relationships"])
    }
}
