import Diagnostics

/// Paths of more than nodes and single relationships: repeated parts, and the words before a path.
extension Parser {
    // PathTerm = NodePattern, {PathFactor}, [QuantifiedPathList] | QuantifiedPathList,
    //      [NodePattern, {PathFactor}, [QuantifiedPathList]] ;
    // RelationshipsPattern = NodePattern, (PathFactor, {PathFactor}, [QuantifiedPathList]
    //      | QuantifiedPathList) ;
    // PathFactor = RelationshipPattern, [GraphPatternQuantifier], NodePattern
    //      | QuantifiedPathList, NodePattern ;
    // QuantifiedPathList = QuantifiedPathPrimary, {QuantifiedPathPrimary} ;
    /// Where two groups, or a group and an end of the path, have no node between them, one is put
    /// there.
    mutating func parsePatternElement() throws(Abandoned) -> PathPatternSyntax {
        let start = span.start
        var nodes = [seesQuantifiedGroup ? emptyNode : try parseNodePattern()]
        var relationships: [RelationshipPatternSyntax] = []
        var endsInGroup = false
        while true {
            if nodes.count > Self.pathLimit {
                throw abandon(beyond: Self.pathLimit, "nodes stand in one path")
            }
            if seesQuantifiedGroup {
                relationships.append(try parseQuantifiedGroup())
                // What follows a group without a node may be a minus.
                endsInGroup = !sees(.leftParenthesis) || seesQuantifiedGroup
                nodes.append(endsInGroup ? emptyNode : try parseNodePattern())
            } else if !endsInGroup, sees(.minus) || (sees(.less) && sees(.minus, ahead: 1)) {
                relationships.append(try relationshipWithQuantifier())
                nodes.append(try parseNodePattern())
            } else {
                break
            }
        }
        return PathPatternSyntax(
            nodes: nodes, relationships: relationships,
            span: SourceSpan(start: start, end: lastEnd))
    }

    private var emptyNode: NodePatternSyntax {
        NodePatternSyntax(span: SourceSpan(start: span.start, end: span.start))
    }

    var seesQuantifiedGroup: Bool { seesQuantifiedGroup(ahead: 0) }

    /// Whether `((` begins a part with a quantifier behind it.
    func seesQuantifiedGroup(ahead: Int) -> Bool {
        guard sees(.leftParenthesis, ahead: ahead), sees(.leftParenthesis, ahead: ahead + 1),
            let close = partners[position + ahead]
        else { return false }
        let after = close - position + 1
        return sees(.plus, ahead: after) || sees(.star, ahead: after)
            || sees(.leftBrace, ahead: after)
    }

    // QuantifiedPathPrimary = '(', NodePattern, RelationshipPattern, NodePattern,
    //      {RelationshipPattern, NodePattern}, [WhereClause], ')', GraphPatternQuantifier ;
    private mutating func parseQuantifiedGroup() throws(Abandoned) -> RelationshipPatternSyntax {
        let start = span.start
        advance()
        let path = try nested { (p) throws(Abandoned) in try p.parsePatternElement() }
        let condition = try parseWhere()
        try expect(.rightParenthesis)
        let (minimum, maximum) = try parsePathQuantifier()
        let whole = SourceSpan(start: start, end: lastEnd)
        return RelationshipPatternSyntax(
            arrow: .either,
            group: QuantifiedGroupSyntax(
                path: path, condition: condition, minimum: minimum, maximum: maximum, span: whole),
            span: whole)
    }

    /// `-[:T]->{1,3}` is a variable length; with a condition it is a group of its own.
    private mutating func relationshipWithQuantifier()
        throws(Abandoned) -> RelationshipPatternSyntax
    {
        var relationship = try parseRelationshipPattern()
        guard sees(.leftBrace) || sees(.plus) || sees(.star) else { return relationship }
        let start = span.start
        let (minimum, maximum) = try parsePathQuantifier()
        let span = SourceSpan(start: start, end: lastEnd)
        relationship.span = relationship.span.union(span)
        guard relationship.condition != nil || relationship.length != nil else {
            relationship.length = .init(minimum: minimum, maximum: maximum, span: span)
            return relationship
        }
        return relationship.quantified(minimum: minimum, maximum: maximum)
    }

