import GraphModel
import PatternPacks
import TextMatching

/// Finds whom a pronoun or "the alliance" stands for: the nearest sentence back that names somebody
/// of a fitting class, and there the first one named, which is its subject more often than not.
struct ReferenceResolver {
    /// What a sentence named, as far as others can refer to it.
    struct Named: Equatable {
        var span: TextSpan
        var mentionClass: MentionClass
        var entity: Int?
        var home: Int?

        init(_ mention: SentenceMention) {
            span = mention.span
            mentionClass = mention.mentionClass
            entity = mention.entity
            home = mention.home
        }
    }

    private let patterns: [ReferencePattern]
    private let keys: [RuleKey]
    /// What the last sentences named, the latest last.
    private var memory: [[Named]] = []

    init(_ packs: [Pack]) {
        patterns = packs.flatMap(\.references).sorted { $0.rule.priority > $1.rule.priority }
        keys = patterns.map { RuleKey($0.rule) }
    }

    /// Encodes the references of a sentence as mentions of those for whom they stand.
    mutating func resolve(
        _ sentence: inout EncodedSentence, _ context: MatchContext, _ text: DocumentText
    ) {
        for index in keys.indices {
            if context.rulesOut(keys[index], at: sentence.version) { continue }
            guard context.isActive(keys[index], in: sentence) else { continue }
            let pattern = patterns[index]
            let matches = context.matches(of: pattern.rule, in: sentence.bytes)
            for match in matches.reversed() {
                let groups = pattern.rule.pattern.groupNames
                let range = match.range(of: groups["mention"]) ?? match.range
                guard let antecedent = antecedent(of: pattern, before: range.start, sentence)
                else { continue }
                let span = place(of: antecedent, in: sentence) ?? sentence.span(range)
                sentence.replace(
                    range,
                    with: SentenceMention(
                        mentionClass: antecedent.mentionClass, span: span, words: text[span],
                        entity: antecedent.entity, rule: "reference:" + pattern.rule.id))
            }
        }
    }

    /// Keeps what a sentence named for those that follow.
    mutating func remember(_ mentions: [Named]) {
        memory.append(mentions)
        if memory.count > 8 { memory.removeFirst() }
    }

    /// Where the sentence itself names whom a reference stands for: the name proves more than "he".
    private func place(
        of antecedent: Named, in sentence: EncodedSentence
    ) -> TextSpan? {
        let isNamedHere = sentence.allMentions(in: sentence.wholeRange).contains {
            Named(sentence.mentions[$0.index]) == antecedent
        }
        return isNamedHere ? antecedent.span : nil
    }

    private func antecedent(
        of pattern: ReferencePattern, before offset: Int, _ sentence: EncodedSentence
    ) -> Named? {
        let earlier = Array(memory.suffix(pattern.reach).reversed())
        let here = sentence.allMentions(in: ByteRange(start: 0, end: offset))
            .map { Named(sentence.mentions[$0.index]) }
        let sentences: [[Named]]
        switch pattern.antecedent {
        case .subject: sentences = [here] + earlier
        case .object: sentences = earlier.map { $0.reversed() }
        case .nearest: sentences = ([here] + earlier).map { $0.reversed() }
        }
        // The object of a clause is not its subject: "Mr. Macron met him".
        let subject = pattern.antecedent == .object ? here.last?.entity : nil
        for mentions in sentences {
            for mention in mentions {
                guard let found = fitting(mention, pattern) else { continue }
                if found.entity != subject { return found }
            }
        }
        return nil
    }

    /// The mention itself, or the country of a person where a country is looked for.
    private func fitting(_ mention: Named, _ pattern: ReferencePattern) -> Named? {
        if pattern.classes.contains(mention.mentionClass), mention.entity != nil { return mention }
        guard pattern.classes.contains(.country), let home = mention.home else { return nil }
        var country = mention
        country.mentionClass = .country
        country.entity = home
        return country
    }
}
