import PatternPacks

/// Who held which office when, as the notes of gazetteers tell it: "president, France".
struct OfficeTable {
    private struct Office: Hashable {
        var words: String
        var body: String
    }

    private struct Term {
        var holder: String
        /// ISO 8601, inclusive; nil where the list tells none.
        var from: String?
        var until: String?

        /// Without a date only who holds the office still, as far as the list tells; an entry
        /// with neither date tells no term.
        func holds(on date: String?) -> Bool {
            guard let date else { return from != nil && until == nil }
            if from == nil && until == nil { return false }
            // "2025-11" is the whole month.
            if let until, date.prefix(until.utf8.count) > until { return false }
            if let from, date < from.prefix(date.utf8.count) { return false }
            return true
        }
    }

    private var terms: [Office: [Term]] = [:]
    /// What an office is also called, in small letters.
    private let otherWords: [String: String]
    /// Words that may stand between an office and whose it is.
    let links: Set<String>
    /// Words before the office of somebody who does not hold it: "former".
    let pastWords: Set<String>
    /// Words before an office by which nobody in particular is meant: "a".
    let openWords: Set<String>

    init(_ packs: [Pack]) {
        otherWords = packs.reduce(into: [:]) { $0.merge($1.offices) { first, _ in first } }
        links = Set(packs.flatMap { $0.words("office_link") })
        pastWords = Set(packs.flatMap { $0.words("no_longer") })
        openWords = Set(packs.flatMap { $0.words("no_one_in_particular") })
        var names: [String: String] = [:]
        let entries = packs.flatMap(\.gazetteer)
        for entry in entries where entry.type != EntityKind.person.rawValue {
            for name in [entry.name] + entry.aliases where names[name] == nil {
                names[name] = entry.name
            }
        }
        for entry in entries where entry.type == EntityKind.person.rawValue {
            let parts = entry.note.split(separator: ",")
            guard parts.count > 1, let last = parts.last else { continue }
            let body = String(last.drop { $0 == " " })
            let words = parts.dropLast().joined(separator: ",")
            let office = Office(words: plain(words), body: names[body] ?? body)
            terms[office, default: []].append(
                Term(holder: entry.name, from: entry.from, until: entry.until))
        }
    }

    /// The only one who held an office on a day, or holds it still where the day is not known.
    func holder(of office: String, of body: String, on date: String?) -> String? {
        let found = Set(
            (terms[Office(words: plain(office), body: body)] ?? [])
                .filter { $0.holds(on: date) }.map(\.holder))
        return found.count == 1 ? found.first : nil
    }

    /// "Secretary-General" is "secretary general", "defense minister" the "defence minister".
    func plain(_ office: String) -> String {
        let words = office.lowercased().split { $0.isWhitespace || $0 == "-" }
            .joined(separator: " ")
        return otherWords[words] ?? words
    }
}
