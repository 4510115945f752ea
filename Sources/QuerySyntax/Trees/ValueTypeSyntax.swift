/// A type of values, as `IS ::` asks for it: `INTEGER NOT NULL`, `LIST<STRING> | STRING`.
public struct ValueTypeSyntax: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public var kind: Kind
        /// `NOT NULL`
        public var excludesNull: Bool
    }

    public indirect enum Kind: Hashable, Sendable {
        case named(Name)
        /// `LIST<STRING>`
        case list(ValueTypeSyntax)
    }

    /// The names of types, each by the spelling under which it is printed.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        case any = "ANY"
        case boolean = "BOOLEAN"
        case date = "DATE"
        case duration = "DURATION"
        case float = "FLOAT"
        case integer = "INTEGER"
        case localDateTime = "LOCAL DATETIME"
        case localTime = "LOCAL TIME"
        case map = "MAP"
        case node = "NODE"
        case nothing = "NOTHING"
        case null = "NULL"
        case path = "PATH"
        case property = "PROPERTY VALUE"
        case relationship = "RELATIONSHIP"
        case string = "STRING"
        case zonedDateTime = "ZONED DATETIME"
        case zonedTime = "ZONED TIME"
    }

    /// Any of these: `INTEGER | FLOAT`.
    public var members: [Member]
}

/// The normal forms of Unicode.
public enum NormalFormSyntax: String, CaseIterable, Hashable, Sendable {
    case nfc, nfd, nfkc, nfkd
}
