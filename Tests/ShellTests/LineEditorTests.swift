import Shell
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `openpty` of the C library, which its Swift module leaves out on Linux.
@_silgen_name("openpty")
private func openPseudoTerminal(
    _ typist: UnsafeMutablePointer<Int32>, _ program: UnsafeMutablePointer<Int32>,
    _ name: UnsafeMutablePointer<CChar>?, _ mode: UnsafeMutablePointer<termios>?,
    _ size: UnsafeMutablePointer<winsize>?
) -> Int32

/// Types into a real pseudo-terminal: what is typed goes in at one end, the editor reads the other.
@Suite struct LineEditorTests {
    /// A pseudo-terminal of 40 columns: the typist's end and the program's.
    static func pseudoTerminal() throws -> (typist: Int32, program: Int32) {
        var typist: Int32 = -1
        var program: Int32 = -1
        var size = winsize(ws_row: 24, ws_col: 40, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openPseudoTerminal(&typist, &program, nil, nil, &size) == 0)
        return (typist, program)
    }

    @Test(
        arguments: [
            ("RETURN 1;\r", .statement("RETURN 1;")),
            ("RETURN\r2;\r", .statement("RETURN\n2;")),
            (
                "RETRUN 1;\u{1B}[D\u{1B}[D\u{1B}[D\u{7F}\u{7F}\u{7F}\u{7F}TURN\u{5}\r",
                .statement("RETURN 1;")
            ),
            ("half\u{3}", .interrupted), ("\u{4}", .endOfInput),
            ("\u{1B}[A\r", .statement("MATCH (n)\nRETURN n;")),
            ("\u{1B}[A\u{1B}[A\u{1B}[A\r", .statement("RETURN 'old';")),
            ("\u{12}old\r\r", .statement("RETURN 'old';")),
            ("\u{1B}[200~a;\rb;\u{1B}[201~\r", .statement("a;\nb;")),
        ] as [(String, LineEditor.Outcome)])
    func readsWhatIsTyped(typed: String, expected: LineEditor.Outcome) throws {
        let (typist, program) = try Self.pseudoTerminal()
        defer {
            close(typist)
            close(program)
        }
        let terminal = Terminal(input: program, output: program)
        #expect(terminal.isInteractive && terminal.columns == 40)
        // Raw mode first: the line discipline would take Ctrl-C and Ctrl-D for itself.
        try #require(terminal.enterRawMode())
        #expect(write(typist, typed, typed.utf8.count) == typed.utf8.count)
        var history = History()
        history.add("RETURN 'old';")
        history.add("MATCH (n)\nRETURN n;")
        let editor = LineEditor(
            terminal: terminal, history: history, width: { _ in 1 },
            isComplete: { $0.hasSuffix(";") })
        #expect(editor.read(prompt: "legation> ", continuation: "     ...> ") == expected)
    }
}
