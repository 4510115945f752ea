import Diagnostics

extension Parser {
    // Statement = ['EXPLAIN' | 'PROFILE'], StatementBlock ;
    mutating func parseStatement() -> StatementSyntax? {
        let start = span.start
        clauseCount = 0
        nodeCount = 0
        var mode = StatementSyntax.Mode.run
        if take(.explain) { mode = .explain } else if take(.profile) { mode = .profile }
        let query = parseQuery(until: { $0.sees(.semicolon) })
        let isEmpty = query.clauses.isEmpty && query.unions.isEmpty
        if isEmpty, mode != .run || !sees(.semicolon) {
            if !hasFault(since: start) { _ = fail(expecting: "a clause", words: Self.clauseWords) }
        }
        return isEmpty
            ? nil
            : StatementSyntax(
                mode: mode, query: query, span: SourceSpan(start: start, end: lastEnd))
    }

    private func hasFault(since start: Int) -> Bool {
        diagnostics.contains { ($0.span?.start ?? 0) >= start }
    }

    static let clauseWords = [
        "MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CREATE", "MERGE", "SET", "REMOVE",
        "DELETE", "DETACH", "CALL", "UNION", "INSERT", "NODETACH", "FOREACH", "FILTER", "LET",
        "FOR",
        "FINISH", "NEXT", "ORDER", "SKIP", "OFFSET", "LIMIT",
    ]

    // StatementBlock = CompositeQueryExpression, {'NEXT', CompositeQueryExpression} ;
    mutating func parseQuery(until isEnd: (Parser) -> Bool) -> QuerySyntax {
        var query = parseUnion(until: isEnd)
        while looks(for: .next) {
            let start = span.start
            advance()
            // It needs more of the stack than a clause does.
            clauseCount += 3
            let next = parseUnion(until: isEnd)
            if next.clauses.isEmpty, !hasFault(since: start) {
                _ = fail(expecting: "a query after NEXT", words: Self.clauseWords)
            }
            query.next.append(next)
        }
        return query
    }

    // CompositeQueryExpression = LinearQueryStatement, {'UNION', ['ALL'], LinearQueryStatement} ;
    private mutating func parseUnion(until isEnd: (Parser) -> Bool) -> QuerySyntax {
        var query = QuerySyntax(clauses: parseClauses(until: isEnd), unions: [])
        while looks(for: .union) {
            let start = span.start
            advance()
            let keepsDuplicates = take(.all)
            let clauses = parseClauses(until: isEnd)
            if clauses.isEmpty, !hasFault(since: start) {
                _ = fail(expecting: "a query after UNION", words: Self.clauseWords)
            }
            query.unions.append(
                .init(
                    keepsDuplicates: keepsDuplicates, clauses: clauses,
                    span: SourceSpan(start: start, end: lastEnd)))
        }
        return query
    }

    // LinearQueryStatement = SimpleStatement, {SimpleStatement} ;
    mutating func parseClauses(until isEnd: (Parser) -> Bool) -> [ClauseSyntax] {
        var clauses: [ClauseSyntax] = []
        lastClause = nil
        while peek != .endOfInput, !isEnd(self), !sees(.union), !sees(.next) {
            let start = span.start
            clauseStart = position
            let word = peek
            do {
                clauseCount += 1
                if clauseCount > Self.clauseLimit {
                    throw abandon(beyond: Self.clauseLimit, "clauses stand in one statement")
                }
                let kind = try parseClause()
                clauses.append(
                    ClauseSyntax(kind: kind, span: SourceSpan(start: start, end: lastEnd)))
                if case .keyword(let keyword, _) = word { lastClause = keyword }
            } catch {
                recover(until: isEnd)
            }
        }
        return clauses
    }

    /// Goes on to the next word that begins a clause.
    private mutating func recover(until isEnd: (Parser) -> Bool) {
        if case .name = peek { advance() }
        if skipsStatement {
            skipsStatement = false
            while peek != .endOfInput, !sees(.semicolon) { advance() }
            return
        }
        while peek != .endOfInput, !isEnd(self), !sees(.semicolon) {
            if case .keyword(let keyword, _) = peek, Self.clauseWords.contains(keyword.rawValue) {
                return
            }
            advance()
        }
    }

