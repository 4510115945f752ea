import Diagnostics

/// Cuts a query's bytes into tokens. Never fails: what is no token is told as a diagnostic and
/// passed over, and the last token is always `endOfInput`.
public struct Lexer {
    private let bytes: [UInt8]
    private var position = 0
    private var tokens: [Token] = []
    private var diagnostics: [Diagnostic] = []

    public static func tokens(of source: SourceText) -> ([Token], [Diagnostic]) {
        var lexer = Lexer(bytes: source.bytes)
        lexer.run()
        return (lexer.tokens, Array(lexer.diagnostics.prefix(Parser.faultLimit)))
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ ahead: Int = 0) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    private mutating func add(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, span: SourceSpan(start: start, end: position)))
    }

    private mutating func run() {
        while skipSpace(), let byte = byte() {
            let start = position
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): lexString(quote: byte)
            case UInt8(ascii: "`"): lexQuotedName()
            case UInt8(ascii: "$"): lexParameter()
            case _ where byte.isDigit, UInt8(ascii: ".") where isFraction: lexNumber()
            case _ where byte.isNameStart: lexName()
            default: lexSymbol()
            }
            // Whatever the bytes, each round goes on by one at least.
            if position == start { position += 1 }
        }
        add(.endOfInput, from: position)
    }

    /// `.5` is a number, but in `1..5` the dots are a range, and in `n.5` nothing is.
    private var isFraction: Bool {
        guard let next = byte(1), next.isDigit else { return false }
        return position == 0 || bytes[position - 1] != UInt8(ascii: ".")
    }

    /// Passes white space and comments; always true, so that it can stand in a condition.
    private mutating func skipSpace() -> Bool {
        while let byte = byte() {
            if byte <= 0x20 {
                position += 1
            } else if let length = wideSpaceLength {
                position += length
            } else if byte == UInt8(ascii: "/"), self.byte(1) == UInt8(ascii: "/") {
                while let byte = self.byte(), byte != UInt8(ascii: "\n") { position += 1 }
            } else if byte == UInt8(ascii: "/"), self.byte(1) == UInt8(ascii: "*") {
                skipBlockComment()
            } else {
                break
            }
        }
        return true
    }

    /// The no-break space, and the spaces and separators from U+2000 on.
    private var wideSpaceLength: Int? {
        switch (byte(), byte(1), byte(2)) {
        case (0xC2?, 0xA0?, _): 2
        case (0xE2?, 0x80?, (0x80...0x8A)?), (0xE2?, 0x80?, 0xA8?), (0xE2?, 0x80?, 0xA9?),
            (0xE2?, 0x80?, 0xAF?), (0xE3?, 0x80?, 0x80?):
            3
        default: nil
        }
    }

    private mutating func skipBlockComment() {
        let start = position
        position += 2
        while position < bytes.count {
            if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
                position += 2
                return
            }
            position += 1
        }
        diagnostics.append(.unclosedComment(at: SourceSpan(start: start, end: start + 2)))
    }

    private mutating func lexName() {
        let start = position
        passName()
        // What has no ASCII byte at its start may still be no letter: a dash, a typographic quote.
        guard position > start else { return lexSymbol() }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if let keyword = Keyword(rawValue: text.uppercased()) {
            add(.keyword(keyword, spelling: text), from: start)
        } else {
            add(.name(text), from: start)
        }
    }

    /// Passes letters, digits and underscores, as Unicode's identifiers know them.
    private mutating func passName() {
        while let byte = byte() {
            if byte < 0x80 {
                guard byte.isNamePart else { return }
                position += 1
            } else {
                guard let (scalar, length) = scalar, scalar.properties.isIDContinue else { return }
                position += length
            }
        }
    }

    /// The character here and its length in bytes; bytes that are no UTF-8 are replaced, one by one.
    private var scalar: (scalar: Unicode.Scalar, length: Int)? {
        var decoder = UTF8()
        var rest = bytes[position...].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
        return (scalar, UTF8.width(scalar))
    }

    private mutating func lexQuotedName() {
        let start = position
        var name: [UInt8] = []
        position += 1
        while let byte = byte() {
            position += 1
            if byte != UInt8(ascii: "`") {
                name.append(byte)
            } else if self.byte() == UInt8(ascii: "`") {
                name.append(byte)
                position += 1
            } else {
                return add(.name(String(decoding: name, as: UTF8.self)), from: start)
            }
        }
        diagnostics.append(.unclosedName(at: SourceSpan(start: start, end: start + 1)))
        add(.name(String(decoding: name, as: UTF8.self)), from: start)
    }

    private mutating func lexParameter() {
        let start = position
        position += 1
        let nameStart = position
        if byte() == UInt8(ascii: "`") {
            lexQuotedName()
            guard case .name(let name)? = tokens.popLast()?.kind else { return }
            return add(.parameter(name), from: start)
        }
        passName()
        let name = String(decoding: bytes[nameStart..<position], as: UTF8.self)
        if name.isEmpty {
            diagnostics.append(.namelessParameter(at: SourceSpan(start: start, end: position)))
        }
        add(.parameter(name), from: start)
    }

    private mutating func lexSymbol() {
        let start = position
        let rest = bytes[position...]
        if let found = Symbol.byLength.first(where: { rest.starts(with: $0.bytes) }) {
            position += found.bytes.count
            return add(.symbol(found.symbol), from: start)
        }
        if lexTypographicText() { return }
        let isDash = scalar.map { $0.scalar.isDash } ?? false
        position += 1
        while let byte = byte(), byte & 0xC0 == 0x80 { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        diagnostics.append(
            bytes[start] < 0x80
                ? .unexpectedCharacter(text, at: spanHere(from: start))
                : .unicodeCharacter(text, isDash: isDash, at: spanHere(from: start)))
        // Read as what was surely meant, so that one fault gives one message.
        if isDash, bytes[start] >= 0x80 { add(.symbol(.minus), from: start) }
    }
}

