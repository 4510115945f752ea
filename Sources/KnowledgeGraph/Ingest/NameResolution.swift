import Extraction
import GraphModel

/// Kinds that may be one entity: an organisation is a collective, and so is a group.
enum EntityFamily: Int, Comparable {
    case person, collective, country, place

    init(_ kind: EntityKind) {
        switch kind {
        case .person: self = .person
        case .organization, .group: self = .collective
        case .country: self = .country
        case .place: self = .place
        }
    }

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A name that documents use for an entity; within a family, the same name is the same entity.
struct EntityKey: Hashable, Comparable {
    var family: EntityFamily
    var name: String
    /// The only document in which the name means this entity: "the government" of two documents
    /// are two governments. Nil for what has a name of its own.
    var document: String?

    init(family: EntityFamily, name: String) {
        self.family = family
        self.name = name
    }

    /// - Parameter document: of the use; counts for collective actors without a proper name alone.
    init(_ kind: EntityKind, _ name: String, in document: String) {
        self.init(family: EntityFamily(kind), name: name)
        let hasProperName = name.contains { $0.isUppercase || ($0.isLetter && !$0.isCased) }
        if kind == .group, !hasProperName { self.document = document }
    }

    static func < (a: Self, b: Self) -> Bool {
        (a.family, a.name, a.document ?? "") < (b.family, b.name, b.document ?? "")
    }
}

/// One entity across documents: the names that it goes by, and why.
struct ResolvedEntity {
    enum Rule: String {
        case name, alias, judgement
    }

    var name: String
    var members: [EntityKey: Rule]
    var aliases: [String]
}

/// Tells which names of many documents are one entity.
///
/// The result depends on the names alone and not on their order, so that any order of reading
/// gives the same graph. A name that is an alias of just one other entity of the family is that
/// entity; one that may be several stays by itself. Aliases that two entities share join nothing.
/// What the user judged outranks all this.
struct NameResolution {
    struct Name {
        var aliases: Set<String> = []
        var mentions = 0
    }

    private let names: [EntityKey: Name]
    private let keys: [EntityKey]
    private let byName: [String: [EntityKey]]
    private let distinct: Set<[String]>
    private var parents: [EntityKey: EntityKey] = [:]
    private var members: [EntityKey: [EntityKey]] = [:]
    private var rules: [EntityKey: ResolvedEntity.Rule] = [:]

    static func resolve(_ names: [EntityKey: Name], judgements: [Judgement]) -> [ResolvedEntity] {
        var resolution = NameResolution(names, judgements)
        resolution.joinJudged(judgements)
        resolution.joinAliases()
        return resolution.entities()
    }

    private init(_ names: [EntityKey: Name], _ judgements: [Judgement]) {
        var names = names
        // What is judged the same as an alias is an alias as well.
        for judgement in judgements where judgement.verdict == .same {
            for key in names.keys {
                if names[key]?.aliases.contains(judgement.first) == true {
                    names[key]?.aliases.insert(judgement.second)
                } else if names[key]?.aliases.contains(judgement.second) == true {
                    names[key]?.aliases.insert(judgement.first)
                }
            }
        }
        self.names = names
        keys = names.keys.sorted()
        byName = Dictionary(grouping: keys, by: \.name)
        distinct = Set(
            judgements.filter { $0.verdict == .distinct }.map { [$0.first, $0.second].sorted() })
        for key in keys { members[key] = [key] }
    }

    private func root(_ key: EntityKey) -> EntityKey {
        var key = key
        while let parent = parents[key] { key = parent }
        return key
    }

    private func areDistinct(_ a: String, _ b: String) -> Bool {
        !distinct.isEmpty && distinct.contains([a, b].sorted())
    }

    /// Joins two names unless that would make one of what was judged distinct.
    private mutating func join(_ a: EntityKey, _ b: EntityKey) -> Bool {
        let (a, b) = (root(a), root(b))
        guard a != b, let mine = members[a], let others = members[b] else { return false }
        for one in mine {
            for other in others where areDistinct(one.name, other.name) { return false }
        }
        parents[b] = a
        members[a] = mine + others
        members[b] = nil
        return true
    }

    private mutating func joinJudged(_ judgements: [Judgement]) {
        let same = judgements.filter { $0.verdict == .same }
            .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        for judgement in same {
            let firsts = byName[judgement.first] ?? []
            let seconds = byName[judgement.second] ?? []
            let families = Set(firsts.map(\.family)).intersection(seconds.map(\.family))
            for first in firsts {
                for second in seconds
                where families.isEmpty
                    || (first.family == second.family && families.contains(first.family))
                {
                    if join(first, second) { rules[second] = .judgement }
                }
            }
        }
    }

    /// Joins names to what they are the alias of, until nothing more is joined: what two entities
    /// had as an alias may be clear once the two are one.
    private mutating func joinAliases() {
        var holders: [EntityKey: [EntityKey]] = [:]
        for key in keys {
            for alias in names[key]?.aliases ?? [] where !areDistinct(alias, key.name) {
                let named = EntityKey(family: key.family, name: alias)
                if named != key && names[named] != nil { holders[named, default: []].append(key) }
            }
        }
        let pending = holders.keys.sorted()
        var changed = true
        while changed {
            changed = false
            let links = pending.compactMap { key -> (EntityKey, EntityKey)? in
                let roots = Set((holders[key] ?? []).map(root)).subtracting([root(key)])
                guard roots.count == 1, let only = roots.first else { return nil }
                return (only, key)
            }
            for (entity, key) in links where join(entity, key) { changed = true }
        }
        for key in pending where rules[key] == nil {
            if (holders[key] ?? []).contains(where: { root($0) == root(key) }) {
                rules[key] = .alias
            }
        }
    }

    private func entities() -> [ResolvedEntity] {
        members.keys.sorted().map { root in
            let all = (members[root] ?? []).sorted()
            let own = all.filter { rules[$0] == nil }
            let name = (own.isEmpty ? all : own).max { ranksBelow($0, $1) }?.name ?? root.name
            let others = Set(all.map(\.name)).union(all.flatMap { names[$0]?.aliases ?? [] })
                .filter { alias in
                    alias != name && !all.contains { areDistinct($0.name, alias) }
                }
            return ResolvedEntity(
                name: name,
                members: Dictionary(
                    uniqueKeysWithValues: all.map { key in
                        (key, key.name == name ? .name : rules[key] ?? .judgement)
                    }),
                aliases: others.sorted())
        }
    }

    /// The most mentioned name stands for the entity, then the longest, then the first.
    private func ranksBelow(_ a: EntityKey, _ b: EntityKey) -> Bool {
        let (x, y) = (names[a]?.mentions ?? 0, names[b]?.mentions ?? 0)
        if x != y { return x < y }
        let (m, n) = (a.name.utf8.count, b.name.utf8.count)
        return m != n ? m < n : b < a
    }
}
