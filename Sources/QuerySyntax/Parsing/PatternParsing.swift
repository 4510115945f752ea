import Diagnostics

extension Parser {
    // PathPattern = [BindingVariable, '='], [PathPatternPrefix], PathPatternExpression ;
    mutating func parsePathPattern() throws(Abandoned) -> PathPatternSyntax {
        let start = span.start
        var variable: NameSyntax?
        if sees(.equal, ahead: 1), let name = takeVariable() {
            variable = name
            advance()
        }
        let search = try parsePathSearch()
        var pattern = try parseAnonymousPattern()
        if pattern.relationships.last?.group != nil, sees(.minus) {
            throw abandon(.nodeBehindGroup(at: span))
        }
        pattern.variable = variable
        pattern.search = search
        pattern.span = SourceSpan(start: start, end: lastEnd)
        return pattern
    }

    // PathPatternExpression = ShortestPath | ParenthesizedPathPattern ;
    // ShortestPath = ('shortestPath' | 'allShortestPaths'), '(', PathTerm, ')' ;
    private mutating func parseAnonymousPattern() throws(Abandoned) -> PathPatternSyntax {
        guard let shortest = seesShortest else { return try parseParenthesisedPattern() }
        advance()
        try expect(.leftParenthesis)
        var pattern = try parsePatternElement()
        pattern.shortest = shortest
        try expect(.rightParenthesis)
        return pattern
    }

    /// `shortestPath(` or `allShortestPaths(` ahead.
    var seesShortest: PathPatternSyntax.Shortest? {
        guard case .name(let text) = peek, sees(.leftParenthesis, ahead: 1) else { return nil }
        switch text.lowercased() {
        case "shortestpath": return .one
        case "allshortestpaths": return .all
        default: return nil
        }
    }

    // ParenthesizedPathPattern = PathTerm | '(', ParenthesizedPathPattern, [WhereClause], ')' ;
    /// `((a)-->(b))` is the pattern within, unless a quantifier follows.
    private mutating func parseParenthesisedPattern() throws(Abandoned) -> PathPatternSyntax {
        guard sees(.leftParenthesis), sees(.leftParenthesis, ahead: 1), !seesQuantifiedGroup
        else {
            return try parsePatternElement()
        }
        advance()
        var pattern = try nested { (p) throws(Abandoned) in try p.parseParenthesisedPattern() }
        if let condition = try parseWhere() {
            pattern.condition =
                pattern.condition.map { .logical(.and, [$0, condition]) } ?? condition
        }
        try expect(.rightParenthesis)
        return pattern
    }

    // NodePattern = '(', [BindingVariable], [IsLabelExpression], [ElementPropertySpecification],
    //      [WhereClause], ')' ;
    mutating func parseNodePattern() throws(Abandoned) -> NodePatternSyntax {
        let start = span.start
        nodeCount += 1
        if nodeCount > Self.nodeLimit {
            throw abandon(beyond: Self.nodeLimit, "nodes stand in one statement")
        }
        guard take(.leftParenthesis) else {
            throw fail(expecting: Self.node, words: Self.pathWords)
        }
        let variable = takeVariable()
        let labels = try withoutBarEnd { (p) throws(Abandoned) in try p.parseLabels("a label") }
        let properties = try parseProperties()
        let condition = try parseWhere()
        try expect(.rightParenthesis)
        return NodePatternSyntax(
            variable: variable, labels: labels, properties: properties, condition: condition,
            span: SourceSpan(start: start, end: lastEnd))
    }

    /// What may stand before a path, and is no keyword elsewhere.
    private static let pathWords = [
        "SHORTEST", "TRAIL", "SIMPLE", "ACYCLIC", "WALK", "shortestPath", "allShortestPaths",
    ]

    // ElementPropertySpecification = RecordConstructor | DynamicParameterSpecification ;
    private mutating func parseProperties() throws(Abandoned) -> ExpressionSyntax? {
        if sees(.leftBrace) { return try parseMap() }
        guard case .parameter(let name) = peek else { return nil }
        defer { advance() }
        return .parameter(NameSyntax(text: name, span: span))
    }