    // GraphPatternQuantifier = '{', Integer, '}' | '{', [Integer], ',', [Integer], '}' | '+'
    //      | '*' ;
    private mutating func parsePathQuantifier() throws(Abandoned) -> (Int64, Int64?) {
        if take(.plus) { return (1, nil) }
        if take(.star) { return (0, nil) }
        try expect(.leftBrace)
        let minimum = takeInteger()
        let isRange = take(.comma)
        let maximum = isRange ? takeInteger() : minimum
        if minimum == nil, !isRange { throw fail(expecting: "a number of repetitions, or ','") }
        try expect(.rightBrace)
        return (minimum ?? 0, maximum)
    }

    private mutating func takeInteger() -> Int64? {
        guard case .integer(let number) = peek else { return nil }
        advance()
        return number
    }

    // MARK: Words before a path

    // PathPatternPrefix = PathSearchPrefix, [PathMode], [PathOrPaths] | PathMode, [PathOrPaths]
    //      | 'shortest', [Integer], [PathMode], [PathOrPaths], ['group' | 'groups'] ;
    // PathSearchPrefix = 'ALL' | 'ANY', [Integer] | ('ALL' | 'ANY'), 'shortest' ;
    // PathOrPaths = 'path' | 'paths' ;
    mutating func parsePathSearch() throws(Abandoned) -> PathSearchSyntax? {
        let start = span.start
        var search = PathSearchSyntax(selector: .all, span: span)
        if take(.all) {
            if takeWord("shortest") { search.selector = .shortestGroups(1) }
        } else if take(.any) {
            if takeWord("shortest") {
                search.selector = .shortest(1)
            } else {
                search.selector = .any(takeInteger() ?? 1)
            }
        } else if seesWord("shortest") {
            advance()
            search.selector = .shortest(takeInteger() ?? 1)
        } else if seesPathMode == nil {
            return nil
        }
        let isCounted = if case .shortest = search.selector { true } else { false }
        search.mode = try parsePathMode()
        if !takeWord("paths") { _ = takeWord("path") }
        if isCounted, takeWord("groups") || takeWord("group"),
            case .shortest(let count) = search.selector
        {
            search.selector = .shortestGroups(count)
        }
        search.span = SourceSpan(start: start, end: lastEnd)
        return search
    }

    private var seesPathMode: PathSearchSyntax.Mode? {
        guard case .name(let text) = peek else { return nil }
        return PathSearchSyntax.Mode(rawValue: text.lowercased())
    }

    // PathMode = 'walk' | 'trail' | 'simple' | 'acyclic' ;
    private mutating func parsePathMode() throws(Abandoned) -> PathSearchSyntax.Mode? {
        guard let mode = seesPathMode else { return nil }
        advance()
        return mode
    }

    // MatchMode = 'different', ('relationship' | 'relationships') | 'repeatable', ('element'
    //      | 'elements') ;
    /// Whether one relationship may be met more than once.
    mutating func parseMatchMode() throws(Abandoned) -> Bool {
        if seesWord("different"),
            seesWord("relationships", ahead: 1) || seesWord("relationship", ahead: 1)
        {
            advance()
            advance()
            return false
        }
        guard seesWord("repeatable"),
            seesWord("elements", ahead: 1) || seesWord("element", ahead: 1)
        else { return false }
        advance()
        advance()
        return true
    }

    /// A word that is none of the language elsewhere.
    private func seesWord(_ word: String, ahead: Int = 0) -> Bool {
        if case .name(let text) = peek(ahead) { text.lowercased() == word } else { false }
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard seesWord(word) else { return false }
        advance()
        return true
    }
}

extension RelationshipPatternSyntax {
    /// As a group whose path is the relationship alone, between two nodes without a name.
    public func quantified(minimum: Int64, maximum: Int64?) -> RelationshipPatternSyntax {
        let place = SourceSpan(start: span.start, end: span.start)
        let path = PathPatternSyntax(
            nodes: [NodePatternSyntax(span: place), NodePatternSyntax(span: place)],
            relationships: [self], span: span)
        return RelationshipPatternSyntax(
            arrow: .either,
            group: QuantifiedGroupSyntax(
                path: path, minimum: minimum, maximum: maximum, span: span), span: span)
    }
}
