import GraphModel
import PatternPacks
import TextMatching

/// Short forms that stand for a longer name of the same document: surnames of persons, acronyms in
/// brackets. A surname that two persons share stands for neither.
struct ShortForms {
    private typealias Meaning = (kind: EntityKind, name: String)
    private var homes: [String: String] = [:]
    private var meanings: [String: (kind: EntityKind, name: String)] = [:]
    private var ambiguous: Set<String> = []
    private var order: [String] = []
    private let trie: NameTrie
    private let acronyms: Set<String>

    init(
        _ found: [(Candidate, String)], _ forms: PersonNameForms
    ) {
        var acronyms: Set<String> = []
        var meanings: [String: Meaning] = [:]
        var ambiguous: Set<String> = []
        func add(_ short: String, _ meaning: Meaning) {
            if let known = meanings[short], known != meaning { ambiguous.insert(short) }
            meanings[short] = meaning
        }
        var homes: [String: String] = [:]
        for (candidate, words) in found {
            guard let entity = candidate.entity else { continue }
            if let home = candidate.home { homes[entity.name] = home }
            if let acronym = candidate.acronym {
                acronyms.insert(acronym)
                add(acronym, entity)
            }
            guard candidate.mentionClass == .person else { continue }
            for short in forms.shortForms(of: words) { add(short, entity) }
            if candidate.rule == "gazetteer" {
                for short in forms.shortForms(of: entity.name) { add(short, entity) }
            }
        }
        self.meanings = meanings
        self.ambiguous = ambiguous
        self.acronyms = acronyms
        self.homes = homes
        order = meanings.keys.filter { !ambiguous.contains($0) }.sorted()
        trie = NameTrie(order.enumerated().map { (name: $0.element, payload: Int32($0.offset)) })
    }

    func candidates(in text: UnsafeBufferPointer<UInt8>) -> [Candidate] {
        trie.hits(in: text).compactMap { hit in
            let short = order[Int(hit.payload)]
            guard let meaning = meanings[short] else { return nil }
            return Candidate(
                range: hit.range, origin: .alias,
                mentionClass: meaning.kind == .person ? .person : .organization, entity: meaning,
                home: homes[meaning.name], rule: acronyms.contains(short) ? "acronym" : "surname")
        }
    }

    /// A person named by the surname alone ("Mr. Umerov") is the one whom the document or the
    /// gazetteer names in full.
    func resolved(_ candidate: Candidate, _ words: String, _ gazetteer: Gazetteer) -> Candidate {
        guard candidate.origin == .shape, candidate.mentionClass == .person else {
            return candidate
        }
        var result = candidate
        if let meaning = meanings[words], !ambiguous.contains(words), meaning.name != words {
            result.entity = meaning
            result.mentionClass = meaning.kind == .person ? .person : .organization
            result.home = homes[meaning.name]
            result.rule = acronyms.contains(words) ? "acronym" : "surname"
        } else if let entry = gazetteer.person(words) {
            result.entity = (.person, entry.name)
            result.rule = "gazetteer"
        }
        return result
    }
}
