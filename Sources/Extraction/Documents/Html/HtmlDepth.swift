/// How deep a page nests, as far as its tags tell without their being parsed.
///
/// The parser's time grows with the square of the depth: a page of a hundred thousand open elements,
/// which no text needs, would take minutes.
enum HtmlDepth {
    /// Elements that may be open at once. Browsers allow 512.
    static let most = 4096

    /// The offset of the tag that opens one element too many.
    static func excess(in source: [UInt8], from start: Int) -> Int? {
        var open: [String: Int] = [:]
        var depth = 0
        var position = start
        while let tag = source[position...].firstIndex(of: UInt8(ascii: "<")) {
            let isEnd = tag + 1 < source.count && source[tag + 1] == UInt8(ascii: "/")
            let letters = source[(tag + (isEnd ? 2 : 1))...].prefix { ($0 | 0x20) &- 0x61 < 26 }
            position = letters.isEmpty ? tag + 1 : letters.endIndex
            let name = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
            guard !name.isEmpty, !names.contains(name) else { continue }
            let count = open[name, default: 0]
            if !isEnd {
                open[name] = count + 1
                depth += 1
            } else if count > 0 {
                open[name] = count - 1
                depth -= 1
            }
            if depth > most { return tag }
        }
        return nil
    }

    /// Elements without content, and those whose end tag may be left out.
    private static let names: Set<String> = [
        "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
        "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt",
        "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    ]
}
