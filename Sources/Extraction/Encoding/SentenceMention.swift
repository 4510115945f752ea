import GraphModel
import PatternPacks

/// A mention as the stages after the finding of names see it.
struct SentenceMention: Hashable {
    var mentionClass: MentionClass
    /// In the text.
    var span: TextSpan
    var words: String
    /// Index into the document's entities; nil for amounts, dates, lists and asides.
    var entity: Int?
    /// For lists: the mentions in it, by index.
    var members: [Int] = []
    /// For asides: the mention of who speaks, by index.
    var speaker: Int?
    /// For persons of a gazetteer: the country's entity.
    var home: Int?
    /// For seats: the canonical name of the place.
    var place: String?
    /// How it was resolved.
    var rule: String
}
