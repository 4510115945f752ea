import GraphModel
import PatternPacks
import TextMatching

/// The cascade: reads documents by packs of patterns, each into entities and claims with evidence.
///
/// The same bytes and packs give the same result. Not shared between threads: each has its own.
public final class Extractor {
    private let packs: [Pack]
    private let splitter: SentenceSplitter
    private let finder: MentionFinder
    private let anchors: AnchorIndex
    private let relations: RelationPass
    private let statuses: StatusReader
    private let attribution: AttributionReader
    private let money: MoneyReader
    private let facts: EntityFacts
    private let dates: DateReader
    private let circumstances: CircumstanceReader
    private let offices: OfficeTable
    private let matcher = TextMatcher()

    public init(packs: [Pack]) {
        let (packs, rules) = Pack.numbered(packs)
        self.packs = packs
        splitter = SentenceSplitter(abbreviations: packs.flatMap { $0.words("abbreviation") })
        anchors = AnchorIndex(rules)
        finder = MentionFinder(packs, anchors)
        relations = RelationPass(packs)
        statuses = StatusReader(packs)
        attribution = AttributionReader(packs)
        money = MoneyReader(packs)
        facts = EntityFacts(packs)
        dates = DateReader(packs)
        circumstances = CircumstanceReader(packs)
        offices = OfficeTable(packs)
    }

    /// Reads one document.
    ///
    /// - Parameter isStopped: asked before each sentence, so that a user need not wait for the end of
    ///   a large text.
    /// - Throws: where it is no text, or was stopped. Nothing of it is taken then.
    public func extract(
        _ source: SourceDocument, isStopped: () -> Bool = { false }
    ) throws(ExtractionError) -> ExtractedDocument {
        try extract(source, MatchContext(matcher, anchors), isStopped)
    }

    /// Reads one document and notes which patterns matched in it.
    func extract(
        _ source: SourceDocument, noting use: PatternUse
    ) throws(ExtractionError) -> ExtractedDocument {
        let context = MatchContext(matcher, anchors)
        context.use = use
        return try extract(source, context, { false })
    }

    /// Reads one document as `extract` does, and tells what each stage did in each sentence.
    public func explain(
        _ source: SourceDocument, isStopped: () -> Bool = { false }
    ) throws(ExtractionError) -> ExplainedDocument {
        let trace = TraceCollector()
        let context = MatchContext(matcher, anchors)
        context.trace = trace
        let document = try extract(source, context, isStopped)
        return ExplainedDocument(document: document, sentences: trace.sentences)
    }

    private func extract(
        _ source: SourceDocument, _ context: MatchContext, _ isStopped: () -> Bool
    ) throws(ExtractionError) -> ExtractedDocument {
        let decoded = try DecodedText(source)
        let text = DocumentText(bytes: decoded.bytes)
        let spans = decoded.bytes.withUnsafeBufferPointer { splitter.sentences(of: $0) }
        let sentences = decoded.bytes.withUnsafeBufferPointer { bytes in
            spans.map { PlainSentence(bytes, $0) }
        }
        var givenUp: [String: Int] = [:]
        let found = finder.find(in: sentences, matcher, &givenUp, isStopped: isStopped)
        guard let names = found else { throw Self.stopped() }
        context.count(givenUp)
        let head = DocumentHead(decoded.bytes, matcher)
        let date =
            source.date ?? decoded.date ?? head.date
            ?? source.path.flatMap(FileNameDate.date(in:))
        var reading = DocumentReading(
            decoded: decoded, text: text, source: source,
            today: date.flatMap { dates.day($0) }, references: ReferenceResolver(packs),
            phrases: PhrasePass(packs, OfficeHolders(offices, date: date)))
        for (index, sentence) in sentences.enumerated() {
            if isStopped() { throw Self.stopped() }
            read(sentence, spans[index], names[index], context, &reading)
        }
        let (entities, claims) = facts.completed(reading.entities.entities, reading.claims)
        return ExtractedDocument(
            document: DocumentRecord(
                id: source.id, title: source.title ?? decoded.title ?? head.title,
                date: date, source: source.source, path: source.path,
                sha256: SHA256.hexadecimal(of: source.bytes)),
            entities: entities, claims: claims, givenUp: context.givenUp,
            sentences: MentionedSentences.of(entities, spans, text, decoded))
    }

    private static func stopped() -> ExtractionError {
        ExtractionError(code: .stopped, message: "the reading was stopped")
    }

