import QuerySemantics

extension LogicalPlan {
    /// The columns of its rows, in order. Complexity: O(operations below and columns).
    public var columns: [BoundVariable] {
        var columns: [BoundVariable] = []
        addColumns(to: &columns)
        return columns
    }

    /// Grows one array from the leaf up: a statement of hundreds of clauses would otherwise copy it
    /// for each.
    ///
    /// - Precondition: `columns` is empty.
    private func addColumns(to columns: inout [BoundVariable]) {
        switch self {
        case .unit: break
        case .argument(let variables, let row):
            columns += variables
            if let row { columns.append(row) }
        case .match(let input, let match):
            input.addColumns(to: &columns)
            for step in match.steps { step.addColumns(to: &columns) }
        case .select(let input, _, let selection):
            input.addColumns(to: &columns)
            columns += selection.introduced
        case .optional(let input, _, let introduced, _):
            input.addColumns(to: &columns)
            columns += introduced
        case .filter(let input, _), .distinct(let input), .sort(let input, _, _),
            .slice(let input, _, _), .set(let input, _), .remove(let input, _),
            .delete(let input, _, _):
            input.addColumns(to: &columns)
        case .extend(let input, let items):
            input.addColumns(to: &columns)
            let before = columns
            columns += items.map(\.variable).filter { !before.contains($0) }
        case .keep(_, let variables): columns = variables
        case .aggregate(_, let grouping):
            columns = grouping.keys.map(\.variable) + grouping.aggregates.map(\.variable)
        case .unwind(let input, _, let variable, let index):
            input.addColumns(to: &columns)
            columns.append(variable)
            if let index { columns.append(index.variable) }
        case .recall(let input, let variables, _):
            input.addColumns(to: &columns)
            columns += variables
        case .subquery(let input, let subquery):
            input.addColumns(to: &columns)
            columns += subquery.introduced
        case .union(_, let variables): columns = variables
        case .call(let input, let call):
            input.addColumns(to: &columns)
            columns += call.fields.map(\.variable)
        case .create(let input, let pattern):
            input.addColumns(to: &columns)
            columns += pattern.introduced
        case .merge(let input, let merge):
            input.addColumns(to: &columns)
            columns += merge.pattern.introduced
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
