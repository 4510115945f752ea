import GraphModel
import PatternPacks
import TextMatching

/// Finds the names, amounts and dates of a document: by gazetteer and by shape in each sentence,
/// then short forms of what was found anywhere in the document (surnames, acronyms).
struct MentionFinder {
    private let gazetteer: Gazetteer
    private let names: [NamePattern]
    private let keys: [RuleKey]
    private let forms: PersonNameForms

    init(_ packs: [Pack]) {
        gazetteer = Gazetteer(packs.flatMap(\.gazetteer))
        names = packs.flatMap(\.names).sorted { $0.rule.priority > $1.rule.priority }
        keys = names.map { RuleKey($0.rule) }
        forms = PersonNameForms(packs)
    }

    /// The settled candidates of every sentence; nil where it was stopped.
    func find(
        in sentences: [PlainSentence], _ context: MatchContext, isStopped: () -> Bool
    ) -> [[Candidate]]? {
        var first: [[Candidate]] = []
        for sentence in sentences {
            if isStopped() { return nil }
            first.append(candidates(in: sentence, context))
        }
        let shortForms = ShortForms(
            zip(sentences, first).flatMap { sentence, candidates in
                candidates.lazy.filter { $0.mentionClass == .person || $0.meaning.acronym != nil }
                    .map { ($0, Self.words(sentence, $0.range)) }
            }, forms)
        for (place, sentence) in sentences.enumerated() {
            for index in first[place].indices where first[place][index].isPersonsShape {
                let words = Self.words(sentence, first[place][index].range)
                first[place][index] = shortForms.resolved(first[place][index], words, gazetteer)
            }
            let more = sentence.bytes.withUnsafeBufferPointer { shortForms.candidates(in: $0) }
            first[place] = Candidate.settled(first[place] + more)
        }
        return first
    }

    private func candidates(
        in sentence: PlainSentence, _ context: MatchContext
    ) -> [Candidate] {
        context.begin(sentence)
        return sentence.bytes.withUnsafeBufferPointer { text in
            var found = gazetteer.candidates(in: text)
            // In a headline every word is written large: no name is told by its shape.
            if SentenceSplitter.isHeadline(text) { return Candidate.settled(found) }
            for rank in keys.indices where context.isActive(keys[rank]) {
                let name = names[rank]
                for match in context.matches(of: name.rule, in: sentence.bytes) {
                    found.append(candidate(name, rank, match, sentence))
                }
            }
            return Candidate.settled(found)
        }
    }

    private func candidate(
        _ name: NamePattern, _ rank: Int, _ match: TextMatch, _ sentence: PlainSentence
    ) -> Candidate {
        let groups = name.rule.pattern.groupNames
        let range = match.range(of: groups["name"]) ?? match.range
        let acronym = match.range(of: groups["acronym"]).map { Self.words(sentence, $0) }
        let kind: EntityKind? =
            switch name.mentionClass {
            case .person: .person
            case .organization: .organization
            case .country: .country
            case .place, .seat: .place
            case .group: .group
            case .list, .adjective, .money, .date, .role, .aside, .pronoun: nil
            }
        return Candidate(
            range: range, origin: kind == nil ? .value : .shape, mentionClass: name.mentionClass,
            meaning: CandidateMeaning(
                entity: kind.map { ($0, Self.words(sentence, range)) }, acronym: acronym,
                rule: kind == nil ? name.rule.id : "shape"),
            rank: rank)
    }

    private static func words(_ sentence: PlainSentence, _ range: ByteRange) -> String {
        String(decoding: sentence.bytes[range.start..<range.end], as: UTF8.self)
    }
}
