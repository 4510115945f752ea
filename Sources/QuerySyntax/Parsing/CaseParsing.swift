import Diagnostics

extension Parser {
    // CaseExpression = 'CASE', (SearchedWhenClause, {SearchedWhenClause} | ValueExpression,
    //      SimpleWhenClause, {SimpleWhenClause}), ['ELSE', ValueExpression], 'END' ;
    // SearchedWhenClause = 'WHEN', ValueExpression, 'THEN', ValueExpression ;
    // SimpleWhenClause = 'WHEN', WhenOperand, {',', WhenOperand}, 'THEN', ValueExpression ;
    mutating func parseCase() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        advance()
        var choice = CaseSyntax(
            subject: sees(.when) ? nil : try parseExpression(), alternatives: [], otherwise: nil,
            span: span)
        repeat {
            try expect(.when)
            let tests =
                choice.subject == nil
                ? [.value(try parseExpression())]
                : try list { (p) throws(Abandoned) in try p.parseSubjectTest() }
            try expect(.then)
            choice.alternatives.append(.init(tests: tests, result: try parseExpression()))
        } while sees(.when)
        if take(.else) { choice.otherwise = try parseExpression() }
        try expect(.end)
        choice.span = SourceSpan(start: start, end: lastEnd)
        return .choice(choice)
    }

    // WhenOperand = ComparisonOperator, PredicateExpression | Predicate | ValueExpression ;
    private mutating func parseSubjectTest() throws(Abandoned) -> CaseSyntax.Test {
        let subject = ExpressionSyntax.variable(
            NameSyntax(
                text: CaseSyntax.subjectName, span: SourceSpan(start: span.start, end: span.start)))
        if case .symbol(let symbol) = peek,
            let comparison = ComparisonOperator(rawValue: symbol.rawValue)
        {
            advance()
            let right = try parsePredicate()
            return .predicate(.comparison(subject, [.init(comparison: comparison, right: right)]))
        }
        let predicate = try parsePredicates(on: subject)
        return predicate == subject ? .value(try parseExpression()) : .predicate(predicate)
    }
}
