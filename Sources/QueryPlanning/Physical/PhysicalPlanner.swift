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
        let (source, operations) = plan.chain
        var input = LoweredInput(plan: lowerSource(source), columns: source.columns)
        for operation in operations {
            input.plan = lower(operation, over: input)
            operation.addColumns(to: &input.columns)
        }
        return input.plan
    }

    private func lowerSource(_ plan: LogicalPlan) -> PhysicalPlan {
        switch plan {
        case .argument(let variables, _): return node("Argument", names(variables), .argument)
        case .union(let parts, let columns):
            return node("Union", names(columns), .union(parts.map(lower)))
        case .unit, .match, .select, .optional, .filter, .distinct, .sort, .slice, .set, .remove,
            .delete, .extend, .unwind, .recall, .subquery, .call, .create, .merge, .keep,
            .aggregate:
            return node("Unit", "", .unit)
        }
    }

    private func lower(_ operation: LogicalPlan, over input: LoweredInput) -> PhysicalPlan {
        let layout = ExpressionLayout(input.columns)
        switch operation {
        case .unit, .argument, .union: return input.plan
        case .match(_, let match): return lower(match, over: input)
        case .optional(_, let inner, let introduced, let row):
            return lowerOptional(input, inner, introduced, row)
        case .select(_, let inner, let selection):
            return lower(selection, over: input, inner)
        case .filter(_, let conditions):
            return filter(input.plan, conditions, layout)
        case .extend(_, let items):
            return node(
                "Project", PlanText.items(items),
                .extend(input.plan, lower(items.map(\.expression), layout)))
        case .keep(_, let variables): return keep(input.plan, variables, layout)
        case .aggregate(_, let grouping): return lower(grouping, over: input, layout)
        case .distinct:
            return node("Distinct", names(input.columns), .distinct(input.plan))
        case .sort(_, let items, let limit):
            let keys = items.map {
                PhysicalSortKey(
                    expression: lower($0.expression, layout), isDescending: $0.isDescending)
            }
            return node(
                limit == nil ? "Sort" : "Top", PlanText.sort(items, limit: limit),
                .sort(input.plan, keys, limit: limit.map { lower($0, layout) }))
        case .slice(_, let skip, let limit):
            return node(
                "Slice", PlanText.slice(skip: skip, limit: limit),
                .slice(
                    input.plan, skip: skip.map { lower($0, layout) },
                    limit: limit.map { lower($0, layout) }))
        case .unwind(_, let list, let variable, let index):
            let place = index.map { ", \($0.variable.name)" } ?? ""
            return node(
                "Unwind", "\(PlanText.text(of: list)) AS \(variable.name)\(place)",
                .unwind(input.plan, lower(list, layout), indexBase: index?.base))
        case .recall(_, let variables, let places):
            return node("Recall", names(variables), .recall(input.plan, places))
        case .subquery(_, let subquery): return lower(subquery, over: input, layout)
        case .call(_, let call):
            let physical = PhysicalCall(
                procedure: call.procedure, arguments: lower(call.arguments, layout),
                outputs: call.fields.map(\.output), isVoid: call.isVoid)
            return node("ProcedureCall", call.procedure, .call(input.plan, physical))
        case .create(_, let pattern):
            let steps = createSteps(pattern, input.columns)
            return node("Create", PlanText.text(of: pattern), .create(input.plan, steps))
        case .merge(_, let merge): return lower(merge, over: input)
        case .set(_, let items):
            return node(
                "Set", "\(items.count) items",
                .set(input.plan, items.map { lower($0, layout) }))
        case .remove(_, let items):
            return node(
                "Remove", "\(items.count) items",
                .set(input.plan, items.map { lower($0, layout) }))
        case .delete(_, let isDetaching, let victims):
            let detail = victims.map(PlanText.text(of:)).joined(separator: ", ")
            return node(
                isDetaching ? "DetachDelete" : "Delete", detail,
                .delete(input.plan, isDetaching: isDetaching, lower(victims, layout)))
        }
    }

    private func names(_ variables: [BoundVariable]) -> String {
        PlanText.names(variables)
    }

    private func lower(
        _ subquery: LogicalSubquery, over input: LoweredInput, _ layout: ExpressionLayout
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
            .subquery(input.plan, inner: lower(subquery.inner), physical))
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
        _ input: LoweredInput, _ inner: LogicalPlan, _ introduced: [BoundVariable],
        _ row: BoundVariable
    ) -> PhysicalPlan {
        let columns = ExpressionLayout(inner.columns).columns
        return node(
            "Optional", names(introduced),
            .optional(
                input.plan, inner: lower(inner), row: columns[row.id] ?? 0,
                introduced: introduced.compactMap { columns[$0.id] }))
    }

    private func lower(
        _ grouping: BoundProjection.Grouping, over input: LoweredInput, _ layout: ExpressionLayout
    ) -> PhysicalPlan {
        let aggregates = grouping.aggregates.map {
            PhysicalAggregate(
                function: $0.function, arguments: lower($0.arguments, layout),
                isDistinct: $0.isDistinct)
        }
        return node(
            "Aggregate", PlanText.grouping(grouping),
            .aggregate(
                input.plan, keys: lower(grouping.keys.map(\.expression), layout), aggregates))
    }
}

/// What an operation takes its rows from, and the columns that these have.
struct LoweredInput {
    var plan: PhysicalPlan
    var columns: [BoundVariable]
}

/// A fault of ours in a plan, found before it runs.
public struct PlanningError: Error, Hashable, Sendable {
    public var message: String
}
