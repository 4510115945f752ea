import GraphModel
import QuerySemantics

extension PhysicalPlanner {
    /// A repeated part is a match of its own, from the node reached so far.
    func lowerRepeat(
        _ relationship: BoundRelationshipPattern, _ from: BoundVariable, _ to: BoundVariable,
        isReversed: Bool, _ selection: BoundPath.Selection?, _ distinctFrom: [Int],
        _ input: PhysicalPlan, _ layout: ExpressionLayout
    ) -> PhysicalPlan {
        guard let group = relationship.group, let first = group.path.nodes.first?.variable,
            let last = group.path.nodes.last?.variable
        else { return input }
        let used = group.freeVariables
        let outer = layout.variables.filter { used.contains($0.id) }
        let row = logical.hidden("row", .integer)
        let leaf = LogicalPlan.argument(outer + [isReversed ? last : first], row: row)
        let pattern = BoundPattern(paths: [group.path], introduced: group.introduced)
        let match = logical.match(pattern, group.condition, over: leaf)
        let wanted =
            [row, first, last] + group.path.relationships.map(\.variable)
            + group.exports.map(\.single)
        let needed = match.columns.filter { wanted.contains($0) }
        let inner = PlanRule.apply(rules, to: .keep(match, needed))
        let places = ExpressionLayout(needed)
        let boundTo = layout.columns[to.id]
        let physical = PhysicalRepeat(
            from: column(from, layout), boundTo: boundTo,
            length: .init(
                minimum: relationship.length?.minimum ?? 1,
                maximum: relationship.length?.maximum), isReversed: isReversed,
            arguments: outer.map { column($0, layout) }, row: column(row, places),
            end: column(isReversed ? first : last, places),
            relationships: group.path.relationships.map { column($0.variable, places) },
            exports: group.exports.map { column($0.single, places) },
            distinctFrom: distinctFrom, allowsRepeats: relationship.allowsRepeats,
            selection: selection)
        let ends = isReversed ? (to, from) : (from, to)
        return node(
            (selection == nil ? "Repeat" : "Search") + (boundTo == nil ? "" : "Into"),
            (selection.map { PlanText.text(of: $0) + " " } ?? "")
                + PlanText.text(of: relationship, ends.0, ends.1),
            .repeat(input, inner: lower(inner), physical))
    }

    func lower(
        _ selection: LogicalSelection, over input: LoweredInput, _ inner: LogicalPlan
    ) -> PhysicalPlan {
        let layout = ExpressionLayout(inner.columns)
        let path = selection.path
        let physical = PhysicalSelect(
            row: column(selection.row, layout), start: column(path.nodes[0].variable, layout),
            end: column(path.nodes[path.nodes.count - 1].variable, layout),
            relationships: path.relationships.map { column($0.variable, layout) },
            introduced: selection.introduced.map { column($0, layout) },
            selection: selection.selection)
        return node(
            "SelectPaths", PlanText.text(of: selection.selection),
            .select(input.plan, inner: lower(inner), physical))
    }
}
