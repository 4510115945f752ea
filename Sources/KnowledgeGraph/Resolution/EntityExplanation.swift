import GraphModel

/// Why an entity is one: what it is called, which rule led each form of its name to it, and which
/// entities of near names were kept apart.
public struct EntityExplanation: Hashable, Sendable {
    /// Mentions of the same words that the same rule resolved.
    public struct Form: Hashable, Sendable {
        public var words: String
        /// The rule within the document and, behind `+`, the one across documents.
        public var rule: String
        public var mentions: Int
        /// The first document, in the order of ids, and the first sentence there.
        public var document: String
        public var sentence: String?
    }

    public struct Separation: Hashable, Sendable {
        public enum Reason: String, CaseIterable, Hashable, Sendable {
            case judgement, type, countries, initials
            case givenNames = "given_names"
            case document, ambiguous
        }

        public var name: String
        public var label: String
        public var reason: Reason
        /// For `countries`: those of the explained entity, and those of the other.
        public var countries: [String]
        public var otherCountries: [String]
    }

    public var name: String
    /// Its type: `Person`, `Organization`, …
    public var label: String
    public var aliases: [String]
    public var mentions: Int
    /// Ids, in their order.
    public var documents: [String]
    public var forms: [Form]
    public var apart: [Separation]
    /// What the user decided about its names.
    public var judgements: [Judgement]
}
