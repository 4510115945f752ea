import Diagnostics
import GraphModel
import QuerySyntax

extension Binder {
    func bind(_ syntax: ExpressionSyntax, _ context: ExpressionContext) -> TypedExpression {
        if !context.replacements.isEmpty, let column = context.replacements[syntax.key] {
            return TypedExpression(.variable(column, syntax.span), column.type)
        }
        // Where a path may stand as a condition is inherited by connectives alone.
        let inner = context.allowingPattern(false)
        switch syntax {
        case .literal(let literal, let span): return bind(literal, span)
        case .parameter(let name):
            checkParameter(name)
            return TypedExpression(.parameter(name.text, name.span))
        case .variable(let name): return bind(variable: name, context)
        case .list(let items, let span): return bindList(items, span, inner)
        case .map(let entries, let span):
            let bound = entries.map {
                BoundEntry(key: $0.key.text, value: bind($0.value, inner).expression)
            }
            return TypedExpression(.map(bound, span), .map)
        case .property(let base, let key): return bindProperty(base, key, syntax.span, inner)
        case .element(let base, let index, let span):
            let list = bind(base, inner)
            return TypedExpression(
                .element(list.expression, index: bind(index, inner).expression, span),
                list.type.element)
        case .slice(let base, let from, let to, let span):
            let list = bind(base, inner)
            return TypedExpression(
                .slice(
                    list.expression, from: from.map { bind($0, inner).expression },
                    to: to.map { bind($0, inner).expression }, span), list.type)
        case .hasLabels(let base, let labels): return bindLabels(base, labels, syntax.span, inner)
        case .unary(let unary, let operand, let span):
            return bind(unary, operand, span, context)
        case .binary(let binary, let left, let right):
            return bind(binary, left, right, syntax.span, inner)
        case .logical(let logical, let operands):
            return bind(logical, operands, syntax.span, context)
        case .comparison(let first, let rest): return bind(first, rest, syntax.span, inner)
        case .nullTest(let operand, let isNegated, let span):
            return TypedExpression(
                .nullTest(bind(operand, inner).expression, isNegated: isNegated, span), .boolean)
        case .call, .countAll, .choice, .listComprehension, .quantifier, .pattern,
            .patternComprehension, .subquery, .reduction, .typeTest, .normalTest:
            return bindCompound(syntax, context)
        }
    }

    /// Apart, so that operators in a long chain, each within the one before, do not each need room
    /// for all of these on the stack.
    @inline(never)
    private func bindCompound(
        _ syntax: ExpressionSyntax, _ context: ExpressionContext
    ) -> TypedExpression {
        let inner = context.allowingPattern(false)
        switch syntax {
        case .call(let call): return bind(call, context)
        case .countAll(let span):
            return aggregate("count", [], isDistinct: false, .integer, span, context)
        case .choice(let choice): return bind(choice, inner)
        case .listComprehension(let comprehension): return bind(comprehension, inner)
        case .quantifier(let quantifier): return bind(quantifier, inner)
        case .pattern(let path): return bindPatternPredicate(path, context)
        case .patternComprehension(let comprehension): return bind(comprehension, inner)
        case .subquery(let subquery): return bind(subquery, context)
        case .reduction(let reduction): return bind(reduction, inner)
        case .typeTest(let operand, let type, let isNegated, let span):
            return TypedExpression(
                .typeTest(
                    bind(operand, inner).expression, valueType(type), isNegated: isNegated, span),
                .boolean)
        case .normalTest(let operand, let form, let isNegated, let span):
            return bindNormalTest(operand, form, isNegated: isNegated, span, inner)
        case .literal, .list, .map, .parameter, .variable, .property, .element, .slice,
            .hasLabels, .unary, .binary, .logical, .comparison, .nullTest:
            return bind(syntax, context)
        }
    }

    private func bind(_ literal: LiteralSyntax, _ span: SourceSpan) -> TypedExpression {
        switch literal {
        case .null: TypedExpression(.constant(.null, span), .null)
        case .boolean(let value): TypedExpression(.constant(.boolean(value), span), .boolean)
        case .integer(let value): TypedExpression(.constant(.integer(value), span), .integer)
        case .float(let value): TypedExpression(.constant(.float(value), span), .float)
        case .string(let value): TypedExpression(.constant(.string(value), span), .string)
        }
    }

