import GraphModel

/// The sentences that a reader is shown beside a mention: those that hold one.
enum MentionedSentences {
    /// - Parameter spans: of all sentences, in the text.
    static func of(
        _ entities: [ExtractedEntity], _ spans: [TextSpan], _ text: DocumentText,
        _ decoded: DecodedText
    ) -> [ExtractedSentence] {
        let starts = entities.flatMap { $0.mentions.map(\.span.start) }.sorted()
        var next = 0
        var result: [ExtractedSentence] = []
        for span in spans {
            let original = decoded.original(span)
            while next < starts.count, starts[next] < original.start { next += 1 }
            guard next < starts.count else { break }
            guard starts[next] < original.end else { continue }
            result.append(ExtractedSentence(span: original, words: text[span]))
        }
        return result
    }
}
