import Foundation
import GraphModel
import Testing

@testable import Extraction
@testable import GraphStorage
@testable import KnowledgeGraph

@Suite struct IngestTests {
    static let first = SampleDocuments.document(
        "a", date: "2025-12-21",
        entities: [
            SampleDocuments.entity(.country, "Norway", ["Oslo"], mentions: 2),
            SampleDocuments.entity(.country, "Ukraine"),
            SampleDocuments.entity(.person, "Jonas Støre", ["Støre"]),
        ],
        claims: [
            SampleDocuments.claim(
                .funds, 0, 1, amount: .init(words: "$5 billion", number: 5e9, currency: "USD"),
                attributedTo: ["Støre"], confidence: 0.7),
            SampleDocuments.claim(.represents, 2, 0, at: 20),
            SampleDocuments.claim(.demands, 2, nil, demand: "a truce", addressee: 1, at: 40),
            SampleDocuments.claim(.meetsWith, 0, 0, at: 60),
        ])
    static let second = SampleDocuments.document(
        "b", date: "2025-12-24",
        entities: [
            SampleDocuments.entity(.country, "Ukraine", ["Kyiv"]),
            SampleDocuments.entity(.country, "Norway"),
            SampleDocuments.entity(.person, "Støre"),
        ],
        claims: [
            SampleDocuments.claim(
                .funds, 1, 0, amount: .init(words: "$5 billion", number: 5e9, currency: "USD"),
                attributedTo: ["Kyiv"], confidence: 0.9)
        ])

    private static func entity(_ graph: KnowledgeGraph, _ name: String) throws -> Node? {
        let snapshot = try graph.read()
        guard let key = snapshot.propertyKey("name") else { return nil }
        return try snapshot.nodes(withLabel: nil, where: key, equals: name).first
            .flatMap { try snapshot.node($0) }
    }

