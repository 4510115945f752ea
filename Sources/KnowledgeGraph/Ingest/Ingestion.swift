import Extraction
import GraphModel
import GraphStorage

/// One merging of documents into the graph, within one transaction.
///
/// First the shares of documents are put down or taken away; then the names that they touch are
/// resolved anew; documents whose names came to mean another entity are asserted again; at last
/// the properties of all that was touched are made anew, and what nothing supports goes.
struct Ingestion {
    let graph: GraphTransaction
    var summary = IngestSummary()
    /// Names and aliases that documents brought or took away.
    private var touchedNames: Set<String> = []
    private var touchedAliases: Set<String> = []
    /// Keys of names that documents took away (`NameKeys`).
    private var touchedKeys: Set<String> = []
    /// Documents to assert, in order.
    private var pending: Set<String> = []
    /// Documents that came with this change: their sentences count as added.
    private var fresh: [String: DocumentShare] = [:]
    private var touchedClaims: Set<RelationshipID> = []
    private var newClaims: [RelationshipID: String] = [:]
    /// Entities that may have lost their last mention.
    private var deserted: Set<NodeID> = []
    private var newEntities: Set<NodeID> = []
    /// The nodes of names that documents took away: a changed document's entities keep theirs.
    private var former: [String: Set<NodeID>] = [:]

    init(_ graph: GraphTransaction) { self.graph = graph }

    /// Puts a document's share down, unless the graph has the same text already.
    mutating func add(_ extracted: ExtractedDocument) throws {
        let document = extracted.document
        if let known = try graph.document(id: document.id) {
            guard known.sha256 != document.sha256 else {
                summary.unchangedDocuments.append(document.id)
                return
            }
            summary.changedDocuments.append(document.id)
            try withdraw(document.id)
        } else {
            summary.newDocuments.append(document.id)
        }
        for (pattern, count) in extracted.givenUp { summary.givenUp[pattern, default: 0] += count }
        let share = DocumentShare(extracted)
        try graph.save(document)
        try graph.saveShare(share.json(), ofDocument: document.id)
        for (place, entity) in share.entities.enumerated() {
            let name = EntityName(
                document: document.id, place: place, entity: nil, kind: entity.kind,
                name: entity.name, mentions: entity.mentions.count, rule: nil,
                isLocal: entity.isLocal)
            try graph.addEntityName(
                name,
                EntityDetails(
                    aliases: entity.aliases, keys: NameKeys.of(entity),
                    countries: entity.countries))
            touchedNames.insert(entity.name)
            touchedAliases.formUnion(entity.aliases)
        }
        for sentence in extracted.sentences {
            try graph.addSentence(sentence.words, sentence.span, ofDocument: document.id)
        }
        try saveNode(of: document)
        pending.insert(document.id)
        fresh[document.id] = share
    }

    /// Takes a document with all that it alone supports out of the graph.
    mutating func remove(_ id: String) throws {
        try withdraw(id)
        if let node = try documentNode(id) {
            try setMentionedIn(node, [:])
            try deleteIfAlone(node)
        }
        try graph.removeDocument(id: id)
        pending.remove(id)
        fresh[id] = nil
    }

    /// Has some names resolved anew.
    mutating func touch(_ names: some Sequence<String>) { touchedNames.formUnion(names) }

    private mutating func withdraw(_ id: String) throws {
        for name in try graph.entityNames(ofDocument: id) {
            touchedNames.insert(name.name)
            if let entity = name.entity {
                deserted.insert(entity)
                former[name.name, default: []].insert(entity)
            }
        }
        touchedKeys.formUnion(try graph.keys(ofDocument: id))
        for entity in try share(id)?.entities ?? [] { touchedAliases.formUnion(entity.aliases) }
        touchedClaims.formUnion(try graph.removeEvidence(ofDocument: id))
        try graph.removeMentions(ofDocument: id)
        try graph.removeShare(ofDocument: id)
    }

    func share(_ id: String) throws -> DocumentShare? {
        try fresh[id] ?? graph.share(ofDocument: id).map { try DocumentShare(json: $0) }
    }

    /// Brings the graph into agreement with the shares.
    mutating func finish() throws -> IngestSummary {
        try resolveNames()
        for id in pending.sorted() { try assert(id) }
        var demands: Set<NodeID> = []
        for claim in touchedClaims.sorted() {
            guard let relationship = try graph.relationship(claim) else { continue }
            if try settle(claim) { continue }
            newClaims[claim] = nil
            if relationship.type == RelationName.demands { demands.insert(relationship.end) }
            try graph.delete(claim)
        }
        for demand in demands.sorted() { try removeIfUndemanded(demand) }
        for entity in deserted.sorted()
        where try graph.entityNames(of: entity).isEmpty && graph.node(entity) != nil {
            try deleteIfAlone(entity)
        }
        summary.newEntities = try newEntities.filter { try graph.node($0) != nil }.count
        for type in newClaims.values { summary.newClaims[type, default: 0] += 1 }
        return summary
    }

