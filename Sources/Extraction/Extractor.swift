import GraphModel
import PatternPacks
import TextMatching

/// The cascade: reads documents by packs of patterns, each into entities and claims with evidence.
///
/// The same bytes and packs give the same result. Not shared between threads: each has its own, over
/// the same rules.
public final class Extractor {
    private let rules: ExtractionRules
    private let matcher = TextMatcher()
    /// Whether rules are left out that need what a sentence lacks; it changes no result. Nil: where
    /// there is so much to read that it is worth while.
    var isGated: Bool?

    public convenience init(packs: [Pack]) { self.init(ExtractionRules(packs)) }

    public init(_ rules: ExtractionRules) { self.rules = rules }

    private func context(_ source: SourceDocument) -> MatchContext {
        let gates =
            switch isGated {
            case nil: rules.gates.gates(beforeReading: source.bytes.count)
            case true?: rules.gates.gates()
            case false?: nil as RuleGates?
            }
        return MatchContext(matcher, rules.anchors, gates)
    }

    /// Reads one document.
    ///
    /// - Parameter isStopped: asked before each sentence, so that a user need not wait for the end of
    ///   a large text.
    /// - Throws: where it is no text, or was stopped. Nothing of it is taken then.
    public func extract(
        _ source: SourceDocument, isStopped: () -> Bool = { false }
    ) throws(ExtractionError) -> ExtractedDocument {
        try extract(source, context(source), isStopped)
    }

    /// Reads one document and notes which patterns matched in it.
    func extract(
        _ source: SourceDocument, noting use: PatternUse
    ) throws(ExtractionError) -> ExtractedDocument {
        let context = context(source)
        context.use = use
        return try extract(source, context, { false })
    }

    /// Reads one document as `extract` does, and tells what each stage did in each sentence.
    public func explain(
        _ source: SourceDocument, isStopped: () -> Bool = { false }
    ) throws(ExtractionError) -> ExplainedDocument {
        let trace = TraceCollector()
        let context = context(source)
        context.trace = trace
        let document = try extract(source, context, isStopped)
        return ExplainedDocument(document: document, sentences: trace.sentences)
    }

    private func extract(
        _ source: SourceDocument, _ context: MatchContext, _ isStopped: () -> Bool
    ) throws(ExtractionError) -> ExtractedDocument {
        let decoded = try DecodedText(source)
        let text = DocumentText(bytes: decoded.bytes)
        let spans = decoded.bytes.withUnsafeBufferPointer { rules.splitter.sentences(of: $0) }
        let sentences = decoded.bytes.withUnsafeBufferPointer { bytes in
            spans.map { PlainSentence(bytes, $0) }
        }
        let found = rules.finder.find(in: sentences, context, isStopped: isStopped)
        guard let names = found else { throw Self.stopped() }
        let head = DocumentHead(decoded.bytes, matcher)
        let date =
            source.date ?? decoded.date ?? head.date
            ?? source.path.flatMap(FileNameDate.date(in:))
        var reading = DocumentReading(
            decoded: decoded, text: text, source: source,
            today: date.flatMap { rules.dates.day($0) }, references: rules.references,
            phrases: rules.phrases.reading(documentOf: date))
        for (index, sentence) in sentences.enumerated() {
            if isStopped() { throw Self.stopped() }
            read(sentence, spans[index], names[index], context, &reading)
        }
        let (entities, claims) = rules.facts.completed(reading.entities.entities, reading.claims)
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
        var named = encoded.allMentions(in: encoded.wholeRange).map(\.index)
        context.use?.sentences.append(encoded.bytes)
        reading.phrases.run(&encoded, &reading.entities, context, reading.text)
        context.use?.sentences.append(encoded.bytes)
        let mentions = encoded.mentions
        for index in mentions.indices
        where mentions[index].mentionClass == .group && mentions[index].entity != nil {
            named.append(index)
        }
        named.sort { mentions[$0].span.start < mentions[$1].span.start }
        reading.references.remember(named.map { ReferenceResolver.Named(mentions[$0]) })
        noteMentions(encoded, &reading)
        let matches = rules.relations.run(encoded, context)
        // Most sentences claim nothing. Who asks what patterns do wants the speakers all the same.
        if matches.isEmpty, reading.phrases.representations.isEmpty, context.isUnobserved { return }
        claim(
            matches, in: encoded, sentence, span, names: namesEnd, references: referencesEnd,
            context, &reading)
    }

    private func claim(
        _ matches: [RelationPass.Found], in encoded: EncodedSentence, _ sentence: PlainSentence,
        _ span: TextSpan, names namesEnd: Int, references referencesEnd: Int,
        _ context: MatchContext, _ reading: inout DocumentReading
    ) {
        var builder = ClaimBuilder(
            sentence: encoded, entities: reading.entities, text: reading.text,
            decoded: reading.decoded, original: reading.source.bytes, document: reading.source.id,
            sentenceSpan: span, money: rules.money, dates: rules.dates, today: reading.today,
            speakers: rules.attribution.speakers(encoded, asides: reading.phrases.speakers, context)
        )
        // The builder alone holds them while it works: a table held twice is copied when it grows.
        reading.entities = DocumentEntities()
        var claims = reading.phrases.representations.compactMap { builder.claim($0) }
        for found in matches {
            context.trace?.cue = nil
            let (status, cue) = rules.statuses.read(found, encoded, context, reading.text)
            let around = rules.circumstances.read(found, among: matches, in: encoded, context)
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
        if trace.isClaimless {
            trace.noteNearest(rules.relations.patterns, sentence, encoded, context)
        }
    }

    private func parts(_ encoded: EncodedSentence, _ reading: DocumentReading) -> TraceBuilder {
        TraceBuilder(
            sentence: encoded, text: reading.text, decoded: reading.decoded,
            entities: reading.entities.entities)
    }

    private func encode(
        _ sentence: PlainSentence, _ names: [Candidate], _ reading: inout DocumentReading
    ) -> EncodedSentence {
        // The last first: entities are numbered in this order.
        let mentions = names.reversed().map { name in
            let span = sentence.span(name.range.start, name.range.end)
            let meaning = name.meaning
            return SentenceMention(
                mentionClass: name.mentionClass, span: span, words: reading.text[span],
                entity: meaning.entity.map { reading.entities.index($0.kind, $0.name) },
                home: meaning.home.map { reading.entities.index(.country, $0) },
                place: meaning.place,
                rule: meaning.rule)
        }
        return EncodedSentence(sentence, names.map(\.range), mentions)
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
        if claims.count < 2 { return claims }
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
