import GraphModel
import Testing

@testable import Extraction
@testable import KnowledgeGraph

/// What is told of an entity and of those whose names are near.
@Suite struct ExplanationTests {
    static let documents = [
        SampleDocuments.document(
            "a",
            entities: [
                CrossDocumentTests.person("Ana Ruiz", [], ["Chile"]),
                CrossDocumentTests.person("George W. Bush"),
                SampleDocuments.entity(.organization, "Georgia"),
                SampleDocuments.entity(.group, "elders"),
            ]),
        SampleDocuments.document(
            "b",
            entities: [
                CrossDocumentTests.person("Ana Ruiz", [], ["Peru"]),
                CrossDocumentTests.person("George H. W. Bush"), CrossDocumentTests.person("Bush"),
                SampleDocuments.entity(.country, "Georgia"),
                SampleDocuments.entity(.group, "elders"),
                CrossDocumentTests.person("Laura Bush"),
            ]),
    ]

    static func graph() throws -> KnowledgeGraph {
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest(documents)
        return graph
    }

    @Test(arguments: [
        ("Ana Ruiz", ["Ana Ruiz: countries", "Ana Ruiz: countries"]),
        (
            "Bush",
            ["George H. W. Bush: ambiguous", "George W. Bush: ambiguous", "Laura Bush: ambiguous"]
        ),
        (
            "George W. Bush",
            ["Bush: ambiguous", "George H. W. Bush: initials", "Laura Bush: given_names"]
        ),
        ("Georgia", ["Georgia: type", "Georgia: type"]),
        ("elders", ["elders: document", "elders: document"]),
    ])
    func whatIsKeptApart(name: String, expected: [String]) throws {
        let apart = try Self.graph().explanations(ofName: name).flatMap(\.apart)
        #expect(apart.map { "\($0.name): \($0.reason.rawValue)" }.sorted() == expected)
    }

    @Test func aFormIsToldWithItsFirstSentence() throws {
        var document = SampleDocuments.document(
            "a", entities: [SampleDocuments.entity(.country, "Chad", mentions: 3)])
        document.sentences = [
            ExtractedSentence(span: TextSpan(start: 0, end: 15), words: "Chad and Chad."),
            ExtractedSentence(span: TextSpan(start: 16, end: 40), words: "Chad again."),
        ]
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest([document])
        let explanation = try #require(try graph.explanations(ofName: "Chad").first)
        #expect(
            explanation.forms == [
                .init(
                    words: "Chad", rule: "shape", mentions: 3, document: "a",
                    sentence: "Chad and Chad.")
            ])
        let country = try #require(graph.read().label("Country"))
        let node = try #require(try graph.read().nodes(withLabel: country).first)
        #expect(
            try graph.read().mentions(of: node).map(\.sentence) == [
                "Chad and Chad.", "Chad and Chad.", "Chad again.",
            ])
    }

    /// Everything that is told of a judgement is gone when it is taken back.
    @Test func judgementsAreTold() throws {
        let graph = try Self.graph()
        let judgement = Judgement(.distinct, "Bush", "Laura Bush")
        try graph.apply([.judge(judgement)])
        let told = try #require(try graph.explanations(ofName: "Bush").first)
        #expect(told.judgements == [judgement])
        #expect(told.apart.contains { $0.name == "Laura Bush" && $0.reason == .judgement })
        try graph.apply([.withdraw(Judgement(.same, "Laura Bush", "Bush"))])
        #expect(try graph.explanations(ofName: "Bush").first?.judgements == [])
    }
}