// MARK: - Typographic quotation marks

extension Lexer {
    private static let quotes: [Unicode.Scalar: [Unicode.Scalar]] = [
        "‘": ["’"], "’": ["’"], "‚": ["‘", "’"], "“": ["”"], "”": ["”"], "„": ["“", "”"],
        "«": ["»"], "»": ["«"],
    ]

    /// Reads a text between quotation marks as a word processor writes them, so that one fault gives
    /// one message.
    private mutating func lexTypographicText() -> Bool {
        guard bytes[position] >= 0x80, let (mark, width) = scalar, let ends = Self.quotes[mark]
        else { return false }
        let start = position
        let textStart = position + width
        position = textStart
        while let byte = byte(), byte != UInt8(ascii: "\n"), let (next, width) = scalar {
            if ends.contains(next) {
                let text = String(decoding: bytes[textStart..<position], as: UTF8.self)
                position += width
                diagnostics.append(.typographicQuotes(text, at: spanHere(from: start)))
                add(.string(text), from: start)
                return true
            }
            position += width
        }
        position = start
        return false
    }
}

// MARK: - Numbers

extension Lexer {
    private mutating func lexNumber() {
        let start = position
        if byte() == UInt8(ascii: "0"), let mark = byte(1), let radix = Self.radix(of: mark) {
            return lexPrefixedInteger(from: start, radix: radix)
        }
        var isFloat = false
        passDigits()
        if byte() == UInt8(ascii: "."), let next = byte(1), next.isDigit {
            isFloat = true
            position += 1
            passDigits()
        }
        if let mark = byte(), mark | 0x20 == UInt8(ascii: "e"), passExponent() { isFloat = true }
        guard byte().map({ !$0.isNamePart }) ?? true else { return badNumber(from: start) }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isFloat {
            let number = Double(text) ?? .infinity
            if number.isInfinite {
                diagnostics.append(.floatOverflow(text, at: spanHere(from: start)))
            }
            add(.float(number), from: start)
        } else if bytes[start] == UInt8(ascii: "0"), position - start > 1,
            text.contains(where: { $0 == "8" || $0 == "9" })
        {
            badNumber(from: start)
        } else {
            // A leading zero is openCypher's older notation for octal.
            let isOctal = bytes[start] == UInt8(ascii: "0") && position - start > 1
            addInteger(text, radix: isOctal ? 8 : 10, from: start)
        }
    }

