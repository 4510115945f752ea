import GraphModel
import QueryPlanning

/// The shortest paths by repetitions of a part of a pattern, from a node of each row to each node
/// that can be reached, or to the one that must be; level by level.
///
/// Where one path or one length is wanted and the part is one relationship, a path that comes late
/// to a node is not followed further: what it leads to, another has led to before. Two ways into a
/// node that began differently are both kept, since one of them may be the way back to the start.
/// In all other cases every path is followed until enough are found.
final class SearchOperator: BatchOperator {
    private let repetition: Repetition
    private let selection: PhysicalSelection

    init(
        _ context: ExecutionContext, _ input: Operator, _ inner: PhysicalPlan,
        _ part: PhysicalRepeat, _ selection: PhysicalSelection
    ) {
        repetition = Repetition(context: context, inner: inner, part: part)
        self.selection = selection
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        let targets = try repetition.targets(batch)
        var found: [GrowingPath] = []
        for beginning in try repetition.beginnings(batch) {
            let target = targets.map { $0[Int(beginning.row)] }
            found += try search(from: beginning, to: target, batch)
        }
        return repetition.rows(of: found, batch, targets)
    }

    private func search(
        from beginning: GrowingPath, to target: NodeID?, _ batch: RowBatch
    ) throws(ExecutionError) -> [GrowingPath] {
        let length = repetition.part.length
        var chosen = ChosenPaths(selection)
        var arrivals = Arrivals(start: beginning.end)
        var frontier = [beginning]
        var found: [GrowingPath] = []
        if length.minimum == 0 { found = frontier.filter { chosen.take($0) } }
        var depth = 0
        while !frontier.isEmpty, depth < length.maximum ?? .max {
            if let target, chosen.isComplete(target) { break }
            try context.checkCancellation()
            depth += 1
            var grown: [GrowingPath] = []
            for start in stride(from: 0, to: frontier.count, by: RowBatch.targetCount) {
                let piece = frontier[start..<min(frontier.count, start + RowBatch.targetCount)]
                grown += try repetition.grown(Array(piece), batch)
                try share.set((grown.count + found.count) * (160 + 24 * depth))
            }
            if depth >= length.minimum {
                found += grown.filter { (target == nil || $0.end == target) && chosen.take($0) }
            }
            frontier = isPruning ? grown.filter { arrivals.keeps($0, selection) } : grown
        }
        return found
    }

    private var isPruning: Bool {
        selection.count == 1 && repetition.part.length.minimum <= 1
            && repetition.part.relationships.count == 1
    }
}

/// The paths taken so far between a start and each end.
struct ChosenPaths {
    private struct Taken {
        var paths = 0
        var lengths = 0
        var longest = -1
    }

    private let selection: PhysicalSelection
    private var taken: [NodeID: Taken] = [:]

    init(_ selection: PhysicalSelection) { self.selection = selection }

    /// Whether a path is among the wanted; shorter ones come before longer ones.
    mutating func take(_ path: GrowingPath) -> Bool {
        take(end: path.end, length: path.relationships.count)
    }

    mutating func take(end: NodeID, length: Int) -> Bool {
        var entry = taken[end] ?? Taken()
        if selection.isOfGroups {
            if entry.longest != length {
                guard entry.lengths < selection.count else { return false }
                entry.lengths += 1
                entry.longest = length
            }
        } else {
            guard entry.paths < selection.count else { return false }
            entry.paths += 1
        }
        taken[end] = entry
        return true
    }

    /// Whether no path of a further length is wanted.
    func isComplete(_ end: NodeID) -> Bool {
        guard let entry = taken[end] else { return false }
        return selection.isOfGroups
            ? entry.lengths >= selection.count : entry.paths >= selection.count
    }
}

/// Which ways into nodes are followed further.
///
/// To a node other than the start only a way of the least length can be a part of a shortest path.
/// A way around, back to the start, must not end with the relationship that it began with: so for
/// each node also the shortest of the ways that began otherwise than all of the least length.
private struct Arrivals {
    private struct Arrival {
        var depth: Int
        /// What the ways of the least length began with.
        var first: Set<RelationshipID>
        /// The least length of those that began otherwise.
        var otherDepth: Int?
    }

    private let start: NodeID
    private var arrivals: [NodeID: Arrival] = [:]

    init(start: NodeID) { self.start = start }

    mutating func keeps(_ path: GrowingPath, _ selection: PhysicalSelection) -> Bool {
        guard path.end != start, let first = path.relationships.first else { return false }
        let depth = path.repetitions
        guard var arrival = arrivals[path.end] else {
            arrivals[path.end] = Arrival(depth: depth, first: [first])
            return true
        }
        defer { arrivals[path.end] = arrival }
        if depth == arrival.depth {
            let isOther = arrival.first.count < 2 && !arrival.first.contains(first)
            arrival.first.insert(first)
            return selection.isOfGroups || isOther
        }
        guard arrival.first.count < 2, !arrival.first.contains(first) else { return false }
        guard let otherDepth = arrival.otherDepth else {
            arrival.otherDepth = depth
            return true
        }
        return selection.isOfGroups && depth == otherDepth
    }
}
