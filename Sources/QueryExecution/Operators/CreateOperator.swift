import GraphModel
import QueryPlanning

/// `CREATE`: makes the pattern for each row, element by element. A barrier, so that no earlier
/// clause meets what it makes.
final class CreateOperator: BarrierOperator {
    private let steps: [PhysicalCreateStep]

    init(_ context: ExecutionContext, _ input: Operator, _ steps: [PhysicalCreateStep]) {
        self.steps = steps
        super.init(context, input)
    }

    override func process(_ rows: RowBatch) throws(ExecutionError) -> RowBatch? {
        rows.count == 0 ? nil : try context.create(steps, for: rows)
    }
}

extension ExecutionContext {
    /// The rows with one further column for each step.
    func create(
        _ steps: [PhysicalCreateStep], for rows: RowBatch
    ) throws(ExecutionError) -> RowBatch {
        var rows = rows
        for step in steps {
            let evaluator = BatchEvaluator(self, rows, isCaching: false)
            switch step {
            case .node(let labels, let properties):
                var ids: [NodeID] = []
                for row in 0..<rows.count {
                    ids.append(try createNode(labels, entries(properties, evaluator, row)))
                }
                rows.columns.append(.nodes(ids))
            case .relationship(let type, let from, let to, let properties):
                let starts = try rows.columns[from].nodeIDs()
                let ends = try rows.columns[to].nodeIDs()
                var ids: [RelationshipID] = []
                for row in 0..<rows.count {
                    ids.append(
                        try createRelationship(
                            type, starts[row], ends[row], entries(properties, evaluator, row)))
                }
                rows.columns.append(.relationships(ids))
            case .path(let start, let relationships):
                let starts = try rows.columns[start].nodeIDs()
                var paths: [Value] = []
                for row in 0..<rows.count {
                    let along = relationships.flatMap {
                        rows.columns[$0].relationships(ofRow: row)
                    }
                    paths.append(try path(from: starts[row], along: along))
                }
                rows.columns.append(.values(paths))
            }
        }
        return rows
    }

    private func entries(
        _ properties: PhysicalProperties, _ evaluator: BatchEvaluator, _ row: Int
    ) throws(ExecutionError) -> [String: Value] {
        var entries: [String: Value] = [:]
        switch properties {
        case .entries(let list):
            for entry in list { entries[entry.key] = try evaluator.value(entry.value, row) }
        case .map(let expression):
            let value = try evaluator.value(expression, row)
            guard case .map(let map) = value else {
                if value == .null { return [:] }
                throw .noPropertyMap(value)
            }
            entries = map
        }
        for (key, value) in entries where value == .null { entries[key] = nil }
        for (key, value) in entries { try checkStorable(value, key) }
        return entries
    }

    private func createNode(
        _ labels: [String], _ properties: [String: Value]
    ) throws(ExecutionError) -> NodeID {
        let writer = try requireWriter()
        var unique: [String] = []
        for label in labels where !unique.contains(label) { unique.append(label) }
        let id = try reading { try writer.createNode(labels: unique, properties: properties) }
        counters.nodesCreated += 1
        counters.labelsAdded += unique.count
        counters.propertiesSet += properties.count
        return id
    }

    private func createRelationship(
        _ type: String, _ start: NodeID, _ end: NodeID, _ properties: [String: Value]
    ) throws(ExecutionError) -> RelationshipID {
        let writer = try requireWriter()
        guard start != .none, end != .none else { throw .missingEnd() }
        if deletedNodes[start] != nil || deletedNodes[end] != nil { throw .missing("node") }
        let id = try reading {
            try writer.createRelationship(type, from: start, to: end, properties: properties)
        }
        counters.relationshipsCreated += 1
        counters.propertiesSet += properties.count
        return id
    }

    func requireWriter() throws(ExecutionError) -> any GraphWriting {
        guard let writer else { throw .readOnly() }
        return writer
    }

    /// What a property may hold: no null within, no map, no entity.
    func checkStorable(_ value: Value, _ key: String) throws(ExecutionError) {
        switch value {
        case .map, .node, .relationship, .path: throw .notStorable(value, key)
        case .list(let items):
            for item in items {
                switch item {
                case .map, .node, .relationship, .path, .list, .null:
                    throw .notStorable(item, key)
                default: break
                }
            }
        default: break
        }
    }
}

// MARK: - Wording

extension ExecutionError {
    static func noPropertyMap(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "properties are given as a map, and this is \(value.kindName)")
    }

    fileprivate static func missingEnd() -> ExecutionError {
        ExecutionError(
            kind: .semanticError, detail: "MissingNode",
            message: "a relationship needs two nodes, and one of them is null")
    }

    fileprivate static func readOnly() -> ExecutionError {
        ExecutionError(
            kind: .graphError, detail: "ReadOnly", message: "this graph can only be read")
    }

    fileprivate static func notStorable(_ value: Value, _ key: String) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidPropertyType",
            message: "the property '\(key)' cannot hold \(value.kindName)")
    }
}
