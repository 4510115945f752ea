import GraphModel

/// What a page tells of itself: its title and the day of its publication.
///
///     <meta property="og:title" content="Talks">  before  <title>Talks | The Paper</title>
///     <meta property="article:published_time" content="2026-03-04T08:00:00Z">  before
///     <script type="application/ld+json">{"datePublished": "2026-03-04"}</script>  before
///     <time datetime="2026-03-04">4 March</time>
struct HtmlHead {
    private(set) var title: String?
    /// ISO 8601.
    private(set) var date: String?

    init(_ tree: HtmlTree) {
        var pageTitle: String?
        var dates: [Rank: String] = [:]
        for (index, node) in tree.nodes.enumerated() {
            guard case .element(let element) = node.content else { continue }
            switch element.tag {
            case "title" where pageTitle == nil: pageTitle = Self.words(Self.text(index, tree))
            case "meta": readMeta(element, &dates)
            case "script" where element.attributes["type"]?.lowercased() == "application/ld+json":
                note(Self.published(Self.text(index, tree)), .linkedData, &dates)
            case "time":
                let isMarked =
                    element.attributes["pubdate"] != nil
                    || element.attributes["itemprop"] == "datePublished"
                note(element.attributes["datetime"], isMarked ? .markedTime : .time, &dates)
            default: break
            }
        }
        title = title ?? pageTitle
        date = dates.min { $0.key < $1.key }?.value
    }

    /// What is trusted first.
    private enum Rank: Int, Comparable {
        case published, linkedData, markedTime, named, time

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    private mutating func readMeta(_ element: HtmlTree.Element, _ dates: inout [Rank: String]) {
        let attributes = element.attributes
        guard let content = attributes["content"],
            let name = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"])?
                .lowercased()
        else { return }
        if name == "og:title", title == nil {
            title = Self.words(content)
        } else if name == "article:published_time" || name == "datepublished" {
            note(content, .published, &dates)
        } else if Self.dateNames.contains(name) {
            note(content, .named, &dates)
        }
    }

    private func note(_ text: String?, _ rank: Rank, _ dates: inout [Rank: String]) {
        guard dates[rank] == nil, let text, let day = Self.day(text) else { return }
        dates[rank] = day
    }

    /// The day of "2026-03-04", "2026-03-04T08:00:00Z" and "20260304".
    private static func day(_ text: String) -> String? {
        let trimmed = text.drop { $0.isWhitespace }
        let digits = trimmed.prefix(10).filter(\.isASCII).split(separator: "-")
        let parts: [Substring]
        if digits.count == 3, digits.map(\.count) == [4, 2, 2] {
            parts = digits
        } else if let first = digits.first, first.count >= 8, first.prefix(8).allSatisfy(\.isNumber)
        {
            parts = [first.prefix(4), first.dropFirst(4).prefix(2), first.dropFirst(6).prefix(2)]
        } else {
            return nil
        }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, numbers[0] >= 1000,
            CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
        else { return nil }
        return parts.joined(separator: "-")
    }

    /// The value of the first "datePublished" in linked data, whose form is not read otherwise.
    private static func published(_ json: String) -> String? {
        guard let key = json.firstRange(of: "\"datePublished\"") else { return nil }
        let value = json[key.upperBound...].drop { $0.isWhitespace || $0 == ":" }
        guard value.first == "\"" else { return nil }
        return String(value.dropFirst().prefix { $0 != "\"" })
    }

    private static func text(_ index: Int, _ tree: HtmlTree) -> String {
        var bytes: [UInt8] = []
        for node in tree.nodes[index..<tree.nodes[index].end] {
            if case .text(let text) = node.content { bytes += text.bytes }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func words(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    private static let dateNames: Set<String> = [
        "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued",
        "parsely-pub-date", "pubdate", "publish-date", "publishdate", "publication_date",
        "sailthru.date",
    ]
}
