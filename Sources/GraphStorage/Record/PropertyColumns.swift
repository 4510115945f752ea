import GraphModel

/// A property's value as the two columns `kind` and `value` hold it.
extension Statement {
    /// Binds a value; throws where a property cannot hold it.
    func bindProperty(kind: Int32, value column: Int32, _ value: Value) throws(StorageError) {
        switch value {
        case .integer(let number):
            try bind(kind, String?.none).bind(column, number)
        case .float(let number) where number.isNaN:
            // SQLite makes NULL of it.
            try bind(kind, "float").bind(column, "NaN")
        case .float(let number):
            try bind(kind, String?.none).bind(column, number)
        case .string(let text):
            try bind(kind, String?.none).bind(column, text)
        case .boolean(let truth):
            try bind(kind, "boolean").bind(column, Int64(truth ? 1 : 0))
        case .list(let items):
            guard let text = ListText.encode(items) else { throw Self.unstorable(value) }
            try bind(kind, "list").bind(column, text)
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            try bind(kind, TemporalKind(of: value)?.rawValue).bind(column, value.temporalText)
        case .null, .map, .node, .relationship, .path:
            throw Self.unstorable(value)
        }
    }

    func property(kind: Int32, value column: Int32) throws(StorageError) -> Value {
        switch (text(kind), cell(column)) {
        case (nil, .integer(let number)): return .integer(number)
        case (nil, .float(let number)): return .float(number)
        case (nil, .text(let text)): return .string(text)
        case ("boolean", .integer(let truth)): return .boolean(truth != 0)
        case ("float", .text("NaN")): return .float(.nan)
        case ("list", .text(let text)):
            guard let items = ListText.decode(text) else { throw Self.unreadable() }
            return .list(items)
        case (let kind?, .text(let text)):
            guard let value = TemporalKind(rawValue: kind)?.value(of: text) else {
                throw Self.unreadable()
            }
            return value
        default: throw Self.unreadable()
        }
    }

    private static func unstorable(_ value: Value) -> StorageError {
        let what =
            switch value {
            case .map: "A map"
            case .node: "A node"
            case .relationship: "A relationship"
            case .path: "A path"
            case .list:
                "A list that holds maps, entities or more than \(ListText.maximumDepth) levels"
            case .null, .boolean, .integer, .float, .string, .date, .localTime, .time,
                .localDateTime, .dateTime, .duration:
                "This value"
            }
        return StorageError(
            .unstorable,
            "\(what) cannot be a property's value; store strings, numbers, booleans, dates, times, durations or lists of them."
        )
    }

    private static func unreadable() -> StorageError {
        StorageError(
            .damaged, "A property in the graph file has a value of no known kind; it is damaged.")
    }
}
