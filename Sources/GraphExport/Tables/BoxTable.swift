import GraphModel

/// A result as a table for people: a box on a terminal, or Markdown.
public struct BoxTable: Sendable {
    /// Cells that the table may take; wide columns are cut, the widest first, and where that is not
    /// enough the last columns are left out, with a note below. Nil for no bound.
    public var width: Int?

    /// A column is never cut below this many cells.
    private static let narrowest = 4

    public init(width: Int? = nil) { self.width = width }

    public func text(columns: [String], rows: [[Value]]) -> String {
        guard !columns.isEmpty else { return "" }
        let titles = columns.map { Self.cell(.string($0)) }
        let cells = rows.map { row in
            columns.indices.map { $0 < row.count ? Self.cell(row[$0]) : "" }
        }
        let widths = columnWidths(titles, cells)
        var text = rule("┌", "┬", "┐", widths) + line(titles, widths, isNumber: { _ in false })
        text += rule("├", "┼", "┤", widths)
        for (row, shown) in zip(rows, cells) {
            text += line(shown, widths) { $0 < row.count && Self.isNumber(row[$0]) }
        }
        text += rule("└", "┴", "┘", widths)
        let hidden = columns.count - widths.count
        guard hidden > 0 else { return text }
        return text + "(\(hidden) of \(columns.count) columns not shown: see format line)\n"
    }

    /// As a Markdown table (GitHub's extension); nothing is cut.
    public static func markdown(columns: [String], rows: [[Value]]) -> String {
        guard !columns.isEmpty else { return "" }
        func line(_ cells: [String]) -> String {
            "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
        }
        var text = line(columns) + "|" + columns.map { _ in "---|" }.joined() + "\n"
        for row in rows { text += line(row.map(cell)) }
        return text
    }

    /// One field a line, for records too wide for a table.
    public static func lines(columns: [String], rows: [[Value]]) -> String {
        let width = columns.map(DisplayWidth.of).max() ?? 0
        return rows.map { row in
            zip(columns, row).map { column, value in
                String(repeating: " ", count: width - DisplayWidth.of(column))
                    + "\(column) = \(cell(value))\n"
            }.joined()
        }.joined(separator: "\n")
    }

    /// On one line, and without control characters: a text from outside must not steer the terminal.
    private static func cell(_ value: Value) -> String {
        var text = String.UnicodeScalarView()
        for scalar in LiteralText.cell(value).unicodeScalars {
            switch scalar {
            case "\n", "\u{2028}", "\u{2029}": text.append("↵")
            case "\t", "\r": text.append(" ")
            case _ where scalar.properties.generalCategory == .control: text.append("\u{FFFD}")
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { $0 == "|" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    }

    private static func isNumber(_ value: Value) -> Bool {
        switch value {
        case .integer, .float: true
        case .null, .boolean, .string, .list, .map, .node, .relationship, .path: false
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration: false
        }
    }

    private func columnWidths(_ columns: [String], _ cells: [[String]]) -> [Int] {
        var widths = columns.map(DisplayWidth.of)
        for row in cells {
            for (index, cell) in row.enumerated() where index < widths.count {
                widths[index] = max(widths[index], DisplayWidth.of(cell))
            }
        }
        guard let width else { return widths }
        while widths.count > 1,
            widths.reduce(1, { $0 + 3 + min($1, Self.narrowest) }) > width
        {
            widths.removeLast()
        }
        let frame = 3 * widths.count + 1
        while widths.reduce(frame, +) > width,
            let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > Self.narrowest
        {
            widths[widest] -= 1
        }
        return widths
    }

    private func rule(_ left: String, _ middle: String, _ right: String, _ widths: [Int]) -> String
    {
        left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle)
            + right + "\n"
    }

    private func line(_ cells: [String], _ widths: [Int], isNumber: (Int) -> Bool) -> String {
        let fields = zip(cells, widths).enumerated().map { index, field in
            let shown = cut(field.0, to: field.1)
            let padding = String(repeating: " ", count: field.1 - DisplayWidth.of(shown))
            return isNumber(index) ? " \(padding)\(shown) " : " \(shown)\(padding) "
        }
        return "│" + fields.joined(separator: "│") + "│\n"
    }

    private func cut(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        var shown = ""
        var taken = 1
        for character in text {
            taken += DisplayWidth.of(character)
            if taken > width { break }
            shown.append(character)
        }
        return shown + "…"
    }
}
