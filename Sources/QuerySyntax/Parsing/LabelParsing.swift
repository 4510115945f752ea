import Diagnostics

extension Parser {
    // IsLabelExpression = (':' | 'IS'), LabelExpression ;
    /// Nil where none are written.
    mutating func parseLabels(_ what: String) throws(Abandoned) -> LabelExpressionSyntax? {
        guard take(.colon) || take(.is) else { return nil }
        return try parseLabelExpression(what)
    }

    // LabelExpression = LabelTerm, {'|', [':'], LabelTerm} ;
    mutating func parseLabelExpression(
        _ what: String = "a label"
    ) throws(Abandoned) -> LabelExpressionSyntax {
        try nested { (p) throws(Abandoned) in
            var parts = [try p.parseLabelTerm(what)]
            while !p.barEnds, p.take(.bar) {
                _ = p.take(.colon)
                parts.append(try p.parseLabelTerm(what))
            }
            return parts.count == 1 ? parts[0] : .or(parts)
        }
    }

    // LabelTerm = LabelFactor, {('&' | ':'), LabelFactor} ;
    private mutating func parseLabelTerm(
        _ what: String
    ) throws(Abandoned) -> LabelExpressionSyntax {
        var parts = [try parseLabelFactor(what)]
        while take(.ampersand) || take(.colon) { parts.append(try parseLabelFactor(what)) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    // LabelFactor = '!', LabelFactor | Name | '%' | '(', LabelExpression, ')' ;
    private mutating func parseLabelFactor(
        _ what: String
    ) throws(Abandoned) -> LabelExpressionSyntax {
        let start = span.start
        if take(.exclamation) {
            let inner = try nested { (p) throws(Abandoned) in try p.parseLabelFactor(what) }
            return .not(inner, SourceSpan(start: start, end: lastEnd))
        }
        if take(.percent) { return .wildcard(SourceSpan(start: start, end: lastEnd)) }
        guard take(.leftParenthesis) else { return .name(try expectName(what)) }
        let inner = try withoutBarEnd { (p) throws(Abandoned) in
            try p.parseLabelExpression(what)
        }
        try expect(.rightParenthesis)
        return inner
    }

    /// Within brackets a bar joins again.
    mutating func withoutBarEnd<Result>(
        _ part: (inout Parser) throws(Abandoned) -> Result
    ) throws(Abandoned) -> Result {
        let outer = barEnds
        barEnds = false
        defer { barEnds = outer }
        return try part(&self)
    }

    /// Labels to set or to remove: names alone.
    mutating func labelNames(
        _ labels: LabelExpressionSyntax
    ) throws(Abandoned) -> [NameSyntax] {
        if let names = labels.conjunction { return names }
        throw abandon(.labelsToChange(at: labels.span))
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func labelsToChange(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "labels that are set or removed must be named",
            at: span, help: "write them one behind the other: n:A:B")
    }
}