    private static func radix(of mark: UInt8) -> Int? {
        switch mark {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
        case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
        default: nil
        }
    }

    private mutating func lexPrefixedInteger(from start: Int, radix: Int) {
        position += 2
        let digitsStart = position
        while let byte = byte(), byte.isNamePart { position += 1 }
        let digits = String(decoding: bytes[digitsStart..<position], as: UTF8.self)
        guard !digits.isEmpty, digits.allSatisfy({ Int(String($0), radix: radix) != nil }) else {
            return badNumber(from: start)
        }
        addInteger(digits, radix: radix, from: start)
    }

    private mutating func addInteger(_ digits: String, radix: Int, from start: Int) {
        if let number = Int64(digits, radix: radix) {
            add(.integer(number), from: start)
        } else {
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            // 2^63 itself stands in -9223372036854775808: whether a minus is there, the parser sees.
            if UInt64(digits, radix: radix) != 1 << 63 {
                diagnostics.append(.integerOverflow(text, at: spanHere(from: start)))
            }
            add(.integerBeyond(text), from: start)
        }
    }

    private mutating func passDigits() {
        while let byte = byte(), byte.isDigit { position += 1 }
    }

    /// Passes `e10`, `E-3`; leaves all as it is where no digit follows.
    private mutating func passExponent() -> Bool {
        var ahead = 1
        if let sign = byte(1), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { ahead = 2 }
        guard let digit = byte(ahead), digit.isDigit else { return false }
        position += ahead
        passDigits()
        return true
    }

    /// Takes the whole word, so that one fault gives one message.
    private mutating func badNumber(from start: Int) {
        while let byte = byte(), byte.isNamePart { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        diagnostics.append(.badNumber(text, at: spanHere(from: start)))
        add(.integer(0), from: start)
    }

    private func spanHere(from start: Int) -> SourceSpan { SourceSpan(start: start, end: position) }
}

// MARK: - Strings

extension Lexer {
    private mutating func lexString(quote: UInt8) {
        let start = position
        var text: [UInt8] = []
        position += 1
        while let byte = byte() {
            position += 1
            if byte == quote {
                return add(.string(String(decoding: text, as: UTF8.self)), from: start)
            }
            if byte == UInt8(ascii: "\\") { lexEscape(into: &text) } else { text.append(byte) }
        }
        diagnostics.append(.unclosedString(at: SourceSpan(start: start, end: start + 1)))
        add(.string(String(decoding: text, as: UTF8.self)), from: start)
    }

    private mutating func lexEscape(into text: inout [UInt8]) {
        let start = position - 1
        guard let byte = byte() else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
            text.append(byte)
        case UInt8(ascii: "u"): lexUnicodeEscape(digits: 4, from: start, into: &text)
        case UInt8(ascii: "U"): lexUnicodeEscape(digits: 8, from: start, into: &text)
        default:
            while let next = self.byte(), next & 0xC0 == 0x80 { position += 1 }
            diagnostics.append(.badEscape(at: spanHere(from: start)))
        }
    }

