import Diagnostics
import GraphModel
import QuerySemantics

/// Makes the first, naive plan of a statement: clause by clause, patterns as they are written.
/// What is better is for the rules to find.
public struct LogicalPlanner {
    private var variableCount: Int
    /// The columns of the enclosing query's row.
    private var carried: [BoundVariable] = []

    public init(variableCount: Int) { self.variableCount = variableCount }

    /// The plan of a query over the rows of `leaf`.
    public mutating func plan(_ query: BoundQuery, over leaf: LogicalPlan = .unit) -> LogicalPlan {
        let outer = carried
        defer { carried = outer }
        if case .argument(let variables, _) = leaf { carried = variables }
        return query.next.reduce(planUnion(query, over: leaf)) { planUnion($1, over: $0) }
    }

    private mutating func planUnion(_ query: BoundQuery, over leaf: LogicalPlan) -> LogicalPlan {
        let parts = query.parts.map { part in
            LogicalPlan.keep(plan(part, over: leaf), part.columns)
        }
        guard parts.count > 1 else { return parts[0] }
        let union = LogicalPlan.union(parts, columns: query.ownColumns)
        return query.keepsDuplicates ? union : .distinct(union)
    }

    private mutating func plan(_ query: BoundSingleQuery, over leaf: LogicalPlan) -> LogicalPlan {
        var plan = leaf
        for clause in query.clauses { plan = self.plan(clause, over: plan) }
        return plan
    }

    private mutating func plan(_ clause: BoundClause, over input: LogicalPlan) -> LogicalPlan {
        switch clause {
        case .match(let isOptional, let pattern, let condition):
            guard isOptional else { return match(pattern, condition, over: input) }
            let row = hidden("row", .integer)
            let inner = match(pattern, condition, over: .argument(input.columns, row: row))
            return .optional(input, inner: inner, introduced: pattern.introduced, row: row)
        case .unwind(let list, let variable, let index):
            return .unwind(input, list, variable, index: index)
        case .filter(let condition): return filter(input, condition)
        case .assign(let item): return .extend(input, [item])
        case .recall(let variables): return recall(variables, over: input)
        case .subquery(let call): return plan(call, over: input)
        case .project(let projection): return plan(projection, over: input)
        case .create(let pattern): return .create(input, pattern)
        case .merge(let pattern, let onCreate, let onMatch):
            let search = match(pattern, nil, over: .argument(input.columns, row: nil))
            let merge = LogicalMerge(
                search: .keep(search, input.columns + pattern.introduced), pattern: pattern,
                onCreate: onCreate, onMatch: onMatch)
            return .merge(input, merge)
        case .set(let items): return .set(input, items)
        case .remove(let items): return .remove(input, items)
        case .delete(let isDetaching, let victims):
            return .delete(input, isDetaching: isDetaching, victims)
        case .call(let call):
            let plan = LogicalPlan.call(input, call)
            return call.condition.map { .filter(plan, $0.conjuncts) } ?? plan
        }
    }

    /// `FILTER` behind `MATCH` is its `WHERE`.
    private func filter(_ input: LogicalPlan, _ condition: BoundExpression) -> LogicalPlan {
        guard case .match(let before, var match) = input else {
            return .filter(input, condition.conjuncts)
        }
        match.conditions += condition.conjuncts
        return .match(before, match)
    }

    private func recall(_ variables: [BoundVariable], over input: LogicalPlan) -> LogicalPlan {
        let present = input.columns
        let places = variables.filter { !present.contains($0) }.compactMap { variable in
            carried.firstIndex(of: variable)
        }
        if places.isEmpty { return input }
        return .recall(input, places.map { carried[$0] }, places: places)
    }

    private mutating func plan(
        _ projection: BoundProjection, over input: LogicalPlan
    ) -> LogicalPlan {
        var plan = input
        if let grouping = projection.grouping { plan = .aggregate(plan, grouping) }
        let computed = projection.items.filter { !$0.isPassing }
        if !computed.isEmpty { plan = .extend(plan, computed) }
        let outputs = projection.items.map(\.variable)
        if projection.isDistinct { plan = .distinct(.keep(plan, outputs)) }
        if !projection.sort.isEmpty { plan = .sort(plan, projection.sort, limit: nil) }
        if projection.skip != nil || projection.limit != nil {
            plan = .slice(plan, skip: projection.skip, limit: projection.limit)
        }
        if let condition = projection.condition { plan = .filter(plan, condition.conjuncts) }
        return .keep(plan, outputs)
    }

