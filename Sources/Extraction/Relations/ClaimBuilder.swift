import GraphModel
import PatternPacks
import TextMatching

/// Makes claims with evidence of what patterns found in one sentence.
struct ClaimBuilder {
    let sentence: EncodedSentence
    private(set) var entities: DocumentEntities
    let text: DocumentText
    let decoded: DecodedText
    let original: [UInt8]
    let document: String
    let sentenceSpan: TextSpan
    let money: MoneyReader
    let dates: DateReader
    /// The day of the document, as far as known.
    let today: CalendarDate?
    /// Who says what, by mention index.
    let speakers: [(mention: Int, content: ByteRange)]
    /// Actors that one list may distribute a claim over.
    static let mostMembers = 12

    mutating func claims(
        _ found: RelationPass.Found, _ circumstances: [String: ByteRange], status: ClaimStatus,
        cue: String?
    ) -> [ExtractedClaim] {
        guard let kind = found.pattern.type.map(RelationKind.init(rawValue:)) else { return [] }
        let trigger = found.range("trigger") ?? found.match.range
        let said = speakers(of: trigger)
        var claims: [ExtractedClaim] = []
        for (source, target) in pairs(found, kind) {
            var claim = ExtractedClaim(
                kind: kind, source: source, target: target, status: status,
                attributedTo: said.compactMap { name(of: $0) },
                confidence: found.pattern.confidence,
                evidence: evidence(
                    source.span, target?.span ?? source.span, found.pattern.rule.id, cue,
                    said.first))
            addDetails(found, circumstances, &claim)
            if kind == .demands, !addDemand(found, &claim) { continue }
            claims.append(claim)
        }
        return claims
    }

    private mutating func addDemand(
        _ found: RelationPass.Found, _ claim: inout ExtractedClaim
    ) -> Bool {
        guard let what = found.range("what") else { return false }
        let demand = demand(what)
        claim.demand = demand
        claim.target = nil
        claim.addressee = found.range("addressee").flatMap { arguments($0).first }
        claim.evidence.targetSpan = demand.span
        return true
    }

    /// The claim of a phrase that somebody acts for somebody.
    func claim(_ found: PhrasePass.Representation) -> ExtractedClaim? {
        guard let source = argument(found.source), let target = argument(found.target),
            source.entity != target.entity
        else { return nil }
        return ExtractedClaim(
            kind: .represents, source: source, target: target, status: .asserted,
            role: found.role.map { plain(text[$0]) }, attributedTo: [],
            confidence: found.confidence,
            evidence: evidence(source.span, target.span, found.rule, nil, nil))
    }

    /// Who with whom: each source with each target, or each two of `parties`.
    private mutating func pairs(
        _ found: RelationPass.Found, _ kind: RelationKind
    ) -> [(ExtractedClaim.Argument, ExtractedClaim.Argument?)] {
        var pairs: [(ExtractedClaim.Argument, ExtractedClaim.Argument?)] = []
        if let parties = found.range("parties") {
            let members = arguments(parties)
            for (place, first) in members.enumerated() {
                for second in members[(place + 1)...] where first.entity != second.entity {
                    pairs.append((first, second))
                }
            }
        }
        guard let source = found.range("source") else { return pairs }
        let targets = found.range("target").map { arguments($0) } ?? []
        for source in arguments(source) {
            if kind == .demands {
                pairs.append((source, nil))
            } else {
                for target in targets where target.entity != source.entity {
                    pairs.append((source, target))
                }
            }
        }
        return pairs
    }

    private func addDetails(
        _ found: RelationPass.Found, _ circumstances: [String: ByteRange],
        _ claim: inout ExtractedClaim
    ) {
        if let words = detail("amount", found, circumstances) {
            let read = money.read(words)
            claim.amount = .init(words: words, number: read.number, currency: read.currency)
        }
        claim.purpose = found.range("purpose").map(words)
        claim.place = detail("place", found, circumstances)
        claim.date = detail("date", found, circumstances)
        let isAhead = claim.status == .planned || claim.status == .possible
        claim.dateISO = claim.date.flatMap { dates.iso($0, on: today, isAhead ? .future : .past) }
        claim.role = found.range("role").map(words)
        for property in found.pattern.properties {
            claim.properties[property] = found.range(property).map(words)
        }
    }

    /// What the pattern says or, outside of the claim's own ends, the words around it.
    private func detail(
        _ name: String, _ found: RelationPass.Found, _ circumstances: [String: ByteRange]
    ) -> String? {
        if let own = found.range(name) { return words(own) }
        guard let range = circumstances[name] else { return nil }
        let isEnd = ["source", "target", "parties"].compactMap { found.range($0) }
            .contains { $0.start < range.end && range.start < $0.end }
        return isEnd ? nil : words(range)
    }