    private mutating func lexUnicodeEscape(
        digits: Int, from start: Int, into text: inout [UInt8]
    ) {
        let digitsStart = position
        while position < digitsStart + digits, let byte = byte(), byte.isHexadecimalDigit {
            position += 1
        }
        let code = UInt32(String(decoding: bytes[digitsStart..<position], as: UTF8.self), radix: 16)
        guard position == digitsStart + digits, let scalar = code.flatMap(Unicode.Scalar.init)
        else {
            diagnostics.append(.badUnicodeEscape(digits: digits, at: spanHere(from: start)))
            return
        }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}

extension Unicode.Scalar {
    /// Hyphens, dashes and the minus sign.
    fileprivate var isDash: Bool {
        properties.generalCategory == .dashPunctuation || self == "\u{2212}"
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- 0x30 < 10 }
    fileprivate var isNameStart: Bool {
        (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") || self >= 0x80
    }
    fileprivate var isNamePart: Bool { isNameStart || isDigit }
    fileprivate var isHexadecimalDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func unexpectedCharacter(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "the character '\(text)' has no meaning", at: span,
            help: text == "#"
                ? "a comment begins with //"
                : "a name with unusual characters goes in backticks: `a\(text)b`")
    }

    fileprivate static func unicodeCharacter(
        _ text: String, isDash: Bool, at span: SourceSpan
    ) -> Diagnostic {
        let help =
            switch text {
            case _ where isDash: "a minus is written '-', and a relationship -[:TYPE]->"
            case "→", "⇒", "⟶": "an arrow is written -->"
            case "←", "⇐", "⟵": "an arrow is written <--"
            case "≠": "unequal is written '<>'"
            case "≤": "at most is written '<='"
            case "≥": "at least is written '>='"
            default: "a name with unusual characters goes in backticks: `\(text)`"
            }
        return Diagnostic(
            .error, code: "InvalidUnicodeCharacter", "the character '\(text)' is no letter or sign",
            at: span, help: help)
    }

    fileprivate static func typographicQuotes(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidUnicodeCharacter",
            "a text stands in straight quotation marks, not in typographic ones", at: span,
            help: "write '\(text)'")
    }

    fileprivate static func unclosedComment(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "this comment is not closed", at: span,
            help: "close it with */")
    }

    fileprivate static func unclosedName(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "this name is not closed", at: span,
            help: "close it with a backtick; a backtick within it is doubled")
    }

    fileprivate static func unclosedString(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "this string is not closed", at: span,
            help: "close it with the same quotation mark; within it write \\' or \\\"")
    }

    fileprivate static func namelessParameter(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "a parameter needs a name after '$'", at: span)
    }

    fileprivate static func badEscape(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "this escape is not known", at: span,
            help: #"known are \n \t \r \b \f \\ \' \" \uXXXX and \UXXXXXXXX"#)
    }

    fileprivate static func badUnicodeEscape(digits: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidUnicodeLiteral", "this escape names no character", at: span,
            help: "it takes exactly \(digits) hexadecimal digits of a Unicode scalar value")
    }

    fileprivate static func badNumber(_ text: String, at span: SourceSpan) -> Diagnostic {
        let lower = text.lowercased()
        let help: String
        if lower.hasPrefix("0x") {
            help = "behind 0x stand hexadecimal digits: 0 to 9, A to F"
        } else if lower.hasPrefix("0o") {
            help = "behind 0o stand octal digits: 0 to 7"
        } else if text.allSatisfy(\.isNumber) {
            help = "a zero at the beginning makes it octal; leave it out"
        } else {
            help = "a name that begins with a digit goes in backticks: `\(text)`"
        }
        return Diagnostic(
            .error, code: "InvalidNumberLiteral", "'\(text)' is not a number", at: span,
            help: help)
    }

    fileprivate static func integerOverflow(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "IntegerOverflow", "the integer \(text) does not fit into 64 bits",
            at: span, help: "write it as a float: \(text).0")
    }

    fileprivate static func floatOverflow(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "FloatingPointOverflow", "the number \(text) is too large for a float",
            at: span)
    }
}
