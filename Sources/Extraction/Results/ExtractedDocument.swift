import GraphModel

/// All that the cascade found in one document.
public struct ExtractedDocument: Sendable {
    public var document: DocumentRecord
    public var entities: [ExtractedEntity]
    public var claims: [ExtractedClaim]
    /// How often a pattern was given up in a sentence, by its id: it exceeded its limits there.
    public var givenUp: [String: Int]
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
    }

    public var kind: EntityKind
    /// The canonical name.
    public var name: String
    /// Other names that the document or the gazetteer uses, in order of first appearance.
    public var aliases: [String]
    public var mentions: [Mention]
}

/// One of the four relations.
public enum RelationKind: String, CaseIterable, Hashable, Sendable {
    case represents = "REPRESENTS"
    case meetsWith = "MEETS_WITH"
    case funds = "FUNDS"
    case demands = "DEMANDS"
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
    }

    public struct Amount: Hashable, Sendable {
        /// As it stands in the sentence: "$106 billion".
        public var words: String
        public var number: Double?
        /// ISO 4217.
        public var currency: String?
    }

    /// What is demanded.
    public struct Demand: Hashable, Sendable {
        public var words: String
        public var span: TextSpan
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
    public var date: String?
    public var role: String?
    public var attributedTo: [String]
    /// From 0 to 1.
    public var confidence: Double
    public var evidence: Evidence
}
