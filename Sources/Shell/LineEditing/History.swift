/// Statements entered before, with the walk through them. Repeats of the last entry are not kept.
public struct History: Sendable {
    public let limit: Int
    public private(set) var entries: [String] = []
    /// Where the walk stands; `entries.count` is the draft.
    private var position = 0
    /// What was being typed when the walk began.
    private var draft = ""

    /// - Parameter limit: how many entries are kept; the oldest go first.
    public init(limit: Int = 1000) { self.limit = max(limit, 1) }

    public mutating func add(_ statement: String) {
        if !statement.isEmpty, entries.last != statement { entries.append(statement) }
        if entries.count > limit { entries.removeFirst(entries.count - limit) }
        position = entries.count
        draft = ""
    }

    /// The entry before; nil at the oldest.
    public mutating func previous(whileTyping text: String) -> String? {
        guard position > 0 else { return nil }
        if position == entries.count { draft = text }
        position -= 1
        return entries[position]
    }

    /// The entry after, and the draft behind the last; nil at the draft.
    public mutating func next() -> String? {
        guard position < entries.count else { return nil }
        position += 1
        return position < entries.count ? entries[position] : draft
    }

    /// The newest entry, older than the `skipping` newest matches, that holds `text` in any case.
    public func search(_ text: String, skipping: Int = 0) -> String? {
        let wanted = text.lowercased()
        guard !wanted.isEmpty else { return nil }
        let found = entries.reversed().lazy.filter { $0.lowercased().contains(wanted) }
        return found.dropFirst(skipping).first
    }

    /// The entries as a file's text, one a line: a line break is written `\n`, a backslash `\\`.
    public var fileText: String {
        entries.map { entry in
            entry.unicodeScalars.map { scalar in
                switch scalar {
                case "\\": "\\\\"
                case "\n": "\\n"
                case "\r": "\\r"
                default: String(scalar)
                }
            }.joined() + "\n"
        }.joined()
    }

    /// Reads what `fileText` wrote. A stray escape is taken as it stands: an edited file is no error.
    public init(fileText: String, limit: Int = 1000) {
        self.init(limit: limit)
        for line in fileText.split(separator: "\n") { add(Self.unescape(line)) }
    }

    private static func unescape(_ line: Substring) -> String {
        var text = ""
        var isEscaped = false
        for character in line {
            switch (isEscaped, character) {
            case (false, "\\"):
                isEscaped = true
                continue
            case (true, "n"): text.append("\n")
            case (true, "r"): text.append("\r")
            case (true, "\\"), (false, _): text.append(character)
            case (true, _): text += "\\" + String(character)
            }
            isEscaped = false
        }
        return isEscaped ? text + "\\" : text
    }
}
