import Extraction
import GraphModel
import GraphStorage

/// The names that a change may resolve anew, with all that bears on them.
struct NameRegion {
    private(set) var units: [EntityKey: NameUnit] = [:]
    private(set) var uses: [EntityKey: [EntityName]] = [:]
    let judged: JudgedNames

    /// Gathers what is connected with some names and keys through aliases, spellings, short forms
    /// and judgements.
    init(around seeds: Set<String>, aliases: Set<String>, keys: Set<String>, in graph: GraphView)
        throws
    {
        judged = JudgedNames(try graph.judgements())
        var search = Search(graph, seeds.union(aliases))
        try search.follow(keys)
        while let name = search.next() {
            let found = judged.judgedWith(name)
            let uses = try graph.entityNames(named: name)
            // An alias that is nobody's name joins nothing.
            guard !uses.isEmpty || !found.isEmpty || seeds.contains(name) else { continue }
            search.add(found)
            let keys = try graph.keys(ofName: name)
            let aliases = try graph.aliases(ofName: name, eachUseOf: EntityKind.person.rawValue)
            try add(uses, keys, aliases, graph.countries(ofName: name))
            search.add(aliases.map(\.text))
            search.add(try graph.names(withAlias: name))
            try search.follow(Set(keys))
        }
    }

    /// Follows links from name to name.
    private struct Search {
        private let graph: GraphView
        private var seen: Set<String>
        private var open: [String]
        private var followed: Set<String> = []

        init(_ graph: GraphView, _ names: Set<String>) {
            self.graph = graph
            seen = names
            open = names.sorted()
        }

        mutating func next() -> String? { open.popLast() }

        mutating func add(_ names: [String]) {
            for name in names where seen.insert(name).inserted { open.append(name) }
        }

        mutating func follow(_ keys: Set<String>) throws {
            for key in keys.sorted() {
                for partner in NameKeys.partners(of: key) where followed.insert(partner).inserted {
                    add(try graph.names(withKey: partner))
                }
            }
        }
    }

    private struct Use: Hashable {
        var document: String
        var place: Int
    }

    private mutating func add(
        _ uses: [EntityName], _ keys: [String], _ aliases: [EntityDetail],
        _ countries: [EntityDetail]
    ) {
        var told: [Use: Set<String>] = [:]
        for detail in countries {
            told[Use(document: detail.document, place: detail.place), default: []]
                .insert(detail.text)
        }
        var ofUse: [Use: Set<String>] = [:]
        var ofFamily: [EntityFamily: Set<String>] = [:]
        for alias in aliases where alias.text != alias.name {
            if alias.document.isEmpty {
                let kind = EntityKind(rawValue: alias.kind) ?? .organization
                ofFamily[EntityFamily(kind), default: []].insert(alias.text)
            } else {
                ofUse[Use(document: alias.document, place: alias.place), default: []]
                    .insert(alias.text)
            }
        }
        for use in uses {
            let place = Use(document: use.document, place: use.place)
            let key = Self.key(use, told[place] ?? [], keys, judged)
            self.uses[key, default: []].append(use)
            var unit = units[key] ?? NameUnit(key, keys: keys)
            unit.mentions += use.mentions
            unit.countries.formUnion(told[place] ?? [])
            unit.aliases.formUnion(ofUse[place] ?? [])
            if !key.isLocal { unit.aliases.formUnion(ofFamily[key.family] ?? []) }
            units[key] = unit
        }
    }

    private static func key(
        _ use: EntityName, _ countries: Set<String>, _ keys: [String], _ judged: JudgedNames
    ) -> EntityKey {
        let kind = EntityKind(rawValue: use.kind) ?? .organization
        var key = EntityKey(family: EntityFamily(kind), name: use.name)
        let hasProperName = use.name.contains { $0.isUppercase || ($0.isLetter && !$0.isCased) }
        if use.isLocal || (kind == .group && !hasProperName) {
            key.part = .local(use.document)
        } else if judged.isApart(use.name, in: use.document) {
            key.part = .document(use.document)
        } else if key.family == .person, !judged.isUnited(use.name) {
            if keys.contains(where: { $0.hasPrefix("b:") }) {
                key.part = .document(use.document)
            } else if !countries.isEmpty {
                key.part = .countries(countries.sorted())
            }
        }
        return key
    }
}
