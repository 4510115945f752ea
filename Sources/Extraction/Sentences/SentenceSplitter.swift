import GraphModel

/// Cuts a text into sentences by its bytes, without looking at more than a few words at a time.
///
/// A sentence ends behind `.`, `!`, `?` or `…`, with the quotation marks and brackets that close
/// there, where white space and then no small letter follows; and at a blank line, and at a line
/// break after a line longer than any that is broken to fit a width. A point after an abbreviation,
/// an initial or within a number is none.
/// What is longer than `longest` is cut at a space, so that no later stage meets an unbounded text.
/// Complexity: O(bytes).
public struct SentenceSplitter: Sendable {
    /// Bytes that a sentence may have at most; longer ones are cut.
    public static let longest = 4096

    /// Bytes of the longest line that people or programs break to fit a width.
    private static let widestLine = 120

    /// Bytes of the longest headline; longer lines are text.
    private static let longestHeadline = 240

    /// Words before a point that ends no sentence, without the point, as bytes.
    private let abbreviations: Set<[UInt8]>

    /// - Parameter abbreviations: words such as "Mr", "Gen", "No"; letter case counts.
    public init(abbreviations: some Sequence<String>) {
        self.abbreviations = Set(abbreviations.map { Array($0.utf8) })
    }

    /// The sentences from first to last: none empty, none with white space at its ends, none
    /// overlapping another. Nothing but white space lies between them.
    public func sentences(of text: UnsafeBufferPointer<UInt8>) -> [TextSpan] {
        var sentences: [TextSpan] = []
        var start = 0
        var position = 0
        while position < text.count {
            if start == position, Self.isSpace(text[position]) {
                start += 1
                position += 1
                continue
            }
            let (next, ends) = step(in: text, from: start, at: position)
            position = next
            if ends {
                let end = Self.trimmed(text, start, next)
                sentences.append(end)
                start = end.end
                position = end.end
            } else if position - start >= Self.longest {
                let end = Self.cut(text, start, min(position, start + Self.longest))
                sentences.append(Self.trimmed(text, start, end))
                start = end
                position = end
            }
        }
        if start < text.count { sentences.append(Self.trimmed(text, start, text.count)) }
        return sentences
    }

    /// Goes on from `position`: to the end of the sentence, or past what is known not to end it, so
    /// that no run of marks is read twice.
    private func step(
        in text: UnsafeBufferPointer<UInt8>, from start: Int, at position: Int
    ) -> (next: Int, ends: Bool) {
        let byte = text[position]
        if byte == 0x0A, Self.endsParagraph(text, from: start, at: position) {
            return (position, true)
        }
        let limit = min(text.count, start + Self.longest)
        let mark = Self.endMarkLength(text, position)
        guard mark > 0, position + mark <= limit else { return (position + 1, false) }
        if byte == UInt8(ascii: "."), isAbbreviation(text, from: start, before: position) {
            return (position + 1, false)
        }
        var end = Self.passRun(text, position, limit, Self.endMarkLength)
        end = Self.passRun(text, end, limit, Self.closingLength)
        // A run up to the bound is cut there.
        guard end < limit else { return (end, true) }
        guard Self.isSpace(text[end]) else { return (end, false) }
        var next = end
        while next < text.count, Self.isSpace(text[next]) { next += 1 }
        // A quotation in the middle: “We will not.” he said.
        if next < text.count, text[next] &- 0x61 < 26 { return (end, false) }
        return (end, true)
    }

    /// Whether a line break parts paragraphs: a blank line follows, it ends a headline, or the line is too long to have
    /// been broken to fit a width and the next begins with no small letter.
    private static func endsParagraph(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, at position: Int
    ) -> Bool {
        if isBlankLine(text, after: position) { return true }
        if isHeadline(UnsafeBufferPointer(rebasing: text[start..<position])) { return true }
        guard position - start > widestLine else { return false }
        let line = text[(position - widestLine)..<position]
        guard !line.contains(0x0A) else { return false }
        var next = position
        while next < text.count, isSpace(text[next]) { next += 1 }
        return next == text.count || text[next] &- 0x61 >= 26
    }

