import GraphModel
import PatternPacks
import TextMatching

/// Joins complex phrases into single mentions, round after round until nothing new is found, so
/// that relation patterns need not know of appositions, titles and lists (FASTUS, Hobbs et al.
/// 1997; the rounds as in Odin, Valenzuela-Escárcega et al. 2016).
struct PhrasePass {
    /// Rounds at most; real sentences need three or four.
    static let mostRounds = 8

    /// Somebody acts for somebody, as a phrase says by itself.
    struct Representation: Hashable {
        var source: Int
        var target: Int
        var role: TextSpan?
        var rule: String
        var confidence: Double
        /// The source is a part of the target: who acts for the part acts for the whole.
        var isPart = false
    }

    /// For whom a phrase says that somebody acts, and in what role.
    private struct Office {
        var target: Int
        var role: TextSpan?
    }

    private let phrases: [PhrasePattern]
    private let keys: [RuleKey]
    /// By phrase: the version of the sentence that it was last tried on.
    private var tried: [Int]
    private var holders: OfficeHolders
    private(set) var representations: [Representation] = []
    /// Mentions, by index, of those who say what the sentence says.
    private(set) var speakers: [Int] = []

    private let offices: OfficeTable

    init(_ packs: [Pack]) {
        offices = OfficeTable(packs)
        holders = OfficeHolders(offices, date: nil)
        phrases = packs.flatMap(\.phrases).sorted { $0.rule.priority > $1.rule.priority }
        keys = phrases.map { RuleKey($0.rule) }
        tried = Array(repeating: -1, count: phrases.count)
    }

    /// The same for a document of a day, of which nothing was read yet.
    func reading(documentOf date: String?) -> PhrasePass {
        var pass = self
        pass.holders = OfficeHolders(offices, date: date)
        return pass
    }

    mutating func run(
        _ sentence: inout EncodedSentence, _ entities: inout DocumentEntities,
        _ context: MatchContext, _ text: DocumentText
    ) {
        representations = []
        speakers = []
        for index in tried.indices { tried[index] = -1 }
        defer {
            addWholes()
            noteHolders(sentence, text)
        }
        for _ in 0..<Self.mostRounds {
            var changed = false
            for index in keys.indices {
                // On the same bytes it would find the same once more.
                if tried[index] == sentence.version, context.isGated { continue }
                tried[index] = sentence.version
                if context.rulesOut(keys[index], at: sentence.version) { continue }
                guard context.isActive(keys[index], in: sentence) else { continue }
                let phrase = phrases[index]
                let matches = context.matches(of: phrase.rule, in: sentence.bytes)
                // From right to left, so that earlier places stay as they are.
                for match in matches.reversed() {
                    let span = sentence.span(match.range)
                    guard join(match, phrase, &sentence, &entities, text) else { continue }
                    changed = true
                    context.use?.joined.insert(phrase.rule.slot)
                    if let trace = context.trace {
                        trace.joined(phrase.rule.id, text[span], sentence)
                    }
                }
            }
            if !changed { return }
        }
    }

    private mutating func join(
        _ match: TextMatch, _ phrase: PhrasePattern, _ sentence: inout EncodedSentence,
        _ entities: inout DocumentEntities, _ text: DocumentText
    ) -> Bool {
        let groups = phrase.rule.pattern.groupNames
        func mention(_ group: String) -> Int? {
            match.range(of: groups[group]).flatMap { sentence.mention(in: $0) }
        }
        guard match.range.start < match.range.end else { return false }
        let offices = Self.offices(match, groups, sentence)
        switch phrase.result {
        case .head:
            guard let head = mention("head") ?? mention("source") else { return false }
            represent(mention("source") ?? head, offices, phrase, sentence)
            return replace(match.range, with: head, &sentence)
        case .group:
            return joinGroup(match, phrase, offices, &sentence, &entities, text)
        case .groups:
            return joinGroups(match, phrase, &sentence, &entities, text)
        case .list:
            let parts = match.range(of: groups["source"]) ?? match.range
            guard let list = joinList(match.range, parts, &sentence, text) else { return false }
            represent(list, offices, phrase, sentence)
            return true
        case .aside:
            let speaker = mention("speaker")
            if let speaker { speakers.append(speaker) }
            let span = sentence.span(match.range)
            sentence.replace(
                match.range,
                with: SentenceMention(
                    mentionClass: .aside, span: span, words: text[span], speaker: speaker,
                    rule: phrase.rule.id))
            return true
        case .place:
            return settle(match.range(of: groups["head"]) ?? match.range, &sentence, &entities)
        case .role:
            let span = offices.first?.role ?? sentence.span(match.range)
            sentence.replace(
                match.range,
                with: SentenceMention(
                    mentionClass: .role, span: span, words: text[span],
                    members: offices.map(\.target), rule: phrase.rule.id))
            return true
        }
    }

