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

    func bindExists(
        _ paths: [PathPatternSyntax], _ condition: ExpressionSyntax?, _ span: SourceSpan,
        _ context: ExpressionContext
    ) -> TypedExpression {
        var scope = context.scope
        let pattern = bindMatchPattern(paths, &scope)
        let condition = condition.map { bindCondition($0, ExpressionContext(scope)) }
        return subquery(
            .exists, .pattern(pattern, condition: condition), context, span, .boolean)
    }

    func bindExists(
        _ query: QuerySyntax, _ span: SourceSpan, _ context: ExpressionContext
    ) -> TypedExpression {
        // The subquery's projections have aggregates of their own.
        let outerAggregates = aggregates
        defer { aggregates = outerAggregates }
        let bound = bindQuery(query, context.scope, isSubquery: true)
        return subquery(.exists, .query(bound), context, span, .boolean)
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
}
