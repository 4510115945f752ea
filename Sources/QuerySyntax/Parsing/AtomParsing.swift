import Diagnostics

extension Parser {
    // Atom = Literal | DynamicParameterSpecification | RecordConstructor | Bracketed | KeywordAtom
    //      | PatternPredicate | '(', ValueExpression, ')' | SpecialCall | FunctionInvocation
    //      | BindingVariable ;
    // PatternPredicate = RelationshipsPattern | ShortestPath ;
    mutating func parseAtom() throws(Abandoned) -> ExpressionSyntax {
        switch peek {
        case .integer(let number): return takeLiteral(.integer(number))
        case .integerBeyond(let text):
            diagnostics.append(.beyondWithoutMinus(text, at: span))
            return takeLiteral(.integer(.max))
        case .float(let number): return takeLiteral(.float(number))
        case .string(let text): return takeLiteral(.string(text))
        case .parameter(let name):
            defer { advance() }
            return .parameter(NameSyntax(text: name, span: span))
        case .symbol(.leftBracket): return try parseBracketed()
        case .symbol(.leftBrace): return try parseMap()
        case .symbol(.leftParenthesis):
            if seesPathWithRelationship { return try pathCondition() }
            advance()
            let expression = try parseExpression()
            try expect(.rightParenthesis)
            return expression
        case .keyword(let keyword, _): return try parseKeywordAtom(keyword)
        case .name:
            if seesShortest != nil { return try pathCondition() }
            if let special = try parseSpecialCall() { return special }
            return try parseCallOrVariable()
        case .symbol, .endOfInput: throw fail(expecting: Self.value)
        }
    }

    /// Apart, so that the brackets of plain expressions, which may lie deep in each other, do not
    /// each need room for a pattern on the stack.
    @inline(never)
    private mutating func pathCondition() throws(Abandoned) -> ExpressionSyntax {
        .pattern(seesShortest != nil ? try parsePathPattern() : try parsePatternElement())
    }

    private mutating func takeLiteral(_ literal: LiteralSyntax) -> ExpressionSyntax {
        defer { advance() }
        return .literal(literal, span)
    }

    // KeywordAtom = CaseExpression | Quantifier | CountAll | Subquery ;
    // CountAll = 'COUNT', '(', '*', ')' ;
    private mutating func parseKeywordAtom(
        _ keyword: Keyword
    ) throws(Abandoned) -> ExpressionSyntax {
        switch keyword {
        case .null: return takeLiteral(.null)
        case .true: return takeLiteral(.boolean(true))
        case .false: return takeLiteral(.boolean(false))
        case .case: return try parseCase()
        case .all, .any, .none, .single:
            // ALL is no name of a function: whatever stands in the brackets, this is what is meant.
            if sees(.leftParenthesis, ahead: 1), keyword == .all || sees(.in, ahead: 3) {
                return try parseQuantifier()
            }
        case .count
        where sees(.leftParenthesis, ahead: 1) && sees(.star, ahead: 2):
            let start = span.start
            for _ in 0..<3 { advance() }
            try expect(.rightParenthesis)
            return .countAll(SourceSpan(start: start, end: lastEnd))
        case .exists, .count, .collect:
            if sees(.leftBrace, ahead: 1) { return try parseSubquery() }
        default: break
        }
        let isCall = sees(.leftParenthesis, ahead: 1) || sees(.dot, ahead: 1)
        guard keyword.mayBeVariable || (keyword == .exists && isCall) else {
            throw fail(expecting: Self.value)
        }
        return try parseCallOrVariable()
    }

