import GraphModel
import QuerySemantics

extension PhysicalPlanner {
    /// One step for each variable that the pattern brings, in the same order.
    func createSteps(_ pattern: BoundPattern, _ input: [BoundVariable]) -> [PhysicalCreateStep] {
        var steps: [PhysicalCreateStep] = []
        var columns = input
        for path in pattern.paths {
            for node in path.nodes where !columns.contains(node.variable) {
                let layout = ExpressionLayout(columns)
                steps.append(
                    .node(labels: node.labels, lower(node.properties, layout)))
                columns.append(node.variable)
            }
            for (index, relationship) in path.relationships.enumerated() {
                let layout = ExpressionLayout(columns)
                let left = column(path.nodes[index].variable, layout)
                let right = column(path.nodes[index + 1].variable, layout)
                let isReversed = relationship.direction == .incoming
                var type = ""
                if case .names(let names) = relationship.types { type = names.first ?? "" }
                steps.append(
                    .relationship(
                        type, from: isReversed ? right : left,
                        to: isReversed ? left : right, lower(relationship.properties, layout)))
                columns.append(relationship.variable)
            }
            if let variable = path.variable {
                let layout = ExpressionLayout(columns)
                steps.append(
                    .path(
                        start: column(path.nodes[0].variable, layout),
                        relationships: path.relationships.compactMap {
                            layout.columns[$0.variable.id]
                        }))
                columns.append(variable)
            }
        }
        return steps
    }

    private func lower(
        _ properties: BoundProperties, _ layout: ExpressionLayout
    ) -> PhysicalProperties {
        switch properties {
        case .entries(let entries): .entries(lower(entries, layout))
        case .parameter(let name, _): .map(.parameter(name))
        }
    }

    func lower(_ merge: LogicalMerge, over input: LoweredInput) -> PhysicalPlan {
        let before = ExpressionLayout(input.columns)
        let behind = ExpressionLayout(input.columns + merge.pattern.introduced)
        let entries = merge.pattern.paths.flatMap { path in
            path.nodes.flatMap(\.properties.entries)
                + path.relationships.flatMap(\.properties.entries)
        }
        let physical = PhysicalMerge(
            search: lower(merge.search), steps: createSteps(merge.pattern, input.columns),
            onCreate: merge.onCreate.map { lower($0, behind) },
            onMatch: merge.onMatch.map { lower($0, behind) }, required: lower(entries, before))
        return node("Merge", PlanText.text(of: merge.pattern), .merge(input.plan, physical))
    }

    func lower(_ item: BoundSetItem, _ layout: ExpressionLayout) -> PhysicalSetItem {
        switch item {
        case .property(let target, let key, let value, _):
            .property(lower(target, layout), key: key, value: lower(value, layout))
        case .replace(let variable, let value, _):
            .replace(column(variable, layout), lower(value, layout))
        case .merge(let variable, let value, _):
            .merge(column(variable, layout), lower(value, layout))
        case .labels(let variable, let labels, _):
            .addLabels(column(variable, layout), labels)
        }
    }

    func lower(_ item: BoundRemoveItem, _ layout: ExpressionLayout) -> PhysicalSetItem {
        switch item {
        case .property(let target, let key, _):
            .property(lower(target, layout), key: key, value: .constant(.null))
        case .labels(let variable, let labels, _):
            .removeLabels(column(variable, layout), labels)
        }
    }
}
