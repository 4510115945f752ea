import Diagnostics
import QuerySyntax

extension Binder {
    func bind(_ call: CallSyntax, _ context: ExpressionContext) -> TypedExpression {
        guard let function = FunctionSignatures.named(call.name.text) else {
            report(.unknownFunction(call.name))
            return TypedExpression(.constant(.null, call.span))
        }
        if !function.arity.contains(call.arguments.count) {
            report(.wrongCount(call, function))
            return TypedExpression(.constant(.null, call.span))
        }
        var inner = context.allowingPattern(false)
        if function.isAggregate {
            return bindAggregate(call, function, inner)
        }
        // `exists((a)-->(b))` is the path as a condition.
        inner.allowsPattern = function.name == "exists"
        let arguments = call.arguments.map { bind($0, inner) }
        if let first = arguments.first, !function.takes(first.type) {
            report(.wrongArgument(function, first.type, at: call.arguments[0].span))
        }
        if function.name == "exists", let first = arguments.first {
            if case .subquery = first.expression { return first }
            return TypedExpression(
                .nullTest(first.expression, isNegated: true, call.span), .boolean)
        }
        return TypedExpression(
            .call(function.name, arguments.map(\.expression), call.span), function.result)
    }

    private func bindAggregate(
        _ call: CallSyntax, _ function: FunctionSignature, _ context: ExpressionContext
    ) -> TypedExpression {
        if call.arguments.contains(where: \.containsAggregate) {
            report(.nested(function, at: call.span))
            return TypedExpression(.constant(.null, call.span))
        }
        if let argument = call.arguments.first(where: \.containsVolatile) {
            report(.volatile(function, at: argument.span))
        }
        var inner = ExpressionContext(context.aggregateScope ?? context.scope)
        inner.aggregation = .forbidden
        let arguments = call.arguments.map { bind($0, inner) }
        if let first = arguments.first, !function.takes(first.type) {
            report(.wrongArgument(function, first.type, at: call.arguments[0].span))
        }
        let element = arguments.first?.type ?? .any
        let type: StaticType = function.name == "collect" ? .list(element) : function.result
        return aggregate(
            function.name.lowercased(), arguments.map(\.expression), isDistinct: call.isDistinct,
            type, call.span, context)
    }

    /// Notes an aggregate of the projection being bound and gives the column that will hold it.
    func aggregate(
        _ function: String, _ arguments: [BoundExpression], isDistinct: Bool, _ type: StaticType,
        _ span: SourceSpan, _ context: ExpressionContext
    ) -> TypedExpression {
        guard context.aggregation == .allowed else {
            report(.misplaced(function, at: span))
            return TypedExpression(.constant(.null, span))
        }
        let variable = fresh(source[span], type, isHidden: true)
        aggregates.append(
            .init(
                variable: variable, function: function, arguments: arguments,
                isDistinct: isDistinct, span: span))
        return TypedExpression(.variable(variable, span), type)
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func unknownFunction(_ name: NameSyntax) -> Diagnostic {
        Diagnostic(
            .error, code: "UnknownFunction", "there is no function '\(name.text)'", at: name.span,
            help: ForeignFunctions.help(for: name.text)
                ?? Suggestion.nearest(to: name.text, among: FunctionSignatures.names).map {
                    "did you mean '\($0)'?"
                })
    }

    fileprivate static func wrongCount(
        _ call: CallSyntax, _ function: FunctionSignature
    ) -> Diagnostic {
        let low = function.arity.lowerBound
        let high = function.arity.upperBound
        let wanted = low == high ? "\(low)" : high == .max ? "at least \(low)" : "\(low) to \(high)"
        return Diagnostic(
            .error, code: "InvalidNumberOfArguments",
            "'\(function.name)' takes \(wanted) argument\(wanted == "1" ? "" : "s"), "
                + "not \(call.arguments.count)", at: call.span)
    }

    fileprivate static func wrongArgument(
        _ function: FunctionSignature, _ type: StaticType, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "'\(function.name)' takes \(function.accepts.map(\.words).joined(separator: " or ")), "
                + "and this is \(type.words)", at: span)
    }

    fileprivate static func nested(
        _ function: FunctionSignature, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "NestedAggregation",
            "the aggregate '\(function.name)' cannot hold another aggregate", at: span,
            help: "aggregate in two steps, with WITH between them")
    }

    fileprivate static func volatile(
        _ function: FunctionSignature, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "NonConstantExpression",
            "'\(function.name)' cannot aggregate what changes with every call", at: span)
    }

    fileprivate static func misplaced(_ function: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidAggregation",
            "the aggregate '\(function)' can stand in WITH and RETURN only", at: span,
            help: "aggregate in a WITH before, and use its column here")
    }
}
