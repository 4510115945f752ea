import Extraction
import GraphModel
import GraphStorage

/// The names that a change may resolve anew, with all that bears on them.
struct NameRegion {
    private(set) var names: [EntityKey: NameResolution.Name] = [:]
    private(set) var uses: [EntityKey: [EntityName]] = [:]
    private(set) var judgements: [Judgement] = []

    /// Gathers what is connected with some names through aliases and judgements.
    init(around seeds: Set<String>, aliases: Set<String>, in graph: GraphTransaction) throws {
        var judged: [String: [Judgement]] = [:]
        for judgement in try graph.judgements() {
            judged[judgement.first, default: []].append(judgement)
            judged[judgement.second, default: []].append(judgement)
        }
        var seen = seeds.union(aliases)
        var open = seen.sorted()
        var found: Set<Judgement> = []
        while let name = open.popLast() {
            let decided = judged[name] ?? []
            found.formUnion(decided)
            let uses = try graph.entityNames(named: name)
            // An alias that is nobody's name joins nothing.
            guard !uses.isEmpty || !decided.isEmpty || seeds.contains(name) else { continue }
            var neighbours = decided.flatMap { [$0.first, $0.second] }
            for use in uses {
                let kind = EntityKind(rawValue: use.kind) ?? .organization
                let key = EntityKey(kind, name, in: use.document)
                self.uses[key, default: []].append(use)
                names[key, default: .init()].mentions += use.mentions
            }
            for (kind, alias) in try graph.aliases(ofName: name) where alias != name {
                names[Self.key(kind, name), default: .init()].aliases.insert(alias)
                neighbours.append(alias)
            }
            neighbours += try graph.names(withAlias: name).map(\.name)
            for neighbour in neighbours where seen.insert(neighbour).inserted {
                open.append(neighbour)
            }
        }
        judgements = found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private static func key(_ kind: String, _ name: String) -> EntityKey {
        EntityKey(family: EntityFamily(EntityKind(rawValue: kind) ?? .organization), name: name)
    }
}
