import GraphModel
import PatternPacks
import TextMatching

/// Finds the names, amounts and dates of a document: by gazetteer and by shape in each sentence,
/// then short forms of what was found anywhere in the document (surnames, acronyms).
struct MentionFinder {
    private let gazetteer: Gazetteer
    private let names: [NamePattern]
    private let forms: PersonNameForms
    /// Nil where no shape has anchors, so that no sentence need be searched for them.
    private let anchors: AnchorIndex?

    init(_ packs: [Pack], _ anchors: AnchorIndex) {
        gazetteer = Gazetteer(packs.flatMap(\.gazetteer))
        names = packs.flatMap(\.names).sorted { $0.rule.priority > $1.rule.priority }
        forms = PersonNameForms(packs)
        self.anchors = names.allSatisfy(\.rule.anchors.isEmpty) ? nil : anchors
    }

    /// The settled candidates of every sentence; nil where it was stopped.
    func find(
        in sentences: [PlainSentence], _ matcher: TextMatcher, _ givenUp: inout [String: Int],
        isStopped: () -> Bool
    ) -> [[Candidate]]? {
        var first: [[Candidate]] = []
        for sentence in sentences {
            if isStopped() { return nil }
            first.append(candidates(in: sentence, matcher, &givenUp))
        }
        let shortForms = ShortForms(
            zip(sentences, first).flatMap { sentence, candidates in
                candidates.map { ($0, Self.words(sentence, $0.range)) }
            }, forms)
        return zip(sentences, first).map { sentence, candidates in
            let resolved = candidates.map {
                shortForms.resolved($0, Self.words(sentence, $0.range), gazetteer)
            }
            let more = sentence.bytes.withUnsafeBufferPointer { shortForms.candidates(in: $0) }
            return Candidate.settled(resolved + more)
        }
    }

    private func candidates(
        in sentence: PlainSentence, _ matcher: TextMatcher, _ givenUp: inout [String: Int]
    ) -> [Candidate] {
        sentence.bytes.withUnsafeBufferPointer { text in
            var found = gazetteer.candidates(in: text)
            // In a headline every word is written large: no name is told by its shape.
            if SentenceSplitter.isHeadline(text) { return Candidate.settled(found) }
            var active: [Bool]?
            if let anchors {
                var flags: [Bool] = []
                anchors.find(in: sentence.bytes, &flags)
                active = flags
            }
            for (rank, name) in names.enumerated() where active?[name.rule.slot] ?? true {
                do {
                    for match in try matcher.matches(of: name.rule.pattern, in: text) {
                        found.append(candidate(name, rank, match, sentence))
                    }
                } catch {
                    givenUp[name.rule.id, default: 0] += 1
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
            entity: kind.map { ($0, Self.words(sentence, range)) }, acronym: acronym,
            rule: kind == nil ? name.rule.id : "shape", rank: rank)
    }

    private static func words(_ sentence: PlainSentence, _ range: ByteRange) -> String {
        String(decoding: sentence.bytes[range.start..<range.end], as: UTF8.self)
    }
}
