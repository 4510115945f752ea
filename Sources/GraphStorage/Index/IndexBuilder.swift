import GraphModel

/// What an index is built from: flat columns, ids ascending.
struct TopologyColumns {
    var nodes: [UInt32] = []
    /// Nodes by label, ascending.
    var labels: [UInt32: [UInt32]] = [:]
    var relationships: [UInt32] = []
    var types: [UInt32] = []
    var starts: [UInt32] = []
    var ends: [UInt32] = []

    init() {}

    /// Reads the whole topology of a record.
    init(_ connection: Connection) throws(StorageError) {
        try scan(connection, "SELECT id FROM nodes ORDER BY id") { nodes.append($0(0)) }
        try scan(connection, "SELECT node, label FROM node_labels ORDER BY node") {
            labels[$0(1), default: []].append($0(0))
        }
        try scan(
            connection, "SELECT id, type, start_node, end_node FROM relationships ORDER BY id"
        ) {
            relationships.append($0(0))
            types.append($0(1))
            starts.append($0(2))
            ends.append($0(3))
        }
        try checkEnds()
    }

    private func scan(
        _ connection: Connection, _ query: String, _ body: ((Int32) -> UInt32) -> Void
    ) throws(StorageError) {
        let row = try connection.statement(query)
        defer { row.reset() }
        var fits = true
        while try row.step() {
            body { column in
                guard let number = UInt32(exactly: row.integer(column)) else {
                    fits = false
                    return 0
                }
                return number
            }
        }
        if !fits { throw Self.contradiction() }
    }

    private func checkEnds() throws(StorageError) {
        var present = [Bool](repeating: false, count: nodes.last.map { Int($0) + 1 } ?? 0)
        for node in nodes { present[Int(node)] = true }
        for column in [starts, ends] {
            for node in column where node >= present.count || !present[Int(node)] {
                throw Self.contradiction()
            }
        }
    }

    private static func contradiction() -> StorageError {
        StorageError(
            .damaged, "The graph file has relationships without their nodes; it is damaged.")
    }
}

/// Orders relationships into rows, one list a type and direction, in time linear in the graph.
struct IndexBuilder {
    let columns: TopologyColumns

    func build(uuid: String, stamp: Int64) -> IndexImage {
        var parts: [(key: IndexImage.Key, content: [UInt32])] = [
            (.init(kind: .nodes), columns.nodes),
            (.init(kind: .relationships), columns.relationships),
            (.init(kind: .types), columns.types), (.init(kind: .starts), columns.starts),
            (.init(kind: .ends), columns.ends),
        ]
        for (label, nodes) in columns.labels.sorted(by: { $0.key < $1.key }) {
            parts.append((.init(kind: .label, parameter: label), nodes))
        }
        let all = Array(0..<UInt32(columns.relationships.count))
        let byEnd = Self.ordered(all, by: columns.ends)
        let byStart = Self.ordered(all, by: columns.starts)
        let outgoing = Self.ordered(Self.ordered(byEnd, by: columns.starts), by: columns.types)
        let incoming = Self.ordered(Self.ordered(byStart, by: columns.ends), by: columns.types)
        addRows(outgoing, from: columns.starts, to: columns.ends, direction: 0, &parts)
        addRows(incoming, from: columns.ends, to: columns.starts, direction: 1, &parts)
        return IndexImage(parts, uuid: uuid, stamp: stamp)
    }

    private func addRows(
        _ order: [UInt32], from: [UInt32], to: [UInt32], direction: UInt32,
        _ parts: inout [(key: IndexImage.Key, content: [UInt32])]
    ) {
        var begin = 0
        while begin < order.count {
            let type = columns.types[Int(order[begin])]
            var end = begin
            while end < order.count, columns.types[Int(order[end])] == type { end += 1 }
            let slice = order[begin..<end]
            let (nodes, offsets) = Self.rows(slice.lazy.map { from[Int($0)] })
            let parameter = type * 2 + direction
            parts.append((.init(kind: .rowNodes, parameter: parameter), nodes))
            parts.append((.init(kind: .rowOffsets, parameter: parameter), offsets))
            parts.append(
                (.init(kind: .rowNeighbours, parameter: parameter), slice.map { to[Int($0)] }))
            parts.append(
                (
                    .init(kind: .rowRelationships, parameter: parameter),
                    slice.map { columns.relationships[Int($0)] }
                ))
            begin = end
        }
    }

    /// Where each node's row begins. Where most nodes have one, the offset stands at the node's
    /// id and `nodes` is empty; else only nodes with a row are listed.
    private static func rows(_ sources: some Collection<UInt32>) -> (
        nodes: [UInt32], offsets: [UInt32]
    ) {
        var nodes: [UInt32] = []
        var offsets: [UInt32] = []
        for (place, node) in sources.enumerated() where nodes.last != node {
            nodes.append(node)
            offsets.append(UInt32(place))
        }
        let total = UInt32(sources.count)
        guard let last = nodes.last, Int(last) < nodes.count * 4 else {
            return (nodes, offsets + [total])
        }
        var dense: [UInt32] = []
        dense.reserveCapacity(Int(last) + 2)
        for (node, offset) in zip(nodes, offsets) {
            while dense.count <= Int(node) { dense.append(offset) }
        }
        dense.append(total)
        return ([], dense)
    }

    /// A stable counting sort of positions by a column.
    private static func ordered(_ positions: [UInt32], by column: [UInt32]) -> [UInt32] {
        guard let greatest = column.max() else { return [] }
        var places = [Int](repeating: 0, count: Int(greatest) + 2)
        for value in column { places[Int(value) + 1] += 1 }
        for value in 1..<places.count { places[value] += places[value - 1] }
        return [UInt32](unsafeUninitializedCapacity: positions.count) { buffer, count in
            for position in positions {
                let value = Int(column[Int(position)])
                buffer[places[value]] = position
                places[value] += 1
            }
            count = positions.count
        }
    }
}
