import Extraction
import GraphModel
import GraphStorage

extension KnowledgeGraph {
    /// Explains every entity that a name may mean: by its name or an alias as written, else by a
    /// spelling that reads alike or a short form. Empty where the graph has none.
    public func explanations(ofName name: String) throws -> [EntityExplanation] {
        let graph = try read()
        let names = try EntitySearch(graph).names(matching: name)
        var entities: Set<NodeID> = []
        for found in names {
            let uses = try graph.entityNames(named: found)
            let isLocalOnly = uses.allSatisfy(\.isLocal)
            for use in uses where isLocalOnly || !use.isLocal {
                if let entity = use.entity { entities.insert(entity) }
            }
        }
        // "Kyiv" and "Russian" are no names of the countries, but lead to them.
        for rule in ["seat", "adjective", "people"] {
            entities.formUnion(try graph.entities(mentionedAs: name, by: rule))
        }
        return try entities.sorted().compactMap { try explanation(of: $0, graph) }
    }

    /// The name in the graph that is nearest to one that it lacks.
    public func nearestEntityName(to name: String) throws -> String? {
        Suggestion.nearest(to: name, among: try read().allEntityNames())
    }

    private func explanation(of entity: NodeID, _ graph: GraphSnapshot) throws
        -> EntityExplanation?
    {
        guard let node = try graph.node(entity), case .string(let name)? = node.properties["name"]
        else { return nil }
        var aliases: [String] = []
        if case .list(let values)? = node.properties["aliases"] {
            aliases = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        }
        let mentions = try graph.mentions(of: entity)
        let uses = try graph.entityNames(of: entity)
        let names = Set(uses.map(\.name))
        return EntityExplanation(
            name: name, label: node.labels.first { EntityKind(rawValue: $0) != nil } ?? "",
            aliases: aliases, mentions: mentions.count,
            documents: Set(uses.map(\.document)).sorted(), forms: Self.forms(mentions),
            apart: try separations(of: entity, names, graph),
            judgements: try graph.judgements().filter {
                names.contains(JudgedName($0.first).name)
                    || names.contains(JudgedName($0.second).name)
            })
    }

    private static func forms(_ mentions: [MentionRecord]) -> [EntityExplanation.Form] {
        var places: [[String]: Int] = [:]
        var forms: [EntityExplanation.Form] = []
        for mention in mentions {
            if let place = places[[mention.words, mention.rule]] {
                forms[place].mentions += 1
            } else {
                places[[mention.words, mention.rule]] = forms.count
                forms.append(
                    .init(
                        words: mention.words, rule: mention.rule, mentions: 1,
                        document: mention.document, sentence: mention.sentence))
            }
        }
        return forms.enumerated().sorted {
            ($1.element.mentions, $0.offset) < ($0.element.mentions, $1.offset)
        }.map(\.element)
    }

    private func separations(
        of entity: NodeID, _ names: Set<String>, _ graph: GraphSnapshot
    ) throws -> [EntityExplanation.Separation] {
        // Also who has the surname without anybody being called by it alone.
        var seeds = names
        for name in names {
            for key in try graph.keys(ofName: name) where key.hasPrefix("s:") {
                seeds.formUnion(try graph.names(withKey: key))
            }
        }
        let region = try NameRegion(around: seeds, aliases: [], keys: [], in: graph)
        let resolution = NameResolution(region.units, region.judged)
        let root = resolution.roots.first { root in
            resolution.clusters.members(root).contains { key in
                (region.uses[key] ?? []).contains { $0.entity == entity }
            }
        }
        guard let root else { return [] }
        return resolution.separations(of: root).map { found in
            let other = resolution.entity(found.other)
            let kind = EntityProperties.kind(
                of: other.members.keys.sorted().flatMap { region.uses[$0] ?? [] })
            return .init(found, name: other.name, label: kind.rawValue)
        }
    }
}

extension EntityExplanation.Separation {
    fileprivate init(_ separation: NameSeparation, name: String, label: String) {
        self.name = name
        self.label = label
        countries = []
        otherCountries = []
        switch separation.reason {
        case .judgement: reason = .judgement
        case .type: reason = .type
        case .countries(let own, let other):
            reason = .countries
            countries = own
            otherCountries = other
        case .initials: reason = .initials
        case .givenNames: reason = .givenNames
        case .document: reason = .document
        case .ambiguous: reason = .ambiguous
        }
    }
}

/// Finds the names that a user may mean by what was typed.
private struct EntitySearch {
    private let graph: GraphSnapshot

    init(_ graph: GraphSnapshot) { self.graph = graph }

    func names(matching text: String) throws -> Set<String> {
        var found = Set(try graph.names(withAlias: text))
        if try !graph.entityNames(named: text).isEmpty { found.insert(text) }
        if !found.isEmpty { return found }
        for family in [EntityFamily.person, .collective] {
            let spelling = NameSpelling(text, family).key
            guard !spelling.isEmpty else { continue }
            for prefix in ["f:", "b:", "s:"] {
                found.formUnion(try graph.names(withKey: prefix + spelling))
            }
        }
        return found
    }
}
