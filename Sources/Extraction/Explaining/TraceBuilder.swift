import GraphModel
import PatternPacks
import TextMatching

/// Makes the trace of a sentence of what the stages noted and left.
struct TraceBuilder {
    let sentence: EncodedSentence
    let text: DocumentText
    let decoded: DecodedText
    let entities: [ExtractedEntity]

    /// - Parameters:
    ///   - names: how many of the sentence's mentions are names.
    ///   - references: how many after them are references.
    func trace(
        _ collector: TraceCollector, _ span: TextSpan, names: Int, references: Int,
        claims: [ExtractedClaim]
    ) -> SentenceTrace {
        let mentions = sentence.mentions
        let barren = collector.barren.map { relation($0.found, lostTo: $0.lostTo) }
        return SentenceTrace(
            words: Self.plain(text[span]), span: decoded.original(span),
            mentions: mentions[..<names].map(mention).sorted { $0.span.start < $1.span.start },
            references: mentions[names..<references].map(mention)
                .sorted { $0.span.start < $1.span.start },
            phrases: collector.phrases, seen: sentence.shown(sentence.wholeRange),
            discards: collector.discards, matches: collector.matches + barren,
            claims: claims.map(claim), nearest: [])
    }

    /// A match with its captures; what decided about it is for the caller to add.
    func relation(_ found: RelationPass.Found, lostTo winner: String? = nil) -> RelationTrace {
        let captures = found.pattern.rule.pattern.groupNames.keys.compactMap { name in
            found.range(name).map { (name: name, range: $0) }
        }.filter { $0.range.start < $0.range.end }
        let ordered = captures.sorted {
            ($0.range.start, $0.range.end, $0.name) < ($1.range.start, $1.range.end, $1.name)
        }
        return RelationTrace(
            pattern: found.pattern.rule.id, type: found.pattern.type,
            captures: ordered.map {
                .init(name: $0.name, words: Self.plain(text[sentence.span($0.range)]))
            }.filter { !$0.words.isEmpty },
            speakers: [], confidence: found.pattern.confidence, claims: 0, lostTo: winner)
    }

    private func mention(_ mention: SentenceMention) -> MentionTrace {
        MentionTrace(
            words: Self.plain(mention.words), mentionClass: mention.mentionClass.name,
            entity: mention.entity.map { entities[$0].name }, rule: mention.rule,
            span: decoded.original(mention.span))
    }

    private func claim(_ claim: ExtractedClaim) -> ClaimTrace {
        ClaimTrace(
            type: claim.kind.rawValue, source: entities[claim.source.entity].name,
            target: claim.demand?.words ?? claim.target.map { entities[$0.entity].name } ?? "",
            status: claim.status.rawValue, pattern: claim.evidence.pattern,
            confidence: claim.confidence)
    }

    private static func plain(_ words: String) -> String {
        words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
