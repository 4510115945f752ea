import Diagnostics

/// A pattern and where it stands, for messages about it.
public struct PlacedRule: Sendable {
    public var rule: PatternRule
    public var kind: PatternKind
    /// Its place among the tables of its kind in its file, from 0.
    var number: Int
    /// The pattern as written, with its references.
    var written: String
    /// Words and names of word lists, as written.
    var anchors: [String]
    /// The same of what the sentence has to hold beside the pattern.
    var context: [String]
    public var source: SourceText

    /// The place of a key's value, or of the table's header.
    public func span(_ key: String?) -> SourceSpan? {
        let lines = TomlLines(source)
        let header = lines.header("\(kind.rawValue)", number: number)
        guard let key else { return header }
        return lines.key(key, from: header?.start ?? 0) ?? header
    }

    /// The place of an example, which may be one of several over many lines.
    public func span(ofExample text: String, _ key: String) -> SourceSpan? {
        guard let value = span(key) else { return nil }
        let wanted = Array(text.utf8)
        var start = value.start
        while start + wanted.count <= source.bytes.count {
            if source.bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
                return SourceSpan(start: start, end: start + wanted.count)
            }
            start += 1
        }
        return value
    }
}

/// A fragment or a word list, and where it stands.
public struct PlacedDefinition: Sendable {
    /// In which section it stands.
    public enum Kind: String, Hashable, Sendable {
        case fragment = "define"
        case words
    }

    public var kind: Kind
    public var name: String
    /// The fragment's text, or the list's words.
    var texts: [String]
    public var source: SourceText

    /// The place of what it says.
    public var span: SourceSpan? {
        let lines = TomlLines(source)
        let header = lines.header(kind.rawValue, number: nil)
        return lines.key(name, from: header?.start ?? 0) ?? header
    }
}
