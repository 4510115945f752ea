import GraphModel
import SeededRandom

@testable import Extraction

/// Documents as extraction gives them, made by hand or drawn at random.
enum SampleDocuments {
    static func document(
        _ id: String, sha256: String = "1", date: String? = "2025-12-21", title: String? = nil,
        entities: [ExtractedEntity], claims: [ExtractedClaim] = []
    ) -> ExtractedDocument {
        ExtractedDocument(
            document: DocumentRecord(
                id: id, title: title, date: date, source: nil, path: nil, sha256: sha256),
            entities: entities,
            claims: claims.map { claim in
                var claim = claim
                claim.evidence.document = id
                return claim
            }, givenUp: [:])
    }

    static func entity(
        _ kind: EntityKind, _ name: String, _ aliases: [String] = [], mentions: Int = 1,
        countries: [String] = []
    ) -> ExtractedEntity {
        ExtractedEntity(
            kind: kind, name: name, aliases: aliases,
            mentions: (0..<mentions).map {
                .init(
                    span: TextSpan(start: $0 * 10, end: $0 * 10 + 5), words: name, rule: "shape")
            },
            shortForms: kind == .person
                ? name.split(separator: " ").dropFirst().suffix(1).map(String.init) : [],
            countries: countries)
    }

    static func claim(
        _ kind: RelationKind, _ source: Int, _ target: Int?, status: ClaimStatus = .asserted,
        amount: ExtractedClaim.Amount? = nil, demand: String? = nil, addressee: Int? = nil,
        place: String? = nil, attributedTo: [String] = [], confidence: Double = 0.5,
        at offset: Int = 0
    ) -> ExtractedClaim {
        func argument(_ entity: Int) -> ExtractedClaim.Argument {
            .init(
                words: "w\(entity)", span: TextSpan(start: offset, end: offset + 1), entity: entity)
        }
        return ExtractedClaim(
            kind: kind, source: argument(source), target: target.map(argument),
            demand: demand.map { .init(words: $0, span: TextSpan(start: 1, end: 2)) },
            addressee: addressee.map(argument), status: status, amount: amount, purpose: nil,
            place: place, date: nil, role: nil, attributedTo: attributedTo, confidence: confidence,
            evidence: Evidence(
                document: "", sentence: "Sentence at \(offset).",
                sentenceSpan: TextSpan(start: offset, end: offset + 9),
                sourceSpan: TextSpan(start: offset, end: offset + 1),
                targetSpan: TextSpan(start: offset + 2, end: offset + 3), pattern: "p", cue: nil,
                speaker: nil, quotationHash: "h\(offset)"))
    }

    /// Names that overlap on purpose: aliases that are names of others, of one or of several.
    private static let names = [
        "Ann", "Ann Lee", "Bo", "Bo Lee", "Lee", "Mr. Lee", "Cy", "elders", "Ánn Lee", "A. Lee",
        "Ann B. Lee", "Ann C. Lee", "Al-Harbi", "Bo al-Harbi", "Bo el-Harbi",
    ]
    private static let countries = ["Chad", "Fiji", "Mali"]
    private static let kinds: [EntityKind] = [.person, .person, .organization, .group, .country]

    static func random(_ id: String, _ random: inout SplitMix64) -> ExtractedDocument {
        let entities = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            entity(
                kinds.randomElement(using: &random)!, names.randomElement(using: &random)!,
                Array(names.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))),
                mentions: Int.random(in: 1...3, using: &random),
                countries: Array(
                    countries.shuffled(using: &random).prefix(
                        [0, 0, 1, 2].randomElement(using: &random)!)))
        }
        let claims = (0..<Int.random(in: 0...5, using: &random)).map { offset in
            let kind = RelationKind.standard.randomElement(using: &random)!
            let source = entities.indices.randomElement(using: &random)!
            let other = entities.indices.randomElement(using: &random)!
            let isDemand = kind == .demands
            return claim(
                kind, source, isDemand ? nil : other,
                status: [.asserted, .refused].randomElement(using: &random)!,
                amount: kind == .funds
                    ? .init(words: "$\(other)", number: Double(other), currency: "USD") : nil,
                demand: isDemand ? "peace \(Int.random(in: 0...1, using: &random))" : nil,
                addressee: isDemand && Bool.random(using: &random) ? other : nil,
                attributedTo: Bool.random(using: &random) ? [names[other]] : [],
                confidence: Double(Int.random(in: 0...4, using: &random)) / 4, at: offset * 10)
        }
        return document(
            id, sha256: String(random.next()),
            date: [nil, "2025-01-0\(Int.random(in: 1...9, using: &random))"]
                .randomElement(using: &random)!,
            title: Bool.random(using: &random) ? "T\(id)" : nil, entities: entities, claims: claims)
    }
}
