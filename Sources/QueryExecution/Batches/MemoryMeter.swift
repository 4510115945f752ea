import GraphModel

/// Counts what a running statement holds, against the most that it may hold.
///
/// What is counted is an estimate of bytes, the same on every machine: rows that wait, groups, lists
/// and texts that are made. It is there to end a statement before it ends the machine.
final class MemoryMeter {
    let limit: Int
    private(set) var held = 0

    init(limit: Int) { self.limit = limit }

    func hold(_ bytes: Int) throws(ExecutionError) {
        held += bytes
        if held > limit { throw .memoryLimit(limit) }
    }

    func release(_ bytes: Int) { held -= bytes }

    /// Whether what is about to be made would still have its place.
    func check(_ bytes: Int) throws(ExecutionError) {
        if held + bytes > limit { throw .memoryLimit(limit) }
    }
}

/// What one operator holds; it is given back when the operator is gone.
final class MemoryShare {
    private let meter: MemoryMeter
    private var bytes = 0

    init(_ context: ExecutionContext) { meter = context.memory }

    deinit { meter.release(bytes) }

    func hold(_ more: Int) throws(ExecutionError) {
        bytes += more
        try meter.hold(more)
    }

    /// It holds this much now, whatever it held before.
    func set(_ now: Int) throws(ExecutionError) { try hold(now - bytes) }
}

extension Value {
    /// About how many bytes it takes, its own place included.
    var footprint: Int {
        switch self {
        case .null: 8
        case .boolean, .integer, .float: 40
        case .string(let text): 56 + (text.utf8.count > 15 ? text.utf8.count : 0)
        case .list(let items): items.reduce(72) { $0 + $1.footprint }
        case .map(let entries):
            entries.reduce(104) { $0 + 40 + $1.key.utf8.count + $1.value.footprint }
        case .node, .relationship: 80
        case .path(let path): 72 + 40 * path.nodes.count + 64 * path.relationships.count
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration: 80
        }
    }
}

extension Value {
    /// With what its nodes and relationships hold.
    var wholeFootprint: Int {
        switch self {
        case .node(let node): Value.map(node.properties).footprint + 32 * node.labels.count
        case .relationship(let relationship): Value.map(relationship.properties).footprint + 64
        case .path(let path):
            path.nodes.reduce(72) { $0 + Value.node($1).wholeFootprint }
                + path.relationships.reduce(0) { $0 + Value.relationship($1).wholeFootprint }
        case .list(let items): items.reduce(72) { $0 + $1.wholeFootprint }
        case .null, .boolean, .integer, .float, .string, .map, .date, .localTime, .time,
            .localDateTime, .dateTime, .duration:
            footprint
        }
    }
}

extension Column {
    var footprint: Int {
        switch self {
        case .nodes(let ids): ids.count * MemoryLayout<NodeID>.stride
        case .relationships(let ids): ids.count * MemoryLayout<RelationshipID>.stride
        case .values(let values): values.reduce(0) { $0 + $1.footprint }
        }
    }
}

extension RowBatch {
    var footprint: Int { columns.reduce(16) { $0 + $1.footprint } }
}

// MARK: - Wording

extension ExecutionError {
    static func memoryLimit(_ limit: Int) -> ExecutionError {
        let megabytes = limit >> 20
        let shown = megabytes > 0 ? "\(megabytes) MB" : "\(limit) bytes"
        return ExecutionError(
            kind: .limitExceeded, detail: "MemoryLimitExceeded",
            message: "the statement needs more memory than the \(shown) that it may hold; "
                + "ask for fewer rows, or aggregate sooner")
    }
}
