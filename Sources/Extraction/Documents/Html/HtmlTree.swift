import CGumbo

/// A page as the HTML Standard reads it, flat and in the order of the tree. This file alone calls the
/// parser.
///
///     place  node       parent  end
///         0  html           -1    4   `end` is behind the last node below
///         1  body            0    4
///         2  p               1    4
///         3  "Talks"         2    4
struct HtmlTree {
    struct Element {
        /// In small letters; empty where HTML has no such tag.
        var tag: String
        /// By names in small letters.
        var attributes: [String: String]
    }

    struct Text {
        /// With character references decoded.
        var bytes: [UInt8]
        /// What it stands for in the source, as far as the parser tells: an end tag that closes
        /// nothing may be within.
        var source: Range<Int>
    }

    enum Content {
        case element(Element)
        case text(Text)
    }

    struct Node {
        var content: Content
        var parent: Int
        var end: Int
    }

    private(set) var nodes: [Node] = []

    /// Parses UTF-8 without NUL. Never fails: any text is a page to the HTML Standard.
    init(_ source: [UInt8], from start: Int) {
        let arena = HtmlArena()
        withExtendedLifetime(arena) {
            source.withUnsafeBytes {
                parse(UnsafeRawBufferPointer(rebasing: $0[start...]), start, arena)
            }
        }
    }

    private mutating func parse(_ page: UnsafeRawBufferPointer, _ start: Int, _ arena: HtmlArena) {
        guard let base = page.bindMemory(to: CChar.self).baseAddress else { return }
        var options = legation_gumbo_options()
        options.max_errors = 0
        options.userdata = Unmanaged.passUnretained(arena).toOpaque()
        options.allocator = { arena, size in
            arena.map { Unmanaged<HtmlArena>.fromOpaque($0).takeUnretainedValue() }?
                .allocate(size)
        }
        options.deallocator = { _, _ in }
        guard let output = gumbo_parse_with_options(&options, base, page.count) else { return }
        copy(output.pointee.root, base, start)
    }

    private typealias GumboPointer = UnsafeMutablePointer<GumboNode>

    /// Copies a subtree without recursion, so that no depth of it exhausts the stack.
    private mutating func copy(_ root: GumboPointer?, _ base: UnsafePointer<CChar>, _ start: Int) {
        /// A node still to be copied, or nil where the subtree of `place` ends.
        var pending: [(node: GumboPointer?, place: Int)] = [(root, -1)]
        while let (node, place) = pending.popLast() {
            guard let node else {
                if place >= 0 { nodes[place].end = nodes.count }
                continue
            }
            let own = nodes.count
            switch node.pointee.type {
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                let element = node.pointee.v.element
                append(.element(Self.element(element)), place)
                pending.append((nil, own))
                for index in (0..<Int(element.children.length)).reversed() {
                    let child = element.children.data[index]
                    pending.append((child?.assumingMemoryBound(to: GumboNode.self), own))
                }
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                let text = node.pointee.v.text
                let words = text.text.map { Array(String(cString: $0).utf8) } ?? []
                let from = text.original_text.data.map { start + ($0 - base) } ?? start
                append(
                    .text(
                        Text(
                            bytes: words,
                            source: from..<(from + Int(text.original_text.length)))), place)
            default: continue
            }
        }
    }

    private mutating func append(_ content: Content, _ parent: Int) {
        nodes.append(Node(content: content, parent: parent, end: nodes.count + 1))
    }

    private static func element(_ element: GumboElement) -> Element {
        var attributes: [String: String] = [:]
        for index in 0..<Int(element.attributes.length) {
            guard
                let attribute = element.attributes.data[index]?
                    .assumingMemoryBound(to: GumboAttribute.self).pointee
            else { continue }
            attributes[String(cString: attribute.name)] = String(cString: attribute.value)
        }
        let tag = gumbo_normalized_tagname(element.tag).map { String(cString: $0) }
        return Element(tag: tag ?? "", attributes: attributes)
    }
}

/// The memory of one parse, given back at once: the parser's own way to free a tree recurses as deep
/// as the page nests.
private final class HtmlArena {
    private static let chunk = 1 << 18
    private var chunks: [UnsafeMutableRawPointer] = []
    private var used = 0
    private var size = 0

    func allocate(_ wanted: Int) -> UnsafeMutableRawPointer? {
        let rounded = max(wanted, 1) + 15 & ~15
        if used + rounded > size {
            size = max(Self.chunk, rounded)
            used = 0
            chunks.append(.allocate(byteCount: size, alignment: 16))
        }
        defer { used += rounded }
        return chunks.last.map { $0 + used }
    }

    deinit { for chunk in chunks { chunk.deallocate() } }
}
