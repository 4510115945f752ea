import QuerySemantics

/// A rewriting of the plan that keeps its rows.
public enum PlanRule: String, CaseIterable, Hashable, Sendable {
    /// Begins each pattern where the fewest nodes are to be expected.
    case startChoice
    /// Checks each condition of a match as soon as its variables are bound.
    case conditionPushdown
    /// Finds nodes by label or by property instead of trying all.
    case nodeLookup
    /// Keeps only the first rows while sorting, where a limit follows.
    case topRows
    /// Drops columns that nothing needs any more.
    case unusedColumns

    /// The plan rewritten by all rules of the set, in the order of the cases.
    public static func apply(_ rules: Set<PlanRule>, to plan: LogicalPlan) -> LogicalPlan {
        var plan = plan
        for rule in allCases where rules.contains(rule) {
            let rewritten = rule.apply(to: plan)
            let fault = PlanVerifier.fault(in: rewritten)
            assert(fault == nil, "\(rule.rawValue): \(fault ?? "")")
            // In a release the unimproved plan still gives the right rows.
            if fault == nil { plan = rewritten }
        }
        return plan
    }

    private func apply(to plan: LogicalPlan) -> LogicalPlan {
        switch self {
        case .startChoice: StartChoice.apply(to: plan)
        case .conditionPushdown: ConditionPushdown.apply(to: plan)
        case .nodeLookup: NodeLookup.apply(to: plan)
        case .topRows: TopRows.apply(to: plan)
        case .unusedColumns: UnusedColumns.apply(to: plan)
        }
    }
}

extension LogicalPlan {
    /// Rewrites every operation, the innermost first.
    func rewritten(_ rewrite: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
        rewrite(replacing(inputs: inputs.map { $0.rewritten(rewrite) }))
    }
}
