import Extraction
import GraphExport
import GraphModel

/// What was found in a document, as one line of JSON for programs. Every member is always there,
/// null where the text does not tell.
public enum ExtractionJson {
    public static func of(_ extracted: ExtractedDocument) -> Json {
        .object([
            .init("id", .string(extracted.document.id)),
            .init("entities", .array(extracted.entities.map(entity))),
            .init("relations", .array(extracted.claims.map { relation($0, extracted) })),
        ])
    }

    /// The same as UTF-8 with a line break behind it.
    @Sendable public static func line(_ extracted: ExtractedDocument) -> [UInt8] {
        var bytes: [UInt8] = []
        of(extracted).append(to: &bytes)
        bytes.append(0x0A)
        return bytes
    }

    private static func entity(_ entity: ExtractedEntity) -> Json {
        .object([
            .init("name", .string(entity.name)),
            .init("label", .string(entity.kind.rawValue)),
            .init("aliases", .array(entity.aliases.map(Json.string))),
            .init(
                "mentions",
                .array(
                    entity.mentions.map {
                        .object([
                            .init("span", span($0.span)), .init("words", .string($0.words)),
                            .init("rule", .string($0.rule)),
                        ])
                    })),
        ])
    }

    private static func relation(_ claim: ExtractedClaim, _ extracted: ExtractedDocument) -> Json {
        func name(_ argument: ExtractedClaim.Argument?) -> Json {
            guard let argument, extracted.entities.indices.contains(argument.entity) else {
                return .null
            }
            return .string(extracted.entities[argument.entity].name)
        }
        return .object([
            .init("type", .string(claim.kind.rawValue)),
            .init("source", .string(claim.source.words)),
            .init("target", text(claim.demand?.words ?? claim.target?.words)),
            .init("addressee", text(claim.addressee?.words)),
            .init("source_entity", name(claim.source)),
            .init("target_entity", name(claim.target)),
            .init("addressee_entity", name(claim.addressee)),
            .init("status", .string(claim.status.rawValue)),
            .init("amount", text(claim.amount?.words)),
            .init("amount_number", claim.amount?.number.map(Json.float) ?? .null),
            .init("currency", text(claim.amount?.currency)),
            .init("purpose", text(claim.purpose)),
            .init("place", text(claim.place)),
            .init("date", text(claim.date)),
            .init("date_iso", text(claim.dateISO)),
            .init("role", text(claim.role)),
            .init(
                "properties",
                .object(
                    claim.properties.sorted { $0.key < $1.key }.map {
                        .init($0.key, .string($0.value))
                    })),
            .init("attributed_to", .array(claim.attributedTo.map(Json.string))),
            .init("confidence", .float(claim.confidence)),
            .init("evidence", evidence(claim.evidence)),
        ])
    }

    private static func evidence(_ evidence: Evidence) -> Json {
        .object([
            .init("document", .string(evidence.document)),
            .init("sentence", .string(evidence.sentence)),
            .init("sentence_span", span(evidence.sentenceSpan)),
            .init("source_span", span(evidence.sourceSpan)),
            .init("target_span", span(evidence.targetSpan)),
            .init("pattern", .string(evidence.pattern)),
            .init("cue", text(evidence.cue)),
            .init("speaker", text(evidence.speaker)),
            .init("hash", .string(evidence.quotationHash)),
        ])
    }

    private static func text(_ text: String?) -> Json { text.map(Json.string) ?? .null }

    private static func span(_ span: TextSpan) -> Json {
        .array([.integer(Int64(span.start)), .integer(Int64(span.end))])
    }
}
