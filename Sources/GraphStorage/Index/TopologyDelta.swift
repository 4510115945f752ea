/// What changed since the index was made: small, on the heap, and a value, so that a snapshot
/// keeps its own.
///
/// Added relationships stand in flat columns, ids ascending. Each is chained to the one that was
/// added before it at the same node, so that the last can be taken back at no cost.
struct TopologyDelta {
    static let none = UInt32.max

    struct LabelChange {
        var added: Set<UInt32> = []
        var removed: Set<UInt32> = []
    }

    private(set) var nodes: [UInt32] = []
    private(set) var removedNodes: Set<UInt32> = []
    private(set) var relationships: [UInt32] = []
    private(set) var types: [UInt32] = []
    private(set) var starts: [UInt32] = []
    private(set) var ends: [UInt32] = []
    private(set) var removedRelationships: Set<UInt32> = []
    private(set) var labels: [UInt32: LabelChange] = [:]
    private var previousOutgoing: [UInt32] = []
    private var previousIncoming: [UInt32] = []
    private var lastOutgoing: [UInt32: UInt32] = [:]
    private var lastIncoming: [UInt32: UInt32] = [:]
    private var labelChanges = 0

    /// How much it has grown, to tell when to fold it into an index.
    var size: Int {
        nodes.count + removedNodes.count + relationships.count + removedRelationships.count
            + labelChanges
    }

    mutating func addNode(_ id: UInt32) { nodes.append(id) }
    mutating func removeNode(_ id: UInt32) { removedNodes.insert(id) }
    mutating func restoreNode(_ id: UInt32) { removedNodes.remove(id) }
    mutating func removeRelationship(_ id: UInt32) { removedRelationships.insert(id) }
    mutating func restoreRelationship(_ id: UInt32) { removedRelationships.remove(id) }

    mutating func addRelationship(_ id: UInt32, type: UInt32, start: UInt32, end: UInt32) {
        let place = UInt32(relationships.count)
        relationships.append(id)
        types.append(type)
        starts.append(start)
        ends.append(end)
        previousOutgoing.append(lastOutgoing.updateValue(place, forKey: start) ?? Self.none)
        previousIncoming.append(lastIncoming.updateValue(place, forKey: end) ?? Self.none)
    }

    /// Takes back what was added last.
    mutating func truncate(nodes nodeCount: Int, relationships relationshipCount: Int) {
        nodes.removeLast(nodes.count - nodeCount)
        while relationships.count > relationshipCount {
            relationships.removeLast()
            types.removeLast()
            let outgoing = previousOutgoing.removeLast()
            let incoming = previousIncoming.removeLast()
            lastOutgoing[starts.removeLast()] = outgoing == Self.none ? nil : outgoing
            lastIncoming[ends.removeLast()] = incoming == Self.none ? nil : incoming
        }
    }

    /// - Parameter inIndex: whether the index has the node under the label.
    mutating func setLabel(_ label: UInt32, of node: UInt32, to present: Bool, inIndex: Bool) {
        labelChanges += 1
        switch (present, inIndex) {
        case (true, true): labels[label, default: .init()].removed.remove(node)
        case (true, false): labels[label, default: .init()].added.insert(node)
        case (false, true): labels[label, default: .init()].removed.insert(node)
        case (false, false): labels[label, default: .init()].added.remove(node)
        }
    }

    /// Calls `body` with the place of each added relationship at a node, the newest first.
    @inline(__always)
    func forEach(at node: UInt32, outgoing: Bool, _ body: (Int) -> Void) {
        let chain = outgoing ? previousOutgoing : previousIncoming
        var place = (outgoing ? lastOutgoing : lastIncoming)[node] ?? Self.none
        while place != Self.none {
            body(Int(place))
            place = chain[Int(place)]
        }
    }
}
