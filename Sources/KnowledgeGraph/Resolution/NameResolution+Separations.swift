/// Why two entities whose names are near one another are not one.
struct NameSeparation {
    enum Reason {
        case judgement
        case type
        /// Documents tie them to these countries.
        case countries([String], [String])
        case initials
        /// Persons of one surname.
        case givenNames
        /// Each is that of its document.
        case document
        /// The shorter name may mean any of several.
        case ambiguous
    }

    /// The key that stands for the other entity.
    var other: EntityKey
    var reason: Reason
}

extension NameResolution {
    /// The entities that are near one by name, with what keeps them apart, in the order of names.
    func separations(of root: EntityKey) -> [NameSeparation] {
        roots.filter { $0 != root }.compactMap { other in
            reason(root, other).map { NameSeparation(other: other, reason: $0) }
        }
    }

    private func reason(_ a: EntityKey, _ b: EntityKey) -> NameSeparation.Reason? {
        let isNear = readAlike(a, b) || mayMean(a, b) || mayMean(b, a)
        guard isNear || shareSurname(a, b) || clusters.areJudgedDistinct(a, b) else { return nil }
        if clusters.areJudgedDistinct(a, b) { return .judgement }
        if a.family != b.family { return .type }
        guard isNear else { return .givenNames }
        if clusters.differInCountry(a, b) {
            return .countries(clusters.countries(a), clusters.countries(b))
        }
        if clusters.differInInitials(a, b) { return .initials }
        return a.isLocal || b.isLocal ? .document : .ambiguous
    }

    private func readAlike(_ a: EntityKey, _ b: EntityKey) -> Bool {
        let spellings = Set(clusters.members(a).compactMap { units[$0]?.spelling.key })
        return clusters.members(b).contains {
            spellings.contains(units[$0]?.spelling.key ?? "")
        }
    }

    /// Whether a name of the first may be a shorter or another name of the second.
    private func mayMean(_ short: EntityKey, _ long: EntityKey) -> Bool {
        clusters.members(short).contains { key in
            (holders[key] ?? [:]).keys.contains { clusters.root($0) == long }
        }
    }

    private func shareSurname(_ a: EntityKey, _ b: EntityKey) -> Bool {
        guard a.family == .person, b.family == .person else { return false }
        let surnames = Set(clusters.members(a).flatMap { units[$0]?.shortForms ?? [] })
        return clusters.members(b).contains {
            !surnames.isDisjoint(with: units[$0]?.shortForms ?? [])
        }
    }
}
