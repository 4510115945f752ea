import GraphModel

/// The entities of one document, while it is being read.
struct DocumentEntities {
    private struct Key: Hashable {
        var kind: EntityKind
        var name: String
    }

    private(set) var entities: [ExtractedEntity] = []
    private var indices: [Key: Int] = [:]
    /// Where each entity's mentions begin: two sentences or stages may tell of the same one.
    private var seen: Set<Place> = []

    private struct Place: Hashable {
        var entity: Int
        var span: TextSpan
    }

    /// The entity of a kind and canonical name, new where the document had none.
    mutating func index(_ kind: EntityKind, _ name: String) -> Int {
        let key = Key(kind: kind, name: name)
        if let index = indices[key] { return index }
        let index = entities.count
        entities.append(ExtractedEntity(kind: kind, name: name, aliases: [], mentions: []))
        indices[key] = index
        return index
    }

    mutating func addMention(_ span: TextSpan, _ words: String, _ rule: String, to index: Int) {
        guard seen.insert(Place(entity: index, span: span)).inserted else { return }
        entities[index].mentions.append(.init(span: span, words: words, rule: rule))
        // An adjective, a seat or a pronoun names nobody for good.
        let isName =
            rule == "gazetteer" || rule == "surname" || rule == "acronym" || rule == "shape"
        if isName, words != entities[index].name, !entities[index].aliases.contains(words) {
            entities[index].aliases.append(words)
        }
    }

    /// Notes the country that a gazetteer names beside a person.
    mutating func addHome(_ home: Int, to index: Int) {
        if entities[index].kind == .person { entities[index].addCountry(entities[home].name) }
    }
}
