import PatternPacks
import TextMatching

/// The names of all packs in one trie: what a name can mean, told by the forms it stands in.
struct Gazetteer {
    /// What one written name stands for.
    private struct Meaning {
        var actor: GazetteerEntry?
        /// The place of the same name, where the actor is named by its seat.
        var place: GazetteerEntry?
        var mentionClass: MentionClass
        var rule: String
    }

    private let trie: NameTrie
    private let meanings: [Meaning]
    /// By meaning: what candidates of it share.
    private let shared: [CandidateMeaning]
    private let classes: [MentionClass]

    init(_ entries: [GazetteerEntry]) {
        var order: [String] = []
        var meanings: [String: Meaning] = [:]
        func add(_ words: String, _ meaning: Meaning) {
            if var known = meanings[words] {
                guard known.place == nil || known.actor == nil else { return }
                if known.mentionClass == .place, meaning.mentionClass == .seat {
                    known.actor = meaning.actor
                } else if known.mentionClass == .seat, meaning.mentionClass == .place {
                    known.place = meaning.place
                } else {
                    return
                }
                known.mentionClass = .seat
                known.rule = "seat"
                meanings[words] = known
            } else {
                order.append(words)
                meanings[words] = meaning
            }
        }
        for entry in entries {
            let isPlace = entry.type == EntityKind.place.rawValue
            for words in [entry.name] + entry.aliases {
                add(
                    words,
                    Meaning(
                        actor: isPlace ? nil : entry, place: isPlace ? entry : nil,
                        mentionClass: Self.mentionClass(entry.type), rule: "gazetteer"))
            }
            let adjectives = Set(entry.adjectives)
            for words in entry.adjectives {
                // "Russians" beside "Russian": the people, not their adjective.
                let isPeople =
                    words.hasSuffix("s") && adjectives.contains(String(words.dropLast()))
                    || words.hasSuffix("men") || words.hasSuffix("man")
                add(
                    words,
                    Meaning(
                        actor: entry,
                        mentionClass: isPeople ? Self.mentionClass(entry.type) : .adjective,
                        rule: isPeople ? "people" : "adjective"))
            }
            for words in entry.seats {
                add(words, Meaning(actor: entry, mentionClass: .seat, rule: "seat"))
            }
        }
        let countries = Set(
            entries.filter { $0.type == EntityKind.country.rawValue }.map(\.name))
        self.meanings = order.compactMap { meanings[$0] }
        classes = self.meanings.map(\.mentionClass)
        shared = self.meanings.map { meaning in
            let entry = meaning.actor ?? meaning.place
            return CandidateMeaning(
                entity: entry.map { (EntityKind(rawValue: $0.type) ?? .organization, $0.name) },
                home: entry.flatMap { Self.home(of: $0, countries) }, place: meaning.place?.name,
                rule: meaning.rule)
        }
        trie = NameTrie(order.enumerated().map { (name: $0.element, payload: Int32($0.offset)) })
    }

    private static func mentionClass(_ type: String) -> MentionClass {
        switch EntityKind(rawValue: type) {
        case .person: .person
        case .organization: .organization
        case .country: .country
        case .place, .group, nil: .place
        }
    }

    func candidates(in text: UnsafeBufferPointer<UInt8>) -> [Candidate] {
        trie.hits(in: text).map { hit in
            let meaning = Int(hit.payload)
            return Candidate(
                range: hit.range, origin: .gazetteer, mentionClass: classes[meaning],
                meaning: shared[meaning])
        }
    }

    /// "Russia" of a person's note "president, Russia".
    private static func home(of entry: GazetteerEntry, _ countries: Set<String>) -> String? {
        guard entry.type == EntityKind.person.rawValue,
            let last = entry.note.split(separator: ",").last
        else { return nil }
        let name = last.split(separator: " ").joined(separator: " ")
        return countries.contains(name) ? name : nil
    }

    /// The entry that a written name stands for as a person.
    func person(_ words: String) -> GazetteerEntry? {
        let hits = Array(words.utf8).withUnsafeBufferPointer { trie.hits(in: $0) }
        guard hits.count == 1, let hit = hits.first, hit.range.start == 0,
            hit.range.end == words.utf8.count
        else { return nil }
        let meaning = meanings[Int(hit.payload)]
        return meaning.mentionClass == .person ? meaning.actor : nil
    }
}
