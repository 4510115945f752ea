import QuerySemantics

/// Turns a scan of all nodes with a condition on label or property into a lookup.
///
/// The condition on the property stays: the lookup is exact for strings only.
enum NodeLookup {
    static func apply(to plan: LogicalPlan) -> LogicalPlan {
        plan.rewritten { plan in
            guard case .match(let input, var match) = plan else { return plan }
            var known = Set(input.columns.map(\.id))
            for index in match.steps.indices {
                if case .scan(let variable, .all) = match.steps[index].kind {
                    let source = source(
                        for: variable, match.steps[index].conditions, known: known)
                    match.steps[index].kind = .scan(variable, source)
                    if case .label(let label) = source {
                        match.steps[index].conditions.removeAll {
                            $0.isLabel(label, of: variable)
                        }
                    }
                }
                known.formUnion(match.steps[index].binds.map(\.id))
            }
            return .match(input, match)
        }
    }

    private static func source(
        for variable: BoundVariable, _ conditions: [BoundExpression], known: Set<VariableID>
    ) -> MatchStep.NodeSource {
        let label = conditions.lazy.compactMap { condition -> String? in
            if case .hasLabels(.variable(variable, _), let labels, _) = condition {
                labels.first
            } else {
                nil
            }
        }.first
        for condition in conditions {
            if let lookup = PropertyEquality(condition), lookup.variable == variable,
                lookup.value.freeVariables.isSubset(of: known)
            {
                return .property(label: label, key: lookup.key, lookup.value)
            }
        }
        if let label { return .label(label) }
        return conditions.lazy.compactMap { $0.alternatives(for: variable) }.first
            .map { .labels($0) } ?? .all
    }
}

extension BoundExpression {
    /// The labels of which it says that the variable has one: `n:A OR n:B`.
    func alternatives(for variable: BoundVariable) -> [String]? {
        guard case .logical(.or, let parts, _) = self else { return nil }
        let labels = parts.compactMap { part -> String? in
            if case .hasLabels(.variable(variable, _), let labels, _) = part {
                labels.first
            } else {
                nil
            }
        }
        return labels.count == parts.count ? labels : nil
    }

    /// Says of the variable no more than that it has the one label.
    fileprivate func isLabel(_ label: String, of variable: BoundVariable) -> Bool {
        if case .hasLabels(.variable(variable, _), [label], _) = self { true } else { false }
    }
}
