import GraphModel
import QuerySemantics

/// Chooses operators for a plan and places for its variables.
public final class PhysicalPlanner {
    let rules: Set<PlanRule>
    var logical: LogicalPlanner
    var subqueryCount = 0
    private var operatorCount = 0
    /// The first variable that was to be read and has no column.
    private var missing: String?

    private init(_ logical: LogicalPlanner, _ rules: Set<PlanRule>) {
        self.logical = logical
        self.rules = rules
    }

    /// The plan of a statement, improved by the rules. It throws only for a fault of ours: a bound
    /// statement can always be planned.
    public static func plan(
        _ statement: BoundStatement, rules: Set<PlanRule> = Set(PlanRule.allCases)
    ) throws(PlanningError) -> PhysicalPlan {
        var logical = LogicalPlanner(variableCount: statement.variableCount)
        let naive = logical.plan(statement.query)
        if let fault = PlanVerifier.fault(in: naive) { throw PlanningError(message: fault) }
        let planner = PhysicalPlanner(logical, rules)
        let plan = planner.lower(PlanRule.apply(rules, to: naive))
        if let missing = planner.missing {
            throw PlanningError(message: "the variable '\(missing)' has no column")
        }
        return plan
    }

    /// The column of a variable; where there is none, that is noted and the plan not given out.
    func column(_ variable: BoundVariable, _ layout: ExpressionLayout) -> Int {
        guard let column = layout.columns[variable.id] else {
            missing = variable.name
            return 0
        }
        return column
    }

    func node(_ title: String, _ detail: String, _ operation: PhysicalOperation) -> PhysicalPlan {
        defer { operatorCount += 1 }
        return PhysicalPlan(
            id: operatorCount, title: title, detail: detail, operation: operation)
    }

    func lower(_ plan: LogicalPlan) -> PhysicalPlan {
        let layout = ExpressionLayout(plan.inputs.first?.columns ?? [])
        switch plan {
        case .unit: return node("Unit", "", .unit)
        case .argument(let variables, _): return node("Argument", names(variables), .argument)
        case .match(let input, let match): return lower(match, over: input)
        case .optional(let input, let inner, let introduced, let row):
            return lowerOptional(input, inner, introduced, row)
        case .select(let input, let inner, let selection):
            return lower(selection, over: input, inner)
        case .filter(let input, let conditions):
            return filter(lower(input), conditions, layout)
        case .extend(let input, let items):
            return node(
                "Project", PlanText.items(items),
                .extend(lower(input), lower(items.map(\.expression), layout)))
        case .keep(let input, let variables): return keep(lower(input), variables, layout)
        case .aggregate(let input, let grouping): return lower(grouping, over: input, layout)
        case .distinct(let input):
            return node("Distinct", names(input.columns), .distinct(lower(input)))
        case .sort(let input, let items, let limit):
            let keys = items.map {
                PhysicalSortKey(
                    expression: lower($0.expression, layout), isDescending: $0.isDescending)
            }
            return node(
                limit == nil ? "Sort" : "Top", PlanText.sort(items, limit: limit),
                .sort(lower(input), keys, limit: limit.map { lower($0, layout) }))
        case .slice(let input, let skip, let limit):
            return node(
                "Slice", PlanText.slice(skip: skip, limit: limit),
                .slice(
                    lower(input), skip: skip.map { lower($0, layout) },
                    limit: limit.map { lower($0, layout) }))
        case .unwind(let input, let list, let variable, let index):
            let place = index.map { ", \($0.variable.name)" } ?? ""
            return node(
                "Unwind", "\(PlanText.text(of: list)) AS \(variable.name)\(place)",
                .unwind(lower(input), lower(list, layout), indexBase: index?.base))
        case .recall(let input, let variables, let places):
            return node("Recall", names(variables), .recall(lower(input), places))
        case .subquery(let input, let subquery): return lower(subquery, over: input, layout)
        case .union(let parts, let columns):
            return node("Union", names(columns), .union(parts.map(lower)))
        case .call(let input, let call):
            let physical = PhysicalCall(
                procedure: call.procedure, arguments: lower(call.arguments, layout),
                outputs: call.fields.map(\.output), isVoid: call.isVoid)
            return node("ProcedureCall", call.procedure, .call(lower(input), physical))
        case .create(let input, let pattern):
            let steps = createSteps(pattern, input.columns)
            return node("Create", PlanText.text(of: pattern), .create(lower(input), steps))
        case .merge(let input, let merge): return lower(merge, over: input)
        case .set(let input, let items):
            return node(
                "Set", "\(items.count) items",
                .set(lower(input), items.map { lower($0, layout) }))
        case .remove(let input, let items):
            return node(
                "Remove", "\(items.count) items",
                .set(lower(input), items.map { lower($0, layout) }))
        case .delete(let input, let isDetaching, let victims):
            let detail = victims.map(PlanText.text(of:)).joined(separator: ", ")
            return node(
                isDetaching ? "DetachDelete" : "Delete", detail,
                .delete(lower(input), isDetaching: isDetaching, lower(victims, layout)))
        }
    }

    private func names(_ variables: [BoundVariable]) -> String {
        PlanText.names(variables)
    }

    private func lower(
        _ subquery: LogicalSubquery, over input: LogicalPlan, _ layout: ExpressionLayout
    ) -> PhysicalPlan {
        var physical = PhysicalSubqueryCall(
            arguments: subquery.imports.map { column($0, layout) },
            outputs: subquery.introduced.count, isUnit: false, isOptional: false,
            isWriting: subquery.isWriting)
        switch subquery.kind {
        case .rows(let isOptional): physical.isOptional = isOptional
        case .unit: physical.isUnit = true
        }
        return node(
            subquery.title, subquery.detail,
            .subquery(lower(input), inner: lower(subquery.inner), physical))
    }

    func filter(
        _ input: PhysicalPlan, _ conditions: [BoundExpression], _ layout: ExpressionLayout
    ) -> PhysicalPlan {
        guard !conditions.isEmpty else { return input }
        return node(
            "Filter", conditions.map(PlanText.text(of:)).joined(separator: " AND "),
            .filter(input, lower(conditions, layout)))
    }

    func keep(
        _ input: PhysicalPlan, _ variables: [BoundVariable], _ layout: ExpressionLayout
    ) -> PhysicalPlan {
        let places = variables.map { column($0, layout) }
        if places == Array(0..<layout.columns.count) { return input }
        return node("Keep", names(variables), .keep(input, places))
    }

    private func lowerOptional(
        _ input: LogicalPlan, _ inner: LogicalPlan, _ introduced: [BoundVariable],
        _ row: BoundVariable
    ) -> PhysicalPlan {
        let columns = ExpressionLayout(inner.columns).columns
        return node(
            "Optional", names(introduced),
            .optional(
                lower(input), inner: lower(inner), row: columns[row.id] ?? 0,
                introduced: introduced.compactMap { columns[$0.id] }))
    }

    private func lower(
        _ grouping: BoundProjection.Grouping, over input: LogicalPlan, _ layout: ExpressionLayout
    ) -> PhysicalPlan {
        let aggregates = grouping.aggregates.map {
            PhysicalAggregate(
                function: $0.function, arguments: lower($0.arguments, layout),
                isDistinct: $0.isDistinct)
        }
        return node(
            "Aggregate", PlanText.grouping(grouping),
            .aggregate(
                lower(input), keys: lower(grouping.keys.map(\.expression), layout), aggregates))
    }
}

/// A fault of ours in a plan, found before it runs.
public struct PlanningError: Error, Hashable, Sendable {
    public var message: String
}
