import QuerySemantics

/// Tells each step of a match which of its columns something needs later, so that a following
/// expansion does not copy the others row by row.
enum UnusedColumns {
    static func apply(to plan: LogicalPlan) -> LogicalPlan {
        prune(plan, Set(plan.columns.map(\.id)))
    }

    private static func prune(_ plan: LogicalPlan, _ needed: Set<VariableID>) -> LogicalPlan {
        if case .match(let input, let match) = plan {
            return prune(match, over: input, needed)
        }
        if case .optional(let input, let inner, let introduced, let row) = plan {
            // What is joined must show the same columns with and without a match.
            let all = Set(inner.columns.map(\.id))
            return .optional(
                prune(input, Set(input.columns.map(\.id))), inner: prune(inner, all),
                introduced: introduced, row: row)
        }
        if case .select(let input, let inner, let selection) = plan {
            let all = Set(inner.columns.map(\.id))
            return .select(
                prune(input, Set(input.columns.map(\.id))), inner: prune(inner, all), selection)
        }
        let below = inputNeeds(of: plan, needed)
        return plan.replacing(
            inputs: plan.inputs.enumerated().map { index, input in
                prune(input, index == 0 ? below : Set(input.columns.map(\.id)))
            })
    }

    private static func inputNeeds(
        of plan: LogicalPlan, _ needed: Set<VariableID>
    ) -> Set<VariableID> {
        let expressions: [BoundExpression]
        switch plan {
        case .extend(_, let items): expressions = items.map(\.expression)
        case .filter(_, let conditions): expressions = conditions
        case .sort(_, let items, _): expressions = items.map(\.expression)
        case .slice, .recall: expressions = []
        case .subquery(_, let subquery): return needed.union(subquery.imports.map(\.id))
        case .unwind(_, let list, _, _): expressions = [list]
        case .call(_, let call): expressions = call.arguments
        case .keep(_, let variables): return Set(variables.map(\.id))
        case .aggregate(_, let grouping):
            return (grouping.keys.map(\.expression) + grouping.aggregates.flatMap(\.arguments))
                .reduce(into: []) { $0.formUnion($1.freeVariables) }
        // Distinct rows depend on all columns, and what writes may name any.
        case .unit, .argument, .match, .optional, .select, .distinct, .union, .create, .merge, .set,
            .remove, .delete:
            return Set(plan.inputs.first?.columns.map(\.id) ?? [])
        }
        return expressions.reduce(into: needed) { $0.formUnion($1.freeVariables) }
    }

    private static func prune(
        _ match: LogicalMatch, over input: LogicalPlan, _ needed: Set<VariableID>
    ) -> LogicalPlan {
        var match = match
        var live = match.conditions.reduce(into: needed) { $0.formUnion($1.freeVariables) }
        for index in match.steps.indices.reversed() {
            match.steps[index].live = live
            for condition in match.steps[index].conditions {
                live.formUnion(condition.freeVariables)
            }
            live.formUnion(match.steps[index].reads)
            live.formUnion(match.relationships(distinctFromStep: index).map(\.id))
        }
        return .match(prune(input, live), match)
    }
}
