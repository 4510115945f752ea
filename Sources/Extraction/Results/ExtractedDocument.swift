import GraphModel

/// All that the cascade found in one document.
public struct ExtractedDocument: Sendable {
    public var document: DocumentRecord
    public var entities: [ExtractedEntity]
    public var claims: [ExtractedClaim]
    /// How often a pattern was given up in a sentence, by its id: it exceeded its limits there.
    public var givenUp: [String: Int]
    /// The sentences that mention somebody or something, in their order.
    public var sentences: [ExtractedSentence]

    public init(
        document: DocumentRecord, entities: [ExtractedEntity], claims: [ExtractedClaim],
        givenUp: [String: Int], sentences: [ExtractedSentence] = []
    ) {
        self.sentences = sentences
        self.document = document
        self.entities = entities
        self.claims = claims
        self.givenUp = givenUp
    }
}

/// A sentence as it stands in the original document.
public struct ExtractedSentence: Hashable, Sendable {
    public var span: TextSpan
    public var words: String

    public init(span: TextSpan, words: String) {
        self.span = span
        self.words = words
    }
}

/// The label that an entity's node bears.
public enum EntityKind: String, CaseIterable, Hashable, Sendable {
    case person = "Person"
    case organization = "Organization"
    case country = "Country"
    case place = "Place"
    case group = "Group"
}

/// Somebody or something with a name, as far as one document tells.
public struct ExtractedEntity: Hashable, Sendable {
    public struct Mention: Hashable, Sendable {
        /// In the original document.
        public var span: TextSpan
        public var words: String
        /// The rule that resolved it to the entity.
        public var rule: String

        public init(span: TextSpan, words: String, rule: String) {
            self.span = span
            self.words = words
            self.rule = rule
        }
    }

    public var kind: EntityKind
    /// The canonical name.
    public var name: String
    /// Other names that the document or the gazetteer uses, in order of first appearance.
    public var aliases: [String]
    public var mentions: [Mention]
    /// Shorter forms by which others may call a person; none of a name that is a surname alone.
    public var shortForms: [String]
    /// Countries that a person belongs to, as the document or a gazetteer says, in order of first
    /// appearance.
    public private(set) var countries: [String]
    /// The name means this entity within the document alone: "the Foreign Ministry".
    public var isLocal: Bool

    public init(
        kind: EntityKind, name: String, aliases: [String], mentions: [Mention],
        shortForms: [String] = [], countries: [String] = [], isLocal: Bool = false
    ) {
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.mentions = mentions
        self.shortForms = shortForms
        self.countries = countries
        self.isLocal = isLocal
    }

    mutating func addCountry(_ name: String) {
        if !countries.contains(name) { countries.append(name) }
    }
}

/// The type of a claim: one of the standard four, or one that a pack declares.
public struct RelationKind: RawRepresentable, Hashable, Sendable {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let represents = RelationKind(rawValue: "REPRESENTS")
    public static let meetsWith = RelationKind(rawValue: "MEETS_WITH")
    public static let funds = RelationKind(rawValue: "FUNDS")
    public static let demands = RelationKind(rawValue: "DEMANDS")
    public static let standard = [represents, meetsWith, funds, demands]
}

/// What one sentence claims.
public struct ExtractedClaim: Hashable, Sendable {
    /// An actor at one end of a claim.
    public struct Argument: Hashable, Sendable {
        /// As they stand in the sentence.
        public var words: String
        /// In the original document.
        public var span: TextSpan
        /// Index into the document's entities.
        public var entity: Int

        public init(words: String, span: TextSpan, entity: Int) {
            self.words = words
            self.span = span
            self.entity = entity
        }
    }

    public struct Amount: Hashable, Sendable {
        /// As it stands in the sentence: "$106 billion".
        public var words: String
        public var number: Double?
        /// ISO 4217.
        public var currency: String?

        public init(words: String, number: Double? = nil, currency: String? = nil) {
            self.words = words
            self.number = number
            self.currency = currency
        }
    }

    /// What is demanded.
    public struct Demand: Hashable, Sendable {
        public var words: String
        public var span: TextSpan

        public init(words: String, span: TextSpan) {
            self.words = words
            self.span = span
        }
    }

    public var kind: RelationKind
    public var source: Argument
    /// Nil for demands alone.
    public var target: Argument?
    /// For demands alone.
    public var demand: Demand?
    /// Of whom something is demanded, where the sentence says.
    public var addressee: Argument?
    public var status: ClaimStatus
    public var amount: Amount?
    public var purpose: String?
    public var place: String?
    /// As it stands in the sentence: "Friday evening".
    public var date: String?
    /// The same in ISO 8601, a day, month, year or interval, where that can be told.
    public var dateISO: String?
    public var role: String?
    /// What its type alone has, by the names that its pack declares.
    public var properties: [String: String] = [:]
    public var attributedTo: [String]
    /// From 0 to 1.
    public var confidence: Double
    public var evidence: Evidence

    public init(
        kind: RelationKind, source: Argument, target: Argument? = nil, demand: Demand? = nil,
        addressee: Argument? = nil, status: ClaimStatus, amount: Amount? = nil,
        purpose: String? = nil, place: String? = nil, date: String? = nil, dateISO: String? = nil,
        role: String? = nil,
        attributedTo: [String], confidence: Double, evidence: Evidence
    ) {
        self.kind = kind
        self.source = source
        self.target = target
        self.demand = demand
        self.addressee = addressee
        self.status = status
        self.amount = amount
        self.purpose = purpose
        self.place = place
        self.date = date
        self.dateISO = dateISO
        self.role = role
        self.attributedTo = attributedTo
        self.confidence = confidence
        self.evidence = evidence
    }
}
