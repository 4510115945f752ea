import Extraction
import GraphModel

/// Tells which names of many documents are one entity.
///
/// The result depends on the names alone and not on their order, so that any order of reading
/// gives the same graph. Uses of one name are one entity, and so are spellings that read alike. A
/// name that is an alias or the surname of just one other entity of the family is that entity; one
/// that may be several stays by itself. Two persons of one name whom documents tie to different
/// countries, or whose initials differ, stay apart. What the user judged outranks all this.
struct NameResolution {
    let units: [EntityKey: NameUnit]
    let judged: JudgedNames
    private let keys: [EntityKey]
    private(set) var clusters: NameClusters
    /// By target: what may be meant by it, and by which rule.
    let holders: [EntityKey: [EntityKey: ResolvedEntity.Rule]]

    init(_ units: [EntityKey: NameUnit], _ judged: JudgedNames) {
        self.units = Self.extended(units, judged)
        self.judged = judged
        keys = units.keys.sorted()
        clusters = NameClusters(self.units, judged)
        holders = NameHolders.find(self.units, judged)
        joinJudged()
        let holders = holders
        var changed = true
        while changed {
            changed = joinAlike(where: { !$0.isSurname })
            if joinHolders() { changed = true }
        }
        // Surnames of whom nothing more is known are one person, as far as nothing speaks against.
        _ = joinAlike(where: { $0.isSurname }, unless: { holders[$0] != nil })
    }

    static func resolve(_ units: [EntityKey: NameUnit], judged: JudgedNames) -> [ResolvedEntity] {
        NameResolution(units, judged).entities()
    }

    /// What is judged the same as an alias is an alias as well.
    private static func extended(_ units: [EntityKey: NameUnit], _ judged: JudgedNames)
        -> [EntityKey: NameUnit]
    {
        var units = units
        for (first, second) in judged.same where first.document == nil && second.document == nil {
            for (key, unit) in units {
                if unit.aliases.contains(first.name) {
                    units[key]?.aliases.insert(second.name)
                } else if unit.aliases.contains(second.name) {
                    units[key]?.aliases.insert(first.name)
                }
            }
        }
        return units
    }

    private mutating func joinJudged() {
        let byName = Dictionary(grouping: keys, by: \.name)
        for (first, second) in judged.same {
            let firsts = (byName[first.name] ?? []).filter(first.matches)
            let seconds = (byName[second.name] ?? []).filter(second.matches)
            let families = Set(firsts.map(\.family)).intersection(seconds.map(\.family))
            for first in firsts {
                for second in seconds
                where families.isEmpty
                    || (first.family == second.family && families.contains(first.family))
                {
                    clusters.join(first, second, by: .judgement)
                }
            }
        }
    }

    /// Joins uses of one name, then names that read alike.
    private mutating func joinAlike(
        where isMeant: (NameUnit) -> Bool, unless isExcluded: (EntityKey) -> Bool = { _ in false }
    ) -> Bool {
        var byName: [EntityKey: [EntityKey]] = [:]
        var bySpelling: [EntityKey: [EntityKey]] = [:]
        for key in keys where !key.isLocal && !isExcluded(key) {
            guard let unit = units[key], isMeant(unit) else { continue }
            byName[EntityKey(family: key.family, name: key.name), default: []].append(key)
            let spelling = unit.spelling.key
            guard key.family == .person || spelling.count >= NameKeys.shortestSpelling,
                !spelling.isEmpty
            else { continue }
            bySpelling[EntityKey(family: key.family, name: spelling), default: []].append(key)
        }
        var changed = false
        for (groups, rule) in [(byName, ResolvedEntity.Rule.name), (bySpelling, .spelling)] {
            for group in groups.keys.sorted() {
                if clusters.joinFitting(groups[group] ?? [], by: rule) { changed = true }
            }
        }
        return changed
    }

    /// Joins names to the only one whom they can mean, until nothing more is joined: what two
    /// entities had as an alias may be clear once the two are one.
    private mutating func joinHolders() -> Bool {
        let pending = holders.keys.sorted()
        var changedEver = false
        var changed = true
        while changed {
            changed = false
            let links = pending.compactMap { key -> (EntityKey, EntityKey)? in
                let fitting = candidates(for: key)
                guard fitting.count == 1, let only = fitting.first else { return nil }
                return (only, key)
            }
            for (entity, key) in links where clusters.joinIfFitting(entity, key) { changed = true }
            if changed { changedEver = true }
        }
        return changedEver
    }

    /// The roots of the entities whom a name may mean.
    private func candidates(for key: EntityKey) -> Set<EntityKey> {
        let own = clusters.root(key)
        let roots = Set((holders[key] ?? [:]).keys.map(clusters.root)).subtracting([own])
        return roots.filter { clusters.fit(own, $0) }
    }

    /// The keys that stand for the entities, in the order of names.
    var roots: [EntityKey] { clusters.roots }

    func entities() -> [ResolvedEntity] { roots.map(entity) }

    func entity(_ root: EntityKey) -> ResolvedEntity {
        let all = clusters.members(root).sorted()
        var rules: [EntityKey: ResolvedEntity.Rule] = [:]
        var mentions: [String: Int] = [:]
        for key in all {
            mentions[key.name, default: 0] += units[key]?.mentions ?? 0
            let holding = (holders[key] ?? [:]).filter { clusters.root($0.key) == root }
            rules[key] =
                clusters.rules[key] == .judgement
                ? .judgement : holding.values.min { $0.rank < $1.rank }
        }
        let own = all.filter { rules[$0] == nil }
        let name =
            (own.isEmpty ? all : own).max { Self.ranksBelow($0, $1, mentions) }?.name ?? root.name
        let others = Set(all.map(\.name)).union(all.flatMap { units[$0]?.aliases ?? [] })
            .filter { alias in
                alias != name && !all.contains { judged.areDistinct($0.name, alias) }
            }
        return ResolvedEntity(
            name: name,
            members: Dictionary(
                uniqueKeysWithValues: all.map { key in
                    (key, key.name == name ? .name : rules[key] ?? clusters.rules[key] ?? .spelling)
                }),
            aliases: others.sorted())
    }

    /// The most mentioned name stands for the entity, then the longest, then the first.
    private static func ranksBelow(
        _ a: EntityKey, _ b: EntityKey, _ mentions: [String: Int]
    ) -> Bool {
        let (x, y) = (mentions[a.name] ?? 0, mentions[b.name] ?? 0)
        if x != y { return x < y }
        let (m, n) = (a.name.utf8.count, b.name.utf8.count)
        return m != n ? m < n : b < a
    }
}

extension ResolvedEntity.Rule {
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
