import GraphModel

/// Equality, comparison and order of values, after openCypher's CIP2016-06-14 ("Comparability,
/// Equality, Orderability and Equivalence").
public enum ValueComparison {
    /// `a = b`: unknown where either is null, or where lists or maps differ in nothing but nulls.
    public static func equals(_ a: Value, _ b: Value) -> Ternary {
        switch (a, b) {
        case (.null, _), (_, .null): nil
        case (.integer(let x), .float(let y)): NumberOrder.compare(x, y) == 0
        case (.float(let x), .integer(let y)): NumberOrder.compare(y, x) == 0
        // Swift's own equality of strings is canonical: "é" would equal "e" with an accent.
        case (.string(let x), .string(let y)): x.utf8.elementsEqual(y.utf8)
        case (.list(let x), .list(let y)): equals(x, y)
        case (.map(let x), .map(let y)): equals(x, y)
        case (.node(let x), .node(let y)): x.id == y.id
        case (.relationship(let x), .relationship(let y)): x.id == y.id
        case (.path(let x), .path(let y)):
            x.nodes.map(\.id) == y.nodes.map(\.id)
                && x.relationships.map(\.id) == y.relationships.map(\.id)
        default: a == b
        }
    }

    private static func equals(_ a: [Value], _ b: [Value]) -> Ternary {
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(true) { TernaryLogic.and($0, equals($1.0, $1.1)) }
    }

    private static func equals(_ a: [String: Value], _ b: [String: Value]) -> Ternary {
        guard a.count == b.count else { return false }
        return a.reduce(true) { result, entry in
            TernaryLogic.and(result, b[entry.key].map { equals(entry.value, $0) } ?? false)
        }
    }

    /// Whether `a` stands before, with or behind `b`, for `<` and its kin: nil where the two cannot
    /// be compared (null, NaN, values of different kinds, durations, nodes, maps).
    public static func compare(_ a: Value, _ b: Value) -> Int? {
        switch (a, b) {
        case (.integer(let x), .integer(let y)): x < y ? -1 : x > y ? 1 : 0
        case (.float(let x), .float(let y)): x < y ? -1 : x > y ? 1 : x == y ? 0 : nil
        case (.integer(let x), .float(let y)): NumberOrder.compare(x, y)
        case (.float(let x), .integer(let y)): NumberOrder.compare(y, x).map { -$0 }
        case (.string(let x), .string(let y)): compareScalars(x, y)
        case (.boolean(let x), .boolean(let y)): (x ? 1 : 0) - (y ? 1 : 0)
        case (.list(let x), .list(let y)): compare(x, y)
        case (.date(let x), .date(let y)): compare(x, y)
        case (.localTime(let x), .localTime(let y)): compare(x, y)
        case (.time(let x), .time(let y)): compare(x, y)
        case (.localDateTime(let x), .localDateTime(let y)): compare(x, y)
        case (.dateTime(let x), .dateTime(let y)): compare(x, y)
        default: nil
        }
    }

    private static func compare<Item: Comparable>(_ a: Item, _ b: Item) -> Int {
        a < b ? -1 : b < a ? 1 : 0
    }

    private static func compare(_ a: [Value], _ b: [Value]) -> Int? {
        for (x, y) in zip(a, b) {
            guard let order = compare(x, y) else { return nil }
            if order != 0 { return order }
        }
        return (a.count - b.count).signum()
    }

    /// The total order of `ORDER BY`, in which every two values have a place: maps, nodes,
    /// relationships, lists, paths, dates and times, durations, strings, booleans, numbers with NaN
    /// last, null.
    public static func order(_ a: Value, _ b: Value) -> Int {
        let kinds = rank(a) - rank(b)
        if kinds != 0 { return kinds.signum() }
        switch (a, b) {
        case (.map(let x), .map(let y)): return order(x, y)
        case (.node(let x), .node(let y)): return order(x.id.rawValue, y.id.rawValue)
        case (.relationship(let x), .relationship(let y)):
            return order(x.id.rawValue, y.id.rawValue)
        case (.list(let x), .list(let y)): return order(x, y)
        case (.path(let x), .path(let y)): return order(elements(x), elements(y))
        case (.duration(let x), .duration(let y)): return x.order(y)
        default: return compare(a, b) ?? orderWithNaN(a, b)
        }
    }

    private static func rank(_ value: Value) -> Int {
        switch value {
        case .map: 0
        case .node: 1
        case .relationship: 2
        case .list: 3
        case .path: 4
        case .dateTime: 5
        case .localDateTime: 6
        case .date: 7
        case .time: 8
        case .localTime: 9
        case .duration: 10
        case .string: 11
        case .boolean: 12
        case .integer, .float: 13
        case .null: 14
        }
    }

    private static func order(_ a: UInt32, _ b: UInt32) -> Int { a < b ? -1 : a > b ? 1 : 0 }

    private static func order(_ a: [Value], _ b: [Value]) -> Int {
        for (x, y) in zip(a, b) {
            let order = order(x, y)
            if order != 0 { return order }
        }
        return (a.count - b.count).signum()
    }

    private static func order(_ a: [String: Value], _ b: [String: Value]) -> Int {
        let x = a.keys.sorted { compareScalars($0, $1) < 0 }
        let y = b.keys.sorted { compareScalars($0, $1) < 0 }
        let keys = order(x.map(Value.string), y.map(Value.string))
        return keys != 0 ? keys : order(x.compactMap { a[$0] }, y.compactMap { b[$0] })
    }

    private static func elements(_ path: Path) -> [Value] {
        var elements = path.nodes.prefix(1).map(Value.node)
        for (relationship, node) in zip(path.relationships, path.nodes.dropFirst()) {
            elements.append(.relationship(relationship))
            elements.append(.node(node))
        }
        return elements
    }

    private static func orderWithNaN(_ a: Value, _ b: Value) -> Int {
        (isNaN(a) ? 1 : 0) - (isNaN(b) ? 1 : 0)
    }

    private static func isNaN(_ value: Value) -> Bool {
        if case .float(let float) = value { float.isNaN } else { false }
    }

    /// By Unicode scalars, which is the order of the bytes, not by locale: the same on every
    /// machine.
    private static func compareScalars(_ a: String, _ b: String) -> Int {
        if a.utf8.elementsEqual(b.utf8) { return 0 }
        return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    }
}

/// Integers against floats without loss: beyond 2^53 a conversion would make unequal ones equal.
enum NumberOrder {
    /// -1, 0 or 1; nil for NaN.
    static func compare(_ integer: Int64, _ float: Double) -> Int? {
        if float.isNaN { return nil }
        // -2^63 is a Double; 2^63 is the first above all integers.
        if float >= 0x1p63 { return -1 }
        if float < -0x1p63 { return 1 }
        let whole = Int64(float.rounded(.towardZero))
        if integer != whole { return integer < whole ? -1 : 1 }
        let fraction = float - float.rounded(.towardZero)
        return fraction > 0 ? -1 : fraction < 0 ? 1 : 0
    }
}