    /// Whether most words of four letters and more begin with a capital and no mark ends the line,
    /// as in headlines.
    static func isHeadline(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= longestHeadline, let last = text.last(where: { !isSpace($0) }),
            last != UInt8(ascii: "."), last != UInt8(ascii: "!"), last != UInt8(ascii: "?"),
            last != UInt8(ascii: "\"")
        else { return false }
        var large = 0
        var words = 0
        var start = 0
        for position in 0...text.count {
            if position < text.count, !isSpace(text[position]) { continue }
            if position - start >= 4 {
                words += 1
                if text[start] &- 0x41 < 26 { large += 1 }
            }
            start = position + 1
        }
        return words >= 4 && large * 4 >= words * 3
    }

    /// The end of a run of marks, at most the limit and never within a mark.
    private static func passRun(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int,
        _ length: (UnsafeBufferPointer<UInt8>, Int) -> Int
    ) -> Int {
        var end = start
        while end < limit {
            let mark = length(text, end)
            guard mark > 0, end + mark <= limit else { break }
            end += mark
        }
        return end
    }

    private func isAbbreviation(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, before point: Int
    ) -> Bool {
        var wordStart = point
        while wordStart > start, Self.isWordByte(text[wordStart - 1]) { wordStart -= 1 }
        let length = point - wordStart
        if length == 1, text[wordStart] &- 0x41 < 26 {
            return isFollowedOnItsLine(text, point)
        }
        return length > 0 && abbreviations.contains(Array(text[wordStart..<point]))
    }

    /// A capital alone is an initial ("J. Smith") or part of an acronym with points ("the U.S.").
    /// The acronym's last point ends a sentence only where a word follows that begins one; that is
    /// not to be told from a name by its letters, so the sentence goes on: a name cut in two costs
    /// more than two sentences read as one.
    private func isFollowedOnItsLine(_ text: UnsafeBufferPointer<UInt8>, _ point: Int) -> Bool {
        var next = point + 1
        while next < text.count, Self.isSpace(text[next]), text[next] != 0x0A { next += 1 }
        return next < text.count && text[next] != 0x0A
    }

    /// `.` `!` `?` and the ellipsis U+2026; 0 for anything else.
    private static func endMarkLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        switch text[at] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): 1
        case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0xA6: 3
        default: 0
        }
    }

    /// Quotation marks and brackets that close: `"` `'` `)` `]` `”` `’` `»`; 0 for anything else.
    private static func closingLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        switch text[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return 1
        case 0xC2: return at + 1 < text.count && text[at + 1] == 0xBB ? 2 : 0
        case 0xE2:
            guard at + 2 < text.count, text[at + 1] == 0x80 else { return 0 }
            return text[at + 2] == 0x9D || text[at + 2] == 0x99 ? 3 : 0
        default: return 0
        }
    }

    private static func isBlankLine(
        _ text: UnsafeBufferPointer<UInt8>, after lineBreak: Int
    ) -> Bool {
        var position = lineBreak + 1
        while position < text.count, isSpace(text[position]), text[position] != 0x0A {
            position += 1
        }
        return position >= text.count || text[position] == 0x0A
    }

    /// The last space before the bound; where there is none, the beginning of the last character.
    private static func cut(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ bound: Int
    ) -> Int {
        var end = bound
        while end > start, !isSpace(text[end - 1]) { end -= 1 }
        if trimmed(text, start, end).end > start { return end }
        end = bound
        while end > start + 1, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    private static func trimmed(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> TextSpan {
        var end = end
        while end > start, isSpace(text[end - 1]) { end -= 1 }
        return TextSpan(start: start, end: end)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
}
