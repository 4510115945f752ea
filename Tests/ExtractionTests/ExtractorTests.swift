import Extraction
import GraphModel
import Testing

@Suite struct ExtractorTests {
    @Test(arguments: [
        ("Freeland met Norland.", ["MEETS_WITH Freeland -> Norland asserted"]),
        // Adjacent white space and lines are one space to a pattern.
        ("Freeland\n met  Norland.", ["MEETS_WITH Freeland -> Norland asserted"]),
        ("Freeland has refused to meet Norland.", ["MEETS_WITH Freeland -> Norland refused"]),
        ("We wait if Freeland met Norland.", ["MEETS_WITH Freeland -> Norland possible"]),
        // A list distributes a claim over its members.
        (
            "Freeland met Norland and Ana Ruiz.",
            [
                "MEETS_WITH Freeland -> Norland asserted",
                "MEETS_WITH Freeland -> Ana Ruiz asserted",
            ]
        ),
        // An anti-pattern uses up the trigger.
        ("Freeland met Norland's targets.", []),
        // The object of one verb is the subject of the next.
        (
            "Freeland met Norland met Ana Ruiz.",
            [
                "MEETS_WITH Freeland -> Norland asserted",
                "MEETS_WITH Norland -> Ana Ruiz asserted",
            ]
        ),
        // Nobody meets himself.
        ("Freeland met Freeland.", []),
        (
            "Freeland's envoy, Ana Ruiz, met Norlandic officials.",
            [
                "REPRESENTS Ana Ruiz -> Freeland asserted",
                "REPRESENTS Norlandic officials -> Norland asserted",
                "MEETS_WITH Ana Ruiz -> Norlandic officials asserted",
            ]
        ),
        // Surnames stand for the full name anywhere in the document.
        (
            "Mr. Ruiz met Norland. Ana Ruiz was there. Ruiz met Freeland.",
            [
                "MEETS_WITH Ana Ruiz -> Norland asserted",
                "MEETS_WITH Ana Ruiz -> Freeland asserted",
            ]
        ),
        // Groups are remembered as well as names.
        (
            "Norlandic officials are here. Then they met Freeland.",
            [
                "REPRESENTS Norlandic officials -> Norland asserted",
                "MEETS_WITH Norlandic officials -> Freeland asserted",
            ]
        ),
        // Of a shape that begins within a known name, the rest is the person.
        ("Freeland Ana Ruiz met Norland.", ["MEETS_WITH Ana Ruiz -> Norland asserted"]),
        ("Ana Ruiz is here. Then he met Norland.", ["MEETS_WITH Ana Ruiz -> Norland asserted"]),
        (
            "A Peace Force (PF) is here. PF met Norland.",
            ["MEETS_WITH Peace Force -> Norland asserted"]
        ),
        // A seat stands for its government where it acts.
        ("Port City met Norland.", ["MEETS_WITH Freeland -> Norland asserted"]),
        ("Freeland demands that Norland leave.", ["DEMANDS Freeland -> Norland leave asserted"]),
        // A mention with an article is the one it names; a phrase with a head of its own is not.
        ("Freeland aids the Norland.", ["FUNDS Freeland -> Norland asserted"]),
        ("Freeland aids victims in Norland.", ["FUNDS Freeland -> victims in Norland asserted"]),
        ("Freeland aids Norlandic farmers.", ["FUNDS Freeland -> Norlandic farmers asserted"]),
        // One collective actor for each adjective, each for its own country.
        (
            "Norlandic and Freelandic envoys met Ana Ruiz.",
            [
                "REPRESENTS Norlandic envoys -> Norland asserted",
                "REPRESENTS Freelandic envoys -> Freeland asserted",
                "MEETS_WITH Norlandic envoys -> Ana Ruiz asserted",
                "MEETS_WITH Freelandic envoys -> Ana Ruiz asserted",
            ]
        ),
        // Without a role they act for nobody.
        (
            "Norlandic and Freelandic veterans met Ana Ruiz.",
            [
                "MEETS_WITH Norlandic veterans -> Ana Ruiz asserted",
                "MEETS_WITH Freelandic veterans -> Ana Ruiz asserted",
            ]
        ),
    ])
    func claims(text: String, expected: [String]) throws {
        #expect(try TestPack.claims(TestPack.extract(text)) == expected)
    }

