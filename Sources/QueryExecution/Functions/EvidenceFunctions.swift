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
        },
        .strict("mentions", 1...1) { (arguments, context) throws(EvaluationError) in
            guard case .node(let node) = arguments[0] else {
                throw .argument(
                    arguments[0], of: "mentions", expecting: "a node",
                    detail: "InvalidArgumentValue")
            }
            do {
                return .list(try context.graph.mentions(of: node.id).map(map))
            } catch {
                throw .reading(error)
            }
        },
    ]

    /// One mention by flat keys, like evidence.
    private static func map(_ mention: MentionRecord) -> Value {
        func offset(_ number: Int?) -> Value { number.map { .integer(Int64($0)) } ?? .null }
        return .map([
            "document": .string(mention.document), "text": .string(mention.words),
            "rule": .string(mention.rule), "start": offset(mention.span.start),
            "end": offset(mention.span.end),
            "sentence": mention.sentence.map(Value.string) ?? .null,
            "sentence_start": offset(mention.sentenceSpan?.start),
            "sentence_end": offset(mention.sentenceSpan?.end),
        ])
    }

    /// One piece of evidence by flat keys, so that a query can order by them; offsets are of UTF-8
    /// bytes in the original document, half-open.
    private static func map(_ evidence: Evidence) -> Value {
        .map([
            "document": .string(evidence.document), "sentence": .string(evidence.sentence),
            "sentence_start": .integer(Int64(evidence.sentenceSpan.start)),
            "sentence_end": .integer(Int64(evidence.sentenceSpan.end)),
            "source_start": .integer(Int64(evidence.sourceSpan.start)),
            "source_end": .integer(Int64(evidence.sourceSpan.end)),
            "target_start": .integer(Int64(evidence.targetSpan.start)),
            "target_end": .integer(Int64(evidence.targetSpan.end)),
            "pattern": .string(evidence.pattern),
            "cue": evidence.cue.map(Value.string) ?? .null,
            "speaker": evidence.speaker.map(Value.string) ?? .null,
            "hash": .string(evidence.quotationHash),
        ])
    }
}
