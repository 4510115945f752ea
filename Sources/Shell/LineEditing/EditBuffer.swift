/// The statement being typed, with its cursor: a value, so that editing is tested without a
/// terminal. A statement may have several lines; all of them stay editable.
public struct EditBuffer: Hashable, Sendable {
    public private(set) var characters: [Character] = []
    /// Index of the character the cursor stands before; `characters.count` at the end.
    public private(set) var cursor = 0
    /// What the last deletion to an end or of a word took, for `yank`.
    private var deleted: [Character] = []

    public init(_ text: String = "") { replace(with: text) }

    public var text: String { String(characters) }
    public var isEmpty: Bool { characters.isEmpty }

    /// Sets the whole text and puts the cursor behind it.
    public mutating func replace(with text: String) {
        characters = Array(text)
        cursor = characters.count
    }

    public mutating func insert(_ text: String) {
        // Text before the cursor may join with what is typed (a combining mark after its letter).
        let joined = Array(String(characters[..<cursor]) + text)
        characters.replaceSubrange(..<cursor, with: joined)
        cursor = joined.count
    }

    /// Applies an editing or moving key; false where the key is none or changes nothing.
    public mutating func apply(_ key: Key) -> Bool {
        let before = self
        switch key {
        case .text(let text), .paste(let text): insert(text)
        case .backspace: delete(from: cursor - 1, to: cursor)
        case .delete: delete(from: cursor, to: cursor + 1)
        case .deleteWordBack: cut(from: wordStart, to: cursor)
        case .deleteToEnd: cut(from: cursor, to: lineEnd)
        case .deleteToStart: cut(from: lineStart, to: cursor)
        case .yank: insert(String(deleted))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .home: cursor = lineStart
        case .end: cursor = lineEnd
        case .wordLeft: cursor = wordStart
        case .wordRight: cursor = wordEnd
        case .up: moveUp()
        case .down: moveDown()
        case .enter, .tab, .escape, .interrupt, .endOfInput, .clearScreen, .searchHistory,
            .unknown:
            break
        }
        return self != before
    }

    private var lineStart: Int {
        characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    }

    private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

    private var wordStart: Int {
        var index = cursor
        while index > 0, !Self.isWord(characters[index - 1]) { index -= 1 }
        while index > 0, Self.isWord(characters[index - 1]) { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = cursor
        while index < characters.count, !Self.isWord(characters[index]) { index += 1 }
        while index < characters.count, Self.isWord(characters[index]) { index += 1 }
        return index
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    private mutating func moveUp() {
        let start = lineStart
        guard start > 0 else { return }
        let column = cursor - start
        cursor = start - 1
        cursor = min(lineStart + column, start - 1)
    }

    private mutating func moveDown() {
        let column = cursor - lineStart
        guard lineEnd < characters.count else { return }
        cursor = lineEnd + 1
        cursor = min(cursor + column, lineEnd)
    }

    private mutating func delete(from start: Int, to end: Int) {
        guard start >= 0, end <= characters.count, start < end else { return }
        characters.removeSubrange(start..<end)
        cursor = start
    }

    private mutating func cut(from start: Int, to end: Int) {
        guard start < end else { return }
        deleted = Array(characters[start..<end])
        delete(from: start, to: end)
    }
}