    // SimpleStatement = MatchStatement | UnwindStatement | ForStatement | LetStatement
    //      | FilterStatement | WithStatement | ReturnStatement | FinishStatement | OrderByClause,
    //      [OffsetClause], [LimitClause] | OffsetClause, [LimitClause] | LimitClause
    //      | InsertStatement | MergeStatement | SetStatement | RemoveStatement | DeleteStatement
    //      | CallProcedureStatement | InlineProcedureCall | ForEachStatement ;
    // ReturnStatement = 'RETURN', ReturnStatementBody ;
    // FinishStatement = 'FINISH' ;
    // InsertStatement = ('CREATE' | 'INSERT'), GraphPattern ;
    // SetStatement = 'SET', SetItem, {',', SetItem} ;
    // RemoveStatement = 'REMOVE', RemoveItem, {',', RemoveItem} ;
    private mutating func parseClause() throws(Abandoned) -> ClauseSyntax.Kind {
        guard case .keyword(let keyword, _) = peek else {
            throw failOnClause()
        }
        switch keyword {
        case .optional where seesSubqueryCall(ahead: 1): return try parseSubqueryCall()
        case .call where seesSubqueryCall(ahead: 0): return try parseSubqueryCall()
        case .forEach: return try parseForEach()
        case .optional, .match: return try parseMatch()
        case .unwind: return try parseUnwind()
        case .for: return try parseFor()
        case .let: return try parseLet()
        case .filter: return try parseFilter()
        case .finish:
            advance()
            return .finish
        case .order, .skip, .offset, .limit:
            return .with(try orderAndNumberAlone(), condition: nil)
        case .with: return try parseWith()
        case .return:
            advance()
            return .returning(try parseProjection())
        case .create, .insert:
            advance()
            return .create(try list { (p) throws(Abandoned) in try p.parsePathPattern() })
        case .merge: return try parseMerge()
        case .set:
            advance()
            return .set(try list { (p) throws(Abandoned) in try p.parseSetItem() })
        case .remove:
            advance()
            return .remove(try list { (p) throws(Abandoned) in try p.parseRemoveItem() })
        case .detach, .nodetach, .delete: return try parseDelete()
        case .call: return .call(try parseCall())
        default: throw failOnClause()
        }
    }

    private mutating func failOnClause() -> Abandoned {
        let modes = lastClause == nil ? ["EXPLAIN", "PROFILE"] : []
        return fail(expecting: expectedBehind(lastClause), words: Self.clauseWords + modes)
    }

    // MatchStatement = ['OPTIONAL'], 'MATCH', [MatchMode], GraphPattern, [WhereClause] ;
    // GraphPattern = PathPattern, {',', PathPattern} ;
    private mutating func parseMatch() throws(Abandoned) -> ClauseSyntax.Kind {
        let isOptional = take(.optional)
        try expect(.match)
        let repeatsElements = try parseMatchMode()
        let paths = try list { (p) throws(Abandoned) in try p.parsePathPattern() }
        return .match(
            MatchSyntax(
                isOptional: isOptional, repeatsElements: repeatsElements, paths: paths,
                condition: try parseWhere()))
    }

    // WhereClause = 'WHERE', ValueExpression ;
    mutating func parseWhere(barEnds: Bool = false) throws(Abandoned) -> ExpressionSyntax? {
        take(.where) ? try parseExpression(barEnds: barEnds) : nil
    }

    // WithStatement = 'WITH', ReturnStatementBody, [WhereClause] ;
    private mutating func parseWith() throws(Abandoned) -> ClauseSyntax.Kind {
        advance()
        let projection = try parseProjection()
        return .with(projection, condition: try parseWhere())
    }

    // ReturnStatementBody = ['DISTINCT'], ReturnItemList, [OrderByClause], [OffsetClause],
    //      [LimitClause] ;
    // ReturnItemList = '*', {',', ReturnItem} | ReturnItem, {',', ReturnItem} ;
    private mutating func parseProjection() throws(Abandoned) -> ProjectionSyntax {
        var projection = ProjectionSyntax(
            isDistinct: take(.distinct), includesAll: take(.star), items: [], order: [])
        if !projection.includesAll || take(.comma) {
            projection.items = try list { (p) throws(Abandoned) in try p.parseProjectionItem() }
        }
        try parseOrderAndNumber(into: &projection)
        return projection
    }

    /// A clause of its own is `WITH *` with the same.
    private mutating func orderAndNumberAlone() throws(Abandoned) -> ProjectionSyntax {
        var projection = ProjectionSyntax(
            isDistinct: false, includesAll: true, items: [], order: [])
        try parseOrderAndNumber(into: &projection)
        return projection
    }

    // OrderByClause = 'ORDER', 'BY', SortSpecification, {',', SortSpecification} ;
    // OffsetClause = ('SKIP' | 'OFFSET'), ValueExpression ;
    // LimitClause = 'LIMIT', ValueExpression ;
    private mutating func parseOrderAndNumber(
        into projection: inout ProjectionSyntax
    ) throws(Abandoned) {
        if take(.order) {
            try expect(.by)
            projection.order = try list { (p) throws(Abandoned) in try p.parseSortItem() }
        }
        if take(.skip) || take(.offset) { projection.skip = try parseExpression() }
        if take(.limit) { projection.limit = try parseExpression() }
    }

    // ReturnItem = ValueExpression, ['AS', Name] ;
    private mutating func parseProjectionItem() throws(Abandoned) -> ProjectionSyntax.Item {
        let start = span.start
        let expression = try parseExpression()
        let whole = SourceSpan(start: start, end: lastEnd)
        let alias = take(.as) ? try expectName("a name for the column") : nil
        return .init(expression: expression, alias: alias, span: whole)
    }

