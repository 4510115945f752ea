import GraphModel

extension Topology {
    /// Follows relationships from each source, in the order of sources.
    func expand(
        _ sources: [NodeID], _ direction: Direction, types: [UInt32]?,
        into result: inout Expansion
    ) {
        // A type that is named twice is followed once.
        let types = types.map { Array(Set($0)).sorted() }
        let outgoing = direction == .incoming ? [] : index.rows(types, outgoing: true)
        let incoming = direction == .outgoing ? [] : index.rows(types, outgoing: false)
        let wanted = types.map(Set.init)
        for (row, source) in sources.enumerated() {
            let node = source.rawValue
            let before = result.neighbours.count
            for rows in outgoing {
                append(rows, of: node, skippingLoops: false, &result)
            }
            for rows in incoming {
                append(rows, of: node, skippingLoops: direction == .both, &result)
            }
            if !delta.relationships.isEmpty {
                appendDelta(node, direction, wanted, &result)
            }
            let count = result.neighbours.count - before
            result.sourceRows.append(contentsOf: repeatElement(UInt32(row), count: count))
        }
    }

    @inline(__always)
    private func append(
        _ rows: AdjacencyRows, of node: UInt32, skippingLoops: Bool, _ result: inout Expansion
    ) {
        let range = rows.range(of: node)
        if range.isEmpty { return }
        if !skippingLoops && delta.removedRelationships.isEmpty {
            UnsafeBufferPointer(rebasing: rows.neighbours[range])
                .withMemoryRebound(to: NodeID.self) { result.neighbours.append(contentsOf: $0) }
            UnsafeBufferPointer(rebasing: rows.relationships[range])
                .withMemoryRebound(to: RelationshipID.self) {
                    result.relationships.append(contentsOf: $0)
                }
            return
        }
        for place in range {
            let neighbour = rows.neighbours[place]
            let id = rows.relationships[place]
            if skippingLoops && neighbour == node { continue }
            if delta.removedRelationships.contains(id) { continue }
            result.neighbours.append(NodeID(rawValue: neighbour))
            result.relationships.append(RelationshipID(rawValue: id))
        }
    }

    private func appendDelta(
        _ node: UInt32, _ direction: Direction, _ types: Set<UInt32>?, _ result: inout Expansion
    ) {
        func append(_ place: Int, _ neighbour: UInt32) {
            let id = delta.relationships[place]
            guard types?.contains(delta.types[place]) ?? true,
                !delta.removedRelationships.contains(id)
            else { return }
            result.neighbours.append(NodeID(rawValue: neighbour))
            result.relationships.append(RelationshipID(rawValue: id))
        }
        if direction != .incoming {
            delta.forEach(at: node, outgoing: true) { append($0, delta.ends[$0]) }
        }
        if direction != .outgoing {
            delta.forEach(at: node, outgoing: false) { place in
                // With both directions a loop was met among the outgoing.
                if direction == .both && delta.starts[place] == node { return }
                append(place, delta.starts[place])
            }
        }
    }
}
