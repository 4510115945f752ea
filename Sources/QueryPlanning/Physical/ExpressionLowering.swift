import GraphModel
import QuerySemantics

/// Where the variables of an expression are found: in columns, or among the comprehensions' own.
struct ExpressionLayout {
    var columns: [VariableID: Int]
    /// The columns in order.
    let variables: [BoundVariable]
    /// Columns that hold nodes or relationships.
    var entities: Set<VariableID>
    var locals: [VariableID: Int] = [:]

    init(_ columns: [BoundVariable]) {
        variables = columns
        self.columns = Dictionary(
            columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        entities = Set(
            columns.filter { $0.type == .node || $0.type == .relationship }.map(\.id))
    }

    func adding(local variable: BoundVariable) -> ExpressionLayout {
        var layout = self
        layout.locals[variable.id] = locals.count
        return layout
    }
}

extension PhysicalPlanner {
    private func place(
        of variable: BoundVariable, _ layout: ExpressionLayout
    ) -> PhysicalExpression {
        layout.locals[variable.id].map { .local($0) } ?? .column(column(variable, layout))
    }

    func lower(_ expressions: [BoundExpression], _ layout: ExpressionLayout)
        -> [PhysicalExpression]
    {
        expressions.map { lower($0, layout) }
    }

    func lower(_ expression: BoundExpression, _ layout: ExpressionLayout) -> PhysicalExpression {
        let down = { (part: BoundExpression) in self.lower(part, layout) }
        switch expression {
        case .constant(let value, _): return .constant(value)
        case .parameter(let name, _): return .parameter(name)
        case .variable(let variable, _): return place(of: variable, layout)
        case .property(.variable(let variable, _), let key, let span):
            if layout.entities.contains(variable.id), let column = layout.columns[variable.id] {
                return .columnProperty(column, key: key)
            }
            return .property(place(of: variable, layout), key: key, span)
        case .property(let base, let key, let span):
            return .property(down(base), key: key, span)
        case .list(let items, _): return .list(items.map(down))
        case .map(let entries, _): return .map(lower(entries, layout))
        case .element(let base, let index, let span):
            return .element(down(base), index: down(index), span)
        case .slice(let base, let from, let to, let span):
            return .slice(down(base), from: from.map(down), to: to.map(down), span)
        case .hasLabels(let base, let labels, _): return .hasLabels(down(base), labels)
        case .unary(let unary, let operand, let span):
            return .unary(unary, down(operand), span)
        case .binary(let binary, let left, let right, let span):
            return .binary(binary, down(left), down(right), span)
        case .logical(let logical, let operands, _): return .logical(logical, operands.map(down))
        case .comparison(let first, let rest, _):
            return .comparison(down(first), rest.map { ($0.comparison, down($0.right)) })
        case .nullTest(let operand, let isNegated, _):
            return .nullTest(down(operand), isNegated: isNegated)
        case .call(let name, let arguments, let span):
            return .call(name, arguments.map(down), span)
        case .choice(let choice, _):
            return .choice(lower(choice, layout))
        case .listComprehension(let comprehension, _):
            return .listComprehension(lower(comprehension, layout))
        case .quantifier(let kind, let comprehension, _):
            return .quantifier(kind, lower(comprehension, layout))
        case .subquery(let subquery, _): return .subquery(lower(subquery, layout))
        case .reduction(let reduction, _):
            let inner = layout.adding(local: reduction.accumulator)
                .adding(local: reduction.variable)
            return .reduction(
                PhysicalReduction(
                    initial: down(reduction.initial), list: down(reduction.list),
                    result: lower(reduction.result, inner)))
        case .typeTest(let operand, let type, let isNegated, _):
            return .typeTest(down(operand), type, isNegated: isNegated)
        }
    }

    private func lower(_ choice: BoundCase, _ layout: ExpressionLayout) -> PhysicalCase {
        let inner = choice.variable.map { layout.adding(local: $0) } ?? layout
        return PhysicalCase(
            subject: choice.subject.map { lower($0, layout) },
            alternatives: choice.alternatives.map { alternative in
                let tests = alternative.tests.map { test -> PhysicalCase.Test in
                    switch test {
                    case .equal(let value): .equal(lower(value, layout))
                    case .condition(let condition): .condition(lower(condition, inner))
                    }
                }
                return (tests, lower(alternative.result, layout))
            }, otherwise: choice.otherwise.map { lower($0, layout) })
    }

    func lower(_ entries: [BoundEntry], _ layout: ExpressionLayout)
        -> [(key: String, value: PhysicalExpression)]
    {
        entries.map { ($0.key, lower($0.value, layout)) }
    }

    private func lower(_ comprehension: BoundComprehension, _ layout: ExpressionLayout)
        -> PhysicalComprehension
    {
        let inner = layout.adding(local: comprehension.variable)
        return PhysicalComprehension(
            list: lower(comprehension.list, layout),
            condition: comprehension.condition.map { lower($0, inner) },
            result: comprehension.result.map { lower($0, inner) })
    }

    /// A pattern without a comprehension's variable runs for a whole batch of rows at once; any
    /// other subquery row by row.
    private func lower(_ subquery: BoundSubquery, _ layout: ExpressionLayout) -> PhysicalSubquery {
        let used = subquery.freeVariables
        let outer = subquery.outer.filter {
            used.contains($0.id)
                && (layout.columns[$0.id] != nil || layout.locals[$0.id] != nil)
        }
        let usesLocals = outer.contains { layout.locals[$0.id] != nil }
        let plan: LogicalPlan
        var row: BoundVariable?
        switch subquery.content {
        case .query(let query):
            plan = logical.plan(query, over: .argument(outer, row: nil))
        case .pattern(let pattern, let condition):
            if !usesLocals { row = logical.hidden("row", .integer) }
            plan = logical.match(pattern, condition, over: .argument(outer, row: row))
        }
        let needed: [BoundVariable]
        var kind = PhysicalSubquery.Kind.exists
        switch subquery.kind {
        case .exists: needed = [row].compactMap(\.self)
        case .count:
            needed = [row].compactMap(\.self)
            kind = .count
        case .collect(let result):
            needed = plan.columns.filter { result.freeVariables.contains($0.id) || $0 == row }
            kind = .collect(lower(result, ExpressionLayout(needed)))
        }
        let physical = lower(PlanRule.apply(rules, to: .keep(plan, needed)))
        subqueryCount += 1
        return PhysicalSubquery(
            kind: kind, plan: physical, arguments: outer.map { place(of: $0, layout) },
            rowColumn: row.flatMap { needed.firstIndex(of: $0) }, number: subqueryCount - 1)
    }
}
