import QuerySemantics

extension LogicalPlan {
    /// The columns of its rows, in order. Complexity: O(operations below and columns).
    public var columns: [BoundVariable] {
        let (source, operations) = chain
        var columns = source.sourceColumns
        for operation in operations { operation.addColumns(to: &columns) }
        return columns
    }

    /// The operation at its bottom, and those that take the rows of the one before, in the order in
    /// which rows pass them. Whoever visits a whole plan goes along this chain: a statement of
    /// hundreds of clauses would use up a thread's stack if each clause called the one below it.
    var chain: (source: LogicalPlan, operations: [LogicalPlan]) {
        var operations: [LogicalPlan] = []
        var source = self
        while let input = source.mainInput {
            operations.append(source)
            source = input
        }
        return (source, operations.reversed())
    }

    private var mainInput: LogicalPlan? {
        switch self {
        case .unit, .argument, .union: nil
        case .match(let input, _), .select(let input, _, _), .optional(let input, _, _, _),
            .filter(let input, _), .distinct(let input), .sort(let input, _, _),
            .slice(let input, _, _), .set(let input, _), .remove(let input, _),
            .delete(let input, _, _), .extend(let input, _), .unwind(let input, _, _, _),
            .recall(let input, _, _), .subquery(let input, _), .call(let input, _),
            .create(let input, _), .merge(let input, _), .keep(let input, _),
            .aggregate(let input, _):
            input
        }
    }

    private var sourceColumns: [BoundVariable] {
        switch self {
        case .argument(let variables, let row): variables + (row.map { [$0] } ?? [])
        case .union(_, let variables): variables
        case .unit, .match, .select, .optional, .filter, .distinct, .sort, .slice, .set, .remove,
            .delete, .extend, .unwind, .recall, .subquery, .call, .create, .merge, .keep,
            .aggregate:
            []
        }
    }

    /// Turns the columns of its input into its own.
    func addColumns(to columns: inout [BoundVariable]) {
        switch self {
        case .unit, .argument, .union, .filter, .distinct, .sort, .slice, .set, .remove, .delete:
            break
        case .keep(_, let variables): columns = variables
        case .aggregate(_, let grouping):
            columns = grouping.keys.map(\.variable) + grouping.aggregates.map(\.variable)
        case .match(_, let match):
            for step in match.steps { step.addColumns(to: &columns) }
        case .select(_, _, let selection): columns += selection.introduced
        case .optional(_, _, let introduced, _): columns += introduced
        case .extend(_, let items):
            let before = columns
            columns += items.map(\.variable).filter { !before.contains($0) }
        case .unwind(_, _, let variable, let index):
            columns.append(variable)
            if let index { columns.append(index.variable) }
        case .recall(_, let variables, _): columns += variables
        case .subquery(_, let subquery): columns += subquery.introduced
        case .call(_, let call): columns += call.fields.map(\.variable)
        case .create(_, let pattern): columns += pattern.introduced
        case .merge(_, let merge): columns += merge.pattern.introduced
        }
    }

    /// The plans whose rows it takes.
    public var inputs: [LogicalPlan] {
        switch self {
        case .unit, .argument: []
        case .match(let input, _), .filter(let input, _), .extend(let input, _),
            .keep(let input, _), .aggregate(let input, _), .distinct(let input),
            .sort(let input, _, _), .slice(let input, _, _), .unwind(let input, _, _, _),
            .recall(let input, _, _),
            .call(let input, _), .create(let input, _), .set(let input, _),
            .remove(let input, _), .delete(let input, _, _):
            [input]
        case .optional(let input, let inner, _, _), .select(let input, let inner, _):
            [input, inner]
        case .merge(let input, let merge): [input, merge.search]
        case .subquery(let input, let subquery): [input, subquery.inner]
        case .union(let parts, _): parts
        }
    }

    /// The same operation on other inputs, given in the order of `inputs`.
    func replacing(inputs: [LogicalPlan]) -> LogicalPlan {
        switch self {
        case .unit, .argument: return self
        case .match(_, let match): return .match(inputs[0], match)
        case .optional(_, _, let introduced, let row):
            return .optional(inputs[0], inner: inputs[1], introduced: introduced, row: row)
        case .select(_, _, let selection):
            return .select(inputs[0], inner: inputs[1], selection)
        case .filter(_, let conditions): return .filter(inputs[0], conditions)
        case .extend(_, let items): return .extend(inputs[0], items)
        case .keep(_, let variables): return .keep(inputs[0], variables)
        case .aggregate(_, let grouping): return .aggregate(inputs[0], grouping)
        case .distinct: return .distinct(inputs[0])
        case .sort(_, let items, let limit): return .sort(inputs[0], items, limit: limit)
        case .slice(_, let skip, let limit): return .slice(inputs[0], skip: skip, limit: limit)
        case .unwind(_, let list, let variable, let index):
            return .unwind(inputs[0], list, variable, index: index)
        case .recall(_, let variables, let places):
            return .recall(inputs[0], variables, places: places)
        case .subquery(_, var subquery):
            subquery.inner = inputs[1]
            return .subquery(inputs[0], subquery)
        case .union(_, let columns): return .union(inputs, columns: columns)
        case .call(_, let call): return .call(inputs[0], call)
        case .create(_, let pattern): return .create(inputs[0], pattern)
        case .merge(_, var merge):
            merge.search = inputs[1]
            return .merge(inputs[0], merge)
        case .set(_, let items): return .set(inputs[0], items)
        case .remove(_, let items): return .remove(inputs[0], items)
        case .delete(_, let isDetaching, let victims):
            return .delete(inputs[0], isDetaching: isDetaching, victims)
        }
    }
}

extension MatchStep {
    /// Turns the columns that came in into those once it is done: with what it binds, less what
    /// nothing needs.
    fileprivate func addColumns(to columns: inout [BoundVariable]) {
        for variable in binds where !columns.contains(variable) { columns.append(variable) }
        if let live { columns.removeAll { !live.contains($0.id) } }
    }
}
