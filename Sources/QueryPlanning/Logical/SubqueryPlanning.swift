import QuerySemantics

extension LogicalPlanner {
    mutating func plan(_ call: BoundSubqueryCall, over input: LogicalPlan) -> LogicalPlan {
        let used = call.freeVariables
        let imports = input.columns.filter { used.contains($0.id) }
        switch call.kind {
        case .rows: return run(call, .rows(isOptional: false), imports, over: input)
        case .optionalRows: return run(call, .rows(isOptional: true), imports, over: input)
        case .unit: return run(call, .unit, imports, over: input)
        case .forEach(let list, let variable):
            // The whole body for one element, before the next.
            let elements = LogicalPlan.unwind(
                .argument(imports, row: nil), list, variable, index: nil)
            let each = run(call, .unit, elements.columns, over: elements)
            return .subquery(
                input,
                LogicalSubquery(
                    kind: .unit, inner: .keep(each, []), imports: imports, introduced: [],
                    isWriting: true, title: "ForEach",
                    detail: "\(variable.name) IN \(PlanText.text(of: list))"))
        }
    }

    private mutating func run(
        _ call: BoundSubqueryCall, _ kind: LogicalSubquery.Kind, _ imports: [BoundVariable],
        over input: LogicalPlan
    ) -> LogicalPlan {
        let inner = plan(call.query, over: .argument(imports, row: nil))
        return .subquery(
            input,
            LogicalSubquery(
                kind: kind, inner: inner, imports: imports, introduced: call.query.columns,
                isWriting: call.isWriting, title: "Subquery",
                detail: PlanText.names(call.query.columns)))
    }
}
