import QuerySemantics

/// Begins each pattern at a node with a known property, else with a label.
enum StartChoice {
    static func apply(to plan: LogicalPlan) -> LogicalPlan {
        plan.rewritten { plan in
            guard case .match(let input, var match) = plan else { return plan }
            let bound = Set(input.columns.map(\.id))
            let scores = Self.scores(of: match.conditions, bound: bound)
            match.steps = PatternOrder(match.pattern, bound: bound).byScore {
                scores[$0.id] ?? 0
            }
            return .match(input, match)
        }
    }

    private static func scores(
        of conditions: [BoundExpression], bound: Set<VariableID>
    ) -> [VariableID: Int] {
        var scores: [VariableID: Int] = [:]
        for condition in conditions {
            if case .hasLabels(.variable(let variable, _), _, _) = condition {
                scores[variable.id, default: 0] += 1
            } else if case .logical(.or, let parts, _) = condition,
                case .hasLabels(.variable(let variable, _), _, _)? = parts.first,
                condition.alternatives(for: variable) != nil
            {
                scores[variable.id, default: 0] += 1
            } else if let lookup = PropertyEquality(condition),
                lookup.value.freeVariables.isSubset(of: bound)
            {
                scores[lookup.variable.id, default: 0] += 10
            }
        }
        return scores
    }
}

/// `n.key = value` as a condition, either way round.
struct PropertyEquality {
    var variable: BoundVariable
    var key: String
    var value: BoundExpression

    init?(_ condition: BoundExpression) {
        guard case .comparison(let left, let rest, _) = condition, rest.count == 1,
            rest[0].comparison == .equal
        else { return nil }
        for (subject, value) in [(left, rest[0].right), (rest[0].right, left)] {
            if case .property(.variable(let variable, _), let key, _) = subject,
                variable.type == .node, !value.freeVariables.contains(variable.id)
            {
                (self.variable, self.key, self.value) = (variable, key, value)
                return
            }
        }
        return nil
    }
}
