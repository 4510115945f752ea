/// Takes tags, comments, scripts and styles of HTML away and reads character references, keeping
/// for every byte of text its place in the original.
///
/// No more of HTML than that: a page is read for its words, and no tree is built that would lose
/// their places. A tag that begins or ends a block parts paragraphs.
struct HtmlReader {
    private let original: [UInt8]
    private var position: Int

    init(_ original: [UInt8], from start: Int) {
        self.original = original
        position = start
    }

    func read(into text: inout DecodedText) {
        var reader = self
        while reader.position < original.count { reader.step(into: &text) }
    }

    private mutating func step(into text: inout DecodedText) {
        let start = position
        switch original[position] {
        case UInt8(ascii: "<") where beginsTag(position + 1): tag(into: &text)
        case UInt8(ascii: "&"):
            if let (characters, end) = reference(at: position) {
                text.append(characters, for: start, end)
                position = end
            } else {
                position += 1
                text.appendVerbatim(original, start, position)
            }
        default:
            position += 1
            while position < original.count, original[position] != UInt8(ascii: "<"),
                original[position] != UInt8(ascii: "&")
            {
                position += 1
            }
            text.appendVerbatim(original, start, position)
        }
    }

    private func beginsTag(_ offset: Int) -> Bool {
        guard offset < original.count else { return false }
        let byte = original[offset] | 32
        return byte >= 97 && byte <= 122 || [33, 47, 63].contains(original[offset])
    }

    private mutating func tag(into text: inout DecodedText) {
        let start = position
        if original[position...].starts(with: Array("<!--".utf8)) {
            position = end(of: "-->", from: position + 4)
            return
        }
        let isEnd = original[position + 1] == UInt8(ascii: "/")
        let nameStart = position + (isEnd ? 2 : 1)
        let name = String(
            decoding: original[nameStart...].prefix {
                ($0 | 32) >= 97 && ($0 | 32) <= 122 || $0 >= 48 && $0 <= 57
            }
            .map { $0 | 32 }, as: UTF8.self)
        position = endOfTag(from: nameStart)
        if !isEnd, Self.hidden.contains(name) {
            let content = position
            position = end(of: "</\(name)", from: position)
            if name == "title" { text.title = title(content, position - name.utf8.count - 2) }
            position = endOfTag(from: position)
        } else if Self.blocks.contains(name) {
            text.append(Array("\n\n".utf8), for: start, position)
        }
    }

    /// Behind the `>` of a tag; one within quotes is none.
    private func endOfTag(from start: Int) -> Int {
        var quote: UInt8?
        for offset in start..<original.count {
            let byte = original[offset]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return offset + 1
            }
        }
        return original.count
    }

    /// Behind the next place of some words, letter case ignored.
    private func end(of words: String, from start: Int) -> Int {
        let wanted = Array(words.utf8)
        var offset = start
        while offset + wanted.count <= original.count {
            if zip(original[offset...], wanted).allSatisfy({ $0 == $1 || $0 | 32 == $1 }) {
                return offset + wanted.count
            }
            offset += 1
        }
        return original.count
    }

    private func title(_ start: Int, _ end: Int) -> String? {
        guard start < end else { return nil }
        var text = ""
        var offset = start
        while offset < end {
            if let (characters, next) = reference(at: offset) {
                text += String(decoding: characters, as: UTF8.self)
                offset = next
            } else {
                let stop = original[(offset + 1)..<end].firstIndex(of: UInt8(ascii: "&")) ?? end
                text += String(decoding: original[offset..<stop], as: UTF8.self)
                offset = stop
            }
        }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    /// `&amp;`, `&#8217;`, `&#x2019;` and what it stands for.
    private func reference(at offset: Int) -> ([UInt8], Int)? {
        guard original[offset] == UInt8(ascii: "&"),
            let end = original[offset...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        let name = String(decoding: original[(offset + 1)..<end], as: UTF8.self)
        let scalar: Unicode.Scalar?
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            scalar = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        } else if name.hasPrefix("#") {
            scalar = UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
        } else {
            scalar = Self.named[name]
        }
        guard let scalar, scalar.value != 0 else { return nil }
        return (Array(String(scalar).utf8), end + 1)
    }

    private static let hidden: Set<String> = [
        "script", "style", "title", "template", "noscript", "svg",
    ]
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table",
        "td", "th", "tr", "ul",
    ]
    /// The references of news pages (HTML Standard, "Named character references").
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
        "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "hellip": "…", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "copy": "©",
        "reg": "®", "laquo": "«", "raquo": "»", "eacute": "é", "egrave": "è", "agrave": "à",
        "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ", "ccedil": "ç",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
        "szlig": "ß", "oslash": "ø", "aring": "å", "middot": "·", "bull": "•", "thinsp": "\u{2009}",
    ]
}
