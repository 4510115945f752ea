/// A text that was read, as the record keeps it.
public struct DocumentRecord: Hashable, Sendable {
    /// Unique in the graph: given by the user's data, else the path.
    public var id: String
    public var title: String?
    /// ISO 8601, as far as it is known: `2025-12-21`.
    public var date: String?
    public var source: String?
    public var path: String?
    /// SHA-256 of the original's bytes, in hexadecimal.
    public var sha256: String

    public init(
        id: String, title: String?, date: String?, source: String?, path: String?, sha256: String
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.source = source
        self.path = path
        self.sha256 = sha256
    }
}

/// A place in a document that was resolved to an entity.
public struct MentionRecord: Hashable, Sendable {
    /// The `id` of the document.
    public var document: String
    public var span: TextSpan
    /// As they stand in the document.
    public var words: String
    public var entity: NodeID
    /// The rule that resolved it: `gazetteer`, `shape`, `surname`, …
    public var rule: String
    /// The sentence that holds it, and its span, where they were asked for.
    public var sentence: String?
    public var sentenceSpan: TextSpan?

    public init(
        document: String, span: TextSpan, words: String, entity: NodeID, rule: String,
        sentence: String? = nil, sentenceSpan: TextSpan? = nil
    ) {
        self.sentence = sentence
        self.sentenceSpan = sentenceSpan
        self.document = document
        self.span = span
        self.words = words
        self.entity = entity
        self.rule = rule
    }
}

/// What a user decided about two names; outranks every heuristic.
public struct Judgement: Hashable, Sendable {
    public enum Verdict: String, Hashable, Sendable {
        case same, distinct
    }

    public var verdict: Verdict
    public var first: String
    public var second: String

    public init(_ verdict: Verdict, _ first: String, _ second: String) {
        self.verdict = verdict
        self.first = first
        self.second = second
    }
}
