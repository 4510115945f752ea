import Extraction
import PatternPacks
import Testing

/// Types that a pack declares: claimed with properties of their own, decided by its own cues, and
/// without a trace in what another pack finds in the same sentence.
@Suite struct OwnTypesTests {
    static let trade = """
        [pack]
        name = "trade"
        [[type]]
        name = "BUYS"
        properties = ["stake"]
        [[relation]]
        id = "buys"
        type = "BUYS"
        pattern = '{source:actor}(?<vg>(?: [a-z]+)*?) (?<trigger>gave) {target:actor}(?: {amount:money})?(?: for (?<stake>half|all))?'
        [[cue]]
        id = "soon"
        status = "planned"
        pattern = '\\bsoon\\b'
        [[name]]
        id = "firm"
        class = "organization"
        context = ["gave"]
        pattern = '(?<name>Acme)'
        """

    static func extract(_ text: String, trade: String = trade) throws -> ExtractedDocument {
        let files = [
            PackFile(path: "pack.toml", bytes: Array(TestPack.toml.utf8)),
            PackFile(path: "names.tsv", bytes: Array(TestPack.tsv.utf8)),
        ]
        let set = PackSet([[PackFile(path: "trade.toml", bytes: Array(trade.utf8))], files])
        let findings = set.loaded.flatMap(\.findings).map(\.text)
        try #require(findings.isEmpty)
        return try Extractor(packs: set.packs).extract(
            SourceDocument(id: "d", format: .text, bytes: Array(text.utf8)))
    }

    @Test func anOwnTypeHasItsPropertyAndAmount() throws {
        let claims = try Self.extract("Freeland gave Norland 3 million euros for half.").claims
        let claim = try #require(claims.first { $0.kind.rawValue == "BUYS" })
        #expect(claim.properties == ["stake": "half"])
        #expect(claim.amount?.number == 3_000_000 && claim.amount?.currency == "EUR")
    }

    @Test func bothFieldsFindTheirsInTheSameWords() throws {
        let document = try Self.extract("Freeland gave Norland 3 million euros.")
        #expect(
            TestPack.claims(document) == [
                "BUYS Freeland -> Norland asserted", "FUNDS Freeland -> Norland asserted",
            ])
    }

    /// "refused to" is a cue of the other pack, "soon" of this one: neither decides what is not its.
    @Test(arguments: [("soon", "planned", "asserted"), ("refused to", "asserted", "refused")])
    func eachFieldHasItsOwnCues(words: String, bought: String, funded: String) throws {
        let document = try Self.extract("Freeland \(words) gave Norland 3 million euros.")
        #expect(
            TestPack.claims(document) == [
                "BUYS Freeland -> Norland \(bought)", "FUNDS Freeland -> Norland \(funded)",
            ])
    }

    @Test func withoutCuesOfItsOwnAFieldHasThoseOfAll() throws {
        let trade = Self.trade.replacing("[[cue]]\nid = \"soon\"\nstatus = \"planned\"", with: "")
            .replacing("pattern = '\\bsoon\\b'\n", with: "")
        let document = try Self.extract("Freeland refused to gave Norland.", trade: trade)
        #expect(TestPack.claims(document) == ["BUYS Freeland -> Norland refused"])
    }

    @Test(arguments: [("Acme gave Norland.", 1), ("Acme met Norland.", 0)])
    func aShapeWithContextIsTriedInThatOnly(text: String, count: Int) throws {
        let found = try Self.extract(text).entities.filter { $0.name == "Acme" }
        #expect(found.count == count)
    }
}
