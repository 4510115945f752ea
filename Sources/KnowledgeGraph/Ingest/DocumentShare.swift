import Extraction
import Foundation
import GraphModel

/// What one document gives to the graph, in the form in which the graph keeps it: so that it can
/// be resolved anew when other documents or judgements change what its names mean.
struct DocumentShare: Codable {
    struct Span: Codable {
        var start: Int
        var end: Int

        init(_ span: TextSpan) {
            start = span.start
            end = span.end
        }

        var textSpan: TextSpan { TextSpan(start: start, end: end) }
    }

    struct Mention: Codable {
        var span: Span
        var words: String
        var rule: String
    }

    struct Entity: Codable {
        var kind: String
        var name: String
        var aliases: [String]
        var mentions: [Mention]
        var shortForms: [String]
        var countries: [String]
        var isLocal: Bool
    }

    struct Claim: Codable {
        var type: String
        /// Places among the entities.
        var source: Int
        var target: Int?
        var demand: String?
        var addressee: Int?
        var status: String
        var amount: Double?
        var currency: String?
        var amountText: String?
        var purpose: String?
        var place: String?
        /// Its words.
        var date: String?
        var dateISO: String?
        var role: String?
        /// What its type alone has; graphs of earlier versions lack it.
        var properties: [String: String]?
        var attributedTo: [String]
        var confidence: Double
        var sentence: String
        var sentenceSpan: Span
        var sourceSpan: Span
        var targetSpan: Span
        var pattern: String
        var cue: String?
        var speaker: String?
        var quotationHash: String
    }

    var entities: [Entity]
    var claims: [Claim]

    init(_ extracted: ExtractedDocument) {
        entities = extracted.entities.map { entity in
            Entity(
                kind: entity.kind.rawValue, name: entity.name, aliases: entity.aliases,
                mentions: entity.mentions.map {
                    Mention(span: Span($0.span), words: $0.words, rule: $0.rule)
                }, shortForms: entity.shortForms, countries: entity.countries,
                isLocal: entity.isLocal)
        }
        claims = extracted.claims.map(Claim.init)
    }

    init(json: String) throws(IngestError) {
        do {
            self = try JSONDecoder().decode(DocumentShare.self, from: Data(json.utf8))
        } catch {
            throw Self.unreadable(error)
        }
    }

    func json() throws(IngestError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            throw Self.unreadable(error)
        }
    }

    private static func unreadable(_ error: any Error) -> IngestError {
        IngestError(
            .unreadableShare,
            "What the graph keeps of a document is unreadable; forget the document and read it anew.",
            cause: "\(error)")
    }
}

extension DocumentShare.Claim {
    init(_ claim: ExtractedClaim) {
        type = claim.kind.rawValue
        source = claim.source.entity
        target = claim.target?.entity
        demand = claim.demand?.words
        addressee = claim.addressee?.entity
        status = claim.status.rawValue
        amount = claim.amount?.number
        currency = claim.amount?.currency
        amountText = claim.amount?.words
        purpose = claim.purpose
        place = claim.place
        date = claim.date
        dateISO = claim.dateISO
        role = claim.role
        properties = claim.properties.isEmpty ? nil : claim.properties
        attributedTo = claim.attributedTo
        confidence = claim.confidence
        sentence = claim.evidence.sentence
        sentenceSpan = .init(claim.evidence.sentenceSpan)
        sourceSpan = .init(claim.evidence.sourceSpan)
        targetSpan = .init(claim.evidence.targetSpan)
        pattern = claim.evidence.pattern
        cue = claim.evidence.cue
        speaker = claim.evidence.speaker
        quotationHash = claim.evidence.quotationHash
    }

    func evidence(in document: String) -> Evidence {
        Evidence(
            document: document, sentence: sentence, sentenceSpan: sentenceSpan.textSpan,
            sourceSpan: sourceSpan.textSpan, targetSpan: targetSpan.textSpan, pattern: pattern,
            cue: cue, speaker: speaker, quotationHash: quotationHash)
    }

    /// The properties that tell this claim from others between the same ends.
    var ownProperties: [String: Value] {
        var result: [String: Value] = [:]
        func set(_ key: String, _ text: String?) {
            if let text { result[key] = .string(text) }
        }
        for (key, text) in properties ?? [:] { set(key, text) }
        if let amount { result["amount"] = .float(amount) }
        set("currency", currency)
        set("amount_text", amountText)
        set("purpose", purpose)
        set("place", place)
        set("date", dateISO ?? date)
        set("role", role)
        return result
    }
}
