/// A half-open range of byte offsets in an original document, whatever its encoding.
@frozen
public struct TextSpan: Hashable, Sendable {
    public var start: Int
    public var end: Int

    @inlinable
    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}

/// What the text does with a claim: whether it asserts, plans, refuses or denies it.
public enum ClaimStatus: String, CaseIterable, Hashable, Sendable {
    /// Said to be or to have been so.
    case asserted
    /// Will be so: "agreed to", "is due to", "pledged".
    case planned
    /// May be so: "could", "is willing to", "reportedly".
    case possible
    /// Somebody will not have it: "refuses", "declined", "cancelled".
    case refused
    /// Was tried and did not come about.
    case failed
    /// Is not so: "did not", "denies".
    case negated
}

/// One sentence that supports a claim: where it stands and why it was read so.
public struct Evidence: Hashable, Sendable {
    /// The `id` property of the document.
    public var document: String
    public var sentence: String
    public var sentenceSpan: TextSpan
    public var sourceSpan: TextSpan
    public var targetSpan: TextSpan
    /// Id of the pattern that found it.
    public var pattern: String
    /// The words that decided the status, if any did.
    public var cue: String?
    /// Who says so, where the text names a speaker.
    public var speaker: String?
    /// SHA-256 of the sentence's bytes in the original, in hexadecimal.
    public var quotationHash: String

    public init(
        document: String, sentence: String, sentenceSpan: TextSpan, sourceSpan: TextSpan,
        targetSpan: TextSpan, pattern: String, cue: String?, speaker: String?,
        quotationHash: String
    ) {
        self.document = document
        self.sentence = sentence
        self.sentenceSpan = sentenceSpan
        self.sourceSpan = sourceSpan
        self.targetSpan = targetSpan
        self.pattern = pattern
        self.cue = cue
        self.speaker = speaker
        self.quotationHash = quotationHash
    }
}
