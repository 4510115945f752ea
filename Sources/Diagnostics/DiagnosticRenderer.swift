/// Writes diagnostics as text for people: place, message, the line, a caret, notes and help.
public struct DiagnosticRenderer: Sendable {
    /// Longest part of a source line that is shown, in Unicode scalars.
    public static let shownColumns = 100

    public init() {}

    public func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
        diagnostics.map { render($0, in: source) }.joined(separator: "\n")
    }

    /// One diagnostic, for example
    ///
    ///     query:1:7: error: the variable 'm' is not defined [LEG-Q020 UndefinedVariable]
    ///       1 | RETURN m
    ///         |        ^
    ///       help: did you mean 'n'?
    public func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
        var text = heading(diagnostic.span, in: source)
        let code = (diagnostic.queryCode.map { $0.id + " " } ?? "") + diagnostic.code
        text += "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(code)]\n"
        if let span = diagnostic.span { text += excerpt(span, in: source) }
        for note in diagnostic.notes {
            text += "  note: " + heading(note.span, in: source) + note.message + "\n"
            if let span = note.span { text += excerpt(span, in: source) }
        }
        if let help = diagnostic.help { text += "  help: \(help)\n" }
        return text
    }

    private func heading(_ span: SourceSpan?, in source: SourceText) -> String {
        guard let span else { return "\(source.name): " }
        let position = source.position(of: span.start)
        return "\(source.name):\(position.line):\(position.column): "
    }

    private func excerpt(_ span: SourceSpan, in source: SourceText) -> String {
        let start = source.position(of: span.start)
        let end = source.position(of: max(span.end - 1, span.start))
        let scalars = Array(source.line(start.line).unicodeScalars)
        // A long line is cut to a window around the caret.
        let spare = max(0, scalars.count - Self.shownColumns)
        let first = min(max(0, start.column - 1 - Self.shownColumns / 2), spare)
        let last = min(scalars.count, first + Self.shownColumns)
        var shown = String.UnicodeScalarView()
        shown.append(contentsOf: scalars[first..<last].map { $0 == "\t" ? " " : $0 })
        let lastColumn = end.line == start.line ? end.column : scalars.count
        let width = max(1, min(lastColumn, last) - start.column + 1)
        let number = "\(start.line)"
        let margin = String(repeating: " ", count: number.count)
        let indent = String(repeating: " ", count: start.column - 1 - first)
        let carets = String(repeating: "^", count: width)
        return "  \(number) | \(String(shown))\n  \(margin) | \(indent)\(carets)\n"
    }
}
