import GraphModel

/// Properties of nodes that a reading statement has met before.
///
/// A store's lookup costs several hundred nanoseconds a node. A scan meets each node once and would
/// only pay for a cache; an expansion meets the same nodes again and again. So it begins to keep
/// values of a key once more have been fetched than half the graph has nodes.
final class PropertyCache {
    private struct Kept {
        var fetched = 0
        var values: [NodeID: Value] = [:]
    }

    /// Most values kept of one key.
    private static let limit = 1 << 18

    private let nodeCount: Int
    private var kept: [PropertyKeyID: Kept] = [:]

    init(nodeCount: Int) { self.nodeCount = nodeCount }

    /// One value a node, fetched where it is not kept.
    func values(
        _ key: PropertyKeyID, of nodes: [NodeID], fetch: ([NodeID]) throws -> [Value]
    ) rethrows -> [Value] {
        var entry = kept.removeValue(forKey: key) ?? Kept()
        defer { kept[key] = entry }
        entry.fetched += nodes.count
        if entry.fetched <= nodeCount / 2 { return try fetch(nodes) }
        var result = [Value](repeating: .null, count: nodes.count)
        var missing: [Int] = []
        for (place, node) in nodes.enumerated() {
            if let value = entry.values[node] {
                result[place] = value
            } else {
                missing.append(place)
            }
        }
        let fetched = try fetch(missing.map { nodes[$0] })
        for (place, value) in zip(missing, fetched) {
            result[place] = value
            if entry.values.count < Self.limit { entry.values[nodes[place]] = value }
        }
        return result
    }
}
