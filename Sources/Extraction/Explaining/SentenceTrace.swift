import GraphModel

/// A document as the cascade read it, with what each stage did in each sentence.
public struct ExplainedDocument: Sendable {
    public var document: ExtractedDocument
    public var sentences: [SentenceTrace]
}

/// What each stage of the cascade did in one sentence.
public struct SentenceTrace: Hashable, Sendable {
    public var words: String
    /// In the original document.
    public var span: TextSpan
    /// Names, amounts and dates, from left to right.
    public var mentions: [MentionTrace]
    /// Words that stand for somebody mentioned before.
    public var references: [MentionTrace]
    /// Phrases in the order in which they were joined.
    public var phrases: [PhraseTrace]
    /// The sentence as relation patterns see it: mentions are `⟨class:words⟩`.
    public var seen: String
    /// Discards that matched: no claim, or none of some relations, is taken.
    public var discards: [String]
    public var matches: [RelationTrace]
    public var claims: [ClaimTrace]
    /// Where no relation pattern made a claim: the patterns that came nearest, best first.
    public var nearest: [NearestPattern]
}

/// One mention.
public struct MentionTrace: Hashable, Sendable {
    public var words: String
    /// The name that patterns have for its class.
    public var mentionClass: String
    /// The entity's canonical name; nil for amounts and dates.
    public var entity: String?
    /// How it was resolved.
    public var rule: String
    /// In the original document.
    public var span: TextSpan
}

/// One phrase that became a mention.
public struct PhraseTrace: Hashable, Sendable {
    public var pattern: String
    public var words: String
    /// The sentence as patterns see it from then on.
    public var seen: String
}

/// One match of a relation pattern.
public struct RelationTrace: Hashable, Sendable {
    public struct Capture: Hashable, Sendable {
        public var name: String
        public var words: String
    }

    public var pattern: String
    /// Nil for an anti-pattern, which uses up its trigger and claims nothing.
    public var type: String?
    /// From left to right.
    public var captures: [Capture]
    /// Nil where no claim is made: an anti-pattern, or a lost trigger.
    public var status: String?
    /// The words that decided the status, and the pattern that found them.
    public var cue: String?
    public var decidedBy: String?
    /// Who says so, where the text tells.
    public var speakers: [String]
    public var confidence: Double
    /// Claims that came of it, before those of one sentence with the same ends become one.
    public var claims: Int
    /// The pattern that had used the trigger before.
    public var lostTo: String?
}

/// One claim that was kept.
public struct ClaimTrace: Hashable, Sendable {
    public var type: String
    /// Canonical names.
    public var source: String
    public var target: String
    public var status: String
    public var pattern: String
    public var confidence: Double
}

/// A pattern one of whose anchor words stands in the sentence and that did not match.
public struct NearestPattern: Hashable, Sendable {
    public var pattern: String
    public var type: String
    public var anchor: String
    /// The part of the sentence that fits the pattern's beginning.
    public var matched: String
    /// The word or mention at which it failed; nil where the sentence ended too early.
    public var stoppedBy: String?
}
