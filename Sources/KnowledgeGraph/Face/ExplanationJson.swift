import Extraction
import GraphExport
import GraphModel

/// The trace of a document as JSON for programs. Every member is always there, null where nothing
/// is to be told.
public enum ExplanationJson {
    public static func of(_ explained: ExplainedDocument) -> Json {
        .object([
            .init("id", .string(explained.document.document.id)),
            .init("sentences", .array(explained.sentences.map(sentence))),
            .init(
                "given_up",
                .array(explained.document.givenUp.keys.sorted().map(Json.string))),
        ])
    }

    private static func sentence(_ trace: SentenceTrace) -> Json {
        .object([
            .init("sentence", .string(trace.words)), .init("span", span(trace.span)),
            .init("mentions", .array(trace.mentions.map(mention))),
            .init("references", .array(trace.references.map(mention))),
            .init(
                "phrases",
                .array(
                    trace.phrases.map {
                        .object([
                            .init("pattern", .string($0.pattern)),
                            .init("words", .string($0.words)), .init("seen", .string($0.seen)),
                        ])
                    })),
            .init("seen", .string(trace.seen)),
            .init("discards", .array(trace.discards.map(Json.string))),
            .init("matches", .array(trace.matches.map(match))),
            .init("claims", .array(trace.claims.map(claim))),
            .init("nearest", .array(trace.nearest.map(nearest))),
        ])
    }

    private static func mention(_ mention: MentionTrace) -> Json {
        .object([
            .init("words", .string(mention.words)),
            .init("class", .string(mention.mentionClass)),
            .init("entity", text(mention.entity)), .init("rule", .string(mention.rule)),
            .init("span", span(mention.span)),
        ])
    }

    private static func match(_ match: RelationTrace) -> Json {
        .object([
            .init("pattern", .string(match.pattern)), .init("type", text(match.type)),
            .init(
                "captures",
                .array(
                    match.captures.map {
                        .object([
                            .init("name", .string($0.name)), .init("words", .string($0.words)),
                        ])
                    })),
            .init("status", text(match.status)), .init("cue", text(match.cue)),
            .init("decided_by", text(match.decidedBy)),
            .init("speakers", .array(match.speakers.map(Json.string))),
            .init("confidence", .float(match.confidence)),
            .init("claims", .integer(Int64(match.claims))),
            .init("lost_to", text(match.lostTo)),
        ])
    }

    private static func claim(_ claim: ClaimTrace) -> Json {
        .object([
            .init("type", .string(claim.type)), .init("source", .string(claim.source)),
            .init("target", .string(claim.target)), .init("status", .string(claim.status)),
            .init("pattern", .string(claim.pattern)),
            .init("confidence", .float(claim.confidence)),
        ])
    }

    private static func nearest(_ near: NearestPattern) -> Json {
        .object([
            .init("pattern", .string(near.pattern)), .init("type", .string(near.type)),
            .init("anchor", .string(near.anchor)), .init("matched", .string(near.matched)),
            .init("stopped_by", text(near.stoppedBy)),
        ])
    }

    private static func text(_ text: String?) -> Json { text.map(Json.string) ?? .null }

    private static func span(_ span: TextSpan) -> Json {
        .array([.integer(Int64(span.start)), .integer(Int64(span.end))])
    }
}
