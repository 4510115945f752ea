import QuerySemantics

/// Cuts a pattern into steps.
struct PatternOrder {
    private let pattern: BoundPattern
    private var bound: Set<VariableID>
    private var steps: [MatchStep] = []

    init(_ pattern: BoundPattern, bound: Set<VariableID>) {
        self.pattern = pattern
        self.bound = bound
    }

    /// From left to right.
    func asWritten() -> [MatchStep] {
        var order = self
        for path in pattern.paths {
            order.bindFirst(path.nodes[0].variable, of: path)
            if path.shortest != nil {
                order.addShortest(path)
                continue
            }
            for index in path.relationships.indices {
                order.follow(
                    path.relationships[index], from: path.nodes[index].variable,
                    to: path.nodes[index + 1].variable, isReversed: false)
            }
        }
        return order.finished()
    }

    /// Bound parts first, then from the nodes that `score` puts highest.
    func byScore(_ score: (BoundVariable) -> Int) -> [MatchStep] {
        var order = self
        var open: [(BoundRelationshipPattern, BoundVariable, BoundVariable)] = []
        var single: [BoundVariable] = []
        for path in pattern.paths where path.shortest == nil {
            for (index, relationship) in path.relationships.enumerated() {
                open.append(
                    (relationship, path.nodes[index].variable, path.nodes[index + 1].variable))
            }
            if path.relationships.isEmpty { single.append(path.nodes[0].variable) }
        }
        while !open.isEmpty {
            if let next = order.cheapest(open) {
                let (relationship, from, to) = open.remove(at: next)
                let isReversed = !order.bound.contains(from.id)
                order.follow(
                    relationship, from: isReversed ? to : from, to: isReversed ? from : to,
                    isReversed: isReversed)
            } else {
                let nodes = (open.flatMap { [$0.1, $0.2] } + single).filter {
                    !order.bound.contains($0.id)
                }
                order.scan(nodes.max { score($0) < score($1) } ?? nodes[0])
            }
        }
        for variable in single.sorted(by: { score($0) > score($1) }) { order.scan(variable) }
        for path in pattern.paths where path.shortest != nil { order.addShortest(path) }
        return order.finished()
    }

    /// The relationship that multiplies the rows least among those that touch what is bound.
    private func cheapest(
        _ open: [(BoundRelationshipPattern, BoundVariable, BoundVariable)]
    ) -> Int? {
        let cost = { (item: (BoundRelationshipPattern, BoundVariable, BoundVariable)) -> Int? in
            let (relationship, from, to) = item
            if bound.contains(relationship.variable.id) { return 0 }
            let ends = [from, to].filter { bound.contains($0.id) }.count
            if ends == 0 { return nil }
            return (relationship.length == nil ? 1 : 3) + (ends == 2 ? 0 : 1)
        }
        return open.indices.compactMap { index in cost(open[index]).map { (index, $0) } }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    // MARK: Steps

    /// A path whose first relationship is bound needs no scan: its ends are known.
    private mutating func bindFirst(_ variable: BoundVariable, of path: BoundPath) {
        if let first = path.relationships.first, first.length == nil, path.shortest == nil,
            bound.contains(first.variable.id)
        {
            return
        }
        scan(variable)
    }

    private mutating func scan(_ variable: BoundVariable) {
        if bound.insert(variable.id).inserted { steps.append(MatchStep(.scan(variable, .all))) }
    }

    private mutating func follow(
        _ relationship: BoundRelationshipPattern, from: BoundVariable, to: BoundVariable,
        isReversed: Bool
    ) {
        if bound.contains(relationship.variable.id) {
            let (first, last) = isReversed ? (to, from) : (from, to)
            steps.append(MatchStep(.ends(relationship, from: first, to: last)))
        } else {
            steps.append(
                MatchStep(step(relationship, from: from, to: to, isReversed: isReversed)))
        }
        bound.formUnion([relationship.variable.id, from.id, to.id])
        bound.formUnion(relationship.group?.exports.map(\.list.id) ?? [])
    }

    /// A path that is one repeated part is searched as it grows, where its shortest are wanted.
    private func step(
        _ relationship: BoundRelationshipPattern, from: BoundVariable, to: BoundVariable,
        isReversed: Bool
    ) -> MatchStep.Kind {
        if let selection = pattern.paths[0].selection, relationship.group != nil {
            return .search(
                from: from, relationship, to: to, isReversed: isReversed, selection)
        }
        return .expand(from: from, relationship, to: to, isReversed: isReversed)
    }

    private mutating func addShortest(_ path: BoundPath) {
        for node in path.nodes { scan(node.variable) }
        steps.append(MatchStep(.shortest(path)))
        bound.formUnion(
            [path.relationships[0].variable.id] + [path.variable?.id].compactMap(\.self))
    }

    private func finished() -> [MatchStep] {
        steps
            + pattern.paths.compactMap { path in
                guard let variable = path.variable, path.shortest == nil else { return nil }
                return MatchStep(.path(variable, path))
            }
    }
}
