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
    /// By short form, in their order: what candidates of it share.
    private let shared: [CandidateMeaning]

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
            guard let entity = candidate.meaning.entity else { continue }
            if let home = candidate.meaning.home { homes[entity.name] = home }
            if let acronym = candidate.meaning.acronym {
                acronyms.insert(acronym)
                add(acronym, entity)
            }
            guard candidate.mentionClass == .person else { continue }
            for short in forms.shortForms(of: words) { add(short, entity) }
            if candidate.meaning.rule == "gazetteer" {
                for short in forms.shortForms(of: entity.name) { add(short, entity) }
            }
        }
        self.meanings = meanings
        self.ambiguous = ambiguous
        self.acronyms = acronyms
        self.homes = homes
        order = meanings.keys.filter { !ambiguous.contains($0) }.sorted()
        shared = order.map { short in
            let meaning = meanings[short]
            return CandidateMeaning(
                entity: meaning, home: meaning.flatMap { homes[$0.name] },
                rule: acronyms.contains(short) ? "acronym" : "surname")
        }
        trie = NameTrie(order.enumerated().map { (name: $0.element, payload: Int32($0.offset)) })
    }

    func candidates(in text: UnsafeBufferPointer<UInt8>) -> [Candidate] {
        trie.hits(in: text).map { hit in
            let meaning = shared[Int(hit.payload)]
            let isPerson = meaning.entity?.kind == .person
            return Candidate(
                range: hit.range, origin: .alias,
                mentionClass: isPerson ? .person : .organization, meaning: meaning)
        }
    }

    /// A person named by the surname alone ("Mr. Umerov") is the one whom the document or the
    /// gazetteer names in full.
    func resolved(_ candidate: Candidate, _ words: String, _ gazetteer: Gazetteer) -> Candidate {
        guard candidate.isPersonsShape else { return candidate }
        var result = candidate
        let own = candidate.meaning
        if let meaning = meanings[words], !ambiguous.contains(words), meaning.name != words {
            result.mentionClass = meaning.kind == .person ? .person : .organization
            result.meaning = CandidateMeaning(
                entity: meaning, home: homes[meaning.name], acronym: own.acronym,
                rule: acronyms.contains(words) ? "acronym" : "surname")
        } else if let entry = gazetteer.person(words) {
            result.meaning = CandidateMeaning(
                entity: (.person, entry.name), home: own.home, acronym: own.acronym,
                rule: "gazetteer")
        }
        return result
    }
}
