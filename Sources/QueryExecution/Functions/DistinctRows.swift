import GraphModel

/// The rows of values met so far, for DISTINCT and grouping. Two rows are the same where their
/// values are equivalent: 1 and 1.0, NaN and NaN, null and null, a node and its later state.
public struct DistinctRows {
    private var met: Set<EquivalentRow> = []

    public init() {}

    /// Whether the row is new.
    public mutating func insert(_ row: [Value]) -> Bool {
        met.insert(EquivalentRow(row)).inserted
    }
}

/// A row as the key of a set or dictionary.
public struct EquivalentRow: Hashable, Sendable {
    public let values: [Value]

    public init(_ values: [Value]) { self.values = values }

    public static func == (a: Self, b: Self) -> Bool {
        a.values.count == b.values.count
            && zip(a.values, b.values).allSatisfy(areEquivalent)
    }

    /// The order's own answer, got sooner for the kinds that rows are mostly grouped by.
    private static func areEquivalent(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.integer(let x), .integer(let y)): x == y
        case (.string(let x), .string(let y)): x.utf8.elementsEqual(y.utf8)
        case (.node(let x), .node(let y)): x.id == y.id
        default: ValueComparison.order(a, b) == 0
        }
    }

    public func hash(into hasher: inout Hasher) {
        for value in values { Self.hash(value, into: &hasher) }
    }

    private static func hash(_ value: Value, into hasher: inout Hasher) {
        switch value {
        case .null: hasher.combine(0)
        case .boolean(let boolean): hasher.combine(boolean)
        // An integer beyond 2^53 shares its hash with its neighbours, and equality parts them.
        case .integer(let integer): hasher.combine(Double(integer))
        case .float(let float): hasher.combine(float.isNaN ? Double.infinity : float)
        // Equality is by scalars; canonically equal strings only share a hash.
        case .string(let string): hasher.combine(string)
        case .list(let items):
            hasher.combine(items.count)
            for item in items { hash(item, into: &hasher) }
        case .map(let entries):
            hasher.combine(entries.count)
            for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
                hasher.combine(key)
                hash(value, into: &hasher)
            }
        case .node(let node): hasher.combine(node.id)
        case .relationship(let relationship): hasher.combine(relationship.id)
        case .path(let path):
            for node in path.nodes { hasher.combine(node.id) }
            for relationship in path.relationships { hasher.combine(relationship.id) }
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            hasher.combine(value)
        }
    }
}