    /// "In Kyiv": the city and not the government there.
    private func settle(
        _ range: ByteRange, _ sentence: inout EncodedSentence, _ entities: inout DocumentEntities
    ) -> Bool {
        guard let seat = sentence.allMentions(in: range).first,
            sentence.mentions[seat.index].mentionClass == .seat
        else { return false }
        var mention = sentence.mentions[seat.index]
        mention.mentionClass = .place
        mention.entity = entities.index(.place, mention.place ?? mention.words)
        mention.rule = "place"
        sentence.settle(seat.index, at: seat.offset, as: mention)
        return true
    }

    private func replace(_ range: ByteRange, with head: Int, _ sentence: inout EncodedSentence)
        -> Bool
    {
        if range.end - range.start <= MentionClass.encodedLength { return false }
        sentence.replace(range, withMention: head)
        return true
    }

    /// A role that was joined before stands for the one whose role it is.
    private mutating func represent(
        _ source: Int, _ offices: [Office], _ phrase: PhrasePattern, _ sentence: EncodedSentence
    ) {
        let sources = members(source, sentence)
        for (place, source) in sources.enumerated() {
            for office in offices {
                var targets = members(office.target, sentence)
                // "the presidents of Kenya and Uganda, Ana Ruiz and Kofi Asante": each of its own.
                if sources.count > 1, sources.count == targets.count { targets = [targets[place]] }
                for target in targets {
                    add(
                        Representation(
                            source: source, target: target, role: office.role,
                            rule: phrase.rule.id, confidence: 0.9, isPart: phrase.isPart))
                }
            }
        }
    }

    private mutating func add(_ found: Representation) {
        let isKnown = representations.contains {
            $0.source == found.source && $0.target == found.target
        }
        if found.source != found.target, !isKnown { representations.append(found) }
    }

    /// Who acts for a part of a body acts for the body: the secretary of a country's council.
    private mutating func addWholes() {
        for part in representations where part.isPart {
            for holder in representations where holder.target == part.source {
                var whole = holder
                whole.target = part.target
                whole.confidence = 0.8
                add(whole)
            }
        }
    }

    /// Where a phrase names as many roles as targets, each is that of its target.
    private static func offices(
        _ match: TextMatch, _ groups: [String: [Int]], _ sentence: EncodedSentence
    ) -> [Office] {
        let targets = match.ranges(of: groups["target"])
        let roles = match.ranges(of: groups["role"]).map { sentence.span($0) }
        return targets.enumerated().flatMap { place, range in
            let role = roles.count == targets.count ? roles[place] : roles.first
            return sentence.allMentions(in: range).map { Office(target: $0.index, role: role) }
        }
    }

    private func members(_ mention: Int, _ sentence: EncodedSentence) -> [Int] {
        let members = sentence.mentions[mention].members
        return members.isEmpty ? [mention] : members.flatMap { self.members($0, sentence) }
    }

    /// Who is named as the holder of an office is meant when it is named again.
    private mutating func noteHolders(_ sentence: EncodedSentence, _ text: DocumentText) {
        for found in representations {
            let source = sentence.mentions[found.source]
            guard source.mentionClass == .person, let holder = source.entity, let role = found.role,
                let body = sentence.mentions[found.target].entity
            else { continue }
            holders.note(holder, role, of: body, text)
        }
    }

