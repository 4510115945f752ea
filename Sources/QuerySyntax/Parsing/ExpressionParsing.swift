import Diagnostics

extension Parser {
    // ValueExpression = BooleanTerm, {'OR', BooleanTerm} ;
    // BooleanTerm = BooleanFactor, {'XOR', BooleanFactor} ;
    // BooleanFactor = BooleanTest, {'AND', BooleanTest} ;
    /// - Parameter barEnds: a `|` behind it belongs to what holds it, as in a comprehension.
    mutating func parseExpression(
        barEnds: Bool = false
    ) throws(Abandoned) -> ExpressionSyntax {
        let outer = self.barEnds
        self.barEnds = barEnds
        defer {
            self.barEnds = outer
            peak = max(peak, height)
        }
        return try nested { (p) throws(Abandoned) in
            try p.logicalChain(.or, .or) { (p) throws(Abandoned) in
                try p.logicalChain(.xor, .xor) { (p) throws(Abandoned) in
                    try p.logicalChain(.and, .and) { (p) throws(Abandoned) in try p.parseNot() }
                }
            }
        }
    }

    /// Operands of one connective; n-ary, so that long chains make no deep tree.
    private mutating func logicalChain(
        _ keyword: Keyword, _ logical: LogicalOperator,
        _ operand: (inout Parser) throws(Abandoned) -> ExpressionSyntax
    ) throws(Abandoned) -> ExpressionSyntax {
        let first = try operand(&self)
        guard looks(for: keyword) else { return first }
        var operands = [first]
        var highest = height
        while take(keyword) {
            operands.append(try operand(&self))
            highest = max(highest, height)
        }
        height = highest
        try rise(over: 0)
        return .logical(logical, operands)
    }

