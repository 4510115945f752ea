import GraphModel

/// Which nodes and relationships there are, how they lie, and which labels nodes bear: the index
/// and what changed since. A value: who holds one sees no later change.
struct Topology {
    private(set) var index: AdjacencyIndex
    var delta = TopologyDelta()

    init(_ index: AdjacencyIndex) { self.index = index }

    var nodeCount: Int {
        index.nodes.count + delta.nodes.count - delta.removedNodes.count
    }
    var relationshipCount: Int {
        index.relationships.count + delta.relationships.count - delta.removedRelationships.count
    }

    func hasNode(_ id: UInt32) -> Bool {
        !delta.removedNodes.contains(id)
            && (AdjacencyIndex.place(of: id, in: index.nodes) != nil
                || Self.place(of: id, in: delta.nodes) != nil)
    }

    func nodes(withLabel label: UInt32?) -> [NodeID] {
        guard let label else {
            return merged(index.nodes, removed: delta.removedNodes, added: delta.nodes)
        }
        let change = delta.labels[label]
        return merged(
            index.nodes(withLabel: label), removed: change?.removed ?? [],
            added: change?.added.sorted() ?? [], removedAdded: [])
    }

    func hasLabel(_ label: UInt32, _ node: UInt32) -> Bool {
        if let change = delta.labels[label] {
            if change.added.contains(node) { return true }
            if change.removed.contains(node) { return false }
        }
        return indexHasLabel(label, node)
    }

    func indexHasLabel(_ label: UInt32, _ node: UInt32) -> Bool {
        AdjacencyIndex.place(of: node, in: index.nodes(withLabel: label)) != nil
    }

    func relationships(ofType type: UInt32?) -> [RelationshipID] {
        var result: [RelationshipID] = []
        let removed = delta.removedRelationships
        for (place, id) in index.relationships.enumerated()
        where type == nil || index.types[place] == type {
            if removed.isEmpty || !removed.contains(id) { result.append(.init(rawValue: id)) }
        }
        for (place, id) in delta.relationships.enumerated()
        where (type == nil || delta.types[place] == type) && !removed.contains(id) {
            result.append(.init(rawValue: id))
        }
        return result
    }

    /// Type, start and end of a relationship; nil if the graph lacks it.
    func relationship(_ id: UInt32) -> (type: UInt32, start: UInt32, end: UInt32)? {
        if delta.removedRelationships.contains(id) { return nil }
        if let place = AdjacencyIndex.place(of: id, in: index.relationships) {
            return (index.types[place], index.starts[place], index.ends[place])
        }
        guard let place = Self.place(of: id, in: delta.relationships) else { return nil }
        return (delta.types[place], delta.starts[place], delta.ends[place])
    }

    /// The topology as columns, for a new index.
    func columns() -> TopologyColumns {
        var columns = TopologyColumns()
        columns.nodes = nodes(withLabel: nil).map(\.rawValue)
        for label in Set(index.labelPlaces).union(delta.labels.keys) {
            let nodes = nodes(withLabel: label).map(\.rawValue)
            if !nodes.isEmpty { columns.labels[label] = nodes }
        }
        let removed = delta.removedRelationships
        for (place, id) in index.relationships.enumerated() where !removed.contains(id) {
            columns.relationships.append(id)
            columns.types.append(index.types[place])
            columns.starts.append(index.starts[place])
            columns.ends.append(index.ends[place])
        }
        for (place, id) in delta.relationships.enumerated() where !removed.contains(id) {
            columns.relationships.append(id)
            columns.types.append(delta.types[place])
            columns.starts.append(delta.starts[place])
            columns.ends.append(delta.ends[place])
        }
        return columns
    }

    /// The delta becomes part of the index.
    mutating func fold(uuid: String, stamp: Int64) {
        index = AdjacencyIndex(IndexBuilder(columns: columns()).build(uuid: uuid, stamp: stamp))
        delta = TopologyDelta()
    }

    /// Ascending ids: those of the index that are not removed, then or between them those added.
    private func merged(
        _ column: AdjacencyIndex.Column, removed: Set<UInt32>, added: [UInt32],
        removedAdded: Set<UInt32>? = nil
    ) -> [NodeID] {
        var result: [NodeID] = []
        result.reserveCapacity(column.count + added.count)
        let gone = removedAdded ?? removed
        var next = added.makeIterator()
        var candidate = next.next()
        for id in column where removed.isEmpty || !removed.contains(id) {
            while let new = candidate, new < id {
                if !gone.contains(new) { result.append(NodeID(rawValue: new)) }
                candidate = next.next()
            }
            result.append(NodeID(rawValue: id))
        }
        while let new = candidate {
            if !gone.contains(new) { result.append(NodeID(rawValue: new)) }
            candidate = next.next()
        }
        return result
    }

    private static func place(of id: UInt32, in column: [UInt32]) -> Int? {
        column.withUnsafeBufferPointer { AdjacencyIndex.place(of: id, in: $0) }
    }
}