    /// What grows while one document is read.
    private struct DocumentReading {
        let decoded: DecodedText
        let text: DocumentText
        let source: SourceDocument
        let today: CalendarDate?
        var references: ReferenceResolver
        var phrases: PhrasePass
        var entities = DocumentEntities()
        var claims: [ExtractedClaim] = []
    }

    private func read(
        _ sentence: PlainSentence, _ span: TextSpan, _ names: [Candidate],
        _ context: MatchContext, _ reading: inout DocumentReading
    ) {
        context.begin(sentence)
        context.trace?.begin()
        var encoded = encode(sentence, names, &reading)
        let namesEnd = encoded.mentions.count
        reading.references.resolve(&encoded, context, reading.text)
        let referencesEnd = encoded.mentions.count
        let named = encoded.allMentions(in: encoded.wholeRange).map { encoded.mentions[$0.index] }
        context.use?.sentences.append(encoded.bytes)
        reading.phrases.run(&encoded, &reading.entities, context, reading.text)
        context.use?.sentences.append(encoded.bytes)
        let groups = encoded.mentions.filter { $0.mentionClass == .group && $0.entity != nil }
        reading.references.remember((named + groups).sorted { $0.span.start < $1.span.start })
        noteMentions(encoded, &reading)
        var builder = ClaimBuilder(
            sentence: encoded, entities: reading.entities, text: reading.text,
            decoded: reading.decoded, original: reading.source.bytes, document: reading.source.id,
            sentenceSpan: span, money: money, dates: dates, today: reading.today,
            speakers: attribution.speakers(encoded, asides: reading.phrases.speakers, context))
        // The builder alone holds them while it works: a table held twice is copied when it grows.
        reading.entities = DocumentEntities()
        var claims = reading.phrases.representations.compactMap { builder.claim($0) }
        let all = relations.run(encoded, context)
        for found in all {
            context.trace?.cue = nil
            let (status, cue) = statuses.read(found, encoded, context, reading.text)
            let around = circumstances.read(found, among: all, in: encoded, context)
            let made = builder.claims(found, around, status: status, cue: cue)
            claims += made
            context.trace?.noteMatch(found, status, cue, made, parts(encoded, reading))
        }
        reading.entities = builder.entities
        claims = Self.distinct(claims)
        reading.claims += claims
        guard let trace = context.trace else { return }
        trace.end(
            parts(encoded, reading), span, names: namesEnd, references: referencesEnd,
            claims: claims)
        if trace.isClaimless { trace.noteNearest(relations.patterns, sentence, encoded, context) }
    }

    private func parts(_ encoded: EncodedSentence, _ reading: DocumentReading) -> TraceBuilder {
        TraceBuilder(
            sentence: encoded, text: reading.text, decoded: reading.decoded,
            entities: reading.entities.entities)
    }

    private func encode(
        _ sentence: PlainSentence, _ names: [Candidate], _ reading: inout DocumentReading
    ) -> EncodedSentence {
        var encoded = EncodedSentence(sentence)
        for name in names.reversed() {
            let span = sentence.span(name.range.start, name.range.end)
            encoded.replace(
                name.range,
                with: SentenceMention(
                    mentionClass: name.mentionClass, span: span, words: reading.text[span],
                    entity: name.entity.map { reading.entities.index($0.kind, $0.name) },
                    home: name.home.map { reading.entities.index(.country, $0) },
                    place: name.place,
                    rule: name.rule))
        }
        return encoded
    }

    private func noteMentions(_ sentence: EncodedSentence, _ reading: inout DocumentReading) {
        for mention in sentence.mentions {
            guard let entity = mention.entity else { continue }
            reading.entities.addMention(
                reading.decoded.original(mention.span), mention.words, mention.rule, to: entity)
            if let home = mention.home { reading.entities.addHome(home, to: entity) }
        }
    }

    /// One claim for the same ends in one sentence: that of the first pattern.
    private static func distinct(_ claims: [ExtractedClaim]) -> [ExtractedClaim] {
        var seen: Set<[String]> = []
        return claims.filter { claim in
            var ends = [claim.source.entity, claim.target?.entity ?? -1]
            if claim.kind == .meetsWith { ends.sort() }
            let key =
                [claim.kind.rawValue] + ends.map { "\($0)" } + [claim.demand?.words ?? ""]
            return seen.insert(key).inserted
        }
    }
}
