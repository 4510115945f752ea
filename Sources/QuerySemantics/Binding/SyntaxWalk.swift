import QuerySyntax

extension ExpressionSyntax {
    /// The expressions directly within; patterns and subqueries, which have scopes of their own,
    /// give none.
    var children: [ExpressionSyntax] {
        switch self {
        case .literal, .parameter, .variable, .countAll, .pattern, .subquery,
            .patternComprehension:
            []
        case .list(let items, _), .logical(_, let items): items
        case .map(let entries, _): entries.map(\.value)
        case .property(let base, _), .hasLabels(let base, _), .unary(_, let base, _),
            .nullTest(let base, _, _), .typeTest(let base, _, _, _),
            .normalTest(let base, _, _, _):
            [base]
        case .element(let base, let index, _): [base, index]
        case .slice(let base, let from, let to, _): [base, from, to].compactMap(\.self)
        case .binary(_, let left, let right): [left, right]
        case .comparison(let first, let rest): [first] + rest.map(\.right)
        case .call(let call): call.arguments
        case .choice(let choice):
            [choice.subject, choice.otherwise].compactMap(\.self)
                + choice.alternatives.flatMap { $0.tests.map(\.expression) + [$0.result] }
        case .listComprehension(let comprehension):
            [comprehension.list, comprehension.condition, comprehension.result].compactMap(\.self)
        case .quantifier(let quantifier):
            [quantifier.list, quantifier.condition].compactMap(\.self)
        case .reduction(let reduction): [reduction.initial, reduction.list, reduction.result]
        }
    }

    /// The variables that a comprehension, a quantifier or a reduction brings.
    var localVariables: Set<String> {
        switch self {
        case .listComprehension(let comprehension): [comprehension.variable.text]
        case .quantifier(let quantifier): [quantifier.variable.text]
        case .reduction(let reduction): [reduction.accumulator.text, reduction.variable.text]
        case .choice: [CaseSyntax.subjectName]
        default: []
        }
    }

    var isAggregateCall: Bool {
        switch self {
        case .countAll: true
        case .call(let call): FunctionSignatures.named(call.name.text)?.isAggregate ?? false
        default: false
        }
    }

    var containsAggregate: Bool {
        isAggregateCall || children.contains(where: \.containsAggregate)
    }

    /// A function that need not give the same again.
    var containsVolatile: Bool {
        if case .call(let call) = self,
            FunctionSignatures.named(call.name.text)?.isVolatile ?? false
        {
            return true
        }
        return children.contains(where: \.containsVolatile)
    }

    /// Names a variable, so is not the same for all rows.
    var containsVariable: Bool {
        switch self {
        case .variable, .pattern, .subquery, .patternComprehension: true
        default: children.contains(where: \.containsVariable)
        }
    }

    /// `n` or `n.key`: what may stand beside an aggregate if it is grouped by.
    var isSimpleKey: Bool {
        switch self {
        case .variable: true
        case .property(let base, _): base.isSimpleKey
        default: false
        }
    }

    /// One text for all ways of writing it.
    var key: String { SyntaxPrinter.text(of: self) }
}

extension CaseSyntax.Test {
    var expression: ExpressionSyntax {
        switch self {
        case .value(let expression), .predicate(let expression): expression
        }
    }
}
