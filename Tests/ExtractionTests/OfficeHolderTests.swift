import Extraction
import Foundation
import PatternPacks
import Testing

/// Whom an office means in a document of a date, by the default pack.
@Suite struct OfficeHolderTests {
    /// The persons of a text, each with the words that its office resolved.
    static func holders(_ text: String, date: String?) throws -> [String] {
        let extractor = Extractor(try NewsPackTests.rules.get())
        var document = SourceDocument(id: "d", format: .text, bytes: Array(text.utf8))
        document.date = date
        return try extractor.extract(document).entities.filter { $0.kind == .person }.flatMap {
            entity in
            entity.mentions.filter { $0.rule == "office" }.map { "\(entity.name): \($0.words)" }
        }
    }

    @Test(
        arguments: [
            ("2018-05-01", ["Emmanuel Macron: president of France"]),
            // No holder is listed for that time.
            ("2010-05-01", []),
            // Nobody knows when; whoever holds it still.
            (nil, ["Emmanuel Macron: president of France"]),
            ("some day", ["Emmanuel Macron: president of France"]),
        ] as [(String?, [String])])
    func anOfficeIsHeldForATime(date: String?, expected: [String]) throws {
        #expect(
            try Self.holders("The president of France met officials.", date: date) == expected)
    }

    @Test(arguments: [
        ("2022-06-30", "Joe Biden"), ("2025-02", "Donald Trump"), ("2016", "Barack Obama"),
    ])
    func holdersFollowOneAnother(date: String, name: String) throws {
        #expect(
            try Self.holders("The U.S. president spoke in Ghana.", date: date)
                == ["\(name): U.S. president"])
    }

    @Test(arguments: [
        "A French president spoke in Ghana.", "The former French president spoke in Ghana.",
        "The vice president of France spoke in Ghana.", "French presidents spoke in Ghana.",
        "She was elected French president in Ghana.",
    ])
    func nobodyInParticularIsNobody(text: String) throws {
        #expect(try Self.holders(text, date: "2020-01-01") == [])
    }

    @Test func otherWordsForAnOffice() throws {
        #expect(
            try Self.holders(
                "The German defense minister met Russia's foreign minister.", date: "2024-01-01"
            )
            .sorted() == [
                "Boris Pistorius: German defense minister",
                "Sergey Lavrov: Russia's foreign minister",
            ])
    }

    /// The document itself outranks the list.
    @Test func whomTheDocumentNamesHoldsTheOffice() throws {
        let text = """
            French President Claire Dubois met Ghana's leader. Later the French president left.
            """
        #expect(
            try Self.holders(text, date: "2020-01-01") == ["Claire Dubois: French president"])
    }
}
