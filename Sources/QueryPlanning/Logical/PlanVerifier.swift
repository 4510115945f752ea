import QuerySemantics

/// Checks that each operation reads only columns that its input has. A plan that does not pass is
/// a fault of ours, never of the query.
public enum PlanVerifier {
    /// The first thing that is wrong with the plan; nil if nothing is.
    public static func fault(in plan: LogicalPlan) -> String? {
        for input in plan.inputs {
            if let fault = fault(in: input) { return fault }
        }
        // Not for the operations that ask nothing: in a long script they are most of the plan.
        var known: Set<VariableID> { Set((plan.inputs.first?.columns ?? []).map(\.id)) }
        let missing: Set<VariableID>
        switch plan {
        case .unit, .argument, .distinct, .optional, .recall, .select: missing = []
        case .subquery(_, let subquery):
            missing = Set(subquery.imports.map(\.id)).subtracting(known)
        case .match(_, let match): return fault(in: match, known)
        case .filter(_, let conditions): missing = unknown(conditions, known)
        case .extend(_, let items): missing = unknown(items.map(\.expression), known)
        case .keep(_, let variables): missing = Set(variables.map(\.id)).subtracting(known)
        case .aggregate(_, let grouping):
            missing = unknown(
                grouping.keys.map(\.expression) + grouping.aggregates.flatMap(\.arguments), known)
        case .sort(_, let items, _): missing = unknown(items.map(\.expression), known)
        case .slice(_, let skip, let limit):
            missing = unknown([skip, limit].compactMap(\.self), known)
        case .unwind(_, let list, _, _): missing = unknown([list], known)
        case .union(let parts, let columns):
            return parts.allSatisfy { $0.columns.count == columns.count }
                ? nil : "the parts of a union differ in width"
        case .call(_, let call): missing = unknown(call.arguments, known)
        case .create, .merge, .set, .remove: missing = []
        case .delete(_, _, let victims): missing = unknown(victims, known)
        }
        return missing.isEmpty ? nil : "an operation reads columns that are not there: \(missing)"
    }

    private static func unknown(
        _ expressions: [BoundExpression], _ known: Set<VariableID>
    ) -> Set<VariableID> {
        Set(expressions.flatMap(\.freeVariables)).subtracting(known)
    }

    private static func fault(in match: LogicalMatch, _ input: Set<VariableID>) -> String? {
        var known = input
        for (index, step) in match.steps.enumerated() {
            let own = Set(step.binds.map(\.id))
            let distinct = match.relationships(distinctFromStep: index).map(\.id)
            let missing = step.reads.subtracting(own).union(distinct).subtracting(known)
            if !missing.isEmpty { return "step \(index) of a match reads \(missing)" }
            known.formUnion(own)
            let unread = unknown(step.conditions, known)
            if !unread.isEmpty { return "a condition of step \(index) reads \(unread)" }
            if let live = step.live { known.formIntersection(live) }
        }
        let unread = unknown(match.conditions, known)
        return unread.isEmpty ? nil : "the conditions of a match read \(unread)"
    }
}