    // SortSpecification = ValueExpression, ['ASCENDING' | 'ASC' | 'DESCENDING' | 'DESC'] ;
    private mutating func parseSortItem() throws(Abandoned) -> ProjectionSyntax.SortItem {
        let expression = try parseExpression()
        let isDescending = take(.descending) || take(.descendingInFull)
        if !isDescending, !take(.ascending) { _ = take(.ascendingInFull) }
        return .init(expression: expression, isDescending: isDescending)
    }

    // MergeStatement = 'MERGE', PathPattern, {'ON', ('MATCH' | 'CREATE'), SetStatement} ;
    private mutating func parseMerge() throws(Abandoned) -> ClauseSyntax.Kind {
        advance()
        let pattern = try parsePathPattern()
        var onCreate: [SetItemSyntax] = []
        var onMatch: [SetItemSyntax] = []
        while take(.on) {
            let isCreate = take(.create)
            if !isCreate, !take(.match) {
                throw fail(expecting: "CREATE or MATCH", words: ["CREATE", "MATCH"])
            }
            try expect(.set)
            let items = try list { (p) throws(Abandoned) in try p.parseSetItem() }
            if isCreate { onCreate += items } else { onMatch += items }
        }
        return .merge(pattern, onCreate: onCreate, onMatch: onMatch)
    }

    // NodeLabels = (':' | 'IS'), Name, {(':' | '&'), Name} ;
    // SetItem = PropertyExpression, '=', ValueExpression | BindingVariable, ('=' | '+='),
    //      ValueExpression | BindingVariable, NodeLabels ;
    private mutating func parseSetItem() throws(Abandoned) -> SetItemSyntax {
        let target = try parsePropertyTarget()
        switch target {
        case .property(let base, let key):
            try expect(.equal)
            return .property(base, key: key, value: try parseExpression())
        case .hasLabels(.variable(let name), let labels):
            return .labels(name, try labelNames(labels))
        case .variable(let name):
            if take(.is) { return .labels(name, try labelNames(parseLabelExpression())) }
            if take(.plusEqual) { return .merge(name, try parseExpression()) }
            try expect(.equal)
            return .replace(name, try parseExpression())
        default: throw fail(expecting: "a property, a variable or labels to set")
        }
    }

    // RemoveItem = BindingVariable, NodeLabels | PropertyExpression ;
    private mutating func parseRemoveItem() throws(Abandoned) -> RemoveItemSyntax {
        switch try parsePropertyTarget() {
        case .property(let base, let key): return .property(base, key: key)
        case .hasLabels(.variable(let name), let labels):
            return .labels(name, try labelNames(labels))
        case .variable(let name) where take(.is):
            return .labels(name, try labelNames(parseLabelExpression()))
        default: throw fail(expecting: "'.' and a property, or ':' and a label to remove")
        }
    }

    // DeleteStatement = ['DETACH' | 'NODETACH'], 'DELETE', ValueExpression, {',',
    //      ValueExpression} ;
    private mutating func parseDelete() throws(Abandoned) -> ClauseSyntax.Kind {
        let isDetaching = take(.detach)
        if !isDetaching { _ = take(.nodetach) }
        try expect(.delete)
        let victims = try list { (p) throws(Abandoned) in try p.parseExpression() }
        return .delete(isDetaching: isDetaching, victims)
    }

    // CallProcedureStatement = 'CALL', ProcedureReference, ['(', [ValueExpression, {',',
    //      ValueExpression}], ')'], [YieldClause] ;
    // ProcedureReference = Name, {'.', Name} ;
    private mutating func parseCall() throws(Abandoned) -> ProcedureCallSyntax {
        advance()
        var name = try expectName("the name of a procedure")
        while take(.dot) {
            let part = try expectName("the name of a procedure")
            name = NameSyntax(text: name.text + "." + part.text, span: name.span.union(part.span))
        }
        var arguments: [ExpressionSyntax]?
        if take(.leftParenthesis) {
            arguments =
                sees(.rightParenthesis)
                ? [] : try list { (p) throws(Abandoned) in try p.parseExpression() }
            try expect(.rightParenthesis)
        }
        return ProcedureCallSyntax(name: name, arguments: arguments, yield: try parseYield())
    }

    // YieldClause = 'YIELD', ('*' | YieldItem, {',', YieldItem}, [WhereClause]) ;
    // YieldItem = Name, ['AS', BindingVariable] ;
    private mutating func parseYield() throws(Abandoned) -> ProcedureCallSyntax.Yield {
        guard take(.yield) else { return .nothing }
        if take(.star) { return .all }
        let items = try list {
            (p) throws(Abandoned) -> ProcedureCallSyntax.YieldItem in
            let field = try p.expectName("a field of the procedure's result")
            let alias = p.take(.as) ? try p.expectVariable() : nil
            return .init(field: field, alias: alias)
        }
        return .items(items, condition: try parseWhere())
    }
}
