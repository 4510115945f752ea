import GraphModel
import QueryPlanning

/// `SET` and `REMOVE`, row by row: a later row sees what an earlier one changed.
final class SetOperator: BarrierOperator {
    private let items: [PhysicalSetItem]

    init(_ context: ExecutionContext, _ input: Operator, _ items: [PhysicalSetItem]) {
        self.items = items
        super.init(context, input)
    }

    override func process(_ rows: RowBatch) throws(ExecutionError) -> RowBatch? {
        if rows.count > 0 { try context.apply(items, to: rows) }
        return rows
    }
}

extension ExecutionContext {
    func apply(_ items: [PhysicalSetItem], to rows: RowBatch) throws(ExecutionError) {
        let evaluator = BatchEvaluator(self, rows, isCaching: false)
        for row in 0..<rows.count {
            for item in items { try apply(item, evaluator, row) }
        }
    }

    private func apply(
        _ item: PhysicalSetItem, _ evaluator: BatchEvaluator, _ row: Int
    ) throws(ExecutionError) {
        let target: Value
        switch item {
        case .property(let expression, let key, let value):
            target = try evaluator.value(expression, row)
            if target == .null { return }
            try set(key, evaluator.value(value, row), of: target)
        case .replace(let column, let value):
            target = evaluator.batch.columns[column][row]
            if target == .null { return }
            let entries = try entries(of: evaluator.value(value, row))
            for key in try self.entries(of: target).keys where entries[key] == nil {
                try set(key, .null, of: target)
            }
            for (key, value) in entries { try set(key, value, of: target) }
        case .merge(let column, let value):
            target = evaluator.batch.columns[column][row]
            if target == .null { return }
            for (key, value) in try entries(of: evaluator.value(value, row)) {
                try set(key, value, of: target)
            }
        case .addLabels(let column, let labels):
            for label in labels {
                try change(label, of: evaluator.batch.columns[column][row], isAdded: true)
            }
        case .removeLabels(let column, let labels):
            for label in labels {
                try change(label, of: evaluator.batch.columns[column][row], isAdded: false)
            }
        }
    }

    /// The properties of a map, a node or a relationship.
    private func entries(of value: Value) throws(ExecutionError) -> [String: Value] {
        switch value {
        case .null: [:]
        case .map(let entries): entries
        case .node(let node): try self.node(node.id).properties
        case .relationship(let relationship): try self.relationship(relationship.id).properties
        default: throw .noPropertyMap(value)
        }
    }

    private func set(_ key: String, _ value: Value, of target: Value) throws(ExecutionError) {
        let writer = try requireWriter()
        try checkStorable(value, key)
        let before = try property(key, of: target)
        if value == .null, before == .null { return }
        switch target {
        case .node(let node):
            try reading { try writer.setProperty(key, to: value, of: node.id) }
        case .relationship(let relationship):
            try reading { try writer.setProperty(key, to: value, of: relationship.id) }
        default: throw .noTarget(target)
        }
        counters.propertiesSet += 1
    }

    private func change(
        _ label: String, of target: Value, isAdded: Bool
    ) throws(ExecutionError) {
        let writer = try requireWriter()
        guard case .node(let node) = target else {
            if target == .null { return }
            throw .noTarget(target)
        }
        if deletedNodes[node.id] != nil { throw .missing("node") }
        guard try hasLabel(label, [node.id])[0] != isAdded else { return }
        if isAdded {
            try reading { try writer.addLabel(label, to: node.id) }
            counters.labelsAdded += 1
        } else {
            try reading { try writer.removeLabel(label, from: node.id) }
            counters.labelsRemoved += 1
        }
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func noTarget(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "only nodes and relationships can be changed, and this is \(value.kindName)")
    }
}