    @Test func documentsAreMerged() throws {
        let graph = try KnowledgeGraph.inMemory()
        let summary = try graph.ingest([Self.first, Self.second])
        #expect(summary.newDocuments == ["a", "b"])
        #expect(summary.newEntities == 3)
        #expect(summary.newClaims == ["FUNDS": 1, "REPRESENTS": 1, "DEMANDS": 1])
        #expect(summary.evidenceAdded == 4)
        #expect(summary.skippedClaims == [.oneEntity: 1])
        let ukraine = try #require(try Self.entity(graph, "Ukraine"))
        #expect(ukraine.labels == ["Country"])
        #expect(
            ukraine.properties == [
                "name": .string("Ukraine"), "aliases": .list([.string("Kyiv")]),
                "first_seen": .string("2025-12-21"), "last_seen": .string("2025-12-24"),
            ])
        let snapshot = try graph.read()
        let funds = try #require(snapshot.relationshipType("FUNDS"))
        let claims = try snapshot.relationships(ofType: funds)
        #expect(claims.count == 1)
        let claim = try #require(try snapshot.relationship(claims[0]))
        #expect(
            claim.properties == [
                "amount": .float(5e9), "currency": .string("USD"),
                "amount_text": .string("$5 billion"), "status": .string("asserted"),
                "support": .integer(2), "confidence": .float(0.9),
                "attributed_to": .list([.string("Kyiv"), .string("Støre")]),
                "first_seen": .string("2025-12-21"), "last_seen": .string("2025-12-24"),
            ])
        #expect(try snapshot.evidence(of: claims[0]).map(\.document) == ["a", "b"])
        let stoere = try #require(try Self.entity(graph, "Jonas Støre"))
        #expect(try snapshot.mentions(of: stoere.id).map(\.rule) == ["shape", "shape+alias"])
        var found = Expansion()
        let demands = try #require(snapshot.relationshipType("DEMANDS"))
        let addressed = try #require(snapshot.relationshipType("ADDRESSED_TO"))
        try snapshot.expand([stoere.id], .outgoing, types: [demands], into: &found)
        let demand = found.neighbours
        #expect(try snapshot.node(demand[0])?.properties == ["text": .string("a truce")])
        found.removeAll()
        try snapshot.expand(demand, .outgoing, types: [addressed], into: &found)
        #expect(found.neighbours == [ukraine.id])
    }

    @Test func whatHasNoNameOfItsOwnIsOneWithinItsDocumentOnly() throws {
        let elders = SampleDocuments.entity(.group, "elders")
        let officials = SampleDocuments.entity(.group, "Kenyan officials")
        let documents = ["a", "b"].map { id in
            SampleDocuments.document(
                id, entities: [elders, officials],
                claims: [SampleDocuments.claim(.meetsWith, 0, 1)])
        }
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest(documents)
        let snapshot = try graph.read()
        let key = try #require(snapshot.propertyKey("name"))
        let named = { (name: String) in
            try snapshot.nodes(withLabel: nil, where: key, equals: name).count
        }
        #expect(try named("elders") == 2)
        #expect(try named("Kenyan officials") == 1)
    }

    @Test func theSameBytesChangeNothing() throws {
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest([Self.first])
        let before = try GraphContent(graph)
        let summary = try graph.ingest([Self.first])
        var expected = IngestSummary()
        expected.unchangedDocuments = ["a"]
        #expect(summary == expected)
        #expect(try GraphContent(graph) == before)
    }

    @Test func whatAUserMadeIsKept() throws {
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest([Self.first])
        let stoere = try #require(try Self.entity(graph, "Jonas Støre"))
        try graph.write { transaction in
            let note = try transaction.createNode(labels: ["Note"], properties: [:])
            _ = try transaction.createRelationship("ON", from: note, to: stoere.id, properties: [:])
        }
        try graph.forget(document: "a")
        let snapshot = try graph.read()
        #expect(snapshot.nodeCount == 2 && snapshot.relationshipCount == 1)
        #expect(try Self.entity(graph, "Jonas Støre")?.id == stoere.id)
    }

    @Test func aJudgementSeparatesAndJoins() throws {
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest([Self.first, Self.second])
        try graph.judge([Judgement(.distinct, "Støre", "Jonas Støre")])
        #expect(try Self.entity(graph, "Støre") != nil)
        #expect(try Self.entity(graph, "Jonas Støre")?.properties["aliases"] == .list([]))
        try graph.judge([Judgement(.same, "Norway", "Ukraine")])
        #expect(try Self.entity(graph, "Ukraine") == nil)
        let joined = try #require(try Self.entity(graph, "Norway"))
        #expect(
            try graph.read().mentions(of: joined.id).map(\.rule).sorted() == [
                "shape", "shape", "shape", "shape+judgement", "shape+judgement",
            ])
        #expect(try graph.judgements().count == 2)
    }

    @Test func anUnknownDocumentCannotBeForgotten() throws {
        let graph = try KnowledgeGraph.inMemory()
        let error = #expect(throws: IngestError.self) { try graph.forget(document: "x") }
        #expect(error?.code == .unknownDocument)
    }

    @Test func anIngestThatIsStoppedLeavesNoTrace() throws {
        let graph = try KnowledgeGraph.inMemory()
        var calls = 0
        #expect(throws: CancellationError.self) {
            try graph.ingest([Self.first, Self.second]) {
                calls += 1
                if calls == 2 { throw CancellationError() }
            }
        }
        #expect(try graph.read().nodeCount == 0)
    }

    @Test func statisticsCountWhatAFileHolds() throws {
        let folder = NSTemporaryDirectory() + "/legation-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/graph.legation"
        let graph = try KnowledgeGraph.open(path: path, access: .create)
        _ = try graph.ingest([Self.first, Self.second])
        let content = try GraphContent(graph)
        graph.close()
        let reopened = try KnowledgeGraph.open(path: path, access: .readOnly)
        #expect(try GraphContent(reopened) == content)
        let statistics = try reopened.statistics()
        #expect(
            statistics.nodesByLabel == ["Country": 2, "Person": 1, "Document": 2, "Demand": 1])
        #expect(
            statistics.relationshipsByType == [
                "FUNDS": 1, "REPRESENTS": 1, "DEMANDS": 1, "ADDRESSED_TO": 1, "MENTIONED_IN": 6,
            ])
        #expect(statistics.claimsByStatus == ["asserted": 3])
        #expect(statistics.documents == 2 && statistics.evidence == 4 && statistics.mentions == 7)
        #expect(statistics.nodes == 6 && statistics.relationships == 10)
        #expect(statistics.recordBytes > 0 && statistics.indexBytes > 0)
    }
}
