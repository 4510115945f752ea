extension BoundExpression {
    /// The variables that it needs from the row, so without those that it brings itself.
    public var freeVariables: Set<VariableID> {
        switch self {
        case .constant, .parameter: []
        case .variable(let variable, _): [variable.id]
        case .property(let base, _, _), .hasLabels(let base, _, _), .unary(_, let base, _),
            .nullTest(let base, _, _), .typeTest(let base, _, _, _):
            base.freeVariables
        case .list(let items, _), .logical(_, let items, _), .call(_, let items, _): union(items)
        case .map(let entries, _): union(entries.map(\.value))
        case .element(let base, let index, _): union([base, index])
        case .slice(let base, let from, let to, _): union([base, from, to].compactMap(\.self))
        case .binary(_, let left, let right, _): union([left, right])
        case .comparison(let first, let rest, _): union([first] + rest.map(\.right))
        case .choice(let choice, _):
            union(
                [choice.subject, choice.otherwise].compactMap(\.self)
                    + choice.alternatives.flatMap { $0.tests.map(\.expression) + [$0.result] }
            ).subtracting([choice.variable?.id].compactMap(\.self))
        case .listComprehension(let comprehension, _), .quantifier(_, let comprehension, _):
            union([comprehension.condition, comprehension.result].compactMap(\.self))
                .subtracting([comprehension.variable.id])
                .union(comprehension.list.freeVariables)
        case .reduction(let reduction, _):
            reduction.result.freeVariables
                .subtracting([reduction.accumulator.id, reduction.variable.id])
                .union(union([reduction.initial, reduction.list]))
        case .subquery(let subquery, _): subquery.freeVariables
        }
    }

    private func union(_ parts: [BoundExpression]) -> Set<VariableID> {
        parts.reduce(into: []) { $0.formUnion($1.freeVariables) }
    }
}

extension BoundSubquery {
    /// What it uses of the enclosing query.
    public var freeVariables: Set<VariableID> {
        let outerIDs = Set(outer.map(\.id))
        switch content {
        case .query(let query):
            var used = query.mentionedVariables
            if case .collect(let result) = kind { used.formUnion(result.freeVariables) }
            return used.intersection(outerIDs)
        case .pattern(let pattern, let condition):
            var used = pattern.mentionedVariables
            if let condition { used.formUnion(condition.freeVariables) }
            if case .collect(let result) = kind { used.formUnion(result.freeVariables) }
            return used.intersection(outerIDs)
        }
    }
}

extension BoundPattern {
    /// All variables in it, those of its expressions too.
    public var mentionedVariables: Set<VariableID> {
        paths.reduce(into: []) { $0.formUnion($1.mentionedVariables) }
    }
}

extension BoundPath {
    fileprivate var mentionedVariables: Set<VariableID> {
        var used: Set<VariableID> = []
        if let variable { used.insert(variable.id) }
        if let condition { used.formUnion(condition.freeVariables) }
        for node in nodes {
            used.insert(node.variable.id)
            for entry in node.properties.entries { used.formUnion(entry.value.freeVariables) }
            for restriction in node.restrictions { used.formUnion(restriction.freeVariables) }
        }
        for relationship in relationships {
            used.insert(relationship.variable.id)
            for entry in relationship.properties.entries {
                used.formUnion(entry.value.freeVariables)
            }
            if let condition = relationship.condition {
                used.formUnion(condition.freeVariables)
            }
            if let group = relationship.group {
                used.formUnion(group.freeVariables)
                used.formUnion(group.exports.map(\.list.id))
            }
        }
        return used
    }
}

extension BoundGroup {
    /// What each repetition reads of the row.
    public var freeVariables: Set<VariableID> {
        path.mentionedVariables.union(condition?.freeVariables ?? [])
            .subtracting(introduced.map(\.id))
    }
}

extension BoundQuery {
    /// All variables that its expressions and patterns name, its own too.
    var mentionedVariables: Set<VariableID> {
        var used = next.reduce(into: Set<VariableID>()) { $0.formUnion($1.mentionedVariables) }
        for clause in parts.flatMap(\.clauses) { used.formUnion(clause.mentionedVariables) }
        return used
    }
}

extension BoundClause {
    var mentionedVariables: Set<VariableID> {
        var used: Set<VariableID> = []
        let add = { (expressions: [BoundExpression?]) in
            for expression in expressions.compactMap(\.self) {
                used.formUnion(expression.freeVariables)
            }
        }
        switch self {
        case .match(_, let pattern, let condition):
            used.formUnion(pattern.mentionedVariables)
            add([condition])
        case .unwind(let list, _, _): add([list])
        case .filter(let condition): add([condition])
        case .assign(let item): add([item.expression])
        case .recall: break
        case .subquery(let call): used = call.freeVariables
        case .project(let projection):
            add(projection.items.map(\.expression) + projection.sort.map(\.expression))
            add([projection.skip, projection.limit, projection.condition])
            add(projection.grouping?.keys.map(\.expression) ?? [])
            add(projection.grouping?.aggregates.flatMap(\.arguments) ?? [])
        case .call(let call): add(call.arguments + [call.condition].compactMap(\.self))
        case .delete(_, let victims): add(victims)
        case .create(let pattern): used = pattern.mentionedVariables
        case .merge(let pattern, let onCreate, let onMatch):
            used = (onCreate + onMatch).reduce(into: pattern.mentionedVariables) {
                $0.formUnion($1.readVariables)
            }
        case .set(let items): used = items.reduce(into: []) { $0.formUnion($1.readVariables) }
        case .remove(let items): used = items.reduce(into: []) { $0.formUnion($1.readVariables) }
        }
        return used
    }
}

extension BoundSubqueryCall {
    /// What it uses of the enclosing query.
    public var freeVariables: Set<VariableID> {
        var used = query.mentionedVariables.intersection(imports.map(\.id))
        if case .forEach(let list, let variable) = kind {
            used.remove(variable.id)
            used.formUnion(list.freeVariables)
        }
        return used
    }
}

extension BoundSetItem {
    /// The variables that it changes or reads.
    public var readVariables: Set<VariableID> {
        switch self {
        case .property(let target, _, let value, _):
            target.freeVariables.union(value.freeVariables)
        case .replace(let variable, let value, _), .merge(let variable, let value, _):
            value.freeVariables.union([variable.id])
        case .labels(let variable, _, _): [variable.id]
        }
    }
}

extension BoundRemoveItem {
    /// The variables that it changes or reads.
    public var readVariables: Set<VariableID> {
        switch self {
        case .property(let target, _, _): target.freeVariables
        case .labels(let variable, _, _): [variable.id]
        }
    }
}
