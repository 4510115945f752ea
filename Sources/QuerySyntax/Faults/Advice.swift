import Diagnostics

/// Advice for faults that people make again and again, told from the words around the place.
extension Parser {
    func advice(_ expected: String) -> String? {
        adviceOnTexts ?? adviceOnSigns(expected) ?? adviceOnBrackets(expected)
            ?? adviceOnPatterns(expected) ?? adviceBehindClause
    }

    private func kind(_ ahead: Int) -> Token.Kind? {
        let place = position + ahead
        return tokens.indices.contains(place) ? tokens[place].kind : nil
    }

    private func isSymbol(_ symbol: Symbol, _ ahead: Int) -> Bool { kind(ahead) == .symbol(symbol) }

    private var isName: Bool { if case .name = peek { true } else { false } }
    private var isText: Bool { if case .string = peek { true } else { false } }

    /// The token before touches this one.
    private var touches: Bool { position > 0 && lastEnd == span.start }

    /// A word directly behind a text: `'it's'`. What follows is read from the wrong quotation mark on.
    var seesApostrophe: Bool {
        if touches, case .string? = kind(-1), isName { true } else { false }
    }

    private var adviceOnTexts: String? {
        if seesApostrophe { return #"an apostrophe within a text is written \'"# }
        return seesDashComment ? "a comment begins with //" : nil
    }

    /// ` -- words` behind the last line break, as SQL writes its comments.
    private var seesDashComment: Bool {
        guard position >= 3 else { return false }
        for place in stride(from: position - 1, to: max(1, position - 8), by: -1) {
            guard tokens[place].kind == .symbol(.minus), tokens[place - 1].kind == .symbol(.minus),
                tokens[place].span.start == tokens[place - 1].span.end
            else { continue }
            return place >= 2 && tokens[place - 2].kind != .symbol(.rightParenthesis)
                && tokens[place].span.end < tokens[place + 1].span.start
        }
        return false
    }

    private func adviceOnSigns(_ expected: String) -> String? {
        if isSymbol(.ampersand, 0), isSymbol(.ampersand, 1) { return "and is written AND" }
        if sees(.exclamation), expected == Self.value { return "not is written NOT" }
        if case .keyword(.not, _)? = kind(-1), case .keyword(.is, _)? = kind(-2) {
            return "unequal is written '<>'"
        }
        if case .keyword(.is, _)? = kind(-1) { return "equal is written '='" }
        if isSymbol(.equal, -1), expected == Self.value, touches {
            if sees(.equal) { return "equal is written '='" }
            if sees(.less) { return "at most is written '<='" }
            if sees(.greater) { return "at least is written '>='" }
        }
        if sees(.where), lastClause == .return {
            return "WHERE stands before RETURN, or behind a WITH"
        }
        if sees(.not), tried.position == position {
            return "NOT stands before the whole comparison: NOT n.name IN ['a', 'b']"
        }
        if sees(.comma), tried.position == position, case .integer? = kind(-1),
            case .keyword(.limit, _)? = kind(-2)
        {
            return "rows to pass over are told by SKIP: SKIP 5 LIMIT 10"
        }
        return nil
    }

    private func adviceOnBrackets(_ expected: String) -> String? {
        switch (expected, peek) {
        case ("')'", .symbol(.comma)):
            if case .keyword(.in, _)? = openingNeighbour {
                return "a list stands in square brackets: ['a', 'b']"
            }
        case ("')'", .keyword(.as, _)):
            return "a value is converted by toInteger(), toFloat(), toString() or date()"
        case ("':'", .symbol(.equal)), ("':'", .symbol(.rightBrace)):
            return "a key has its value behind a colon: {name: 'Ada'}"
        case ("a key", .string(let text)):
            return "a key stands without quotation marks: \(text)"
        case ("a name for the column", .string(let text)):
            return "a name stands without quotation marks, or in backticks: `\(text)`"
        case (_, .symbol(.rightParenthesis)), (_, .symbol(.rightBracket)),
            (_, .symbol(.rightBrace)):
            if tried.position == position || isAtClause, openingNeighbour == nil {
                return "there is no bracket that it closes"
            }
        default: break
        }
        return nil
    }

    /// What stands before the innermost bracket that is open here; nil where none is.
    private var openingNeighbour: Token.Kind? {
        var closed = 0
        for place in stride(from: position - 1, through: 0, by: -1) {
            guard case .symbol(let symbol) = tokens[place].kind else { continue }
            switch symbol {
            case .rightParenthesis, .rightBracket, .rightBrace: closed += 1
            case .leftParenthesis, .leftBracket, .leftBrace:
                if closed == 0 { return place > 0 ? tokens[place - 1].kind : .endOfInput }
                closed -= 1
            default: break
            }
        }
        return nil
    }

    private func adviceOnPatterns(_ expected: String) -> String? {
        switch expected {
        case Self.node where isName:
            return "a node stands in round brackets: (\(source[span]))"
        case "'-'" where sees(.greater): return "an arrow is written -->"
        case "'-'":
            return "a relationship is written -->, <--, -- or, with its type, -[:TYPE]->"
        case "']'" where sees(.bar):
            return "a type stands behind a colon: [:TYPE|OTHER]"
        case "']'":
            if case .integer = peek { return "a length stands behind a star: [:TYPE*1..3]" }
            if isSymbol(.minus, 0), case .integer? = kind(1), case .integer? = kind(-1) {
                return "a range of lengths is written *1..3"
            }
        case "')'" where isName && isSymbol(.colon, 1):
            return "properties stand in braces: {\(source[span]): …}"
        default: break
        }
        return nil
    }

    private var isAtClause: Bool { clauseStart == position }

    private var adviceBehindClause: String? {
        guard isAtClause, tried.position == position else { return nil }
        if isName, case .keyword(.from, _)? = kind(-1), case .keyword(.delete, _)? = kind(-2) {
            return "nodes are found by MATCH (n:Label), and deleted by DETACH DELETE n"
        }
        if isName, case .keyword(.as, _)? = kind(-2), case .name(let first)? = kind(-1) {
            return "a name of several words goes in backticks: `\(first) \(source[span])`"
        }
        if sees(.equal), isSymbol(.greater, 1) { return "an arrow is written -->" }
        if tried.keywords.contains(.as), isName || isText || isNumber {
            return "columns are separated by commas, and a column's new name stands behind AS"
        }
        return nil
    }

    private var isNumber: Bool {
        switch peek {
        case .integer, .float: true
        default: false
        }
    }
}
