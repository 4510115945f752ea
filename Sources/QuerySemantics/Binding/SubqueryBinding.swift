import Diagnostics
import QuerySyntax

extension Binder {
    /// A path as a condition: it may use variables, not bring new ones.
    func bindPatternPredicate(
        _ path: PathPatternSyntax, _ context: ExpressionContext
    ) -> TypedExpression {
        guard context.allowsPattern || path.shortest != nil else {
            report(.patternAsValue(at: path.span))
            return TypedExpression(.constant(.null, path.span))
        }
        if path.shortest != nil { return bindShortestPath(path, context) }
        let names = path.nodes.map(\.variable) + path.relationships.map(\.variable)
        for name in names.compactMap(\.self) where context.scope[name.text] == nil {
            reportUndefined(name, in: context.scope)
        }
        var scope = context.scope
        let pattern = bindMatchPattern([path], &scope)
        return subquery(.exists, .pattern(pattern, condition: nil), context, path.span, .boolean)
    }

    /// `shortestPath((a)-[*]-(b))` as a value: the first path, or null.
    private func bindShortestPath(
        _ path: PathPatternSyntax, _ context: ExpressionContext
    ) -> TypedExpression {
        var scope = context.scope
        var named = path
        named.variable = NameSyntax(text: " path", span: path.span)
        let pattern = bindMatchPattern([named], &scope)
        guard let variable = pattern.paths[0].variable else {
            return TypedExpression(.constant(.null, path.span))
        }
        let paths = subquery(
            .collect(.variable(variable, path.span)), .pattern(pattern, condition: nil), context,
            path.span, .list(.path))
        if path.shortest == .all { return paths }
        return TypedExpression(.call("head", [paths.expression], path.span), .path)
    }

    func bind(
        _ comprehension: PatternComprehensionSyntax, _ context: ExpressionContext
    ) -> TypedExpression {
        var scope = context.scope
        let pattern = bindMatchPattern([comprehension.pattern], &scope)
        let inner = ExpressionContext(scope)
        let condition = comprehension.condition.map { bindCondition($0, inner) }
        let result = bind(comprehension.result, inner)
        return subquery(
            .collect(result.expression), .pattern(pattern, condition: condition), context,
            comprehension.span, .list(result.type))
    }

    /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`
    func bind(_ syntax: SubquerySyntax, _ context: ExpressionContext) -> TypedExpression {
        let bound: BoundQuery
        switch syntax.content {
        case .pattern(let paths, let condition):
            if syntax.kind == .collect { report(.collectsPattern(at: syntax.span)) }
            var scope = context.scope
            let pattern = bindMatchPattern(paths, &scope)
            let condition = condition.map { bindCondition($0, ExpressionContext(scope)) }
            let content = BoundSubquery.Content.pattern(pattern, condition: condition)
            return syntax.kind == .count
                ? subquery(.count, content, context, syntax.span, .integer)
                : subquery(.exists, content, context, syntax.span, .boolean)
        case .query(let query):
            // The subquery's projections have aggregates of their own.
            let outerAggregates = aggregates
            defer { aggregates = outerAggregates }
            bound = bindQuery(query, context.scope, .expression(syntax.kind))
        }
        switch syntax.kind {
        case .exists: return subquery(.exists, .query(bound), context, syntax.span, .boolean)
        case .count: return subquery(.count, .query(bound), context, syntax.span, .integer)
        case .collect:
            guard bound.columns.count == 1 else {
                report(.collectsColumns(bound.columns.count, at: syntax.span))
                return TypedExpression(.constant(.null, syntax.span))
            }
            let column = bound.columns[0]
            return subquery(
                .collect(.variable(column, syntax.span)), .query(bound), context, syntax.span,
                .list(column.type))
        }
    }

    private func subquery(
        _ kind: BoundSubquery.Kind, _ content: BoundSubquery.Content,
        _ context: ExpressionContext, _ span: SourceSpan, _ type: StaticType
    ) -> TypedExpression {
        let subquery = BoundSubquery(kind: kind, content: content, outer: context.scope.sorted)
        return TypedExpression(.subquery(subquery, span), type)
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func patternAsValue(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "a path is a condition here, not a value", at: span,
            help: "use a pattern comprehension: [(a)-->(b) | b]")
    }

    fileprivate static func collectsPattern(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition", "COLLECT takes a query that returns a value",
            at: span, help: "write COLLECT { MATCH (a)-->(b) RETURN b }")
    }

    fileprivate static func collectsColumns(_ count: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "COLLECT takes a query with one column, and this has \(count)", at: span,
            help: count == 0
                ? "end it with RETURN and a value"
                : "return a list of them: RETURN [a, b]")
    }
}
