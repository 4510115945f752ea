/// What a mention is, as far as a pattern can tell: the first of the two characters that stand for
/// it in entity-encoded text.
///
///     one mention:   U+E001 … by class (3 bytes)   U+F0000 + index (4 bytes)
///
/// Private-use characters, so that no text brings them itself: the encoding replaces such by spaces.
public enum MentionClass: UInt8, CaseIterable, Hashable, Sendable {
    case person = 1
    case organization
    case country
    case place
    /// A collective actor: "Russian officials".
    case group
    /// Several actors that stand side by side: "Egypt, Qatar and the United States".
    case list
    /// A country's or an organisation's adjective: "Russian".
    case adjective
    case money
    case date
    /// An office or task without its holder: "foreign minister".
    case role
    /// A city whose name can stand for a government: "Moscow said", "in Moscow".
    case seat
    /// Something said by the way that breaks no pattern: ", Mr. Zelensky said,".
    case aside
    /// A word that stands for somebody mentioned before, and who that is was not found: "he".
    case pronoun

    /// The name by which a pattern speaks of the class: `{person}`.
    public var name: String { String(describing: self) }

    /// The class character, as a PCRE2 escape.
    var escape: String {
        #"\x{E0"# + (rawValue < 16 ? "0" : "") + String(rawValue, radix: 16) + "}"
    }

    /// Bytes of a mention in encoded text.
    public static let encodedLength = 7
    /// Mentions that one sentence can hold.
    public static let most = 0xFFFD

    /// Named sets of classes: who can act, where something can be.
    static let sets: [String: [MentionClass]] = [
        "actor": [.person, .organization, .country, .group, .list, .seat],
        "one": [.person, .organization, .country, .group, .seat],
        "body": [.organization, .country, .group, .seat],
        "location": [.place, .seat, .country],
        "mention": MentionClass.allCases,
    ]

    /// The PCRE2 expression that matches a mention of one of some classes.
    static func expression(_ classes: [MentionClass]) -> String {
        let first =
            classes.count == 1 ? classes[0].escape : "[" + classes.map(\.escape).joined() + "]"
        return "(?:\(first)" + #"[\x{F0000}-\x{FFFFD}])"#
    }

    /// A character class without mentions, for the inside of square brackets.
    static let anyCharacters = #"\x{E001}-\x{E00D}\x{F0000}-\x{FFFFD}"#
}
