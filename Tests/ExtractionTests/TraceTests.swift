import Extraction
import Testing

/// What each stage did is told, and telling it changes nothing.
@Suite struct TraceTests {
    static let text =
        "Norland's envoy, Ann Berg, refused to meet Freeland. He meets with Norland."

    @Test func aTraceInWords() throws {
        let told = TraceText().text(of: try TestPack.explain(Self.text))
        #expect(
            told == """
                Norland's envoy, Ann Berg, refused to meet Freeland.
                  mentions
                    ⟨country:Norland⟩ = Norland  gazetteer [0, 7)
                    ⟨person:Ann Berg⟩ = Ann Berg  shape [17, 25)
                    ⟨country:Freeland⟩ = Freeland  gazetteer [43, 51)
                  phrases
                    apposition: Norland's envoy, Ann Berg,
                      ⟨person:Ann Berg⟩ refused to meet ⟨country:Freeland⟩.
                  patterns see
                    ⟨person:Ann Berg⟩ refused to meet ⟨country:Freeland⟩.
                  patterns that matched
                    meets: MEETS_WITH
                      source = Norland's envoy, Ann Berg,
                      vg = refused to
                      trigger = meet
                      target = Freeland
                      status refused, by "refused to" of cue refused; confidence 0.8
                  claims
                    REPRESENTS Ann Berg -> Norland, asserted, by apposition
                    MEETS_WITH Ann Berg -> Freeland, refused, by meets

                He meets with Norland.
                  mentions
                    ⟨country:Norland⟩ = Norland  gazetteer [67, 74)
                  references
                    ⟨person:He⟩ = Ann Berg  reference:he [53, 55)
                  patterns see
                    ⟨person:He⟩ meets with ⟨country:Norland⟩.
                  claims
                    none
                  nearest patterns
                    meets: MEETS_WITH, for its word "meets"
                      got as far as ⟨person:He⟩ meets with
                      stopped by ⟨country:Norland⟩

                """)
    }

    @Test func aLostTriggerNamesItsWinner() throws {
        let trace = try #require(
            try TestPack.explain("Freeland met Norland's targets.").sentences.first)
        #expect(trace.claims.isEmpty && trace.nearest.isEmpty)
        #expect(trace.matches.map(\.pattern) == ["target", "meets"])
        #expect(trace.matches.map(\.lostTo) == [nil, "target"])
    }

    @Test func aSentenceThatEndsTooEarlyIsToldSo() throws {
        let trace = try #require(try TestPack.explain("Freeland refused to meet").sentences.first)
        #expect(trace.nearest.map(\.pattern) == ["meets"])
        #expect(trace.nearest.map(\.stoppedBy) == [nil])
    }

    @Test(arguments: [text, "Freeland met Norland in Port City.", "Nothing is here."])
    func explainingFindsWhatExtractingFinds(text: String) throws {
        let extracted = try TestPack.extract(text)
        let explained = try TestPack.explain(text).document
        #expect(explained.claims == extracted.claims)
        #expect(explained.entities == extracted.entities)
    }
}
