/// Reads statements from a terminal, with editing over several lines, history and its search.
public final class LineEditor {
    /// How a reading ended.
    public enum Outcome: Hashable, Sendable {
        case statement(String)
        /// Ctrl-C: what was typed is dropped.
        case interrupted
        /// Ctrl-D on an empty line, or the terminal is gone.
        case endOfInput
    }

    public var history: History
    private let terminal: Terminal
    private let width: (Character) -> Int
    private let isComplete: (String) -> Bool
    private var decoder = KeyDecoder()
    private var waitingKeys: [Key] = []
    private var shownCursorRow = 0

    /// Milliseconds after which an Escape without a sequel is the key itself.
    private static let escapeDelay: Int32 = 50

    /// - Parameters:
    ///   - width: cells that a character takes on the screen.
    ///   - isComplete: whether Enter at the end of the text runs it, or opens a new line.
    public init(
        terminal: Terminal, history: History = History(), width: @escaping (Character) -> Int,
        isComplete: @escaping (String) -> Bool
    ) {
        self.terminal = terminal
        self.history = history
        self.width = width
        self.isComplete = isComplete
    }

    /// Reads one statement. Both prompts are plain printable text.
    public func read(prompt: String, continuation: String) -> Outcome {
        guard terminal.enterRawMode() else { return .endOfInput }
        defer { terminal.leaveRawMode() }
        var buffer = EditBuffer()
        shownCursorRow = 0
        while true {
            show(buffer, prompt, continuation)
            guard let key = nextKey() else {
                return leave(buffer, prompt, continuation, .endOfInput)
            }
            switch key {
            case .enter:
                guard isComplete(buffer.text) else {
                    buffer.insert("\n")
                    continue
                }
                history.add(buffer.text)
                return leave(buffer, prompt, continuation, .statement(buffer.text))
            case .interrupt:
                return leave(buffer, prompt, continuation, .interrupted)
            case .endOfInput:
                if buffer.isEmpty { return leave(buffer, prompt, continuation, .endOfInput) }
                _ = buffer.apply(.delete)
            case .clearScreen:
                terminal.write("\u{1B}[H\u{1B}[2J")
                shownCursorRow = 0
            case .searchHistory:
                if let found = searchHistory(from: buffer) { buffer.replace(with: found) }
            case .up where !buffer.apply(.up):
                if let entry = history.previous(whileTyping: buffer.text) {
                    buffer.replace(with: entry)
                }
            case .down where !buffer.apply(.down):
                if let entry = history.next() { buffer.replace(with: entry) }
            case .tab:
                buffer.insert("    ")
            default:
                _ = buffer.apply(key)
            }
        }
    }

    /// Ctrl-R: further letters narrow, Ctrl-R again goes further back, Enter and any moving key
    /// take what is found, Ctrl-C and Escape leave all as it was (nil).
    private func searchHistory(from buffer: EditBuffer) -> String? {
        var wanted = EditBuffer()
        var skipped = 0
        while true {
            let found = history.search(wanted.text, skipping: skipped)
            let state = found == nil && !wanted.isEmpty ? "no match for" : "search"
            show(EditBuffer(found ?? buffer.text), "(\(state) '\(wanted.text)') ", "")
            guard let key = nextKey() else { return nil }
            switch key {
            case .interrupt, .escape: return nil
            case .searchHistory:
                if history.search(wanted.text, skipping: skipped + 1) != nil { skipped += 1 }
            case .text, .backspace:
                _ = wanted.apply(key)
                skipped = 0
            default: return found
            }
        }
    }

    /// The next key; nil where the terminal is gone.
    private func nextKey() -> Key? {
        while waitingKeys.isEmpty {
            switch terminal.read(timeout: decoder.isWaiting ? Self.escapeDelay : nil) {
            case .bytes(let bytes): waitingKeys = decoder.decode(bytes)
            case .silence: waitingKeys = decoder.flush()
            case .closed: return nil
            }
        }
        return waitingKeys.removeFirst()
    }

    /// Draws the statement over what was shown of it before.
    private func show(_ buffer: EditBuffer, _ prompt: String, _ continuation: String) {
        let layout = EditorLayout(
            prompt: prompt, continuation: continuation, buffer: buffer, columns: terminal.columns,
            width: width)
        var drawing = "\r"
        if shownCursorRow > 0 { drawing += "\u{1B}[\(shownCursorRow)A" }
        drawing += "\u{1B}[J" + layout.rows.joined(separator: "\r\n") + "\r"
        let rowsBelow = layout.rows.count - 1 - layout.cursorRow
        if rowsBelow > 0 { drawing += "\u{1B}[\(rowsBelow)A" }
        if layout.cursorColumn > 0 { drawing += "\u{1B}[\(layout.cursorColumn)C" }
        terminal.write(drawing)
        shownCursorRow = layout.cursorRow
    }

    /// Leaves the cursor on a fresh row below the statement.
    private func leave(
        _ buffer: EditBuffer, _ prompt: String, _ continuation: String, _ outcome: Outcome
    ) -> Outcome {
        var whole = buffer
        whole.replace(with: buffer.text)
        show(whole, prompt, continuation)
        terminal.write("\r\n")
        return outcome
    }
}
