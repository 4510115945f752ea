import PatternPacks

/// Packs made ready for reading: what all extractors share, and nothing that reading changes.
public final class ExtractionRules: Sendable {
    let splitter: SentenceSplitter
    let finder: MentionFinder
    let anchors: AnchorIndex
    let gates: GateMaker
    let references: ReferenceResolver
    let phrases: PhrasePass
    let relations: RelationPass
    let statuses: StatusReader
    let attribution: AttributionReader
    let money: MoneyReader
    let facts: EntityFacts
    let dates: DateReader
    let circumstances: CircumstanceReader

    public init(_ packs: [Pack]) {
        let (packs, rules) = Pack.numbered(packs)
        splitter = SentenceSplitter(abbreviations: packs.flatMap { $0.words("abbreviation") })
        finder = MentionFinder(packs)
        anchors = AnchorIndex(rules)
        gates = GateMaker(rules, names: Set(packs.flatMap(\.names).map(\.rule.slot)))
        references = ReferenceResolver(packs)
        phrases = PhrasePass(packs)
        relations = RelationPass(packs)
        statuses = StatusReader(packs)
        attribution = AttributionReader(packs)
        money = MoneyReader(packs)
        facts = EntityFacts(packs)
        dates = DateReader(packs)
        circumstances = CircumstanceReader(packs)
    }
}