    /// "The French president" is a person where it is known who that was.
    private func joinHolder(
        _ match: TextMatch, _ offices: [Office], _ sentence: inout EncodedSentence,
        _ entities: inout DocumentEntities, _ text: DocumentText
    ) -> Int? {
        guard offices.count == 1, offices[0].role != nil else { return nil }
        let owner = sentence.mentions[offices[0].target]
        guard let body = owner.entity else { return nil }
        let whole = sentence.span(match.range)
        let holder = holders.holder(in: whole, of: body, at: owner.span, &entities, text)
        guard let holder, entities.entities[holder].kind == .person else { return nil }
        let words = Self.withoutArticle(text[whole])
        return sentence.replace(
            match.range,
            with: SentenceMention(
                mentionClass: .person,
                span: TextSpan(start: whole.end - words.utf8.count, end: whole.end), words: words,
                entity: holder, rule: "office"))
    }

    private mutating func joinGroup(
        _ match: TextMatch, _ phrase: PhrasePattern, _ offices: [Office],
        _ sentence: inout EncodedSentence, _ entities: inout DocumentEntities, _ text: DocumentText
    ) -> Bool {
        if let holder = joinHolder(match, offices, &sentence, &entities, text) {
            represent(holder, offices, phrase, sentence)
            return true
        }
        var span = sentence.span(match.range)
        let words = Self.withoutArticle(text[span])
        span.start = span.end - words.utf8.count
        let name = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let group = sentence.replace(
            match.range,
            with: SentenceMention(
                mentionClass: .group, span: span, words: words,
                entity: entities.index(.group, name), rule: phrase.rule.id))
        guard let group else { return false }
        represent(group, offices, phrase, sentence)
        return true
    }

    /// Each target with the words that all of them share: "Norlandic and Freelandic envoys" are
    /// "Norlandic envoys" and "Freelandic envoys", each in the place of its own adjective.
    private mutating func joinGroups(
        _ match: TextMatch, _ phrase: PhrasePattern, _ sentence: inout EncodedSentence,
        _ entities: inout DocumentEntities, _ text: DocumentText
    ) -> Bool {
        let groups = phrase.rule.pattern.groupNames
        let offices = Self.offices(match, groups, sentence)
        let ranges = match.ranges(of: groups["target"])
        guard offices.count > 1, let first = ranges.first, let last = ranges.last else {
            return false
        }
        let whole = sentence.span(match.range)
        let before = text[TextSpan(start: whole.start, end: sentence.span(first).start)]
        let after = text[TextSpan(start: sentence.span(last).end, end: whole.end)]
        var members: [Int] = []
        for office in offices {
            var target = sentence.mentions[office.target]
            let words = Self.withoutArticle(before) + target.words + after
            let name = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            target.mentionClass = .group
            target.entity = entities.index(.group, name)
            target.members = []
            target.rule = phrase.rule.id
            let member = sentence.add(target)
            members.append(member)
            // "French and German veterans" act for nobody: their noun is no role.
            guard office.role != nil else { continue }
            add(
                Representation(
                    source: member, target: office.target, role: office.role,
                    rule: phrase.rule.id, confidence: 0.9))
        }
        let list = SentenceMention(
            mentionClass: .list, span: whole, words: text[whole], members: members,
            rule: phrase.rule.id)
        return sentence.replace(match.range, with: list) != nil
    }

    static func withoutArticle(_ words: String) -> String {
        for article in ["the ", "a ", "an ", "its ", "his ", "her ", "their "]
        where words.lowercased().hasPrefix(article) {
            return String(words.dropFirst(article.count))
        }
        return words
    }

    /// - Returns: the list's mention, of the actors in `parts`.
    private func joinList(
        _ range: ByteRange, _ parts: ByteRange, _ sentence: inout EncodedSentence,
        _ text: DocumentText
    ) -> Int? {
        let members = sentence.allMentions(in: parts).map(\.index)
            .filter { sentence.mentions[$0].mentionClass != .aside }
        guard members.count > 1 else { return nil }
        let span = sentence.span(parts)
        return sentence.replace(
            range,
            with: SentenceMention(
                mentionClass: .list, span: span, words: text[span],
                members: members.flatMap { self.members($0, sentence) }, rule: "list"))
    }
}
