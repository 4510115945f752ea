/// How a statement stands on the screen: its rows after wrapping, and where the cursor is.
public struct EditorLayout: Hashable, Sendable {
    public var rows: [String]
    /// Row of the cursor, from 0.
    public var cursorRow: Int
    /// Cell of the cursor in its row, from 0.
    public var cursorColumn: Int

    /// - Parameters:
    ///   - prompt: before the first line; printable characters only.
    ///   - continuation: before each further line of the statement.
    ///   - columns: width of the terminal in cells; less than 2 counts as 2.
    ///   - width: cells that a character takes (0 for none, 2 for a wide one).
    public init(
        prompt: String, continuation: String, buffer: EditBuffer, columns: Int,
        width: (Character) -> Int
    ) {
        let columns = max(columns, 2)
        rows = [""]
        cursorRow = 0
        cursorColumn = 0
        var column = 0
        func place(_ character: Character, in layout: inout EditorLayout) {
            let cells = width(character)
            // A wide character never stands half on a row.
            if column + cells > columns {
                layout.rows.append("")
                column = 0
            }
            layout.rows[layout.rows.count - 1].append(character)
            column += cells
        }
        for character in prompt { place(character, in: &self) }
        for (index, character) in (buffer.characters + ["\n"]).enumerated() {
            if index == buffer.cursor {
                if column >= columns {
                    rows.append("")
                    column = 0
                }
                (cursorRow, cursorColumn) = (rows.count - 1, column)
            }
            if index == buffer.characters.count { break }
            if character == "\n" {
                rows.append("")
                column = 0
                for character in continuation { place(character, in: &self) }
            } else {
                place(character, in: &self)
            }
        }
    }
}
