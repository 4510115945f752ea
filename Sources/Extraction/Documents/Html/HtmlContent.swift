/// Tells a page's text from what surrounds it: menus, forms, banners, teasers.
///
/// By what elements are (`nav`, `aside`, `role`), by what their makers call them (`class="related"`),
/// and by how much of them is links. What holds half of the page's text that is no link is never
/// taken for one of these, whatever its name.
struct HtmlContent {
    private let tree: HtmlTree
    /// By node: whether it, with all below it, is no text of the page.
    private(set) var isDropped: [Bool]
    /// The element that holds the text.
    private(set) var root = 0

    /// By node, with all below: bytes of text that are no white space, and of these in links.
    private var textBytes: [Int] = []
    private var linkBytes: [Int] = []
    private var links: [Int] = []

    init(_ tree: HtmlTree) {
        self.tree = tree
        isDropped = tree.nodes.map(Self.isHidden)
        root = tree.nodes.firstIndex { Self.tag($0) == "body" } ?? 0
        weigh()
        let hidden = isDropped
        let body = root
        dropFurniture()
        weigh()
        root = main()
        dropLists()
        weigh()
        guard textBytes.indices.contains(root), textBytes[root] == 0 else { return }
        // Of a page that is nothing but menus all is its text.
        isDropped = hidden
        root = body
    }

    static func tag(_ node: HtmlTree.Node) -> String? {
        if case .element(let element) = node.content { element.tag } else { nil }
    }

    // MARK: What is hidden

    private static func isHidden(_ node: HtmlTree.Node) -> Bool {
        guard case .element(let element) = node.content else { return false }
        if hiddenTags.contains(element.tag) { return true }
        let attributes = element.attributes
        guard !attributes.isEmpty else { return false }
        if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
        let style = attributes["style"]?.lowercased().filter { $0 != " " } ?? ""
        return style.contains("display:none") || style.contains("visibility:hidden")
    }

    private static let hiddenTags: Set<String> = [
        "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object",
        "embed",
        "canvas", "audio", "video", "button", "select", "textarea", "datalist", "title",
    ]

    // MARK: Weights

    private mutating func weigh() {
        let nodes = tree.nodes
        textBytes = Array(repeating: 0, count: nodes.count)
        linkBytes = textBytes
        links = textBytes
        // A node's children stand behind it.
        for index in nodes.indices.reversed() where !isDropped[index] {
            switch nodes[index].content {
            case .text(let text): textBytes[index] = text.bytes.count { $0 > 32 }
            case .element(let element) where element.tag == "a" && textBytes[index] > 0:
                linkBytes[index] = textBytes[index]
                links[index] = 1
            case .element: break
            }
            let parent = nodes[index].parent
            guard parent >= 0 else { continue }
            textBytes[parent] += textBytes[index]
            linkBytes[parent] += linkBytes[index]
            links[parent] += links[index]
        }
    }

    private func plainBytes(_ index: Int) -> Int { textBytes[index] - linkBytes[index] }

    // MARK: Furniture

    private mutating func dropFurniture() {
        guard tree.nodes.indices.contains(root) else { return }
        let half = plainBytes(root) / 2 + 1
        var index = root + 1
        while index < tree.nodes[root].end {
            let node = tree.nodes[index]
            if isDropped[index] {
                index = node.end
            } else if plainBytes(index) < half, isFurniture(node) {
                isDropped[index] = true
                index = node.end
            } else {
                index += 1
            }
        }
    }

    private func isFurniture(_ node: HtmlTree.Node) -> Bool {
        guard case .element(let element) = node.content else { return false }
        if Self.furnitureTags.contains(element.tag) { return true }
        if element.tag == "header" { return !isWithinArticle(node) }
        let attributes = element.attributes
        guard !attributes.isEmpty, !["html", "body", "main", "article"].contains(element.tag) else {
            return false
        }
        if let role = attributes["role"], Self.furnitureRoles.contains(role.lowercased()) {
            return true
        }
        if element.tag == "sup" {
            return Self.words(of: attributes).contains { $0 == "reference" }
        }
        return Self.words(of: attributes).contains(where: Self.furnitureWords.contains)
    }

    /// A header there holds the headline; any other the site's name and menus.
    private func isWithinArticle(_ node: HtmlTree.Node) -> Bool {
        var parent = node.parent
        while parent >= 0 {
            if let tag = Self.tag(tree.nodes[parent]), tag == "article" || tag == "main" {
                return true
            }
            parent = tree.nodes[parent].parent
        }
        return false
    }

