import PatternPacks

/// What a document tells of its entities beside their names, by which others of the same name are
/// told from them: short forms, countries, and whether a name is one at all outside the document.
struct EntityFacts {
    private let forms: PersonNameForms
    /// Words of which the names of offices that every state has are made: "Foreign Ministry".
    private let common: Set<String>

    init(_ packs: [Pack]) {
        forms = PersonNameForms(packs)
        common = Set(packs.flatMap { $0.words("common_name_word") })
    }

    func completed(_ entities: [ExtractedEntity], _ claims: [ExtractedClaim]) -> [ExtractedEntity] {
        var entities = entities
        for index in entities.indices {
            switch entities[index].kind {
            case .person: entities[index].shortForms = forms.shortForms(of: entities[index].name)
            case .organization: entities[index].isLocal = isCommon(entities[index])
            case .country, .place, .group: break
            }
        }
        for claim in claims where claim.kind == .represents && claim.status == .asserted {
            guard let target = claim.target, entities[claim.source.entity].kind == .person,
                entities[target.entity].kind == .country
            else { continue }
            entities[claim.source.entity].addCountry(entities[target.entity].name)
        }
        return entities
    }

    /// "The Foreign Ministry" of one document is not that of another.
    private func isCommon(_ entity: ExtractedEntity) -> Bool {
        let words = entity.name.split(separator: " ")
        return !words.isEmpty && words.allSatisfy { common.contains($0.lowercased()) }
            && !entity.mentions.contains { $0.rule == "gazetteer" }
    }
}
