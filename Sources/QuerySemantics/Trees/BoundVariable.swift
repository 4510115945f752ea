/// A variable's identity within one statement: two variables of one name have two.
public struct VariableID: Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A variable of a query, or a column that the engine needs for itself.
public struct BoundVariable: Hashable, Sendable {
    public let id: VariableID
    /// As written; for hidden ones a name that tells what they are.
    public let name: String
    public let type: StaticType
    /// Not visible to the query: an element without a variable, an aggregate's result.
    public let isHidden: Bool

    public init(id: VariableID, name: String, type: StaticType, isHidden: Bool) {
        self.id = id
        self.name = name
        self.type = type
        self.isHidden = isHidden
    }

    public static func == (a: Self, b: Self) -> Bool { a.id == b.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
