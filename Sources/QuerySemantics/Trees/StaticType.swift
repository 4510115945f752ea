/// What is known of a value before the query runs; `any` where nothing is.
public indirect enum StaticType: Hashable, Sendable {
    case any, null, boolean, integer, float, string, map, node, relationship, path, temporal
    case list(StaticType)

    /// Whether nothing can be said against a value of this type.
    var isOpen: Bool { self == .any || self == .null }

    /// Whether a value of this type may be a truth value.
    var mayBeBoolean: Bool { isOpen || self == .boolean }

    /// Whether a value of this type may be a number, or something else that can be subtracted.
    var mayBeNumber: Bool {
        switch self {
        case .any, .null, .integer, .float, .temporal: true
        case .boolean, .string, .map, .node, .relationship, .path, .list: false
        }
    }

    /// The type that holds both.
    func union(_ other: StaticType) -> StaticType {
        if self == other || other == .null { return self }
        if self == .null { return other }
        if case .list(let a) = self, case .list(let b) = other { return .list(a.union(b)) }
        return .any
    }

    /// In a message's words.
    var words: String {
        switch self {
        case .any: "any value"
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .float: "a float"
        case .string: "a string"
        case .map: "a map"
        case .node: "a node"
        case .relationship: "a relationship"
        case .path: "a path"
        case .temporal: "a date, time or duration"
        case .list: "a list"
        }
    }
}
