import Shell
import Testing

@Suite struct EditorLayoutTests {
    static func cells(_ character: Character) -> Int {
        character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
    }

    @Test(arguments: [
        ("ab", 10, ["> ab"], 0, 4),
        ("abcdefgh", 5, ["> abc", "defgh", ""], 2, 0),
        ("a\nb", 10, ["> a", ". b"], 1, 3),
        ("a東", 4, ["> a", "東"], 1, 2),
        ("", 10, ["> "], 0, 2),
    ])
    func wrapsAndPlacesTheCursor(
        text: String, columns: Int, rows: [String], row: Int, column: Int
    ) {
        let layout = EditorLayout(
            prompt: "> ", continuation: ". ", buffer: EditBuffer(text), columns: columns,
            width: Self.cells)
        #expect(layout.rows == rows)
        #expect(layout.cursorRow == row)
        #expect(layout.cursorColumn == column)
    }
}
