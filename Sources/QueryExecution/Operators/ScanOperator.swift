import GraphModel
import QueryPlanning

/// Nodes beside each row, in pieces of about a batch.
final class ScanOperator: Operator {
    private let input: Operator
    private let source: PhysicalNodeSource
    private var batch: RowBatch?
    private var row = 0
    private var nodes: [NodeID] = []
    private var position = 0
    /// The same nodes serve every row.
    private var shared: [NodeID]?
    private var evaluator: BatchEvaluator?

    init(_ context: ExecutionContext, _ input: Operator, _ source: PhysicalNodeSource) {
        self.input = input
        self.source = source
        super.init(context)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        try context.checkCancellation()
        var rows: [UInt32] = []
        var found: [NodeID] = []
        while found.count < RowBatch.targetCount {
            if position < nodes.count {
                let end = min(nodes.count, position + RowBatch.targetCount - found.count)
                found += nodes[position..<end]
                rows += repeatElement(UInt32(row - 1), count: end - position)
                position = end
            } else if let batch, row < batch.count {
                nodes = try nodes(forRow: row)
                position = 0
                row += 1
            } else if found.isEmpty {
                guard let further = try input.next() else { return nil }
                batch = further
                evaluator = BatchEvaluator(context, further)
                row = 0
            } else {
                break
            }
        }
        guard let batch else { return nil }
        var result = batch.gathering(rows)
        result.columns.append(.nodes(found))
        return result
    }

    private func nodes(forRow row: Int) throws(ExecutionError) -> [NodeID] {
        if case .property(let label, let key, let expression) = source {
            let value = try evaluator?.value(expression, row) ?? .null
            if value == .null { return [] }
            if case .string(let text) = value {
                guard let key = context.propertyKey(key) else { return [] }
                let labelID = label.flatMap(context.label)
                if label != nil, labelID == nil { return [] }
                return try context.reading {
                    try context.graph.nodes(withLabel: labelID, where: key, equals: text)
                }
            }
        }
        if let shared { return shared }
        let all = try scanned()
        shared = all
        return all
    }

    private func nodes(withAnyOf labels: [String]) throws(ExecutionError) -> [NodeID] {
        var found: Set<NodeID> = []
        for label in labels.compactMap(context.label) {
            found.formUnion(try context.reading { try context.graph.nodes(withLabel: label) })
        }
        return found.sorted { $0.rawValue < $1.rawValue }
    }

    private func scanned() throws(ExecutionError) -> [NodeID] {
        let label: String?
        switch source {
        case .all: label = nil
        case .label(let name): label = name
        case .labels(let names): return try nodes(withAnyOf: names)
        case .property(let name, _, _): label = name
        }
        guard let label else {
            return try context.reading { try context.graph.nodes(withLabel: nil) }
        }
        guard let id = context.label(label) else { return [] }
        return try context.reading { try context.graph.nodes(withLabel: id) }
    }
}