    @Test func placesAmountsSpeakersAndRoles() throws {
        let meeting = try #require(
            try TestPack.extract("Freeland met Norland in Port City, Ana Ruiz said.").claims.first)
        #expect(meeting.place == "Port City")
        #expect(meeting.attributedTo == ["Ana Ruiz"])
        #expect(meeting.evidence.speaker == "Ana Ruiz")
        let gift = try #require(
            try TestPack.extract("Freeland gave Norland 2.5 million euros.").claims.first)
        #expect(
            gift.amount
                == .init(words: "2.5 million euros", number: 2_500_000, currency: "EUR"))
        let envoy = try #require(
            try TestPack.extract("Freeland's envoy, Ana Ruiz, left.").claims.first)
        #expect(envoy.role == "envoy")
        let demand = try #require(
            try TestPack.extract("Freeland demands that Norland leave.").claims.first)
        #expect(demand.addressee?.words == "Norland")
    }

    /// A pronoun is quoted by the name that its sentence has for it, and else by itself.
    @Test func pronounsAreQuotedByTheirName() throws {
        let here = try TestPack.extract("Ana Ruiz left where he met Norland.").claims
        #expect(here.map(\.source.words) == ["Ana Ruiz"])
        let before = try TestPack.extract("Ana Ruiz left. There he met Norland.").claims
        #expect(before.map(\.source.words) == ["he"])
    }

    /// Every span cuts exactly its words out of the original, whatever form that has.
    @Test(arguments: [
        (DocumentFormat.text, "\u{FEFF}Zürich – “Freeland”   met\r\nNorland’s envoy, Łukasz Żak."),
        (
            .html,
            "<html><title>A &amp; B</title><script>Freeland met X</script><p>Zürich &ldquo;x&rdquo;"
                + "<b>Freeland</b> met&nbsp;<a href='>'>Norland</a>.</p></html>"
        ),
        (.markdown, "# Title\n\n**Freeland** met [Norland](http://x.y/z_1) in *Port City*.\n"),
    ])
    func spansAreExactInTheOriginal(format: DocumentFormat, original: String) throws {
        let document = try TestPack.extract(original, format: format)
        let bytes = Array(original.utf8)
        let claim = try #require(document.claims.first)
        for argument in [claim.source, try #require(claim.target)] {
            let cut = String(
                decoding: bytes[argument.span.start..<argument.span.end], as: UTF8.self)
            #expect(cut == argument.words)
        }
        for entity in document.entities {
            for mention in entity.mentions {
                let cut = String(
                    decoding: bytes[mention.span.start..<mention.span.end], as: UTF8.self)
                #expect(cut == mention.words)
            }
        }
        let span = claim.evidence.sentenceSpan
        #expect(
            claim.evidence.quotationHash == SHA256.hexadecimal(of: bytes[span.start..<span.end]))
    }

    @Test func theTitleOfAPageIsRead() throws {
        let page = "<html><title>Talks &amp;\n more</title><p>Freeland met Norland.</p></html>"
        #expect(try TestPack.extract(page, format: .html).document.title == "Talks & more")
    }

    @Test(arguments: [
        ("Envoys meet\n\nNAIROBI, March 4, 2026 — Freeland met.", "Envoys meet", "2026-03-04"),
        (
            "Envoys Meet Again Today\nGeneva, 14 Jan 2025 (AP) - Text.", "Envoys Meet Again Today",
            "2025-01-14"
        ),
        ("March 4, 2026\n\nFreeland met.", "March 4, 2026", "2026-03-04"),
        ("On March 4, 2026 the envoys met.\nMore.", nil, nil),
        ("One sentence.\n\nAnother one.", nil, nil),
        ("No line break", nil, nil),
    ])
    func titleAndDatelineAreRead(text: String, title: String?, date: String?) throws {
        let document = try TestPack.extract(text).document
        #expect(document.title == title)
        #expect(document.date == date)
    }

    @Test(arguments: [
        ([], ExtractionError.Code.empty),
        (Array(" \n ".utf8), .empty),
        ([0x61, 0x00, 0x62], .binary),
        ([0x61, 0xFF, 0x62], .unknownEncoding),
    ])
    func whatIsNoTextIsRefused(bytes: [UInt8], code: ExtractionError.Code) throws {
        let extractor = Extractor(packs: [])
        let error = #expect(throws: ExtractionError.self) {
            try extractor.extract(SourceDocument(id: "x", bytes: bytes))
        }
        #expect(error?.code == code)
    }

    @Test(arguments: [0, 1, 2, 3])
    func aTextIsGivenUpWhereItIsStopped(after sentences: Int) throws {
        var asked = 0
        let source = SourceDocument(id: "x", bytes: Array("One is. Two is.".utf8))
        let error = #expect(throws: ExtractionError.self) {
            try Extractor(packs: []).extract(source) {
                asked += 1
                return asked > sentences
            }
        }
        #expect(error?.code == .stopped)
        #expect(asked == sentences + 1)
    }

    @Test func theTextsOwnPrivateUseCharactersAreNoMentions() throws {
        let text = "\u{E003}\u{F0000} met \u{E003}\u{F0001}."
        #expect(try TestPack.extract(text).claims.isEmpty)
    }

    @Test func theSameTextGivesTheSameResult() throws {
        let text = "Freeland's envoy, Ana Ruiz, met Norlandic officials and Bo Li in Port City."
        let first = try TestPack.extract(text)
        let second = try TestPack.extract(text)
        #expect(first.claims == second.claims)
        #expect(first.entities == second.entities)
    }
}