    // BooleanTest = {'NOT'}, ComparisonExpression ;
    private mutating func parseNot() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        guard take(.not) else { return try parseComparison() }
        let operand = try nested { (p) throws(Abandoned) in try p.parseNot() }
        try rise(over: 0)
        return .unary(.not, operand, SourceSpan(start: start, end: lastEnd))
    }

    // ComparisonExpression = PredicateExpression, {ComparisonOperator, PredicateExpression} ;
    // ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=' ;
    private mutating func parseComparison() throws(Abandoned) -> ExpressionSyntax {
        let first = try parsePredicate()
        var rest: [ComparisonSyntax] = []
        var highest = height
        while case .symbol(let symbol) = peek,
            let comparison = ComparisonOperator(rawValue: symbol.rawValue)
        {
            advance()
            rest.append(.init(comparison: comparison, right: try parsePredicate()))
            highest = max(highest, height)
        }
        height = highest
        if !rest.isEmpty { try rise(over: 0) }
        if sees(.exclamation), sees(.equal, ahead: 1) {
            throw abandon(.notEqualOfOtherLanguages(at: span))
        }
        return rest.isEmpty ? first : .comparison(first, rest)
    }

    // PredicateExpression = NumericValueExpression, {Predicate} ;
    mutating func parsePredicate() throws(Abandoned) -> ExpressionSyntax {
        try parsePredicates(on: try parseAddition())
    }

    // Predicate = StringPredicate | ListPredicate | NullPredicate | ValueTypePredicate
    //      | NormalizedPredicate | LabeledPredicate ;
    // StringPredicate = ('=~' | 'CONTAINS' | 'STARTS', 'WITH' | 'ENDS', 'WITH'),
    //      NumericValueExpression ;
    // ListPredicate = 'IN', NumericValueExpression ;
    // NullPredicate = 'IS', ['NOT'], 'NULL' ;
    /// What follows an operand; the operand itself where nothing does.
    mutating func parsePredicates(
        on operand: ExpressionSyntax
    ) throws(Abandoned) -> ExpressionSyntax {
        var expression = operand
        while true {
            let left = height
            if take(.matches) {
                expression = .binary(.matches, expression, try parseAddition())
            } else if take(.in) {
                expression = .binary(.contained, expression, try parseAddition())
            } else if take(.contains) {
                expression = .binary(.contains, expression, try parseAddition())
            } else if take(.starts) {
                try expect(.with)
                expression = .binary(.startsWith, expression, try parseAddition())
            } else if take(.ends) {
                try expect(.with)
                expression = .binary(.endsWith, expression, try parseAddition())
            } else if looks(for: .is) {
                expression = try parseIs(on: expression)
            } else if sees(.colons) {
                expression = try parseTypePredicate(on: expression, isNegated: false)
            } else {
                return expression
            }
            try rise(over: left)
        }
    }

    // NumericValueExpression = Term, {('+' | '-' | '||'), Term} ;
    // Term = Power, {('*' | '/' | '%'), Power} ;
    // Power = Factor, {'^', Factor} ;
    private mutating func parseAddition() throws(Abandoned) -> ExpressionSyntax {
        try binaryChain([.plus: .add, .minus: .subtract, .bars: .concatenate]) {
            (p) throws(Abandoned) in
            try p.binaryChain([.star: .multiply, .slash: .divide, .percent: .modulo]) {
                (p) throws(Abandoned) in
                try p.binaryChain([.caret: .power]) { (p) throws(Abandoned) in try p.parseUnary() }
            }
        }
    }

    /// Operators of one level, from left to right. The tree grows by one level with each, so the
    /// chain has a limit too.
    private mutating func binaryChain(
        _ operators: [Symbol: BinaryOperator],
        _ operand: (inout Parser) throws(Abandoned) -> ExpressionSyntax
    ) throws(Abandoned) -> ExpressionSyntax {
        var left = try operand(&self)
        while case .symbol(let symbol) = peek, let binary = operators[symbol] {
            let before = height
            advance()
            left = .binary(binary, left, try operand(&self))
            try rise(over: before)
        }
        return left
    }

    // Factor = {'+' | '-'}, ValueExpressionPrimary ;
    private mutating func parseUnary() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        if sees(.minus), case .integerBeyond = peek(1) {
            advance()
            advance()
            return .literal(.integer(.min), SourceSpan(start: start, end: lastEnd))
        }
        guard sees(.minus) || sees(.plus) else { return try parsePostfix() }
        let unary: UnaryOperator = take(.minus) ? .minus : .plus
        if unary == .plus { advance() }
        let operand = try nested { (p) throws(Abandoned) in try p.parseUnary() }
        try rise(over: 0)
        return .unary(unary, operand, SourceSpan(start: start, end: lastEnd))
    }

    // ValueExpressionPrimary = Atom, {PropertyLookup | ListOperator | ':', LabelExpression} ;
    // PropertyLookup = '.', Name ;
    private mutating func parsePostfix() throws(Abandoned) -> ExpressionSyntax {
        let outer = peak
        peak = 0
        var expression = try parseAtom()
        height = peak
        peak = outer
        try rise(over: 0)
        while true {
            let left = height
            if take(.dot) {
                expression = .property(expression, key: try expectName("a property key"))
            } else if sees(.leftBracket) {
                expression = try parseListOperator(on: expression)
            } else if take(.colon) {
                expression = .hasLabels(expression, try parseLabelExpression())
            } else {
                return expression
            }
            try rise(over: left)
        }
    }

    // PropertyExpression = Atom, PropertyLookup, {PropertyLookup} ;
    /// What `SET` and `REMOVE` change: `n.key`, `(n).key`, `n:Label`, `n`.
    mutating func parsePropertyTarget() throws(Abandoned) -> ExpressionSyntax {
        try parsePostfix()
    }

    // ListOperator = '[', ValueExpression, ']' | '[', [ValueExpression], '..', [ValueExpression],
    //      ']' ;
    private mutating func parseListOperator(
        on base: ExpressionSyntax
    ) throws(Abandoned) -> ExpressionSyntax {
        advance()
        let from = sees(.dots) ? nil : try parseExpression()
        let isSlice = take(.dots)
        let to = isSlice && !sees(.rightBracket) ? try parseExpression() : nil
        try expect(.rightBracket)
        let whole = SourceSpan(start: base.span.start, end: lastEnd)
        if let from, !isSlice { return .element(base, index: from, whole) }
        return .slice(base, from: from, to: to, whole)
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func notEqualOfOtherLanguages(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "'!=' is no operator", at: span,
            help: "unequal is written '<>'")
    }
}
