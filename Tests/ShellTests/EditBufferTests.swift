import Shell
import Testing

@Suite struct EditBufferTests {
    /// Keys typed after a text, and what stands then; `|` is the cursor.
    @Test(arguments: [
        ("MATCH (n)", [Key.left, .text("m")], "MATCH (nm|)"),
        ("abc def", [.deleteWordBack], "abc |"),
        ("abc def", [.deleteWordBack, .home, .yank], "def|abc "),
        ("one\ntwo", [.up], "one|\ntwo"),
        ("one\ntwo", [.up, .down], "one\ntwo|"),
        ("longer\nx", [.up, .up], "l|onger\nx"),
        ("one\ntwo", [.home, .backspace], "one|two"),
        ("abc", [.home, .deleteToEnd], "|"),
        ("a b", [.wordLeft, .wordLeft, .wordRight], "a| b"),
        ("", [.backspace, .delete, .left, .up], "|"),
        ("e", [.text("\u{301}"), .backspace], "|"),
    ])
    func keysEdit(text: String, keys: [Key], expected: String) {
        var buffer = EditBuffer(text)
        for key in keys { _ = buffer.apply(key) }
        let shown =
            String(buffer.characters[..<buffer.cursor]) + "|"
            + String(buffer.characters[buffer.cursor...])
        #expect(shown == expected)
    }

    @Test func aKeyWithoutEffectSaysSo() {
        var buffer = EditBuffer("x")
        let changes = [Key.right, .up, .left].map { key in buffer.apply(key) }
        #expect(changes == [false, false, true])
    }
}
