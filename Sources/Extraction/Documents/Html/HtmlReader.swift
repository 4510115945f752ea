/// Reads the text of a page, and what its head tells of it; keeps for every byte of text its place in
/// the source.
struct HtmlReader {
    private let source: [UInt8]
    private let start: Int

    init(_ source: [UInt8], from start: Int) {
        self.source = source
        self.start = start
    }

    func read(into text: inout DecodedText) {
        let tree = HtmlTree(source, from: start)
        let head = HtmlHead(tree)
        text.title = head.title
        text.date = head.date
        let content = HtmlContent(tree)
        guard tree.nodes.indices.contains(content.root) else { return }
        var index = content.root
        /// Where blocks end that are open, the innermost last.
        var ends: [Int] = []
        var preformattedUntil = 0
        let earliest = Self.earliestBehind(tree)
        while index < tree.nodes[content.root].end {
            while let end = ends.last, end <= index {
                ends.removeLast()
                text.endParagraph()
            }
            let node = tree.nodes[index]
            guard !content.isDropped[index] else {
                index = node.end
                continue
            }
            switch node.content {
            case .element(let element):
                if element.tag == "br" {
                    text.append([0x0A], for: text.sourceEnd, text.sourceEnd)
                } else if Self.blocks.contains(element.tag) {
                    text.endParagraph()
                    ends.append(node.end)
                    if element.tag == "pre" { preformattedUntil = node.end }
                }
            case .text(let words):
                // What the parser moved (text within a table's rows) is no part of a sentence here.
                let place = words.source.lowerBound
                let isMoved = place < text.sourceEnd || place > earliest[index]
                if isMoved { text.endParagraph() }
                var reader = HtmlTextReader(words, source)
                reader.read(into: &text, isPreformatted: index < preformattedUntil)
                if isMoved { text.endParagraph() }
            }
            index += 1
        }
    }

    /// By node, where in the source the earliest text behind it in the tree begins.
    private static func earliestBehind(_ tree: HtmlTree) -> [Int] {
        var earliest = Int.max
        var places = Array(repeating: Int.max, count: tree.nodes.count)
        for (index, node) in tree.nodes.enumerated().reversed() {
            places[index] = earliest
            if case .text(let text) = node.content {
                earliest = min(earliest, text.source.lowerBound)
            }
        }
        return places
    }

    /// Elements whose beginning and end part paragraphs.
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]
}
