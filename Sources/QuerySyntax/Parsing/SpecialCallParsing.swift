import Diagnostics

/// Functions whose brackets hold more than arguments.
extension Parser {
    // SpecialCall = Reduction | TrimFunction | NormalizeFunction ;
    /// Nil where none begins here.
    mutating func parseSpecialCall() throws(Abandoned) -> ExpressionSyntax? {
        guard case .name(let text) = peek, sees(.leftParenthesis, ahead: 1) else { return nil }
        switch text.lowercased() {
        case "reduce" where sees(.equal, ahead: 3): return try parseReduction()
        case "trim": return seesTrimWords ? try parseTrim() : nil
        case "normalize": return try parseNormalize()
        default: return nil
        }
    }

    // Reduction = 'reduce', '(', BindingVariable, '=', ValueExpression, ',', BindingVariable,
    //      'IN', ValueExpression, '|', ValueExpression, ')' ;
    private mutating func parseReduction() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        advance()
        advance()
        let accumulator = try expectVariable()
        try expect(.equal)
        let initial = try parseExpression()
        try expect(.comma)
        let variable = try expectVariable()
        try expect(.in)
        let list = try parseExpression(barEnds: true)
        try expect(.bar)
        let result = try parseExpression()
        try expect(.rightParenthesis)
        return .reduction(
            ReductionSyntax(
                accumulator: accumulator, initial: initial, variable: variable, list: list,
                result: result, span: SourceSpan(start: start, end: lastEnd)))
    }

    /// A `FROM` within the brackets that is no variable: `trim(from)` is a plain call.
    private var seesTrimWords: Bool {
        guard let end = partners[position + 1] else { return false }
        // Only what stands directly within the brackets.
        var ahead = 3
        while position + ahead < end, !sees(.comma, ahead: ahead) {
            if sees(.from, ahead: ahead), position + ahead + 1 < end,
                !sees(.dot, ahead: ahead + 1)
            {
                return true
            }
            ahead = partners[position + ahead].map { $0 - position + 1 } ?? ahead + 1
        }
        return false
    }

    // TrimFunction = 'trim', '(', (('BOTH' | 'LEADING' | 'TRAILING'), [ValueExpression]
    //      | ValueExpression), 'FROM', ValueExpression, ')' ;
    /// Read as the call of `btrim`, `ltrim` or `rtrim`.
    private mutating func parseTrim() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        advance()
        let nameSpan = SourceSpan(start: start, end: lastEnd)
        advance()
        var name = "btrim"
        if take(.leading) {
            name = "ltrim"
        } else if take(.trailing) {
            name = "rtrim"
        } else {
            _ = take(.both)
        }
        let characters = sees(.from) ? nil : try parseExpression()
        try expect(.from)
        let text = try parseExpression()
        try expect(.rightParenthesis)
        return .call(
            CallSyntax(
                name: NameSyntax(text: name, span: nameSpan), isDistinct: false,
                arguments: [text] + (characters.map { [$0] } ?? []),
                span: SourceSpan(start: start, end: lastEnd)))
    }

    // NormalizeFunction = 'normalize', '(', ValueExpression, [',', NormalForm], ')' ;
    /// Read as a call whose second argument is the form's name.
    private mutating func parseNormalize() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        advance()
        let name = NameSyntax(text: "normalize", span: SourceSpan(start: start, end: lastEnd))
        advance()
        var arguments = [try parseExpression()]
        if take(.comma) {
            let at = span
            let text: String
            if case .string(let written) = peek {
                text = written.lowercased()
                advance()
            } else {
                text = try parseNormalForm().rawValue
            }
            arguments.append(.literal(.string(text), at))
        }
        try expect(.rightParenthesis)
        return .call(
            CallSyntax(
                name: name, isDistinct: false, arguments: arguments,
                span: SourceSpan(start: start, end: lastEnd)))
    }
}
