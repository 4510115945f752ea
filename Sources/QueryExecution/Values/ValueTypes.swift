import GraphModel
import QueryPlanning

extension PhysicalValueType {
    /// Whether a value is of the type; null is of every type that does not exclude it.
    func holds(_ value: Value) -> Bool { members.contains { $0.holds(value) } }

    /// The narrowest type of a value, as `valueType()` writes it.
    static func text(of value: Value) -> String {
        switch value {
        case .null: "NULL"
        case .list(let items):
            "LIST<\(items.isEmpty ? "NOTHING" : elementText(of: items))> NOT NULL"
        default: name(of: value) + " NOT NULL"
        }
    }

    /// The types of a list's elements, each once, in the order of their names.
    private static func elementText(of items: [Value]) -> String {
        let hasNull = items.contains(.null)
        let present = items.filter { $0 != .null }
        if present.isEmpty { return "NULL" }
        let texts = Set(
            present.map { item in
                let text = text(of: item)
                return hasNull ? String(text.dropLast(" NOT NULL".count)) : text
            })
        return texts.sorted().joined(separator: " | ")
    }

    private static func name(of value: Value) -> String {
        switch value {
        case .null: "NULL"
        case .boolean: "BOOLEAN"
        case .integer: "INTEGER"
        case .float: "FLOAT"
        case .string: "STRING"
        case .list: "LIST"
        case .map: "MAP"
        case .node: "NODE"
        case .relationship: "RELATIONSHIP"
        case .path: "PATH"
        case .date: "DATE"
        case .localTime: "LOCAL TIME"
        case .time: "ZONED TIME"
        case .localDateTime: "LOCAL DATETIME"
        case .dateTime: "ZONED DATETIME"
        case .duration: "DURATION"
        }
    }
}

extension PhysicalValueType.Member {
    fileprivate func holds(_ value: Value) -> Bool {
        if value == .null { return !excludesNull && kind != .nothing }
        switch (kind, value) {
        case (.any(let isProperty), _): return !isProperty || value.isStorable
        case (.list(let element), .list(let items)): return items.allSatisfy(element.holds)
        case (.boolean, .boolean), (.integer, .integer), (.float, .float), (.string, .string),
            (.map, .map), (.node, .node), (.relationship, .relationship), (.path, .path),
            (.date, .date), (.localTime, .localTime), (.zonedTime, .time),
            (.localDateTime, .localDateTime), (.zonedDateTime, .dateTime),
            (.duration, .duration):
            return true
        default: return false
        }
    }
}

extension Value {
    /// Whether a property can hold it.
    fileprivate var isStorable: Bool {
        switch self {
        case .map, .node, .relationship, .path: false
        case .list(let items):
            items.allSatisfy {
                if case .list = $0 { false } else { $0 != .null && $0.isStorable }
            }
        default: true
        }
    }
}
