import QuerySemantics

/// Moves each condition of a match to the first step behind which its variables are bound.
enum ConditionPushdown {
    static func apply(to plan: LogicalPlan) -> LogicalPlan {
        plan.rewritten { plan in
            guard case .match(let input, var match) = plan, !match.steps.isEmpty
            else { return plan }
            var open = match.conditions
            var known = Set(input.columns.map(\.id))
            for index in match.steps.indices {
                known.formUnion(match.steps[index].binds.map(\.id))
                match.steps[index].conditions += open.filter {
                    $0.freeVariables.isSubset(of: known)
                }
                open.removeAll { $0.freeVariables.isSubset(of: known) }
            }
            match.conditions = open
            return .match(input, match)
        }
    }
}
