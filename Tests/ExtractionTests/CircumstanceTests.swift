import Extraction
import Testing

/// When and where people met, as the news pack reads it.
@Suite struct CircumstanceTests {
    /// `place | words of the date | ISO` of the first meeting.
    private static func read(_ text: String, date: String? = "2025-12-21") throws -> String {
        let document = try Extractor(try NewsPackTests.rules.get()).extract(
            SourceDocument(id: "d", date: date, bytes: Array(text.utf8)))
        let meeting = try #require(document.claims.first { $0.kind == .meetsWith }, "\(text)")
        return [meeting.place, meeting.date, meeting.dateISO].map { $0 ?? "-" }
            .joined(separator: " | ")
    }

    @Test(arguments: [
        ("Vladimir Putin met Emmanuel Macron in Berlin on Sunday.", "Berlin | Sunday | 2025-12-21"),
        (
            "Donald Trump hosted Keir Starmer at the White House earlier this week.",
            "White House | earlier this week | 2025-12-15/2025-12-21"
        ),
        (
            "Rustem Umerov met Steve Witkoff in the Saudi capital on 12 March.",
            "Saudi capital | 12 March | 2025-03-12"
        ),
        (
            "Friedrich Merz will meet Giorgia Meloni in Rome next Tuesday.",
            "Rome | next Tuesday | 2025-12-23"
        ),
        ("Friedrich Merz will meet Giorgia Meloni on Friday.", "- | Friday | 2025-12-26"),
        (
            "On Friday evening, Xi Jinping held talks with Narendra Modi in Beijing.",
            "Beijing | Friday evening | 2025-12-19"
        ),
        (
            "Emmanuel Macron met Olaf Scholz two weeks ago.",
            "- | two weeks ago | 2025-12-01/2025-12-07"
        ),
        ("Angela Merkel met Vladimir Putin in Moscow in 2019.", "Moscow | 2019 | 2019"),
        (
            "Emmanuel Macron met Olaf Scholz over the weekend.",
            "- | weekend | 2025-12-20/2025-12-21"
        ),
        ("Emmanuel Macron on Sunday met Vladimir Putin.", "- | Sunday | 2025-12-21"),
        (
            "Sergei Lavrov flew to Cairo on Monday for talks with Badr Abdelatty.",
            "Cairo | Monday | 2025-12-15"
        ),
        (
            "Keir Starmer met Emmanuel Macron at Chequers on Monday.",
            "Chequers | Monday | 2025-12-15"
        ),
        ("Emmanuel Macron met Olaf Scholz in the Swiss city of Lausanne.", "Lausanne | - | -"),
        ("Emmanuel Macron met Olaf Scholz in the Saudi capital, Riyadh.", "Riyadh | - | -"),
        (
            "Olaf Scholz was received by Emmanuel Macron in Paris on Friday.",
            "Paris | Friday | 2025-12-19"
        ),
        (
            "Emmanuel Macron on Sunday held separate talks with Olaf Scholz in Paris.",
            "Paris | Sunday | 2025-12-21"
        ),
        // What a meeting was about is not where it was; what others did is not when it was.
        ("Vladimir Putin met Emmanuel Macron to discuss the war in Sudan.", "- | - | -"),
        ("Vladimir Putin met Emmanuel Macron, who flew home on Sunday.", "- | - | -"),
        // Two meetings of one sentence have each their own.
        (
            "Emmanuel Macron met Olaf Scholz in Paris on Monday, and Keir Starmer met Giorgia Meloni in London on Friday.",
            "Paris | Monday | 2025-12-15"
        ),
    ])
    func meetings(text: String, expected: String) throws {
        #expect(try Self.read(text) == expected)
    }

    @Test func withoutADateOfTheDocumentTheWordsStay() throws {
        let text = "Vladimir Putin met Emmanuel Macron in Berlin on Sunday."
        #expect(try Self.read(text, date: nil) == "Berlin | Sunday | -")
    }

    /// A time of day, and what is no ISO date but can be read.
    @Test(arguments: ["2025-12-21T09:30:00Z", "21 December 2025", "December 21, 2025"])
    func theDocumentsDateIsReadInOtherForms(date: String) throws {
        let text = "Vladimir Putin met Emmanuel Macron on Friday."
        #expect(try Self.read(text, date: date) == "- | Friday | 2025-12-19")
    }

    /// A sum that stands apart from what was given belongs to it.
    @Test(arguments: [
        (
            "Norway gave Malawi a loan, which nobody had expected, worth about 30 million euros.",
            "30 million euros"
        ),
        (
            "Canada suspended aid to Guinea, which hits three clinics worth some $4 million.",
            "$4 million"
        ),
        (
            "On top of €20 million in emergency aid, Spain has funded field hospitals in Lebanon.",
            "€20 million"
        ),
        ("Spain gave Lebanon $7 million for a clinic worth $9 million.", "$7 million"),
    ])
    func sums(text: String, amount: String) throws {
        let document = try Extractor(try NewsPackTests.rules.get()).extract(
            SourceDocument(id: "d", bytes: Array(text.utf8)))
        let funding = try #require(document.claims.first { $0.kind == .funds }, "\(text)")
        #expect(funding.amount?.words == amount)
    }
}
