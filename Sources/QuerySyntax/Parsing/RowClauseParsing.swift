import Diagnostics

/// Clauses that make or drop rows or columns without a pattern.
extension Parser {
    // UnwindStatement = 'UNWIND', ValueExpression, 'AS', BindingVariable ;
    mutating func parseUnwind() throws(Abandoned) -> ClauseSyntax.Kind {
        advance()
        let list = try parseExpression()
        try expect(.as)
        return .unwind(list, try expectVariable(), index: nil)
    }

    // ForStatement = 'FOR', BindingVariable, 'IN', ValueExpression, ['WITH', ('ORDINALITY'
    //      | 'OFFSET'), BindingVariable] ;
    mutating func parseFor() throws(Abandoned) -> ClauseSyntax.Kind {
        advance()
        let variable = try expectVariable()
        try expect(.in)
        let list = try parseExpression()
        var index: UnwindIndexSyntax?
        // A WITH behind it may be the next clause: FOR x IN list WITH offset AS y.
        if sees(.with), sees(.ordinality, ahead: 1) || sees(.offset, ahead: 1),
            isVariable(peek(2))
        {
            advance()
            let isOrdinal = sees(.ordinality)
            advance()
            index = UnwindIndexSyntax(variable: try expectVariable(), isOrdinal: isOrdinal)
        }
        return .unwind(list, variable, index: index)
    }

    // LetStatement = 'LET', BindingVariable, '=', ValueExpression, {',', BindingVariable, '=',
    //      ValueExpression} ;
    mutating func parseLet() throws(Abandoned) -> ClauseSyntax.Kind {
        advance()
        return .assign(
            try list { (p) throws(Abandoned) -> AssignmentSyntax in
                let variable = try p.expectVariable()
                try p.expect(.equal)
                return AssignmentSyntax(variable: variable, value: try p.parseExpression())
            })
    }

    // FilterStatement = 'FILTER', ['WHERE'], ValueExpression ;
    mutating func parseFilter() throws(Abandoned) -> ClauseSyntax.Kind {
        advance()
        _ = take(.where)
        return .filter(try parseExpression())
    }
}
