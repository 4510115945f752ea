/// Names that were joined to entities, and what keeps entities apart.
struct NameClusters {
    private struct Cluster {
        var members: [EntityKey]
        var countries: Set<String>
        /// Middle initials that its names have.
        var initials: Set<String>
    }

    private let judged: JudgedNames
    private var parents: [EntityKey: EntityKey] = [:]
    private var clusters: [EntityKey: Cluster] = [:]
    /// By what rule a key was joined to another.
    private(set) var rules: [EntityKey: ResolvedEntity.Rule] = [:]

    init(_ units: [EntityKey: NameUnit], _ judged: JudgedNames) {
        self.judged = judged
        for (key, unit) in units {
            let initials = unit.spelling.initials
            clusters[key] = Cluster(
                members: [key], countries: unit.countries,
                initials: initials.isEmpty ? [] : [initials])
        }
    }

    var roots: [EntityKey] { clusters.keys.sorted() }

    func root(_ key: EntityKey) -> EntityKey {
        var key = key
        while let parent = parents[key] { key = parent }
        return key
    }

    func members(_ root: EntityKey) -> [EntityKey] { clusters[root]?.members ?? [] }

    /// Whether documents tie two roots to countries of which none is the other's.
    func differInCountry(_ a: EntityKey, _ b: EntityKey) -> Bool {
        guard let a = clusters[a], let b = clusters[b] else { return false }
        return !a.countries.isEmpty && !b.countries.isEmpty
            && a.countries.isDisjoint(with: b.countries)
    }

    func countries(_ root: EntityKey) -> [String] { clusters[root]?.countries.sorted() ?? [] }

    /// Whether two roots have middle initials that contradict one another.
    func differInInitials(_ a: EntityKey, _ b: EntityKey) -> Bool {
        guard let a = clusters[a]?.initials, let b = clusters[b]?.initials else { return false }
        return a.contains { one in
            b.contains { !one.hasPrefix($0) && !$0.hasPrefix(one) }
        }
    }

    func areJudgedDistinct(_ a: EntityKey, _ b: EntityKey) -> Bool {
        guard judged.hasDistinct else { return false }
        let others = members(b)
        return members(a).contains { one in
            others.contains { judged.areDistinct(one, $0) }
        }
    }

    /// Whether nothing speaks against two roots being one entity.
    func fit(_ a: EntityKey, _ b: EntityKey) -> Bool {
        !differInCountry(a, b) && !differInInitials(a, b) && !areJudgedDistinct(a, b)
    }

    /// Joins two keys' entities unless that would make one of what was judged distinct.
    @discardableResult
    mutating func join(_ a: EntityKey, _ b: EntityKey, by rule: ResolvedEntity.Rule) -> Bool {
        let (first, second) = (root(a), root(b))
        guard first != second, !areJudgedDistinct(first, second),
            let added = clusters.removeValue(forKey: second)
        else { return false }
        parents[second] = first
        clusters[first]?.members += added.members
        clusters[first]?.countries.formUnion(added.countries)
        clusters[first]?.initials.formUnion(added.initials)
        if rules[b] == nil { rules[b] = rule }
        return true
    }

    mutating func joinIfFitting(_ a: EntityKey, _ b: EntityKey) -> Bool {
        fit(root(a), root(b)) && join(a, b, by: .alias)
    }

    /// Joins those of a group whom something speaks for, then those whom nothing speaks against:
    /// of three where the first and the last do not fit, the one between stays by itself.
    mutating func joinFitting(_ group: [EntityKey], by rule: ResolvedEntity.Rule) -> Bool {
        guard group.count > 1 else { return false }
        var changed = false
        if !group.contains(where: { judged.hasDistinct($0.name) }) {
            changed = joinEquals(group, by: rule)
        }
        var roots = Set(group.map(root)).sorted()
        for (place, a) in roots.enumerated() {
            for b in roots[(place + 1)...] {
                let (a, b) = (root(a), root(b))
                guard a != b, fit(a, b), let mine = clusters[a], let other = clusters[b],
                    !mine.countries.isDisjoint(with: other.countries)
                else { continue }
                if join(a, b, by: rule) { changed = true }
            }
        }
        roots = Set(group.map(root)).sorted()
        for component in components(roots) where component.count > 1 {
            let isWhole = component.enumerated().allSatisfy { place, a in
                component[(place + 1)...].allSatisfy { fit(a, $0) }
            }
            guard isWhole else { continue }
            for other in component.dropFirst() where join(component[0], other, by: rule) {
                changed = true
            }
        }
        return changed
    }

    /// Joins those that are told from one another by nothing at all.
    private mutating func joinEquals(_ group: [EntityKey], by rule: ResolvedEntity.Rule) -> Bool {
        var first: [[String]: EntityKey] = [:]
        var changed = false
        for root in Set(group.map(root)).sorted() {
            guard let cluster = clusters[root] else { continue }
            let face = cluster.countries.sorted() + ["|"] + cluster.initials.sorted()
            if let known = first[face] {
                if join(known, root, by: rule) { changed = true }
            } else {
                first[face] = root
            }
        }
        return changed
    }

    /// Roots that are connected by fitting.
    private func components(_ roots: [EntityKey]) -> [[EntityKey]] {
        var rest = roots
        var result: [[EntityKey]] = []
        while let first = rest.first {
            var component = [first]
            rest.removeFirst()
            var place = 0
            while place < component.count {
                let one = component[place]
                component += rest.filter { fit(one, $0) }
                rest.removeAll { fit(one, $0) }
                place += 1
            }
            result.append(component.sorted())
        }
        return result
    }
}