    func checkParameter(_ name: NameSyntax) {
        guard let parameters, !parameters.contains(name.text) else { return }
        report(.missingParameter(name, among: parameters.sorted()))
    }

    private func bind(variable name: NameSyntax, _ context: ExpressionContext) -> TypedExpression {
        guard let variable = context.scope[name.text] else {
            reportUndefined(name, in: context.scope)
            return TypedExpression(.constant(.null, name.span))
        }
        return TypedExpression(.variable(variable, name.span), variable.type)
    }

    private func bindList(
        _ items: [ExpressionSyntax], _ span: SourceSpan, _ context: ExpressionContext
    ) -> TypedExpression {
        let bound = items.map { bind($0, context) }
        let element = bound.dropFirst().reduce(bound.first?.type ?? .any) { $0.union($1.type) }
        return TypedExpression(.list(bound.map(\.expression), span), .list(element))
    }

    private func bindProperty(
        _ base: ExpressionSyntax, _ key: NameSyntax, _ span: SourceSpan,
        _ context: ExpressionContext
    ) -> TypedExpression {
        let typed = bind(base, context)
        switch typed.type {
        case .node, .relationship: mention(.propertyKey, key)
        case .any, .null, .map, .temporal: break
        case .path: report(.noProperties(typed.type, at: base.span))
        case .boolean, .integer, .float, .string, .list:
            report(.noProperties(typed.type, at: base.span), as: .typeError)
        }
        return TypedExpression(.property(typed.expression, key: key.text, span))
    }

    private func bind(
        _ comprehension: ListComprehensionSyntax, _ context: ExpressionContext
    ) -> TypedExpression {
        let list = bind(comprehension.list, context)
        let variable = fresh(comprehension.variable.text, list.type.element)
        let inner = context.with(local: variable)
        let result = comprehension.result.map { bind($0, inner) }
        let bound = BoundComprehension(
            variable: variable, list: list.expression,
            condition: comprehension.condition.map { bindCondition($0, inner) },
            result: result?.expression)
        return TypedExpression(
            .listComprehension(bound, comprehension.span),
            .list(result?.type ?? list.type.element))
    }

    private func bind(
        _ quantifier: QuantifierSyntax, _ context: ExpressionContext
    ) -> TypedExpression {
        let list = bind(quantifier.list, context)
        let variable = fresh(quantifier.variable.text, list.type.element)
        let inner = context.with(local: variable)
        let condition =
            quantifier.condition.map { bindCondition($0, inner) }
            ?? .variable(variable, quantifier.variable.span)
        let kind: BoundQuantifierKind =
            switch quantifier.kind {
            case .all: .all
            case .any: .any
            case .none: .none
            case .single: .single
            }
        let bound = BoundComprehension(
            variable: variable, list: list.expression, condition: condition)
        return TypedExpression(.quantifier(kind, bound, quantifier.span), .boolean)
    }
}

extension ExpressionContext {
    /// Within a comprehension, whose variable hides others and grouped expressions of its name.
    func with(local variable: BoundVariable) -> ExpressionContext {
        var context = self
        context.scope.add(variable)
        context.replacements[variable.name] = nil
        return context
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func missingParameter(_ name: NameSyntax, among known: [String])
        -> Diagnostic
    {
        Diagnostic(
            .error, code: "MissingParameter", "the parameter '$\(name.text)' was not given",
            at: name.span,
            help: Suggestion.nearest(to: name.text, among: known).map { "did you mean '$\($0)'?" }
                ?? (known.isEmpty
                    ? "no parameters were given"
                    : "given are: " + known.map { "$" + $0 }.joined(separator: ", ")))
    }

    fileprivate static func noProperties(_ type: StaticType, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "only nodes, relationships and maps have properties, and this is \(type.words)",
            at: span, help: type.isList ? "take them one by one: [x IN list | x.name]" : nil)
    }
}
