import GraphExport
import GraphModel
import Testing

@Suite struct BoxTableTests {
    @Test func alignsWideTextAndNumbers() {
        let rows: [[Value]] = [[.string("東京"), .integer(7)], [.string("e\u{301}\n"), .null]]
        #expect(
            BoxTable().text(columns: ["name", "count"], rows: rows) == """
                ┌──────┬───────┐
                │ name │ count │
                ├──────┼───────┤
                │ 東京 │     7 │
                │ e\u{301}↵   │ null  │
                └──────┴───────┘

                """)
    }

    @Test(arguments: [12, 20, 30])
    func keepsWithinTheTerminal(width: Int) {
        let long = String(repeating: "東x", count: 30)
        let text = BoxTable(width: width).text(
            columns: ["a", "sentence"], rows: [[.integer(1), .string(long)]])
        let widths = Set(text.split(separator: "\n").map { DisplayWidth.of(String($0)) })
        #expect(widths.count == 1 && widths.allSatisfy { $0 <= width }, "\(text)")
        #expect(text.contains("…"))
    }

    @Test func aRowShorterThanItsColumnsKeepsTheBox() {
        let text = BoxTable().text(columns: ["a", "b"], rows: [[.integer(1)], []])
        let widths = Set(text.split(separator: "\n").map { DisplayWidth.of(String($0)) })
        #expect(widths.count == 1, "\(text)")
    }

    @Test(arguments: [1, 20, 40, 79])
    func tooManyColumnsAreLeftOutAndCounted(width: Int) {
        let columns = (1...30).map { "column \($0)" }
        let text = BoxTable(width: width).text(
            columns: columns, rows: [columns.map { .string($0 + " long") }])
        let lines = text.split(separator: "\n")
        let shown = lines[0].count(where: { $0 == "┬" }) + 1
        #expect(lines.last == "(\(30 - shown) of 30 columns not shown: see format line)")
        #expect(width < 7 || DisplayWidth.of(String(lines[0])) <= width, "\(text)")
        #expect(7 * (shown + 1) + 1 > width)
    }

    @Test func markdownAndLines() {
        let rows: [[Value]] = [[.string("a|b"), .float(1)]]
        #expect(
            BoxTable.markdown(columns: ["x", "y"], rows: rows)
                == "| x | y |\n|---|---|\n| a\\|b | 1.0 |\n")
        #expect(BoxTable.lines(columns: ["name", "y"], rows: rows) == "name = a|b\n   y = 1.0\n")
    }

    @Test(arguments: [("a", 1), ("é", 1), ("e\u{301}", 1), ("東", 2), ("😀", 2), ("\u{200B}", 0)])
    func widths(text: String, cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
    }

    /// News text must not steer the terminal, nor a combining mark hide what is to be escaped.
    @Test func hostileTextIsTamed() {
        let rows: [[Value]] = [[.string("\u{1B}[2J|\u{301}\u{9B}")]]
        let box = BoxTable().text(columns: ["x"], rows: rows)
        let markdown = BoxTable.markdown(columns: ["x"], rows: rows)
        for text in [box, markdown] {
            #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
        }
        #expect(markdown.unicodeScalars.contains("\\"))
        let csv = DelimitedText(.csv).text(columns: ["x"], rows: [[.string("\"\u{301}")]])
        #expect(Array(csv.unicodeScalars) == Array("x\r\n\"\"\"\u{301}\"\r\n".unicodeScalars))
    }
}
