import Extraction

/// The texts by which names are found that may mean the same entity. Each begins with what it is:
/// `f` the whole name, `s` a short form of a person's full name, `b` a person's name that is a
/// surname alone, `a` the surname behind initials.
enum NameKeys {
    /// Shorter spellings of what is no person tell nothing: they are acronyms.
    static let shortestSpelling = 5

    static func of(_ entity: DocumentShare.Entity) -> [String] {
        let kind = EntityKind(rawValue: entity.kind) ?? .organization
        let family = EntityFamily(kind)
        let whole = NameSpelling(entity.name, family).key
        guard family == .person else {
            return !entity.isLocal && whole.count >= shortestSpelling ? ["f:" + whole] : []
        }
        if isSurname(entity.name, entity.shortForms) { return ["b:" + whole] }
        let short = entity.shortForms.map { NameSpelling($0, .person).key }
        var keys = ["f:" + whole] + short.map { "s:" + $0 }
        if let last = short.first, startsWithInitial(entity.name) { keys.append("a:" + last) }
        return keys
    }

    /// The keys of the names that one with this key may mean.
    static func partners(of key: String) -> [String] {
        let rest = key.dropFirst(2)
        switch key.prefix(2) {
        case "b:", "a:": return ["s:" + rest, "b:" + rest]
        case "s:": return ["b:" + rest, "a:" + rest]
        default: return [key]
        }
    }

    /// "Umerov" or "al-Hadari": a person's name with nothing before the surname.
    static func isSurname(_ name: String, _ shortForms: some Collection<String>) -> Bool {
        shortForms.isEmpty && (!name.contains(" ") || name.first?.isLowercase == true)
    }

    /// "S. Jaishankar".
    static func startsWithInitial(_ name: String) -> Bool {
        let first = name.prefix { $0 != " " }
        return first.count >= 2 && first.last == "."
    }
}
