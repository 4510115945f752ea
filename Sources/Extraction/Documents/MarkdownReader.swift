/// Takes the marks of Markdown away: headings, emphasis, links and images, quotes, lists, code.
struct MarkdownReader {
    private let original: [UInt8]
    private var position: Int

    init(_ original: [UInt8], from start: Int) {
        self.original = original
        position = start
    }

    func read(into text: inout DecodedText) {
        var reader = self
        var fenced = false
        while reader.position < original.count {
            let end =
                original[reader.position...].firstIndex(of: UInt8(ascii: "\n"))
                .map { $0 + 1 } ?? original.count
            let line = original[reader.position..<end].drop { $0 == UInt8(ascii: " ") }
            if line.starts(with: Array("```".utf8)) {
                fenced.toggle()
            } else if !fenced {
                reader.line(until: end, into: &text)
            }
            reader.position = end
        }
    }

    private mutating func line(until end: Int, into text: inout DecodedText) {
        let isHeading = peek(position) == UInt8(ascii: "#")
        skipLineMarks(until: end)
        var start = position
        while position < end {
            guard let skipped = markup(at: position, until: end) else {
                position += 1
                continue
            }
            text.appendVerbatim(original, start, position)
            if let shown = skipped.shown { text.appendVerbatim(original, shown.0, shown.1) }
            position = skipped.end
            start = position
        }
        text.appendVerbatim(original, start, end)
        if isHeading { text.append(Array("\n".utf8), for: max(end - 1, start), end) }
    }

    private mutating func skipLineMarks(until end: Int) {
        while position < end, Array("#> \t".utf8).contains(original[position]) { position += 1 }
        if position + 1 < end, Array("-*+".utf8).contains(original[position]),
            original[position + 1] == UInt8(ascii: " ")
        {
            position += 2
        }
    }

    private func peek(_ offset: Int) -> UInt8? { offset < original.count ? original[offset] : nil }

    /// Markup at a place: where it ends, and what of it is text.
    private func markup(at offset: Int, until end: Int) -> (end: Int, shown: (Int, Int)?)? {
        switch original[offset] {
        case UInt8(ascii: "*"), UInt8(ascii: "`"): return (offset + 1, nil)
        case UInt8(ascii: "_"):
            // Within a word it is a letter of a name.
            let before = offset > 0 ? original[offset - 1] : 32
            let after = peek(offset + 1) ?? 32
            return Self.isWord(before) && Self.isWord(after) ? nil : (offset + 1, nil)
        case UInt8(ascii: "!") where peek(offset + 1) == UInt8(ascii: "["):
            return link(from: offset + 1, until: end).map { ($0.end, nil) }
        case UInt8(ascii: "["): return link(from: offset, until: end)
        default: return nil
        }
    }

    private func link(from offset: Int, until end: Int) -> (end: Int, shown: (Int, Int)?)? {
        guard let close = original[offset..<end].firstIndex(of: UInt8(ascii: "]")),
            peek(close + 1) == UInt8(ascii: "("),
            let last = original[close..<end].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        return (last + 1, (offset + 1, close))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 128 || (byte | 32) >= 97 && (byte | 32) <= 122 || byte >= 48 && byte <= 57
    }
}
