import GraphModel

extension ExecutionContext {
    /// `value.key`
    func property(_ key: String, of value: Value) throws(ExecutionError) -> Value {
        switch value {
        case .null: return .null
        case .map(let entries): return entries[key] ?? .null
        case .node(let node):
            if deletedNodes[node.id] != nil { throw .missing("node") }
            guard let id = propertyKey(key) else { return .null }
            return try reading { try graph.property(id, ofNodes: [node.id])[0] }
        case .relationship(let relationship):
            if deletedRelationships[relationship.id] != nil { throw .missing("relationship") }
            guard let id = propertyKey(key) else { return .null }
            return try reading {
                try graph.property(id, ofRelationships: [relationship.id])[0]
            }
        default:
            guard value.temporalText != nil else { throw .noProperties(value) }
            return try TemporalComponents.component(key, of: value)
        }
    }

    /// A property of all rows of a column.
    func properties(_ key: String, of column: Column) throws(ExecutionError) -> [Value] {
        guard deletedNodes.isEmpty, deletedRelationships.isEmpty else {
            return try eachProperty(key, of: column)
        }
        switch column {
        case .nodes(let ids):
            guard let key = propertyKey(key) else { break }
            let present = ids.filter { $0 != .none }
            let fetched = try reading {
                guard let propertyCache else { return try graph.property(key, ofNodes: present) }
                return try propertyCache.values(key, of: present) {
                    try graph.property(key, ofNodes: $0)
                }
            }
            return spread(fetched, over: ids.map { $0 != .none })
        case .relationships(let ids):
            guard let key = propertyKey(key) else { break }
            let present = ids.filter { $0 != .none }
            let fetched = try reading { try graph.property(key, ofRelationships: present) }
            return spread(fetched, over: ids.map { $0 != .none })
        case .values: return try eachProperty(key, of: column)
        }
        return [Value](repeating: .null, count: column.count)
    }

    private func eachProperty(_ key: String, of column: Column) throws(ExecutionError) -> [Value] {
        var values: [Value] = []
        for value in column.values { values.append(try property(key, of: value)) }
        return values
    }

    private func spread(_ values: [Value], over present: [Bool]) -> [Value] {
        if values.count == present.count { return values }
        var next = values.makeIterator()
        return present.map { $0 ? next.next() ?? .null : .null }
    }

    func hasLabel(_ name: String, _ ids: [NodeID]) throws(ExecutionError) -> [Bool] {
        guard let label = label(name) else { return ids.map { _ in false } }
        let present = ids.filter { $0 != .none && deletedNodes[$0] == nil }
        let fetched = try reading { try graph.hasLabel(label, nodes: present) }
        if fetched.count == ids.count { return fetched }
        var next = fetched.makeIterator()
        return ids.map { $0 != .none && deletedNodes[$0] == nil ? next.next() ?? false : false }
    }

    /// `value:Label`, for relationships `value:TYPE`.
    func hasLabels(_ names: [String], _ value: Value) throws(ExecutionError) -> Value {
        switch value {
        case .null: return .null
        case .node(let node):
            for name in names where try !hasLabel(name, [node.id])[0] { return .boolean(false) }
            return .boolean(true)
        case .relationship(let bare):
            let type = try relationship(bare.id).type
            return .boolean(names.allSatisfy { $0 == type })
        default: throw .noLabels(value)
        }
    }

    /// `name(arguments)`
    func call(_ name: String, _ arguments: [Value]) throws(ExecutionError) -> Value {
        guard let function = FunctionLibrary.scalar(named: name) else { throw .noFunction(name) }
        guard case .relationship(let bare)? = arguments.first,
            ["type", "startNode", "endNode"].contains(name)
        else {
            return try function.evaluate(arguments, functions)
        }
        return try function.evaluate([.relationship(relationship(bare.id))], functions)
    }
}

extension Column {
    var count: Int {
        switch self {
        case .nodes(let ids): ids.count
        case .relationships(let ids): ids.count
        case .values(let values): values.count
        }
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func noProperties(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "only nodes, relationships, maps, dates and times have properties, "
                + "and this is \(value.kindName)")
    }

    fileprivate static func noLabels(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "only nodes have labels, and this is \(value.kindName)")
    }

    fileprivate static func noFunction(_ name: String) -> ExecutionError {
        ExecutionError(
            kind: .syntaxError, detail: "UnknownFunction",
            message: "the function '\(name)' cannot be run in this version")
    }
}
