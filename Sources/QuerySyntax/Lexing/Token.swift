import Diagnostics

/// One word of a query.
public struct Token: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A name that is no keyword, or any name in backticks; its text without them.
        case name(String)
        /// A keyword, in upper case. Most keywords may stand as names too: see `Keyword`.
        case keyword(Keyword, spelling: String)
        case integer(Int64)
        /// An integer beyond 64 bits: legal only as the operand of a minus, where it is 2^63.
        case integerBeyond(String)
        case float(Double)
        case string(String)
        /// `$name` or `$0`.
        case parameter(String)
        /// An operator or a bracket.
        case symbol(Symbol)
        case endOfInput
    }

    public var kind: Kind
    public var span: SourceSpan
}

/// Operators and brackets, by their text.
public enum Symbol: String, CaseIterable, Hashable, Sendable {
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case semicolon = ";"
    case colon = ":"
    case colons = "::"
    case dot = "."
    case dots = ".."
    case exclamation = "!"
    case ampersand = "&"
    case bar = "|"
    case bars = "||"
    case plus = "+"
    case plusEqual = "+="
    case minus = "-"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case caret = "^"
    case equal = "="
    case matches = "=~"
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// By length, so that the longest is tried first.
    static let byLength: [(bytes: [UInt8], symbol: Symbol)] =
        allCases
        .map { (Array($0.rawValue.utf8), $0) }.sorted { $0.0.count > $1.0.count }
}
