import GraphModel
import Testing

@testable import Extraction
@testable import KnowledgeGraph

/// Which names of several documents are one entity. Each case tells the documents' names and what
/// they are resolved to; it holds for every order of reading, in one run or in several.
@Suite struct CrossDocumentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// By document, from `a` on.
        var documents: [[ExtractedEntity]]
        /// For each entity: its name and the documents, with the rule where it is not `name`.
        var entities: [String]
        var judgements: [Judgement] = []
    }

    static func person(
        _ name: String, _ aliases: [String] = [], _ countries: [String] = []
    ) -> ExtractedEntity {
        SampleDocuments.entity(.person, name, aliases, countries: countries)
    }

    static let cases: [Case] = [
        Case(
            testDescription: "a surname is the only one of that name",
            documents: [[person("Rustem Okonov")], [person("Okonov")]],
            entities: ["Rustem Okonov: a, b surname"]),
        Case(
            testDescription: "a surname that two first names share is neither",
            documents: [
                [person("Peter Marsh", ["Marsh"])], [person("Anna Marsh")], [person("Marsh")],
            ],
            entities: ["Anna Marsh: b", "Marsh: c", "Peter Marsh: a"]),
        Case(
            testDescription: "the country tells which of two surnames it is",
            documents: [
                [person("Peter Marsh", [], ["Norway"])], [person("Anna Marsh", [], ["Chad"])],
                [person("Marsh", [], ["Chad"])],
            ],
            entities: ["Anna Marsh: b, c surname", "Peter Marsh: a"]),
        Case(
            testDescription: "surnames of whom nothing more is known are one person",
            documents: [[person("Marsh")], [person("Marsh")]],
            entities: ["Marsh: a, b"]),
        Case(
            testDescription: "two persons of one name belong to two countries",
            documents: [
                [person("Michael Johnson", [], ["Jamaica"])],
                [person("Michael Johnson", [], ["United States"])],
                [person("Michael Johnson", [], ["Jamaica", "Cuba"])], [person("Michael Johnson")],
            ],
            entities: ["Michael Johnson: a, c", "Michael Johnson: b", "Michael Johnson: d"]),
        Case(
            testDescription: "one country only, and a document that tells none",
            documents: [[person("Michael Johnson", [], ["Jamaica"])], [person("Michael Johnson")]],
            entities: ["Michael Johnson: a, b"]),
        Case(
            testDescription: "spellings of one name",
            documents: [
                [person("Oleh Tarasenko"), person("Yusuf al-Hadari")],
                [person("Oleh Tarasenko"), person("Youssef el-Hadari")],
                [person("Óleh Tarasenko"), person("Hadari"), person("Yusuf al-Hadari")],
            ],
            entities: [
                "Oleh Tarasenko: a, b, c spelling",
                "Yusuf al-Hadari: a, b spelling, c surname, c",
            ]),
        Case(
            testDescription: "initials",
            documents: [
                [person("George W. Bush")], [person("George H. W. Bush")], [person("George Bush")],
                [person("S. Nair")], [person("Sunita Nair")],
            ],
            entities: [
                "George Bush: c", "George H. W. Bush: b", "George W. Bush: a",
                "Sunita Nair: d initials, e",
            ]),
        Case(
            testDescription: "an acronym of another document",
            documents: [
                [SampleDocuments.entity(.organization, "Sahel Relief Consortium", ["SRC"])],
                [SampleDocuments.entity(.group, "SRC")],
                [SampleDocuments.entity(.organization, "Sahel relief consortium")],
            ],
            entities: ["Sahel Relief Consortium: a, b alias, c spelling"]),
        Case(
            testDescription: "types that are not compatible",
            documents: [
                [SampleDocuments.entity(.organization, "Georgia")],
                [SampleDocuments.entity(.country, "Georgia")], [person("Georgia")],
            ],
            entities: ["Georgia: a", "Georgia: b", "Georgia: c"]),
        Case(
            testDescription: "a judgement about one document's use of a name",
            documents: [[person("Ana Ruiz")], [person("Ana Ruiz")], [person("Ana Ruiz")]],
            entities: ["Ana Ruiz: a, c", "Ana Ruiz: b"],
            judgements: [Judgement(.distinct, "Ana Ruiz @ b", "Ana Ruiz")]),
        Case(
            testDescription: "a name that is judged to mean somebody else each time",
            documents: [[person("Ana Ruiz")], [person("Ana Ruiz")]],
            entities: ["Ana Ruiz: a", "Ana Ruiz: b"],
            judgements: [Judgement(.distinct, "Ana Ruiz", "Ana Ruiz")]),
        Case(
            testDescription: "a name that is judged to mean the same in spite of the countries",
            documents: [[person("Ana Ruiz", [], ["Chile"])], [person("Ana Ruiz", [], ["Peru"])]],
            entities: ["Ana Ruiz: a, b"], judgements: [Judgement(.same, "Ana Ruiz", "Ana Ruiz")]),
        Case(
            testDescription: "a surname that is judged to be neither the only one nor another",
            documents: [[person("Rustem Okonov")], [person("Okonov")]],
            entities: ["Okonov: b", "Rustem Okonov: a"],
            judgements: [Judgement(.distinct, "Okonov", "Rustem Okonov")]),
    ]

    static func entities(_ graph: KnowledgeGraph) throws -> [String] {
        let snapshot = try graph.read()
        var uses: [NodeID: [String]] = [:]
        for document in try snapshot.documents() {
            for use in try snapshot.entityNames(ofDocument: document.id) {
                guard let entity = use.entity else { continue }
                let rule = use.rule.flatMap { $0 == "name" ? nil : " " + $0 } ?? ""
                uses[entity, default: []].append(use.document + rule)
            }
        }
        return try uses.map { entity, documents in
            guard case .string(let name)? = try snapshot.node(entity)?.properties["name"] else {
                return "?"
            }
            return "\(name): \(documents.joined(separator: ", "))"
        }.sorted()
    }

    @Test(arguments: cases)
    func everyOrderGivesTheSame(sample: Case) throws {
        let documents = sample.documents.enumerated().map { place, entities in
            SampleDocuments.document(["a", "b", "c", "d", "e"][place], entities: entities)
        }
        for order in Self.permutations(documents) {
            let single = try KnowledgeGraph.inMemory()
            try single.judge(sample.judgements)
            for document in order { _ = try single.ingest([document]) }
            #expect(try Self.entities(single) == sample.entities)
            // And nothing is left of one that is taken back.
            let gone = order[0].document.id
            try single.forget(document: gone)
            let without = try KnowledgeGraph.inMemory()
            _ = try without.ingest(documents.filter { $0.document.id != gone })
            try without.judge(sample.judgements)
            let expected = try GraphContent(without)
            #expect(try GraphContent(single) == expected)
        }
    }

    /// What was judged is taken back without a trace.
    @Test(arguments: cases.filter { !$0.judgements.isEmpty })
    func judgementsAreReversible(sample: Case) throws {
        let documents = sample.documents.enumerated().map { place, entities in
            SampleDocuments.document(["a", "b", "c"][place], entities: entities)
        }
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest(documents)
        let before = try GraphContent(graph)
        try graph.judge(sample.judgements)
        #expect(try Self.entities(graph) == sample.entities)
        try graph.withdraw(sample.judgements)
        #expect(try GraphContent(graph) == before)
    }

    private static func permutations<T>(_ items: [T]) -> [[T]] {
        guard items.count > 1 else { return [items] }
        return items.indices.flatMap { place in
            var rest = items
            let first = rest.remove(at: place)
            return permutations(rest).map { [first] + $0 }
        }
    }
}
