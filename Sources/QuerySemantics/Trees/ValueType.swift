/// A type of values, as `IS ::` asks for it.
public struct ValueType: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public var kind: Kind
        /// `NOT NULL`
        public var excludesNull: Bool
    }

    public indirect enum Kind: Hashable, Sendable {
        /// Any value; with `isProperty` only what a property can hold.
        case any(isProperty: Bool)
        case boolean, integer, float, string, map, node, relationship, path
        case date, localTime, zonedTime, localDateTime, zonedDateTime, duration
        /// Null alone.
        case null
        /// No value at all.
        case nothing
        case list(ValueType)
    }

    /// Any of these.
    public var members: [Member]
}

extension ValueType {
    /// As it is written.
    public var text: String {
        members.map { $0.kind.text + ($0.excludesNull ? " NOT NULL" : "") }
            .joined(separator: " | ")
    }
}

extension ValueType.Kind {
    fileprivate var text: String {
        switch self {
        case .any(let isProperty): isProperty ? "PROPERTY VALUE" : "ANY"
        case .boolean: "BOOLEAN"
        case .integer: "INTEGER"
        case .float: "FLOAT"
        case .string: "STRING"
        case .map: "MAP"
        case .node: "NODE"
        case .relationship: "RELATIONSHIP"
        case .path: "PATH"
        case .date: "DATE"
        case .localTime: "LOCAL TIME"
        case .zonedTime: "ZONED TIME"
        case .localDateTime: "LOCAL DATETIME"
        case .zonedDateTime: "ZONED DATETIME"
        case .duration: "DURATION"
        case .null: "NULL"
        case .nothing: "NOTHING"
        case .list(let element): "LIST<\(element.text)>"
        }
    }
}
