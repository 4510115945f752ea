import GraphModel

/// The topology of a graph at one commit: immutable flat arrays, ids ascending.
final class AdjacencyIndex {
    typealias Column = UnsafeBufferPointer<UInt32>

    let image: IndexImage
    let nodes: Column
    let relationships: Column
    let types: Column
    let starts: Column
    let ends: Column
    private let labels: [UInt32: Column]
    private let outgoing: [UInt32: AdjacencyRows]
    private let incoming: [UInt32: AdjacencyRows]

    init(_ image: IndexImage) {
        self.image = image
        nodes = image.section(.nodes)
        relationships = image.section(.relationships)
        types = image.section(.types)
        starts = image.section(.starts)
        ends = image.section(.ends)
        var labels: [UInt32: Column] = [:]
        var rows: [[UInt32: AdjacencyRows]] = [[:], [:]]
        for key in image.parameters {
            if key.kind == .label { labels[key.parameter] = image.section(.label, key.parameter) }
            if key.kind == .rowOffsets {
                rows[Int(key.parameter & 1)][key.parameter >> 1] = AdjacencyRows(
                    nodes: image.section(.rowNodes, key.parameter),
                    offsets: image.section(.rowOffsets, key.parameter),
                    neighbours: image.section(.rowNeighbours, key.parameter),
                    relationships: image.section(.rowRelationships, key.parameter))
            }
        }
        self.labels = labels
        outgoing = rows[0]
        incoming = rows[1]
    }

    static func empty() -> AdjacencyIndex {
        AdjacencyIndex(IndexBuilder(columns: .init()).build(uuid: "", stamp: 0))
    }

    func nodes(withLabel label: UInt32) -> Column {
        labels[label] ?? Column(start: nil, count: 0)
    }

    var labelPlaces: [UInt32] { Array(labels.keys) }

    /// The rows of some types, or of all, in ascending order of types.
    func rows(_ types: [UInt32]?, outgoing isOutgoing: Bool) -> [AdjacencyRows] {
        let rows = isOutgoing ? outgoing : incoming
        return (types ?? rows.keys.sorted()).compactMap { rows[$0] }
    }

    /// Where an id stands in an ascending column.
    static func place(of id: UInt32, in column: Column) -> Int? {
        // Few ids are ever missing, so the id is mostly near its rank.
        guard let first = column.first, id >= first else { return nil }
        var low = 0
        var high = min(column.count - 1, Int(id - first))
        if column[high] == id { return high }
        while low <= high {
            let middle = (low + high) / 2
            if column[middle] == id { return middle }
            if column[middle] < id { low = middle + 1 } else { high = middle - 1 }
        }
        return nil
    }
}

/// The neighbours of every node by one relationship type in one direction, as compressed rows.
struct AdjacencyRows {
    /// Nodes with a row; empty where `offsets` is indexed by the node's id itself.
    let nodes: AdjacencyIndex.Column
    let offsets: AdjacencyIndex.Column
    let neighbours: AdjacencyIndex.Column
    let relationships: AdjacencyIndex.Column

    @inline(__always)
    func range(of node: UInt32) -> Range<Int> {
        let place: Int
        if nodes.isEmpty {
            place = Int(node)
            guard place + 1 < offsets.count else { return 0..<0 }
        } else {
            guard let found = AdjacencyIndex.place(of: node, in: nodes) else { return 0..<0 }
            place = found
        }
        return Int(offsets[place])..<Int(offsets[place + 1])
    }
}
