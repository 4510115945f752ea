import GraphModel
import SeededRandom
import Testing

@testable import Extraction
@testable import KnowledgeGraph

/// The graph is a function of the documents that it holds and of the judgements, whatever was
/// done before.
@Suite struct IngestPropertyTests {
    static func content(_ documents: [ExtractedDocument], _ judgements: [Judgement] = []) throws
        -> GraphContent
    {
        let graph = try KnowledgeGraph.inMemory()
        if !judgements.isEmpty { try graph.judge(judgements) }
        _ = try graph.ingest(documents)
        return try GraphContent(graph)
    }

    static func documents(_ seed: UInt64) -> ([ExtractedDocument], SplitMix64) {
        var random = SplitMix64(state: seed)
        let documents = (0..<5).map { SampleDocuments.random("d\($0)", &random) }
        return (documents, random)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func anyOrderGivesTheSame(seed: UInt64) throws {
        var (documents, random) = Self.documents(seed)
        let expected = try Self.content(documents)
        documents.shuffle(using: &random)
        let graph = try KnowledgeGraph.inMemory()
        for document in documents { _ = try graph.ingest([document]) }
        #expect(try GraphContent(graph) == expected)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func whatIsForgottenLeavesNoTrace(seed: UInt64) throws {
        var (documents, random) = Self.documents(seed)
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest(documents)
        while !documents.isEmpty {
            let gone = documents.remove(at: Int.random(in: documents.indices, using: &random))
            try graph.forget(document: gone.document.id)
            let expected = try Self.content(documents)
            try #require(try GraphContent(graph) == expected)
        }
        #expect(try graph.read().nodeCount == 0)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func aChangedDocumentReplacesItself(seed: UInt64) throws {
        var (documents, random) = Self.documents(seed)
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest(documents)
        let place = Int.random(in: documents.indices, using: &random)
        documents[place] = SampleDocuments.random("d\(place)", &random)
        let summary = try graph.ingest(documents)
        #expect(summary.changedDocuments == ["d\(place)"])
        #expect(summary.unchangedDocuments.count == 4)
        let expected = try Self.content(documents)
        #expect(try GraphContent(graph) == expected)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func judgementsMayComeAndGo(seed: UInt64) throws {
        var (documents, random) = Self.documents(seed)
        let names = ["Ann", "Ann Lee", "Bo", "Bo Lee", "Lee", "Cy"].shuffled(using: &random)
        let judgements = [
            Judgement(.distinct, "\(names[5]) @ d1", names[5]),
            Judgement(.same, "\(names[1]) @ d0", "\(names[3]) @ d2"),
            Judgement([.same, .distinct].randomElement(using: &random)!, names[4], names[4]),
            Judgement(.same, names[0], names[1]), Judgement(.distinct, names[2], names[3]),
            Judgement(.distinct, names[0], names[4]),
        ]
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest(documents)
        try graph.judge(judgements)
        let judged = try Self.content(documents, judgements)
        #expect(try GraphContent(graph) == judged)
        try graph.withdraw(judgements)
        let plain = try Self.content(documents)
        #expect(try GraphContent(graph) == plain)
        documents.removeLast()
        try graph.judge(judgements)
        try graph.forget(document: "d4")
        let rest = try Self.content(documents, judgements)
        #expect(try GraphContent(graph) == rest)
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func aDryRunSaysTheSameAndDoesNothing(seed: UInt64) throws {
        let (documents, _) = Self.documents(seed)
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest(Array(documents.prefix(3)))
        let before = try GraphContent(graph)
        let dry = try graph.ingest(documents, dryRun: true)
        #expect(try GraphContent(graph) == before)
        let wet = try graph.ingest(documents)
        #expect(dry == wet)
    }
}