    /// The words of a mention, where the range is one; else as they stand in the text.
    private func words(_ range: ByteRange) -> String {
        if range.end - range.start == MentionClass.encodedLength,
            let mention = sentence.mention(in: range)
        {
            return plain(sentence.mentions[mention].words)
        }
        return plain(text[sentence.span(range)])
    }

    private func plain(_ words: String) -> String {
        words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func arguments(_ range: ByteRange) -> [ExtractedClaim.Argument] {
        let found = sentence.allMentions(in: range)
        guard isNamed(range, found) else {
            return isOffice(range, found) ? [] : unnamed(range).map { [$0] } ?? []
        }
        let all = found.flatMap { members(of: $0.index) }
        return all.prefix(Self.mostMembers).compactMap { argument($0) }
    }

    /// Whether the range is a mention and no more than its article: what has a head of its own
    /// ("flood victims in Iran", "Syrian exporters") is named by all its words instead.
    private func isNamed(_ range: ByteRange, _ found: [(index: Int, offset: Int)]) -> Bool {
        guard let only = found.first, found.count == 1, isActor(only.index),
            only.offset + MentionClass.encodedLength == range.end
        else { return false }
        let lead = String(decoding: sentence.bytes[range.start..<only.offset], as: UTF8.self)
        return PhrasePass.withoutArticle(lead).isEmpty
    }

    /// Whether the range is an office alone, of nobody who is named: that is no actor.
    private func isOffice(_ range: ByteRange, _ found: [(index: Int, offset: Int)]) -> Bool {
        guard let only = found.first, found.count == 1 else { return false }
        return sentence.mentions[only.index].mentionClass == .role && only.offset == range.start
            && range.end - range.start == MentionClass.encodedLength
    }

    private func isActor(_ index: Int) -> Bool {
        let mention = sentence.mentions[index]
        return mention.entity != nil || !mention.members.isEmpty || mention.speaker != nil
    }

    /// Somebody or something without a name, as a collective actor named by its words.
    private mutating func unnamed(_ range: ByteRange) -> ExtractedClaim.Argument? {
        var span = sentence.span(range)
        let words = PhrasePass.withoutArticle(text[span])
        guard !words.isEmpty else { return nil }
        span.start = span.end - words.utf8.count
        let original = decoded.original(span)
        let entity = entities.index(.group, plain(words))
        entities.addMention(original, words, "unnamed", to: entity)
        return ExtractedClaim.Argument(words: plain(words), span: original, entity: entity)
    }

    /// The mentions that a mention stands for: those in a list, those of whom an office is, who
    /// speaks by the way, or itself.
    private func members(of index: Int) -> [Int] {
        let mention = sentence.mentions[index]
        if mention.mentionClass == .list || mention.mentionClass == .role {
            return mention.members.flatMap {
                sentence.mentions[$0].members.isEmpty ? [$0] : members(of: $0)
            }
        }
        return [mention.speaker ?? index]
    }

    private func argument(_ mention: Int) -> ExtractedClaim.Argument? {
        let mention = sentence.mentions[mention]
        guard let entity = mention.entity else { return nil }
        return ExtractedClaim.Argument(
            words: plain(mention.words), span: decoded.original(mention.span), entity: entity)
    }

    private func demand(_ range: ByteRange) -> ExtractedClaim.Demand {
        var span = sentence.span(range)
        let edge = Array(" ,.;:\"'".utf8) + Array("“”’‘".utf8)
        while span.start < span.end, edge.contains(text.bytes[span.end - 1]) { span.end -= 1 }
        while span.start < span.end, edge.contains(text.bytes[span.start]) { span.start += 1 }
        return ExtractedClaim.Demand(words: plain(text[span]), span: decoded.original(span))
    }

    private func speakers(of trigger: ByteRange) -> [Int] {
        var found: [Int] = []
        for speaker in speakers
        where speaker.content.start <= trigger.start && trigger.end <= speaker.content.end {
            if !found.contains(speaker.mention) { found.append(speaker.mention) }
        }
        return found
    }

    private func name(of mention: Int) -> String? {
        sentence.mentions[mention].entity.map { entities.entities[$0].name }
    }

    private func evidence(
        _ source: TextSpan, _ target: TextSpan, _ pattern: String, _ cue: String?, _ speaker: Int?
    ) -> Evidence {
        let span = decoded.original(sentenceSpan)
        return Evidence(
            document: document, sentence: text[sentenceSpan], sentenceSpan: span,
            sourceSpan: source, targetSpan: target, pattern: pattern, cue: cue,
            speaker: speaker.flatMap { name(of: $0) },
            quotationHash: SHA256.hexadecimal(of: original[span.start..<span.end]))
    }
}
