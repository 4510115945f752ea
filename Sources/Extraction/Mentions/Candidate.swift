import GraphModel
import PatternPacks
import TextMatching

/// A place in a sentence that may be a mention, before it is settled which of several that overlap
/// counts.
struct Candidate {
    /// Where it was found; later ones yield to earlier ones of the same place.
    enum Origin: Int {
        case value, gazetteer, shape, alias
    }

    var range: ByteRange
    var origin: Origin
    var mentionClass: MentionClass
    var meaning: CandidateMeaning
    /// The place of its pattern among those of shapes: of the same words the first counts.
    var rank = 0

    /// Settles overlaps: amounts and dates first, then from left to right the longest. A person's
    /// shape yields to a country or organisation inside it ("Ukraine President Zelensky"), and is
    /// what follows where that is a full name.
    static func settled(_ candidates: [Candidate]) -> [Candidate] {
        if candidates.count < 2 { return candidates }
        let values = candidates.filter { $0.origin == .value }
        let known = candidates.filter { $0.origin == .gazetteer && !$0.yieldsToPersons }
        var rest = candidates.compactMap { candidate -> Candidate? in
            if candidate.origin == .value { return candidate }
            if values.contains(where: { $0.overlaps(candidate) }) { return nil }
            guard candidate.origin == .shape, candidate.mentionClass == .person else {
                return candidate
            }
            let covering = known.filter { $0.overlaps(candidate) }
            if covering.isEmpty { return candidate }
            // "… of the United Kingdom David Cameron": the person's name is what follows.
            guard let end = covering.map(\.range.end).max() else { return nil }
            return candidate.after(end)
        }
        rest.sort {
            ($0.range.start, -$0.range.end, $0.origin.rawValue, $0.rank)
                < ($1.range.start, -$1.range.end, $1.origin.rawValue, $1.rank)
        }
        var result: [Candidate] = []
        for candidate in rest {
            guard let last = result.last, last.overlaps(candidate) else {
                result.append(candidate)
                continue
            }
            // A longer one that begins later wins only over a part of itself that is no value.
            if last.origin != .value, candidate.length > last.length * 2 {
                result[result.count - 1] = candidate
            }
        }
        return result
    }

    /// The part of a name behind an offset, where that is a full name by itself.
    private func after(_ offset: Int) -> Candidate? {
        guard let entity = meaning.entity, range.start < offset, offset < range.end else {
            return nil
        }
        let rest = entity.name.utf8.dropFirst(offset - range.start)
        guard rest.first == UInt8(ascii: " "), rest.dropFirst().contains(UInt8(ascii: " ")) else {
            return nil
        }
        var part = self
        part.range.start = offset + 1
        part.meaning = CandidateMeaning(
            entity: (entity.kind, String(decoding: rest.dropFirst(), as: UTF8.self)),
            home: meaning.home, place: meaning.place, acronym: meaning.acronym,
            rule: meaning.rule)
        return part
    }

    /// A person known by the shape of the name alone.
    var isPersonsShape: Bool { origin == .shape && mentionClass == .person }

    private var length: Int { range.end - range.start }

    private var yieldsToPersons: Bool {
        mentionClass == .person || mentionClass == .place || mentionClass == .seat
    }

    func overlaps(_ other: Candidate) -> Bool {
        range.start < other.range.end && other.range.start < range.end
    }
}

/// For what a candidate stands. An object, so that candidates are sorted and copied cheaply; those of
/// a gazetteer are made once.
final class CandidateMeaning: Sendable {
    /// The entity's kind and canonical name, as far as known; nil for amounts and dates.
    let entity: (kind: EntityKind, name: String)?
    /// The country that a gazetteer names beside a person.
    let home: String?
    /// The place that a seat is: "Kyiv".
    let place: String?
    let acronym: String?
    let rule: String

    init(
        entity: (kind: EntityKind, name: String)?, home: String? = nil, place: String? = nil,
        acronym: String? = nil, rule: String
    ) {
        self.entity = entity
        self.home = home
        self.place = place
        self.acronym = acronym
        self.rule = rule
    }
}
