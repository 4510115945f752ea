import Extraction
import Testing

/// Where a seat of government acts, and where it is a place, by the default pack.
@Suite struct MetonymTests {
    /// The mentions of a text by seats, as "words → entity".
    static func seats(_ text: String) throws -> [String] {
        let extractor = Extractor(try NewsPackTests.rules.get())
        let document = SourceDocument(id: "d", format: .text, bytes: Array(text.utf8))
        return try extractor.extract(document).entities.flatMap { entity in
            entity.mentions.filter { ["seat", "place"].contains($0.rule) }
                .map { ($0.span.start, "\($0.words) → \(entity.kind.rawValue) \(entity.name)") }
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    @Test(arguments: [
        ("Kyiv said it was ready.", ["Kyiv → Country Ukraine"]),
        (
            "Washington and Beijing agreed to meet.",
            ["Washington → Country United States", "Beijing → Country China"]
        ),
        ("The Kremlin refused to meet Ukraine.", ["Kremlin → Country Russia"]),
        ("Ghana rejected Moscow's demand.", ["Moscow → Country Russia"]),
        ("Talks with Tehran stalled.", ["Tehran → Country Iran"]),
        (
            "London pledged $5 million to Kyiv.",
            ["London → Country United Kingdom", "Kyiv → Country Ukraine"]
        ),
        ("Brussels demanded reforms.", ["Brussels → Organization European Union"]),
    ])
    func aSeatActs(text: String, expected: [String]) throws {
        #expect(try Self.seats(text) == expected)
    }

    @Test(arguments: [
        ("Officials met in Kyiv.", ["Kyiv → Place Kyiv"]),
        (
            "Officials met in Berlin and Paris on Monday.",
            ["Berlin → Place Berlin", "Paris → Place Paris"]
        ),
        ("She flew to Moscow on Monday.", ["Moscow → Place Moscow"]),
        ("Envoys flew from Paris to Beijing.", ["Paris → Place Paris", "Beijing → Place Beijing"]),
        ("The mayor of Kyiv left Moscow.", ["Kyiv → Place Kyiv", "Moscow → Place Moscow"]),
        ("Kyiv residents slept in the metro.", ["Kyiv → Place Kyiv"]),
        ("They met at the White House.", ["White House → Place White House"]),
        ("Talks in central London ended.", ["London → Place London"]),
    ])
    func aSeatIsAPlace(text: String, expected: [String]) throws {
        #expect(try Self.seats(text) == expected)
    }

    /// A place that is only a place leaves no country behind.
    @Test func aCityIsNoMentionOfItsCountry() throws {
        let extractor = Extractor(try NewsPackTests.rules.get())
        let text = "Ana Ruiz met Kofi Asante in Kyiv."
        let document = SourceDocument(id: "d", format: .text, bytes: Array(text.utf8))
        let found = try extractor.extract(document)
        #expect(found.entities.map(\.name).sorted() == ["Ana Ruiz", "Kofi Asante", "Kyiv"])
        let claim = try #require(found.claims.first)
        #expect(found.entities[claim.source.entity].name == "Ana Ruiz")
    }

    /// The object of a clause is not its subject, and an acronym is no surname.
    @Test func shortFormsAndPronouns() throws {
        let extractor = Extractor(try NewsPackTests.rules.get())
        let text = """
            French President Emmanuel Macron received Olaf Scholz. Mr. Macron met him again. The Sahel \
            Relief Consortium (SRC) helped. The SRC met Ghana.
            """
        let document = SourceDocument(id: "d", format: .text, bytes: Array(text.utf8))
        let found = try extractor.extract(document)
        func rules(_ name: String) -> [String] {
            found.entities.filter { $0.name == name }.flatMap { $0.mentions.map(\.rule) }
        }
        #expect(rules("Olaf Scholz").contains("reference:him-object"))
        #expect(rules("Sahel Relief Consortium").filter { $0 == "acronym" }.count == 2)
        #expect(!rules("Sahel Relief Consortium").contains("surname"))
    }
}
