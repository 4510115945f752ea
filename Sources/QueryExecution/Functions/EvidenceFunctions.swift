import GraphModel

/// What openCypher does not know: the words that a claim rests on.
enum EvidenceFunctions {
    static let all: [ScalarFunction] = [
        .strict("evidence", 1...1) { (arguments, context) throws(EvaluationError) in
            guard case .relationship(let relationship) = arguments[0] else {
                throw .argument(
                    arguments[0], of: "evidence", expecting: "a relationship",
                    detail: "InvalidArgumentValue")
            }
            do {
                return .list(try context.graph.evidence(of: relationship.id).map(map))
            } catch {
                throw .reading(error)
            }
        }
    ]

    /// One piece of evidence with the names that results in JSON have too; spans are half-open
    /// lists of UTF-8 byte offsets in the original document.
    private static func map(_ evidence: Evidence) -> Value {
        .map([
            "document": .string(evidence.document),
            "sentence": .string(evidence.sentence),
            "sentence_span": span(evidence.sentenceSpan),
            "source_span": span(evidence.sourceSpan),
            "target_span": span(evidence.targetSpan),
            "pattern": .string(evidence.pattern),
            "cue": evidence.cue.map(Value.string) ?? .null,
            "speaker": evidence.speaker.map(Value.string) ?? .null,
            "quotation_hash": .string(evidence.quotationHash),
        ])
    }

    private static func span(_ span: TextSpan) -> Value {
        .list([.integer(Int64(span.start)), .integer(Int64(span.end))])
    }
}
