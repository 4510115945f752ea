/// Finds for each character of a text node its place in the source, by walking through both: they
/// differ in character references, line ends and end tags that close nothing.
///
///     text     AT&T  said  “no”
///     source   AT&amp;T</i>\nsaid &ldquo;no”
struct HtmlTextReader {
    private let text: [UInt8]
    private let source: [UInt8]
    private let sourceEnd: Int
    private var textAt = 0
    private var sourceAt: Int

    init(_ node: HtmlTree.Text, _ source: [UInt8]) {
        text = node.bytes
        self.source = source
        sourceAt = node.source.lowerBound
        sourceEnd = min(node.source.upperBound, source.count)
    }

    mutating func read(into decoded: inout DecodedText, isPreformatted: Bool) {
        while textAt < text.count, sourceAt < sourceEnd {
            let start = sourceAt
            if Self.isSpace(text[textAt]), Self.isSpace(source[sourceAt]) {
                space(into: &decoded, isPreformatted)
                continue
            }
            while textAt < text.count, sourceAt < sourceEnd, text[textAt] == source[sourceAt],
                text[textAt] > 32, text[textAt] != UInt8(ascii: "&")
            {
                textAt += 1
                sourceAt += 1
            }
            decoded.appendVerbatim(source, start, sourceAt)
            if sourceAt == start { differing(into: &decoded) }
        }
        // Nothing of the text may be lost, even where its place is not known to the byte.
        if textAt < text.count {
            let end = max(sourceAt, min(sourceEnd, source.count))
            decoded.append(text[textAt...], for: sourceAt, end)
        }
    }

    /// One space for white space with a line break, none behind another: lines mean nothing to a page.
    private mutating func space(into decoded: inout DecodedText, _ isPreformatted: Bool) {
        let start = sourceAt
        while sourceAt < sourceEnd, Self.isSpace(source[sourceAt]) { sourceAt += 1 }
        while textAt < text.count, Self.isSpace(text[textAt]) { textAt += 1 }
        if isPreformatted {
            decoded.appendVerbatim(source, start, sourceAt)
        } else if decoded.bytes.last.map(Self.isSpace) ?? true {
            return
        } else if !source[start..<sourceAt].contains(where: { $0 == 10 || $0 == 13 }) {
            decoded.appendVerbatim(source, start, sourceAt)
        } else {
            decoded.append([0x20], for: start, sourceAt)
        }
    }

    private mutating func differing(into decoded: inout DecodedText) {
        let start = sourceAt
        switch source[sourceAt] {
        case UInt8(ascii: "&"):
            if let (end, characters) = reference() {
                decoded.append(text[textAt..<characters], for: start, end)
                (sourceAt, textAt) = (end, characters)
            } else {
                decoded.appendVerbatim(source, start, start + 1)
                (sourceAt, textAt) = (start + 1, textAt + 1)
            }
        case UInt8(ascii: "<"):
            let close = source[sourceAt..<sourceEnd].firstIndex(of: UInt8(ascii: ">"))
            sourceAt = close.map { $0 + 1 } ?? sourceEnd
        default:
            // A control character, for which HTML has a replacement.
            sourceAt = Self.behindCharacter(source, sourceAt, sourceEnd)
            textAt = Self.behindCharacter(text, textAt, text.count)
            decoded.appendVerbatim(source, start, sourceAt)
        }
    }

    /// Where the reference here ends, and where its characters end in the text. Nil for a sign that
    /// stands for itself.
    private func reference() -> (source: Int, text: Int)? {
        var end = sourceAt + 1
        let isNumber = end < sourceEnd && source[end] == UInt8(ascii: "#")
        if isNumber { end += 1 }
        while end < sourceEnd, Self.isLetterOrDigit(source[end]) { end += 1 }
        guard end > sourceAt + 1 else { return nil }
        let one = Self.behindCharacter(text, textAt, text.count)
        let hasSemicolon = end < sourceEnd && source[end] == UInt8(ascii: ";")
        if isNumber { return (numberEnd(hasSemicolon ? end + 1 : end), one) }
        if text[textAt] == UInt8(ascii: "&") {
            let name = source[(sourceAt + 1)..<end]
            guard name.starts(with: Array("amp".utf8)) || name.starts(with: Array("AMP".utf8))
            else { return nil }
            let behind = sourceAt + 4
            return (
                behind < sourceEnd && source[behind] == UInt8(ascii: ";") ? behind + 1 : behind, one
            )
        }
        // Most stand for one character, some for two; old names may lack the semicolon.
        let two = Self.behindCharacter(text, one, text.count)
        let ends = (hasSemicolon ? [end + 1] : []) + (sourceAt + 2...end).reversed()
        for candidate in ends {
            for characters in [one, two] where goesOn(candidate, characters) {
                return (candidate, characters)
            }
        }
        return (ends[0], one)
    }

    /// Behind the digits of a reference such as `&#233`, which a letter may follow at once.
    private func numberEnd(_ end: Int) -> Int {
        var digits = sourceAt + 2
        let isHexadecimal = digits < end && source[digits] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { digits += 1 }
        while digits < end, Self.isDigit(source[digits], isHexadecimal) { digits += 1 }
        return digits < end && source[digits] == UInt8(ascii: ";") ? digits + 1 : digits
    }

    /// Bytes that are compared to see whether a reference ends at a place.
    private static let lookahead = 8

    private func goesOn(_ sourceAt: Int, _ textAt: Int) -> Bool {
        var (sourceAt, textAt) = (sourceAt, textAt)
        for _ in 0..<Self.lookahead {
            guard sourceAt < sourceEnd, textAt < text.count else {
                return textAt == text.count || sourceAt < sourceEnd
            }
            let byte = source[sourceAt]
            if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == 13 { return true }
            if byte != text[textAt] { return false }
            sourceAt += 1
            textAt += 1
        }
        return true
    }

    private static func behindCharacter(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var next = start + 1
        while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
        return min(next, end)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9 || byte == 10 || byte == 12 || byte == 13
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    private static func isDigit(_ byte: UInt8, _ isHexadecimal: Bool) -> Bool {
        byte &- 0x30 < 10 || isHexadecimal && (byte | 0x20) &- 0x61 < 6
    }
}
