/// A value of the query language, as it stands in properties, parameters and results.
public indirect enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    case list([Value])
    case map([String: Value])
    case node(Node)
    case relationship(Relationship)
    case path(Path)
    case date(CalendarDate)
    case localTime(LocalTime)
    case time(OffsetTime)
    case localDateTime(LocalDateTime)
    case dateTime(ZonedDateTime)
    case duration(CalendarDuration)
}

extension Value {
    /// The ISO 8601 text of a date, a time or a duration; nil of any other value.
    public var temporalText: String? {
        switch self {
        case .date(let date): "\(date)"
        case .localTime(let time): "\(time)"
        case .time(let time): "\(time)"
        case .localDateTime(let dateTime): "\(dateTime)"
        case .dateTime(let dateTime): "\(dateTime)"
        case .duration(let duration): "\(duration)"
        case .null, .boolean, .integer, .float, .string, .list, .map, .node, .relationship, .path:
            nil
        }
    }
}

/// A node with its labels and properties at one moment.
public struct Node: Hashable, Sendable {
    public var id: NodeID
    /// In alphabetical order.
    public var labels: [String]
    public var properties: [String: Value]

    public init(id: NodeID, labels: [String], properties: [String: Value]) {
        self.id = id
        self.labels = labels
        self.properties = properties
    }
}

/// A relationship with its ends, type and properties at one moment.
public struct Relationship: Hashable, Sendable {
    public var id: RelationshipID
    public var type: String
    public var start: NodeID
    public var end: NodeID
    public var properties: [String: Value]

    public init(
        id: RelationshipID, type: String, start: NodeID, end: NodeID, properties: [String: Value]
    ) {
        self.id = id
        self.type = type
        self.start = start
        self.end = end
        self.properties = properties
    }
}

/// An alternating sequence of nodes and relationships: always one node more than relationships.
public struct Path: Hashable, Sendable {
    public var nodes: [Node]
    public var relationships: [Relationship]

    public init(nodes: [Node], relationships: [Relationship]) {
        precondition(nodes.count == relationships.count + 1)
        self.nodes = nodes
        self.relationships = relationships
    }
}
