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

    func completed(_ entities: [ExtractedEntity], _ claims: [ExtractedClaim])
        -> (entities: [ExtractedEntity], claims: [ExtractedClaim])
    {
        var (entities, claims) = Self.pruned(entities, claims)
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
        return (entities, claims)
    }

    /// Leaves out what no mention and no claim is about: the country of a city that is a place.
    static func pruned(_ entities: [ExtractedEntity], _ claims: [ExtractedClaim])
        -> (entities: [ExtractedEntity], claims: [ExtractedClaim])
    {
        var isUsed = entities.map { !$0.mentions.isEmpty }
        for claim in claims {
            isUsed[claim.source.entity] = true
            if let target = claim.target { isUsed[target.entity] = true }
            if let addressee = claim.addressee { isUsed[addressee.entity] = true }
        }
        guard isUsed.contains(false) else { return (entities, claims) }
        var places: [Int] = []
        var kept: [ExtractedEntity] = []
        for (index, entity) in entities.enumerated() {
            places.append(kept.count)
            if isUsed[index] { kept.append(entity) }
        }
        let moved = claims.map { claim in
            var claim = claim
            claim.source.entity = places[claim.source.entity]
            if let target = claim.target { claim.target?.entity = places[target.entity] }
            if let addressee = claim.addressee {
                claim.addressee?.entity = places[addressee.entity]
            }
            return claim
        }
        return (kept, moved)
    }

    /// "The Foreign Ministry" of one document is not that of another.
    private func isCommon(_ entity: ExtractedEntity) -> Bool {
        let words = entity.name.split(separator: " ")
        return !words.isEmpty && words.allSatisfy { common.contains($0.lowercased()) }
            && !entity.mentions.contains { $0.rule == "gazetteer" }
    }
}
