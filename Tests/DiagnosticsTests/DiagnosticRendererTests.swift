import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {
    @Test func showsPlaceLineCaretNotesAndHelp() {
        let source = SourceText(name: "query", "MATCH (n)\nRETURN m, é x")
        let diagnostic = Diagnostic(
            .error, code: "UndefinedVariable", "the variable 'm' is not defined",
            at: SourceSpan(start: 17, end: 18),
            notes: [.init("defined here", at: SourceSpan(start: 6, end: 9))],
            help: "did you mean 'n'?")
        #expect(
            DiagnosticRenderer().render(diagnostic, in: source) == """
                query:2:8: error: the variable 'm' is not defined [LEG-Q020 UndefinedVariable]
                  2 | RETURN m, é x
                    |        ^
                  note: query:1:7: defined here
                  1 | MATCH (n)
                    |       ^^^
                  help: did you mean 'n'?

                """)
    }

    @Test func columnsCountScalarsNotBytes() {
        let source = SourceText(name: "query", "RETURN 'é' + y")
        #expect(source.position(of: 14) == .init(line: 1, column: 14))
    }

    @Test func aLongLineIsCutAroundTheCaret() {
        let text = String(repeating: "x", count: 400) + "!" + String(repeating: "y", count: 400)
        let source = SourceText(name: "f", text)
        let shown = DiagnosticRenderer().render(
            Diagnostic(.error, code: "C", "m", at: SourceSpan(start: 400, end: 401)), in: source)
        let lines = shown.split(separator: "\n")
        #expect(lines[1].count < 120)
        let caret = lines[2].firstIndex(of: "^")
        let mark = lines[1].firstIndex(of: "!")
        #expect(
            caret.map { lines[2].distance(from: lines[2].startIndex, to: $0) }
                == mark.map { lines[1].distance(from: lines[1].startIndex, to: $0) })
    }

    @Test(arguments: [-5, 0, 3, 4, 900])
    func anyOffsetHasAPosition(offset: Int) {
        let position = SourceText(name: "f", "a\nb\n").position(of: offset)
        #expect(position.line >= 1 && position.line <= 3 && position.column >= 1)
    }
}