    // RelationshipPattern = ['<'], '-', ['[', ElementPatternFiller, ']'], '-', ['>'] ;
    mutating func parseRelationshipPattern() throws(Abandoned) -> RelationshipPatternSyntax {
        let start = span.start
        let pointsLeft = take(.less)
        try expect(.minus)
        var pattern = RelationshipPatternSyntax(
            arrow: .either, span: SourceSpan(start: start, end: start))
        if take(.leftBracket) {
            try parseRelationshipDetail(into: &pattern)
            try expect(.rightBracket)
        }
        try expect(.minus)
        let pointsRight = take(.greater)
        if pointsLeft != pointsRight { pattern.arrow = pointsLeft ? .left : .right }
        pattern.span = SourceSpan(start: start, end: lastEnd)
        return pattern
    }

    // ElementPatternFiller = [BindingVariable], [IsLabelExpression], [RangeLiteral],
    //      [ElementPropertySpecification], [WhereClause] ;
    private mutating func parseRelationshipDetail(
        into pattern: inout RelationshipPatternSyntax
    ) throws(Abandoned) {
        pattern.variable = takeVariable()
        pattern.types = try withoutBarEnd { (p) throws(Abandoned) in
            try p.parseLabels("a relationship type")
        }
        if sees(.dots) {
            diagnostics.append(.rangeWithoutStar(at: span))
            pattern.length = range(from: span.start)
        } else {
            pattern.length = parseLength()
        }
        pattern.properties = try parseProperties()
        pattern.condition = try parseWhere()
    }

    // RangeLiteral = '*', [Integer], ['..', [Integer]] ;
    private mutating func parseLength() -> RelationshipPatternSyntax.Length? {
        let start = span.start
        return take(.star) ? range(from: start) : nil
    }

    /// What stands behind the star.
    private mutating func range(from start: Int) -> RelationshipPatternSyntax.Length {
        let minimum = takeBound()
        let isRange = take(.dots)
        let maximum = isRange ? takeBound() : minimum
        return RelationshipPatternSyntax.Length(
            minimum: minimum, maximum: maximum, span: SourceSpan(start: start, end: lastEnd))
    }

    /// A bound; one with a minus is told and read without it.
    private mutating func takeBound() -> Int64? {
        let start = span.start
        let isNegative = sees(.minus)
        guard case .integer(let number) = peek(isNegative ? 1 : 0) else { return nil }
        if isNegative { advance() }
        advance()
        if isNegative {
            diagnostics.append(.negativeLength(at: SourceSpan(start: start, end: lastEnd)))
        }
        return number
    }

    var seesPathWithRelationship: Bool { seesPathWithRelationship(ahead: 0) }

    /// Whether `(` begins a path with a relationship, so `(a)-->(b)` and not `(a) - 1`: told by what
    /// follows the bracket's partner, so that nothing is read twice.
    func seesPathWithRelationship(ahead: Int) -> Bool {
        guard sees(.leftParenthesis, ahead: ahead), let close = partners[position + ahead] else {
            return false
        }
        let inside = isVariable(peek(ahead + 1)) ? ahead + 2 : ahead + 1
        switch peek(inside) {
        case .parameter, .symbol(.colon), .symbol(.leftBrace), .symbol(.rightParenthesis),
            .keyword(.where, _), .keyword(.is, _):
            break
        default: return false
        }
        let after = close - position + 1
        if seesQuantifiedGroup(ahead: after) { return true }
        let dash = sees(.less, ahead: after) ? after + 1 : after
        guard sees(.minus, ahead: dash) else { return false }
        // A list may be subtracted, `(a) - [1]`: a relationship has a dash behind its bracket too.
        guard let bracket = partners[position + dash + 1], sees(.leftBracket, ahead: dash + 1)
        else { return sees(.minus, ahead: dash + 1) }
        return sees(.minus, ahead: bracket - position + 1)
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func nodeBehindGroup(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax",
            "between a part that is repeated and a relationship a node is needed", at: span,
            help: "put () between them")
    }

    fileprivate static func rangeWithoutStar(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidRelationshipPattern", "a range of lengths needs a '*' before it",
            at: span, help: "write [:TYPE*1..3], or [:TYPE*] for any length")
    }

    fileprivate static func negativeLength(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidRelationshipPattern", "a length cannot be negative", at: span,
            help: "the arrow's head tells the direction: <-[:TYPE*2]-")
    }
}
