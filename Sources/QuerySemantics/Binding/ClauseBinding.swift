import Diagnostics
import QuerySyntax

extension Binder {
    func bind(
        _ clause: ClauseSyntax, _ scope: inout Scope, into query: inout BoundSingleQuery,
        isOnly: Bool
    ) {
        switch clause.kind {
        case .match(let match):
            let pattern = bindMatchPattern(
                match.paths, &scope, repeatsElements: match.repeatsElements)
            let condition = match.condition.map { bindCondition($0, ExpressionContext(scope)) }
            doubt(match, pattern, condition)
            query.clauses.append(
                .match(isOptional: match.isOptional, pattern, condition: condition))
        case .unwind(let list, let name, let index):
            let typed = bind(list, ExpressionContext(scope))
            let variable = introduce(name, typed.type.element, &scope)
            let place = index.map {
                BoundUnwindIndex(
                    variable: introduce($0.variable, .integer, &scope),
                    base: $0.isOrdinal ? 1 : 0)
            }
            query.clauses.append(.unwind(typed.expression, variable, index: place))
        case .filter(let condition):
            query.clauses.append(.filter(bindCondition(condition, ExpressionContext(scope))))
        case .assign(let items):
            for item in items {
                let typed = bind(item.value, ExpressionContext(scope))
                let variable = introduce(item.variable, typed.type, &scope)
                query.clauses.append(
                    .assign(.init(variable: variable, expression: typed.expression)))
            }
        case .finish: break
        case .with(let projection, let condition):
            bindWith(projection, condition, clause, &scope, into: &query)
        case .returning(let projection):
            let bound = bindProjection(projection, nil, &scope, isReturn: true, clause)
            query.columns = bound.items.map(\.variable)
            query.clauses.append(.project(bound))
        case .create(let paths):
            query.clauses.append(.create(bindCreatePattern(paths, &scope, isMerge: false)))
        case .merge(let path, let onCreate, let onMatch):
            let pattern = bindCreatePattern([path], &scope, isMerge: true)
            query.clauses.append(
                .merge(
                    pattern, onCreate: onCreate.compactMap { bind($0, scope) },
                    onMatch: onMatch.compactMap { bind($0, scope) }))
        case .set(let items): query.clauses.append(.set(items.compactMap { bind($0, scope) }))
        case .remove(let items):
            query.clauses.append(.remove(items.compactMap { bind($0, scope) }))
        case .delete(let isDetaching, let victims):
            query.clauses.append(
                .delete(isDetaching: isDetaching, victims.map { bindVictim($0, scope) }))
        case .call(let call): bind(call, clause, &scope, into: &query, isOnly: isOnly)
        case .subquery(let call): bind(call, clause, &scope, into: &query)
        case .forEach(let forEach): bind(forEach, scope, into: &query)
        }
    }

    /// `WITH`; in a subquery its `WHERE` sees the enclosing query's variables too.
    private func bindWith(
        _ projection: ProjectionSyntax, _ condition: ExpressionSyntax?, _ clause: ClauseSyntax,
        _ scope: inout Scope, into query: inout BoundSingleQuery
    ) {
        let drops =
            projection.isDistinct
            || projection.items.contains { $0.expression.containsAggregate }
        let isApart = drops && !carried.variables.isEmpty
        query.clauses.append(
            .project(
                bindProjection(
                    projection, isApart ? nil : condition, &scope, isReturn: false, clause)))
        recall(&scope, into: &query)
        if isApart, let condition {
            query.clauses.append(.filter(bindCondition(condition, ExpressionContext(scope))))
        }
    }

    /// A new variable; a fault where there is one of the name.
    func introduce(_ name: NameSyntax, _ type: StaticType, _ scope: inout Scope) -> BoundVariable {
        if let known = scope[name.text] {
            report(.alreadyBound(name, known, firstPlace(of: known)))
        }
        let variable = fresh(name, type)
        scope.add(variable)
        return variable
    }

    func bindCondition(_ condition: ExpressionSyntax, _ context: ExpressionContext)
        -> BoundExpression
    {
        let typed = bind(condition, context.allowingPattern(true))
        if !typed.type.mayBeBoolean { report(.noCondition(typed.type, at: condition.span)) }
        return typed.expression
    }

    // MARK: Writing

    private func bind(_ item: SetItemSyntax, _ scope: Scope) -> BoundSetItem? {
        let context = ExpressionContext(scope)
        switch item {
        case .property(let base, let key, let value):
            let target = bind(base, context)
            return .property(
                target.expression, key: key.text, value: bind(value, context).expression,
                base.span.union(key.span))
        case .replace(let name, let value):
            guard let variable = resolve(name, scope) else { return nil }
            return .replace(variable, bind(value, context).expression, name.span)
        case .merge(let name, let value):
            guard let variable = resolve(name, scope) else { return nil }
            return .merge(variable, bind(value, context).expression, name.span)
        case .labels(let name, let labels):
            guard let variable = resolve(name, scope) else { return nil }
            return .labels(variable, labels.map(\.text), name.span)
        }
    }

    private func bind(_ item: RemoveItemSyntax, _ scope: Scope) -> BoundRemoveItem? {
        switch item {
        case .property(let base, let key):
            let target = bind(base, ExpressionContext(scope))
            return .property(target.expression, key: key.text, base.span.union(key.span))
        case .labels(let name, let labels):
            guard let variable = resolve(name, scope) else { return nil }
            return .labels(variable, labels.map(\.text), name.span)
        }
    }

    private func bindVictim(_ victim: ExpressionSyntax, _ scope: Scope) -> BoundExpression {
        if case .hasLabels = victim {
            report(.labelDelete(at: victim.span))
            return .constant(.null, victim.span)
        }
        let typed = bind(victim, ExpressionContext(scope))
        switch typed.type {
        case .any, .null, .node, .relationship, .path: break
        case .boolean, .integer, .float, .string, .map, .temporal, .list:
            report(.noVictim(typed.type, at: victim.span))
        }
        return typed.expression
    }

    func resolve(_ name: NameSyntax, _ scope: Scope) -> BoundVariable? {
        guard let variable = scope[name.text] else {
            reportUndefined(name, in: scope)
            return nil
        }
        return variable
    }
}

extension StaticType {
    /// Of what `UNWIND` or a comprehension takes from it.
    var element: StaticType { if case .list(let element) = self { element } else { .any } }
}

// MARK: - Wording

extension Diagnostic {
    static func alreadyBound(
        _ name: NameSyntax, _ known: BoundVariable, _ notes: [Note]
    ) -> Diagnostic {
        let what = known.type == .any ? "" : ": it is \(known.type.words)"
        return Diagnostic(
            .error, code: "VariableAlreadyBound",
            "the variable '\(name.text)' is defined already\(what)", at: name.span,
            notes: notes, help: "use another name for what is new here")
    }

    fileprivate static func noCondition(_ type: StaticType, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "a condition must be true or false, and this is \(type.words)", at: span)
    }

    fileprivate static func labelDelete(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidDelete", "DELETE takes nodes and relationships, not labels",
            at: span, help: "REMOVE n:Label takes a label away")
    }

    fileprivate static func noVictim(_ type: StaticType, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "DELETE takes nodes, relationships and paths, and this is \(type.words)", at: span)
    }
}