    // FunctionInvocation = FunctionName, '(', ['DISTINCT'], [ValueExpression, {',',
    //      ValueExpression}], ')' ;
    // FunctionName = (BindingVariable | 'EXISTS'), {'.', Name} ;
    private mutating func parseCallOrVariable() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        guard let nameTokens = callNameLength else { return .variable(try expectVariable()) }
        var text = ""
        for index in 0..<nameTokens {
            text += index % 2 == 1 ? "." : Self.text(of: peek)
            advance()
        }
        let name = NameSyntax(text: text, span: SourceSpan(start: start, end: lastEnd))
        advance()
        let isDistinct = take(.distinct)
        let arguments =
            sees(.rightParenthesis)
            ? [] : try list { (p) throws(Abandoned) in try p.parseExpression() }
        try expect(.rightParenthesis)
        return .call(
            CallSyntax(
                name: name, isDistinct: isDistinct, arguments: arguments,
                span: SourceSpan(start: start, end: lastEnd)))
    }

    /// How many tokens the name of a call ahead takes, points included; nil where no call is.
    private var callNameLength: Int? {
        var ahead = 0
        while !Self.text(of: peek(ahead)).isEmpty {
            if sees(.leftParenthesis, ahead: ahead + 1) { return ahead + 1 }
            guard sees(.dot, ahead: ahead + 1) else { return nil }
            ahead += 2
        }
        return nil
    }

    static func text(of kind: Token.Kind) -> String {
        switch kind {
        case .name(let text), .keyword(_, let text): text
        default: ""
        }
    }

    // RecordConstructor = '{', [Field, {',', Field}], '}' ;
    // Field = Name, ':', ValueExpression ;
    mutating func parseMap() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        try expect(.leftBrace)
        var entries: [MapEntrySyntax] = []
        if !sees(.rightBrace) {
            entries = try list {
                (p) throws(Abandoned) -> MapEntrySyntax in
                let key = try p.expectName("a key")
                try p.expect(.colon)
                return MapEntrySyntax(key: key, value: try p.parseExpression())
            }
        }
        try expect(.rightBrace)
        return .map(entries, SourceSpan(start: start, end: lastEnd))
    }

    // Bracketed = ListValueConstructor | ListComprehension | PatternComprehension ;
    // ListValueConstructor = '[', [ValueExpression, {',', ValueExpression}], ']' ;
    /// What `[` begins: a list, a list comprehension or a pattern comprehension.
    private mutating func parseBracketed() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        advance()
        if sees(.in, ahead: 1), let variable = takeVariable() {
            return try parseListComprehension(variable, from: start)
        }
        if seesPathWithRelationship
            || (sees(.equal, ahead: 1) && seesPathWithRelationship(ahead: 2))
        {
            if let comprehension = try parsePatternComprehension(from: start) {
                return comprehension
            }
        }
        let items =
            sees(.rightBracket)
            ? [] : try list { (p) throws(Abandoned) in try p.parseExpression() }
        try expect(.rightBracket)
        return .list(items, SourceSpan(start: start, end: lastEnd))
    }

    // ListComprehension = '[', BindingVariable, 'IN', ValueExpression, [WhereClause], ['|',
    //      ValueExpression], ']' ;
    private mutating func parseListComprehension(
        _ variable: NameSyntax, from start: Int
    ) throws(Abandoned) -> ExpressionSyntax {
        try expect(.in)
        let list = try parseExpression(barEnds: true)
        let condition = try parseWhere(barEnds: true)
        let result = take(.bar) ? try parseExpression() : nil
        if result == nil, !sees(.rightBracket) { throw fail(expecting: "'|' or ']'") }
        try expect(.rightBracket)
        return .listComprehension(
            ListComprehensionSyntax(
                variable: variable, list: list, condition: condition, result: result,
                span: SourceSpan(start: start, end: lastEnd)))
    }

    // PatternComprehension = '[', [BindingVariable, '='], RelationshipsPattern, [WhereClause],
    //      '|', ValueExpression, ']' ;
    /// Nil, with nothing taken, where it turns out to be a list of path conditions.
    private mutating func parsePatternComprehension(
        from start: Int
    ) throws(Abandoned) -> ExpressionSyntax? {
        let before = position
        let pattern = try parsePathPattern()
        guard sees(.where) || sees(.bar) else {
            position = before
            return nil
        }
        let condition = try parseWhere(barEnds: true)
        try expect(.bar)
        let result = try parseExpression()
        try expect(.rightBracket)
        return .patternComprehension(
            PatternComprehensionSyntax(
                pattern: pattern, condition: condition, result: result,
                span: SourceSpan(start: start, end: lastEnd)))
    }

    // Quantifier = ('ALL' | 'ANY' | 'NONE' | 'SINGLE'), '(', BindingVariable, 'IN',
    //      ValueExpression, [WhereClause], ')' ;
    private mutating func parseQuantifier() throws(Abandoned) -> ExpressionSyntax {
        let start = span.start
        let word = Self.text(of: peek).lowercased()
        guard let kind = QuantifierSyntax.Kind(rawValue: word) else {
            throw fail(expecting: "ALL, ANY, NONE or SINGLE")
        }
        advance()
        try expect(.leftParenthesis)
        let variable = try expectVariable()
        try expect(.in)
        let list = try parseExpression()
        let condition = try parseWhere()
        if condition == nil, !sees(.rightParenthesis) { throw fail(expecting: "WHERE or ')'") }
        try expect(.rightParenthesis)
        return .quantifier(
            QuantifierSyntax(
                kind: kind, variable: variable, list: list, condition: condition,
                span: SourceSpan(start: start, end: lastEnd)))
    }
}

extension Diagnostic {
    fileprivate static func beyondWithoutMinus(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "IntegerOverflow", "the integer \(text) does not fit into 64 bits",
            at: span, help: "write it as a float: \(text).0")
    }
}
