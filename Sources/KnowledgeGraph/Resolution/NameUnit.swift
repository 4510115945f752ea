import Extraction

/// What documents tell of the uses of a name that are one entity for certain.
struct NameUnit {
    var aliases: Set<String> = []
    var countries: Set<String> = []
    var mentions = 0
    /// As keys of spellings.
    var shortForms: Set<String> = []
    let spelling: NameSpelling
    /// A person's surname alone.
    let isSurname: Bool
    /// "S. Jaishankar".
    let isAbbreviated: Bool

    /// - Parameter keys: those of the name's uses (`NameKeys`).
    init(_ key: EntityKey, keys: [String]) {
        spelling = NameSpelling(key.name, key.family)
        let isPerson = key.family == .person
        shortForms =
            isPerson
            ? Set(keys.filter { $0.hasPrefix("s:") }.map { String($0.dropFirst(2)) }) : []
        isSurname = isPerson && NameKeys.isSurname(key.name, shortForms)
        isAbbreviated = isPerson && !isSurname && NameKeys.startsWithInitial(key.name)
    }
}

/// One entity across documents: the names that it goes by, and why.
struct ResolvedEntity {
    /// How a name led to an entity.
    enum Rule: String, CaseIterable {
        case name, spelling, alias, surname, initials, judgement
    }

    var name: String
    var members: [EntityKey: Rule]
    var aliases: [String]
}
