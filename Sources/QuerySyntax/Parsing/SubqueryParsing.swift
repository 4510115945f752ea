import Diagnostics

extension Parser {
    // Subquery = ('EXISTS' | 'COUNT' | 'COLLECT'), '{', (StatementBlock | GraphPattern,
    //      [WhereClause]), '}' ;
    mutating func parseSubquery() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        let word = Self.text(of: peek).uppercased()
        guard let kind = SubquerySyntax.Kind(rawValue: word) else {
            throw fail(expecting: "EXISTS, COUNT or COLLECT")
        }
        advance()
        let content: SubquerySyntax.Content
        if seesClause(ahead: 1) {
            content = .query(try queryInBraces())
        } else {
            advance()
            let patterns = try list { (p) throws(Abandoned) in try p.parsePathPattern() }
            content = .pattern(patterns, condition: try parseWhere())
            try expect(.rightBrace)
        }
        return .subquery(
            SubquerySyntax(
                kind: kind, content: content, span: SourceSpan(start: start, end: lastEnd)))
    }

    /// Whether a clause begins here; such a word may be a variable too: `call = (a)-->(b)`.
    private func seesClause(ahead: Int) -> Bool {
        guard case .keyword(let keyword, _) = peek(ahead) else { return false }
        return Self.clauseWords.contains(keyword.rawValue) && !sees(.equal, ahead: ahead + 1)
    }

    private mutating func queryInBraces() throws(Abandoned) -> QuerySyntax {
        try expect(.leftBrace)
        let query = try nested(weight: 4) { (p) throws(Abandoned) in
            p.parseQuery(until: { $0.sees(.rightBrace) || $0.sees(.semicolon) })
        }
        if query.clauses.isEmpty { throw fail(expecting: "a clause", words: Self.clauseWords) }
        try expect(.rightBrace)
        return query
    }

    /// Whether a subquery and no procedure is called, `CALL` being at `ahead`.
    func seesSubqueryCall(ahead: Int) -> Bool {
        sees(.call, ahead: ahead)
            && (sees(.leftBrace, ahead: ahead + 1) || sees(.leftParenthesis, ahead: ahead + 1))
    }

    // InlineProcedureCall = ['OPTIONAL'], 'CALL', ['(', ['*' | BindingVariable, {',',
    //      BindingVariable}], ')'], '{', StatementBlock, '}' ;
    mutating func parseSubqueryCall() throws(Abandoned) -> ClauseSyntax.Kind {
        let isOptional = take(.optional)
        advance()
        var imports = SubqueryCallSyntax.Imports.byWith
        if take(.leftParenthesis) {
            if take(.star) {
                imports = .all
            } else if sees(.rightParenthesis) {
                imports = .names([])
            } else {
                imports = .names(
                    try list { (p) throws(Abandoned) in try p.expectVariable() })
            }
            try expect(.rightParenthesis)
        }
        let query = try queryInBraces()
        if sees(.in) { throw abandon(.inTransactions(at: span)) }
        return .subquery(
            SubqueryCallSyntax(isOptional: isOptional, imports: imports, query: query))
    }

    // ForEachStatement = 'FOREACH', '(', BindingVariable, 'IN', ValueExpression, '|',
    //      SimpleStatement, {SimpleStatement}, ')' ;
    mutating func parseForEach() throws(Abandoned) -> ClauseSyntax.Kind {
        advance()
        let end = partners[position]
        try expect(.leftParenthesis)
        let variable: NameSyntax
        let list: ExpressionSyntax
        do {
            variable = try expectVariable()
            try expect(.in)
            list = try parseExpression(barEnds: true)
            try expect(.bar)
        } catch {
            // What its brackets hold is part of it.
            if let end, end > position { position = end + 1 }
            throw error
        }
        let body = try nested(weight: 4) { (p) throws(Abandoned) in
            p.parseClauses(until: { $0.sees(.rightParenthesis) || $0.sees(.semicolon) })
        }
        if body.isEmpty { throw fail(expecting: "a clause that changes the graph") }
        try expect(.rightParenthesis)
        return .forEach(ForEachSyntax(variable: variable, list: list, clauses: body))
    }
}

extension Diagnostic {
    fileprivate static func inTransactions(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax",
            "a statement is one transaction: CALL { … } IN TRANSACTIONS is not known", at: span,
            help: "leave IN TRANSACTIONS out")
    }
}