    mutating func hidden(_ name: String, _ type: StaticType) -> BoundVariable {
        defer { variableCount += 1 }
        return BoundVariable(
            id: VariableID(rawValue: variableCount), name: name, type: type, isHidden: true)
    }

    // MARK: Patterns

    /// A match in the order in which it is written, all conditions at its end.
    mutating func match(
        _ pattern: BoundPattern, _ condition: BoundExpression?, over input: LogicalPlan
    ) -> LogicalPlan {
        if let path = pattern.paths.first, let selection = path.selection,
            !path.isSearchedDirectly
        {
            return select(selection, from: path, of: pattern, condition, over: input)
        }
        var conditions = pattern.paths.compactMap(\.condition).flatMap(\.conjuncts)
        var pattern = pattern
        for path in pattern.paths {
            for node in path.nodes { conditions += node.conditions }
            for relationship in path.relationships where relationship.length == nil {
                conditions += relationship.conditions
            }
        }
        let bound = Set(input.columns.map(\.id))
        conditions += renameBoundLists(&pattern, bound)
        if let condition { conditions += condition.conjuncts }
        let steps = PatternOrder(pattern, bound: bound).asWritten()
        return .match(
            input, LogicalMatch(pattern: pattern, steps: steps, conditions: conditions))
    }

    /// All paths are found and then the shortest taken; what the `WHERE` of the clause says, it says
    /// of those.
    private mutating func select(
        _ selection: BoundPath.Selection, from path: BoundPath, of pattern: BoundPattern,
        _ condition: BoundExpression?, over input: LogicalPlan
    ) -> LogicalPlan {
        var all = pattern
        all.paths[0].selection = nil
        let row = hidden("row", .integer)
        let inner = match(all, nil, over: .argument(input.columns, row: row))
        let plan = LogicalPlan.select(
            input, inner: inner,
            LogicalSelection(
                path: path, selection: selection, introduced: pattern.introduced, row: row))
        return condition.map { .filter(plan, $0.conjuncts) } ?? plan
    }

    /// A variable length whose list is bound already is searched anew and compared.
    private mutating func renameBoundLists(
        _ pattern: inout BoundPattern, _ bound: Set<VariableID>
    ) -> [BoundExpression] {
        var conditions: [BoundExpression] = []
        for path in pattern.paths.indices {
            for index in pattern.paths[path].relationships.indices {
                let relationship = pattern.paths[path].relationships[index]
                guard relationship.length != nil, relationship.group == nil,
                    bound.contains(relationship.variable.id)
                else { continue }
                let found = hidden(relationship.variable.name, .list(.relationship))
                pattern.paths[path].relationships[index].variable = found
                conditions.append(
                    .comparison(
                        .variable(found, relationship.span),
                        [.init(.equal, .variable(relationship.variable, relationship.span))],
                        relationship.span))
            }
        }
        return conditions
    }
}

extension BoundPath {
    /// Its shortest paths can be found level by level: it is one repeated part, and all that is said
    /// of it is said of its ends or within that part.
    fileprivate var isSearchedDirectly: Bool {
        relationships.count == 1 && relationships[0].group != nil && mode == .walk
            && condition == nil
    }
}

extension BoundProjection.Item {
    /// The column is there already.
    var isPassing: Bool {
        if case .variable(variable, _) = expression { true } else { false }
    }
}

extension BoundExpression {
    /// What must all be true for it to be true.
    var conjuncts: [BoundExpression] {
        if case .logical(.and, let operands, _) = self {
            operands.flatMap(\.conjuncts)
        } else {
            [self]
        }
    }
}

extension BoundNodePattern {
    /// `:Label` and `{key: value}` as conditions.
    var conditions: [BoundExpression] {
        let subject = BoundExpression.variable(variable, span)
        let labelled: [BoundExpression] =
            labels.isEmpty ? [] : [.hasLabels(subject, labels, span)]
        return labelled + properties.conditions(on: subject, span)
            + restrictions.flatMap(\.conjuncts)
    }
}

extension BoundRelationshipPattern {
    /// `{key: value}` as conditions.
    var conditions: [BoundExpression] {
        properties.conditions(on: .variable(variable, span), span)
            + (condition?.conjuncts ?? [])
    }
}

extension BoundProperties {
    fileprivate func conditions(
        on subject: BoundExpression, _ span: SourceSpan
    ) -> [BoundExpression] {
        entries.map {
            .comparison(.property(subject, key: $0.key, span), [.init(.equal, $0.value)], span)
        }
    }
}
