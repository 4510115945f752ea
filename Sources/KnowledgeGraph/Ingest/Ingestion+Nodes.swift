import GraphModel
import GraphStorage

/// Documents, demands and what ties them to entities.
extension Ingestion {
    func documentNode(_ id: String) throws -> NodeID? {
        guard let label = graph.label(RelationName.document), let key = graph.propertyKey("id")
        else { return nil }
        return try graph.nodes(withLabel: label, where: key, equals: id).first
    }

    func saveNode(of document: DocumentRecord) throws {
        let node =
            try documentNode(document.id)
            ?? graph.createNode(labels: [RelationName.document], properties: [:])
        let properties = [
            ("id", document.id), ("title", document.title), ("date", document.date),
            ("source", document.source), ("path", document.path), ("sha256", document.sha256),
        ]
        for (key, text) in properties {
            try graph.setProperty(key, to: text.map(Value.string) ?? .null, of: node)
        }
    }

    /// Makes the document's incoming MENTIONED_IN just these, with their counts.
    func setMentionedIn(_ document: NodeID, _ counts: [NodeID: Int]) throws {
        var missing = counts
        if let type = graph.relationshipType(RelationName.mentionedIn) {
            var found = Expansion()
            try graph.expand([document], .incoming, types: [type], into: &found)
            for (entity, relationship) in zip(found.neighbours, found.relationships) {
                if let count = missing.removeValue(forKey: entity) {
                    try graph.setProperty("count", to: .integer(Int64(count)), of: relationship)
                } else {
                    try graph.delete(relationship)
                }
            }
        }
        for (entity, count) in missing.sorted(by: { $0.key < $1.key }) {
            _ = try graph.createRelationship(
                RelationName.mentionedIn, from: entity, to: document,
                properties: ["count": .integer(Int64(count))])
        }
    }

    /// The node of a demand: one for each text, actor and addressee.
    func demandNode(_ text: String, of actor: NodeID, addressee: NodeID?) throws -> NodeID {
        let key = ClaimKey.text([
            text, "\(actor.rawValue)", addressee.map { "\($0.rawValue)" } ?? "",
        ])
        if let known = try graph.demand(key: key) { return known }
        let node = try graph.createNode(
            labels: [RelationName.demand], properties: ["text": .string(text)])
        try graph.setDemand(node, key: key)
        if let addressee {
            _ = try graph.createRelationship(
                RelationName.addressedTo, from: node, to: addressee, properties: [:])
        }
        return node
    }

    /// Removes a demand that nobody makes any more.
    func removeIfUndemanded(_ demand: NodeID) throws {
        guard let demands = graph.relationshipType(RelationName.demands) else { return }
        var found = Expansion()
        try graph.expand([demand], .incoming, types: [demands], into: &found)
        guard found.neighbours.isEmpty else { return }
        if let addressed = graph.relationshipType(RelationName.addressedTo) {
            found.removeAll()
            try graph.expand([demand], .outgoing, types: [addressed], into: &found)
            for relationship in found.relationships { try graph.delete(relationship) }
        }
        try deleteIfAlone(demand)
    }

    /// Removes a node unless something is tied to it, such as what a user made.
    func deleteIfAlone(_ node: NodeID) throws {
        var found = Expansion()
        try graph.expand([node], .both, types: nil, into: &found)
        if found.neighbours.isEmpty { try graph.delete(node) }
    }

    /// Makes a claim's properties anew from what supports it; false if nothing does.
    func settle(_ claim: RelationshipID) throws -> Bool {
        let support = try graph.support(of: claim)
        guard !support.isEmpty else { return false }
        let confidence = support.compactMap(\.confidence).max()
        let speakers = Set(support.flatMap(\.attributedTo)).sorted()
        let dates = support.compactMap(\.date)
        let properties: [(String, Value)] = [
            ("support", .integer(Int64(support.count))),
            ("confidence", confidence.map(Value.float) ?? .null),
            ("attributed_to", speakers.isEmpty ? .null : .list(speakers.map(Value.string))),
            ("first_seen", dates.min().map(Value.string) ?? .null),
            ("last_seen", dates.max().map(Value.string) ?? .null),
        ]
        for (key, value) in properties { try graph.setProperty(key, to: value, of: claim) }
        try setDateText(of: claim, from: Set(support.map(\.document)))
        return true
    }

    /// The words for a claim's date: of one day some write "Friday" and some "19 December".
    private func setDateText(of claim: RelationshipID, from documents: Set<String>) throws {
        guard let dated = try graph.relationship(claim), dated.properties["date"] != nil else {
            return
        }
        var words: Set<String> = []
        for document in documents {
            guard let share = try share(document) else { continue }
            let nodes = try graph.entityNames(ofDocument: document).map(\.entity)
            for claim in share.claims where claim.type == dated.type {
                guard let date = claim.date, let target = claim.target,
                    nodes.indices.contains(claim.source), nodes.indices.contains(target),
                    nodes[claim.source] == dated.start, nodes[target] == dated.end,
                    dated.properties["status"] == .string(claim.status),
                    claim.ownProperties.allSatisfy({ dated.properties[$0.key] == $0.value })
                else { continue }
                words.insert(date)
            }
        }
        let text = words.sorted().joined(separator: "; ")
        try graph.setProperty("date_text", to: text.isEmpty ? .null : .string(text), of: claim)
    }
}
