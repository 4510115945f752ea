import GraphModel

/// A value as a scenario writes it: nodes and relationships without ids.
indirect enum ExpectedValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    case list([ExpectedValue])
    case map([String: ExpectedValue])
    /// `(:A:B {x: 1})`
    case node(ExpectedNode)
    /// `[:T {x: 1}]`
    case relationship(ExpectedRelationship)
    /// `<(:A)-[:T]->(:B)>`
    case path(ExpectedNode, [ExpectedHop])
}

struct ExpectedNode: Sendable, Hashable {
    var labels: Set<String> = []
    var properties: [String: ExpectedValue] = [:]
}

struct ExpectedRelationship: Sendable, Hashable {
    var type: String
    var properties: [String: ExpectedValue] = [:]
}

struct ExpectedHop: Sendable, Hashable {
    var relationship: ExpectedRelationship
    var isForward: Bool
    var node: ExpectedNode
}

extension ExpectedValue {
    /// As a parameter or a procedure's cell; nil for nodes, relationships and paths.
    var value: Value? {
        switch self {
        case .null: return .null
        case .boolean(let boolean): return .boolean(boolean)
        case .integer(let integer): return .integer(integer)
        case .float(let float): return .float(float)
        case .string(let string): return .string(string)
        case .list(let items):
            let values = items.compactMap(\.value)
            return values.count == items.count ? .list(values) : nil
        case .map(let entries):
            let values = entries.compactMapValues(\.value)
            return values.count == entries.count ? .map(values) : nil
        case .node, .relationship, .path: return nil
        }
    }
}
