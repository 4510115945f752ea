import Diagnostics

/// What is told where a word or sign stands that cannot stand there.
extension Parser {
    /// More faults than these help nobody: reading ends there.
    static let faultLimit = 50

    /// Records what was expected here and gives the error to throw.
    ///
    /// - Parameter words: what might have stood here, for a suggestion, beside the keywords that
    ///   were looked for.
    mutating func fail(expecting expected: String, words: [String] = []) -> Abandoned {
        let here = span
        let before = lastEnd
        // What has no place here need not be told to be ill-formed too, nor what only follows from
        // a character that was told.
        diagnostics.removeAll { $0.span == here }
        if seesApostrophe { diagnostics.removeAll { ($0.span?.start ?? 0) > here.start } }
        let isTold = diagnostics.contains {
            guard let span = $0.span else { return false }
            return span.start >= before && span.end <= here.start && span.length > 0
        }
        if !isTold { diagnostics.append(unexpected(expected, words)) }
        if diagnostics.count >= Self.faultLimit { position = tokens.count - 1 }
        return Abandoned()
    }

    private mutating func unexpected(_ expected: String, _ words: [String]) -> Diagnostic {
        let help = help(expected, words)
        var notes: [Diagnostic.Note] = []
        if [")", "]", "}"].contains(where: { expected.hasSuffix("'\($0)'") }), let opening {
            notes.append(.init("opened here", at: opening.span))
        }
        return .unexpected(expected, found: described(tokens[position]), at: span, notes, help)
    }

    private mutating func help(_ expected: String, _ words: [String]) -> String? {
        if let help = foreignHelp(at: position) { return help }
        if let word = nearest(at: position, words) { return "did you mean '\(word)'?" }
        if position > 0, isAtClause {
            if let help = foreignHelp(at: position - 1) { return help }
            if let word = nearest(at: position - 1, []) {
                return "did you mean '\(word)', not '\(source[tokens[position - 1].span])'?"
            }
        }
        return advice(expected)
    }

    private var isAtClause: Bool { clauseStart == position }

    /// The keyword that a name was probably meant to be.
    private func nearest(at place: Int, _ words: [String]) -> String? {
        guard case .name(let text) = tokens[place].kind, text.utf8.count <= 20 else { return nil }
        let looked = place == tried.position ? tried.keywords : tried.before
        return Suggestion.nearest(to: text, among: looked.map(\.rawValue) + words)
    }

    /// A word of another language, and what takes its place here.
    private mutating func foreignHelp(at place: Int) -> String? {
        let text = Self.text(of: tokens[place].kind).uppercased()
        guard case .name = tokens[place].kind, place == position || ForeignWord.isFirst(text),
            let foreign = ForeignWord.named(text)
        else { return nil }
        if foreign.isStatement { skipsStatement = true }
        return foreign.help
    }

    private func described(_ token: Token) -> String {
        let text = source[token.span]
        let shown = text.unicodeScalars.count > 40 ? "\(text.prefix(40))…" : text
        switch token.kind {
        case .endOfInput: return "the end of the query"
        case .string: return "the text \(shown)"
        case .integer, .integerBeyond, .float: return "the number \(shown)"
        case .name, .keyword, .parameter, .symbol: return "'\(shown)'"
        }
    }

    /// The innermost bracket that is open here.
    private var opening: Token? {
        var closed = 0
        for token in tokens[..<position].reversed() {
            guard case .symbol(let symbol) = token.kind else { continue }
            switch symbol {
            case .rightParenthesis, .rightBracket, .rightBrace: closed += 1
            case .leftParenthesis, .leftBracket, .leftBrace:
                if closed == 0 { return token }
                closed -= 1
            default: break
            }
        }
        return nil
    }

    /// What may stand behind a whole clause, by what the clause was and how far it was read.
    func expectedBehind(_ clause: Keyword?) -> String {
        guard let clause else { return "a clause such as MATCH or RETURN" }
        let looked = tried.position == position ? tried.keywords : []
        let isProjection = clause == .return || clause == .with
        let next = clause == .return ? "the end of the query" : "the next clause"
        if isProjection, looked.contains(.as) { return "a comma, an operator, AS or \(next)" }
        if looked.contains(.and) { return "an operator or \(next)" }
        if looked.contains(.where) { return "WHERE or \(next)" }
        return isProjection ? "a comma or \(next)" : next
    }
}

extension Parser {
    /// Keywords that were looked for at one place, and those at the place before.
    struct Tried {
        var position = -1
        var keywords: [Keyword] = []
        var before: [Keyword] = []

        mutating func note(_ keyword: Keyword, at place: Int) {
            if place != position {
                before = place == position + 1 ? keywords : []
                keywords.removeAll(keepingCapacity: true)
                position = place
            }
            keywords.append(keyword)
        }
    }

    /// Whether a keyword stands here; one that does not is kept for a suggestion.
    mutating func looks(for keyword: Keyword) -> Bool {
        if sees(keyword) { return true }
        tried.note(keyword, at: position)
        return false
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func unexpected(
        _ expected: String, found: String, at span: SourceSpan, _ notes: [Note], _ help: String?
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "expected \(expected), found \(found)", at: span,
            notes: notes, help: help)
    }
}
