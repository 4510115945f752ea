import QuerySyntax

extension Binder {
    func bind(_ choice: CaseSyntax, _ context: ExpressionContext) -> TypedExpression {
        let subject = choice.subject.map { bind($0, context) }
        let variable = subject.map { fresh(CaseSyntax.subjectName, $0.type, isHidden: true) }
        var type: StaticType = .null
        let alternatives = choice.alternatives.map { alternative in
            let result = bind(alternative.result, context)
            type = type.union(result.type)
            return BoundCase.Alternative(
                tests: alternative.tests.map { bind($0, variable, context) },
                result: result.expression)
        }
        let otherwise = choice.otherwise.map { bind($0, context) }
        if let otherwise { type = type.union(otherwise.type) }
        let bound = BoundCase(
            subject: subject?.expression, variable: variable, alternatives: alternatives,
            otherwise: otherwise?.expression)
        return TypedExpression(.choice(bound, choice.span), type)
    }

    private func bind(
        _ test: CaseSyntax.Test, _ subject: BoundVariable?, _ context: ExpressionContext
    ) -> BoundCase.Test {
        guard let subject else {
            return .condition(bind(test.expression, context.allowingPattern(true)).expression)
        }
        switch test {
        case .value(let value): return .equal(bind(value, context).expression)
        case .predicate(let predicate):
            return .condition(bind(predicate, context.with(local: subject)).expression)
        }
    }

    /// `reduce(sum = 0, x IN list | sum + x)`
    func bind(_ reduction: ReductionSyntax, _ context: ExpressionContext) -> TypedExpression {
        let initial = bind(reduction.initial, context)
        let list = bind(reduction.list, context)
        // What it holds later may be of another type than what it begins with.
        let accumulator = fresh(reduction.accumulator.text, .any)
        let variable = fresh(reduction.variable.text, list.type.element)
        let inner = context.with(local: accumulator).with(local: variable)
        let bound = BoundReduction(
            accumulator: accumulator, initial: initial.expression, variable: variable,
            list: list.expression, result: bind(reduction.result, inner).expression)
        return TypedExpression(.reduction(bound, reduction.span))
    }
}
