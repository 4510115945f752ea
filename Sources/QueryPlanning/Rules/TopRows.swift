import QuerySemantics

/// Tells a sort how many rows the slice above it takes.
enum TopRows {
    static func apply(to plan: LogicalPlan) -> LogicalPlan {
        plan.rewritten { plan in
            guard case .slice(.sort(let input, let items, nil), let skip, let limit?) = plan
            else { return plan }
            let count =
                skip.map { BoundExpression.binary(.add, $0, limit, limit.span) } ?? limit
            return .slice(.sort(input, items, limit: count), skip: skip, limit: limit)
        }
    }
}
