import GraphModel

/// Finds whom "the French president" means in one document: whom the document itself names as the
/// holder of the office, else who held it on the document's date.
struct OfficeHolders {
    /// An office as a phrase tells it.
    struct Office: Hashable {
        var words: String
        /// Whose it is: index into the document's entities.
        var body: Int
    }

    private let table: OfficeTable
    /// Of the document, ISO 8601.
    private let date: String?
    private var told: [Office: Int] = [:]

    init(_ table: OfficeTable, date: String?) {
        self.table = table
        let year = date?.utf8.prefix(4).filter { (0x30...0x39).contains($0) }.count
        self.date = year == 4 ? date : nil
    }

    /// Notes that a text names the holder of an office, unless it says that he no longer is.
    mutating func note(_ holder: Int, _ role: TextSpan, of body: Int, _ text: DocumentText) {
        guard !isPreceded(role.start, by: table.pastWords, text) else { return }
        told[Office(words: table.plain(text[role]), body: body)] = holder
    }

    /// The person whom a phrase means that names an office and whose it is, and nothing else.
    ///
    /// - Parameter owner: the place in the phrase of whose office it is.
    func holder(
        in phrase: TextSpan, of body: Int, at owner: TextSpan, _ entities: inout DocumentEntities,
        _ text: DocumentText
    ) -> Int? {
        let exclusions = table.pastWords.union(table.openWords)
        guard !isPreceded(phrase.start, by: exclusions, text) else { return nil }
        let words = office(in: phrase, without: owner, text)
        if let known = told[Office(words: table.plain(words), body: body)] { return known }
        return table.holder(of: words, of: entities.entities[body].name, on: date)
            .map { entities.index(.person, $0) }
    }

    /// All words of a phrase but whose office it is and what ties the two.
    private func office(
        in phrase: TextSpan, without owner: TextSpan, _ text: DocumentText
    ) -> String {
        let before = text[TextSpan(start: phrase.start, end: max(phrase.start, owner.start))]
        let behind = text[TextSpan(start: min(owner.end, phrase.end), end: phrase.end)]
        return (stripped(before) + stripped(behind)).joined(separator: " ")
    }

    /// Words without those at both ends that only tie the office to whose it is.
    private func stripped(_ words: String) -> [String] {
        func isLink(_ word: Substring) -> Bool { table.links.contains(word.lowercased()) }
        var rest = words.split(whereSeparator: \.isWhitespace).drop(while: isLink)
        while let last = rest.last, isLink(last) { rest.removeLast() }
        return rest.map(String.init)
    }

    /// Whether one of the two words before a place is among some.
    private func isPreceded(_ offset: Int, by words: Set<String>, _ text: DocumentText) -> Bool {
        var start = max(0, offset - 40)
        while start > 0, start < offset, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        let before = text[TextSpan(start: start, end: offset)].lowercased()
        let clause = before.split(omittingEmptySubsequences: false) { ".,;:\n".contains($0) }.last
        return (clause ?? "").split(whereSeparator: \.isWhitespace).suffix(2)
            .contains { words.contains(String($0)) }
    }
}
