import GraphModel
import QuerySemantics

extension PhysicalPlanner {
    func lower(_ match: LogicalMatch, over input: LoweredInput) -> PhysicalPlan {
        var plan = input.plan
        var columns = input.columns
        for (index, step) in match.steps.enumerated() {
            let distinct = match.relationships(distinctFromStep: index)
            plan = lower(step, distinct, over: plan, columns)
            for variable in step.binds where !columns.contains(variable) {
                columns.append(variable)
            }
            plan = filter(plan, step.conditions, ExpressionLayout(columns))
            let kept = step.live.map { live in columns.filter { live.contains($0.id) } } ?? columns
            plan = keep(plan, kept, ExpressionLayout(columns))
            columns = kept
        }
        return filter(plan, match.conditions, ExpressionLayout(columns))
    }

    private func lower(
        _ step: MatchStep, _ distinct: [BoundVariable], over input: PhysicalPlan,
        _ columns: [BoundVariable]
    ) -> PhysicalPlan {
        let layout = ExpressionLayout(columns)
        let distinctFrom = distinct.compactMap { layout.columns[$0.id] }
        switch step.kind {
        case .scan(let variable, let source): return scan(variable, source, input, layout)
        case .expand(let from, let relationship, let to, let isReversed):
            return expand(
                from, relationship, to, isReversed: isReversed, distinctFrom, input, layout)
        case .search(let from, let relationship, let to, let isReversed, let selection):
            return lowerRepeat(
                relationship, from, to, isReversed: isReversed, selection, distinctFrom, input,
                layout)
        case .ends(let relationship, let from, let to):
            return node(
                "RelationshipEnds", PlanText.text(of: relationship, from, to),
                .ends(
                    input,
                    PhysicalEnds(
                        relationship: column(relationship.variable, layout),
                        boundFrom: layout.columns[from.id], boundTo: layout.columns[to.id],
                        isLoop: from == to, direction: relationship.direction,
                        types: relationship.types, distinctFrom: distinctFrom)))
        case .shortest(let path): return shortest(path, input, layout)
        case .path(let variable, let path):
            return node(
                "Path",
                variable.name + (path.mode == .walk ? "" : " " + path.mode.rawValue.uppercased()),
                .path(
                    input, start: column(path.nodes[0].variable, layout),
                    relationships: path.relationships.map { column($0.variable, layout) },
                    path.mode))
        }
    }

    private func scan(
        _ variable: BoundVariable, _ source: MatchStep.NodeSource, _ input: PhysicalPlan,
        _ layout: ExpressionLayout
    ) -> PhysicalPlan {
        switch source {
        case .all: return node("AllNodesScan", variable.name, .scan(input, .all))
        case .label(let label):
            return node("LabelScan", "\(variable.name):\(label)", .scan(input, .label(label)))
        case .labels(let labels):
            return node(
                "LabelScan", "\(variable.name):\(labels.joined(separator: "|"))",
                .scan(input, .labels(labels)))
        case .property(let label, let key, let value):
            let labelled = label.map { ":\($0)" } ?? ""
            return node(
                "PropertyLookup",
                "\(variable.name)\(labelled) {\(key): \(PlanText.text(of: value))}",
                .scan(input, .property(label: label, key: key, lower(value, layout))))
        }
    }

    private func expand(
        _ from: BoundVariable, _ relationship: BoundRelationshipPattern, _ to: BoundVariable,
        isReversed: Bool, _ distinctFrom: [Int], _ input: PhysicalPlan, _ layout: ExpressionLayout
    ) -> PhysicalPlan {
        if relationship.group != nil {
            return lowerRepeat(
                relationship, from, to, isReversed: isReversed, nil, distinctFrom, input, layout)
        }
        let boundTo = layout.columns[to.id]
        let expand = PhysicalExpand(
            from: column(from, layout), boundTo: boundTo,
            direction: isReversed ? relationship.direction.reversed : relationship.direction,
            types: relationship.types,
            length: relationship.length.map { .init(minimum: $0.minimum, maximum: $0.maximum) },
            allowsRepeats: relationship.allowsRepeats, isReversed: isReversed,
            properties: relationship.length == nil
                ? [] : lower(relationship.properties.entries, layout),
            distinctFrom: distinctFrom)
        let ends = isReversed ? (to, from) : (from, to)
        let kind = relationship.length == nil ? "Expand" : "ExpandVariable"
        return node(
            kind + (boundTo == nil ? "" : "Into"),
            PlanText.text(of: relationship, ends.0, ends.1), .expand(input, expand))
    }

    private func shortest(
        _ path: BoundPath, _ input: PhysicalPlan, _ layout: ExpressionLayout
    ) -> PhysicalPlan {
        let relationship = path.relationships[0]
        let shortest = PhysicalShortest(
            from: column(path.nodes[0].variable, layout),
            to: column(path.nodes[1].variable, layout),
            direction: relationship.direction, types: relationship.types,
            minimum: relationship.length?.minimum ?? 1,
            maximum: relationship.length == nil ? 1 : relationship.length?.maximum,
            givesAll: path.shortest == .all, isSingle: relationship.length == nil,
            givesPath: path.variable != nil,
            properties: relationship.length == nil
                ? [] : lower(relationship.properties.entries, layout))
        return node(
            "ShortestPath",
            PlanText.text(of: relationship, path.nodes[0].variable, path.nodes[1].variable),
            .shortest(input, shortest))
    }
}

extension Direction {
    fileprivate var reversed: Direction {
        switch self {
        case .outgoing: .incoming
        case .incoming: .outgoing
        case .both: .both
        }
    }
}
