import GraphModel

/// One column of a batch. Nodes and relationships are ids; what they hold is fetched when it is
/// asked for.
public enum Column: Sendable {
    /// `NodeID.none` stands for null.
    case nodes([NodeID])
    /// `RelationshipID.none` stands for null.
    case relationships([RelationshipID])
    case values([Value])
}

extension NodeID {
    /// Null in a column of nodes; no graph has so many.
    static let none = NodeID(rawValue: .max)
}

extension RelationshipID {
    /// Null in a column of relationships.
    static let none = RelationshipID(rawValue: .max)
}

/// Some rows, column by column.
///
///     columns[0]  nodes          [3, 5, 5]
///     columns[1]  relationships  [7, 8, 9]
///     columns[2]  values         ['a', null, 1]
public struct RowBatch: Sendable {
    /// How many rows operators aim at.
    static let targetCount = 1024

    public var columns: [Column]
    public var count: Int

    /// One row without columns.
    static let unit = RowBatch(columns: [], count: 1)

    func gathering(_ rows: [UInt32]) -> RowBatch {
        RowBatch(columns: columns.map { $0.gathering(rows) }, count: rows.count)
    }

    /// - Precondition: as many columns, if there are rows.
    mutating func append(_ other: RowBatch) {
        // An empty batch may come from far below and lack columns.
        if other.count == 0 { return }
        if count == 0 {
            self = other
            return
        }
        for index in columns.indices { columns[index].append(other.columns[index]) }
        count += other.count
    }
}

extension Column {
    func gathering(_ rows: [UInt32]) -> Column {
        switch self {
        case .nodes(let ids): .nodes(rows.map { ids[Int($0)] })
        case .relationships(let ids): .relationships(rows.map { ids[Int($0)] })
        case .values(let values): .values(rows.map { values[Int($0)] })
        }
    }

    /// The value of a row; nodes and relationships bare, without what they hold.
    subscript(row: Int) -> Value {
        switch self {
        case .nodes(let ids): .bare(ids[row])
        case .relationships(let ids): .bare(ids[row])
        case .values(let values): values[row]
        }
    }

    mutating func append(_ other: Column) {
        switch (self, other) {
        case (.nodes(var ids), .nodes(let further)):
            self = .values([])
            ids += further
            self = .nodes(ids)
        case (.relationships(var ids), .relationships(let further)):
            self = .values([])
            ids += further
            self = .relationships(ids)
        case (.values(var values), _):
            self = .values([])
            values += other.values
            self = .values(values)
        case (.nodes, _), (.relationships, _): self = .values(values + other.values)
        }
    }

    /// All rows as values.
    var values: [Value] {
        switch self {
        case .nodes(let ids): ids.map(Value.bare)
        case .relationships(let ids): ids.map(Value.bare)
        case .values(let values): values
        }
    }

    /// Values as ids where all are nodes, or all relationships.
    static func compact(_ values: [Value]) -> Column {
        switch values.first {
        case .node?:
            var ids: [NodeID] = []
            for value in values {
                guard case .node(let node) = value else { return .values(values) }
                ids.append(node.id)
            }
            return .nodes(ids)
        case .relationship?:
            var ids: [RelationshipID] = []
            for value in values {
                guard case .relationship(let relationship) = value else { return .values(values) }
                ids.append(relationship.id)
            }
            return .relationships(ids)
        default: return .values(values)
        }
    }

    /// The node of each row, `none` for null.
    func nodeIDs() throws(ExecutionError) -> [NodeID] {
        if case .nodes(let ids) = self { return ids }
        var ids: [NodeID] = []
        for value in values {
            switch value {
            case .node(let node): ids.append(node.id)
            case .null: ids.append(.none)
            default: throw .notAnEntity(value, "a node")
            }
        }
        return ids
    }

    /// The relationship of each row, `none` for null.
    func relationshipIDs() throws(ExecutionError) -> [RelationshipID] {
        if case .relationships(let ids) = self { return ids }
        var ids: [RelationshipID] = []
        for value in values {
            switch value {
            case .relationship(let relationship): ids.append(relationship.id)
            case .null: ids.append(.none)
            default: throw .notAnEntity(value, "a relationship")
            }
        }
        return ids
    }

    /// The relationships of a row, whether one or a list.
    func relationships(ofRow row: Int) -> [RelationshipID] {
        switch self {
        case .relationships(let ids): return [ids[row]]
        case .nodes: return []
        case .values(let values): return Self.relationships(in: values[row])
        }
    }

    private static func relationships(in value: Value) -> [RelationshipID] {
        switch value {
        case .relationship(let relationship): [relationship.id]
        case .list(let items): items.flatMap(relationships(in:))
        default: []
        }
    }
}

extension Value {
    /// A node by its id alone, or null.
    static func bare(_ id: NodeID) -> Value {
        id == .none ? .null : .node(Node(id: id, labels: [], properties: [:]))
    }

    /// A relationship by its id alone, or null.
    static func bare(_ id: RelationshipID) -> Value {
        if id == .none { return .null }
        let end = NodeID(rawValue: 0)
        return .relationship(
            Relationship(id: id, type: "", start: end, end: end, properties: [:]))
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func notAnEntity(_ value: Value, _ expected: String) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "a pattern expects \(expected) here, and this is \(value.kindName)")
    }
}
