/// What a user pressed, whatever bytes the terminal sent for it.
public enum Key: Hashable, Sendable {
    case text(String)
    /// Text that came between the marks of bracketed paste; may hold line breaks.
    case paste(String)
    case enter, tab, escape
    case backspace, delete, deleteWordBack, deleteToEnd, deleteToStart, yank
    case left, right, up, down, home, end, wordLeft, wordRight
    case interrupt, endOfInput, clearScreen, searchHistory
    /// A sequence that means nothing here; kept apart so that it is not typed as text.
    case unknown
}