    /// Gives every name in the touched region its node.
    private mutating func resolveNames() throws {
        let region = try NameRegion(
            around: touchedNames, aliases: touchedAliases, keys: touchedKeys, in: graph)
        let entities = NameResolution.resolve(region.units, judged: region.judged)
        let uses = entities.map { entity in
            entity.members.keys.sorted().flatMap { region.uses[$0] ?? [] }
        }
        var taken: Set<NodeID> = []
        var resolved: [(ResolvedEntity, EntityKind, NodeID)] = []
        // The entity with the most uses keeps its node, so that few documents are asserted again.
        for place in entities.indices.sorted(by: { (uses[$1].count, $0) < (uses[$0].count, $1) }) {
            guard !uses[place].isEmpty else { continue }
            let kind = EntityProperties.kind(of: uses[place])
            let node = try node(for: uses[place], kind: kind, taken: &taken)
            for (key, rule) in entities[place].members {
                for use in region.uses[key] ?? []
                where use.entity != node || use.rule != rule.rawValue {
                    if let old = use.entity { deserted.insert(old) }
                    try graph.setEntity(node, rule: rule.rawValue, of: use)
                    pending.insert(use.document)
                }
            }
            resolved.append((entities[place], kind, node))
        }
        // Only now: a node may have had uses of another entity until that was given its own.
        for (entity, kind, node) in resolved { try EntityProperties.set(entity, kind, node, graph) }
    }

    private mutating func node(for uses: [EntityName], kind: EntityKind, taken: inout Set<NodeID>)
        throws -> NodeID
    {
        var counts: [NodeID: Int] = [:]
        for use in uses {
            if let entity = use.entity, !taken.contains(entity) {
                counts[entity, default: 0] += 1
            }
        }
        var best = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
        if best == nil {
            let candidates = Set(uses.flatMap { former[$0.name] ?? [] }).subtracting(taken)
            best = try candidates.filter {
                try graph.entityNames(of: $0).isEmpty && graph.node($0) != nil
            }.min()
        }
        let node = try best ?? graph.createNode(labels: [kind.rawValue], properties: [:])
        if best == nil { newEntities.insert(node) }
        taken.insert(node)
        return node
    }

    /// Puts a document's mentions and claims into the graph, as its names are resolved now.
    private mutating func assert(_ id: String) throws {
        guard let share = try share(id), let document = try documentNode(id) else { return }
        touchedClaims.formUnion(try graph.removeEvidence(ofDocument: id))
        try graph.removeMentions(ofDocument: id)
        let names = try graph.entityNames(ofDocument: id)
        let nodes = names.map(\.entity)
        var counts: [NodeID: Int] = [:]
        for (name, entity) in zip(names, share.entities) {
            guard let node = name.entity else { continue }
            counts[node, default: 0] += entity.mentions.count
            for mention in entity.mentions {
                let rule = name.rule.flatMap { $0 == "name" ? nil : "+" + $0 } ?? ""
                try graph.addMention(
                    MentionRecord(
                        document: id, span: mention.span.textSpan, words: mention.words,
                        entity: node, rule: mention.rule + rule))
            }
        }
        try setMentionedIn(document, counts)
        for claim in share.claims { try assert(claim, id, nodes) }
    }

    private mutating func assert(_ claim: DocumentShare.Claim, _ id: String, _ nodes: [NodeID?])
        throws
    {
        func end(_ place: Int?) -> NodeID? {
            place.flatMap { nodes.indices.contains($0) ? nodes[$0] : nil }
        }
        let isFresh = fresh[id] != nil
        let source = end(claim.source)
        var target = end(claim.target)
        if let text = claim.demand, let source {
            target = try demandNode(text, of: source, addressee: end(claim.addressee))
        }
        guard let source, let target, source != target else {
            if isFresh {
                let reason: IngestSummary.SkipReason =
                    source != nil && source == target ? .oneEntity : .withoutEnd
                summary.skippedClaims[reason, default: 0] += 1
            }
            return
        }
        let relationship = try relationship(for: claim, from: source, to: target)
        try graph.addEvidence(
            claim.evidence(in: id), to: relationship, confidence: claim.confidence,
            attributedTo: claim.attributedTo)
        touchedClaims.insert(relationship)
        if isFresh { summary.evidenceAdded += 1 }
    }

    private mutating func relationship(
        for claim: DocumentShare.Claim, from source: NodeID, to target: NodeID
    ) throws -> RelationshipID {
        var properties = claim.ownProperties
        properties["status"] = .string(claim.status)
        let own = properties.sorted { $0.key < $1.key }.flatMap { [$0.key, "\($0.value)"] }
        let key = ClaimKey.text([claim.type, "\(source.rawValue)", "\(target.rawValue)"] + own)
        if let known = try graph.claim(key: key) { return known }
        let made = try graph.createRelationship(
            claim.type, from: source, to: target, properties: properties)
        try graph.setClaim(made, key: key)
        newClaims[made] = claim.type
        return made
    }
}