    /// The words of an element's class and id: "relatedLinks box-2" is related, links, box, 2.
    private static func words(of attributes: [String: String]) -> [String] {
        var words: [String] = []
        for name in ["class", "id"] {
            var word = ""
            for byte in (attributes[name] ?? "").utf8 {
                let isCapital = byte &- 0x41 < 26
                let isLetter = (byte | 0x20) &- 0x61 < 26
                if isCapital && word.utf8.last.map({ $0 &- 0x61 < 26 }) == true || !isLetter {
                    if !word.isEmpty { words.append(word.lowercased()) }
                    word = ""
                }
                if isLetter { word.unicodeScalars.append(Unicode.Scalar(byte)) }
            }
            if !word.isEmpty { words.append(word.lowercased()) }
        }
        return words
    }

    private static let furnitureTags: Set<String> = [
        "nav", "aside", "footer", "form", "dialog", "menu",
    ]
    private static let furnitureRoles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
        "menu", "menubar", "toolbar",
    ]
    private static let furnitureWords: Set<String> = [
        "ad", "ads", "advert", "advertisement", "advertising", "banner", "breadcrumb",
        "breadcrumbs", "comment", "comments", "consent", "cookie", "cookies", "disqus",
        "editsection", "footer", "gdpr", "menu", "modal", "nav", "navbar", "navbox", "navigation",
        "newsletter", "pagination", "paywall", "popup", "promo", "recirculation", "recommended",
        "recommendations", "reflist", "related", "share", "sharing", "sidebar", "signup", "skip",
        "social", "sponsored", "subscribe", "subscription", "tags", "teaser", "teasers", "toolbar",
        "trending",
    ]

    // MARK: The text itself

    /// Of an article or main part at least this share, in hundredths, of the text must be in it.
    private static let leastShare = 40

    /// The main part or, within it, the article that holds most of the text.
    private func main() -> Int {
        guard tree.nodes.indices.contains(root) else { return root }
        let main = largest(in: root) { $0.tag == "main" || $0.attributes["role"] == "main" } ?? root
        return largest(in: main) {
            $0.tag == "article" || $0.attributes["itemprop"] == "articleBody"
        } ?? main
    }

    private func largest(in root: Int, where isWanted: (HtmlTree.Element) -> Bool) -> Int? {
        var best: Int?
        var index = root
        while index < tree.nodes[root].end {
            let node = tree.nodes[index]
            if isDropped[index] {
                index = node.end
                continue
            }
            if case .element(let element) = node.content, isWanted(element),
                textBytes[index] * 100 >= textBytes[root] * Self.leastShare,
                best.map({ textBytes[$0] < textBytes[index] }) ?? true
            {
                best = index
            }
            index += 1
        }
        return best
    }

    // MARK: Lists of links

    private mutating func dropLists() {
        guard tree.nodes.indices.contains(root) else { return }
        var index = root + 1
        while index < tree.nodes[root].end {
            let node = tree.nodes[index]
            if isDropped[index] || isListOfLinks(index) {
                isDropped[index] = true
                index = node.end
            } else {
                index += 1
            }
        }
    }

    /// Two links and more that are most of a list, or a line that is a link as a whole and no
    /// sentence: a teaser.
    private func isListOfLinks(_ index: Int) -> Bool {
        guard links[index] > 0, let tag = Self.tag(tree.nodes[index]) else { return false }
        let (text, linked) = (textBytes[index], linkBytes[index])
        if Self.lists.contains(tag), links[index] >= 2, linked * 10 >= text * 6 { return true }
        return Self.lines.contains(tag) && linked * 100 >= text * 95 && !endsSentence(index)
    }

    private func endsSentence(_ index: Int) -> Bool {
        let node = tree.nodes[index]
        for below in (index..<node.end).reversed() {
            guard case .text(let text) = tree.nodes[below].content,
                let last = text.bytes.last(where: { $0 > 32 })
            else { continue }
            // The last byte of a closing quotation mark, as well as of few other characters.
            return Array(".!?\"".utf8).contains(last) || last == 0x9D
        }
        return false
    }

    private static let lists: Set<String> = ["ul", "ol", "dl", "table", "div", "section"]
    private static let lines: Set<String> = ["p", "li", "h2", "h3", "h4", "h5", "h6"]
}
