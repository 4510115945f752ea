import GraphModel

/// Whether values are what a scenario expects. Strict on kinds: 1 is not 1.0.
struct ExpectedComparison {
    /// For "ignoring element order for lists".
    var ignoresListOrder = false

    func matches(_ value: Value, _ expected: ExpectedValue) -> Bool {
        switch (value, expected) {
        case (.null, .null): true
        case (.boolean(let a), .boolean(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.float(let a), .float(let b)): a == b || (a.isNaN && b.isNaN)
        case (.string(let a), .string(let b)): a.unicodeScalars.elementsEqual(b.unicodeScalars)
        case (.list(let a), .list(let b)):
            ignoresListOrder ? matchesInAnyOrder(a, b, by: matches) : matches(a, b)
        case (.map(let a), .map(let b)): matches(a, b)
        case (.node(let a), .node(let b)): matches(a, b)
        case (.relationship(let a), .relationship(let b)): matches(a, b)
        case (.path(let a), .path(let first, let hops)): matches(a, first, hops)
        // The suite writes dates and times as their text.
        case (_, .string(let text)): value.temporalText == text
        default: false
        }
    }

    func matches(_ values: [Value], _ expected: [ExpectedValue]) -> Bool {
        values.count == expected.count && zip(values, expected).allSatisfy(matches)
    }

    /// Whether each is matched by another one. Matching is an equivalence, so the first that fits
    /// is as good as any.
    func matchesInAnyOrder<Item, Expected>(
        _ items: [Item], _ expected: [Expected], by matches: (Item, Expected) -> Bool
    ) -> Bool {
        guard items.count == expected.count else { return false }
        var rest = expected
        for item in items {
            guard let index = rest.firstIndex(where: { matches(item, $0) }) else { return false }
            rest.remove(at: index)
        }
        return true
    }

    private func matches(_ values: [String: Value], _ expected: [String: ExpectedValue]) -> Bool {
        values.count == expected.count
            && values.allSatisfy { key, value in
                expected[key].map { matches(value, $0) } ?? false
            }
    }

    private func matches(_ node: Node, _ expected: ExpectedNode) -> Bool {
        Set(node.labels) == expected.labels && node.labels.count == expected.labels.count
            && matches(node.properties, expected.properties)
    }

    private func matches(
        _ relationship: Relationship, _ expected: ExpectedRelationship
    ) -> Bool {
        relationship.type == expected.type
            && matches(relationship.properties, expected.properties)
    }

    private func matches(
        _ path: Path, _ first: ExpectedNode, _ hops: [ExpectedHop]
    ) -> Bool {
        guard path.relationships.count == hops.count, matches(path.nodes[0], first) else {
            return false
        }
        return hops.indices.allSatisfy { index in
            let relationship = path.relationships[index]
            let (from, to) = (path.nodes[index].id, path.nodes[index + 1].id)
            let isForward = relationship.start == from && relationship.end == to
            let isBackward = relationship.start == to && relationship.end == from
            return (hops[index].isForward ? isForward : isBackward)
                && matches(relationship, hops[index].relationship)
                && matches(path.nodes[index + 1], hops[index].node)
        }
    }
}
