import GraphModel

/// Writes a value in the notation of expected results, for messages.
enum ValueNotation {
    static func text(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .boolean(let boolean): "\(boolean)"
        case .integer(let integer): "\(integer)"
        case .float(let float): float.isNaN ? "NaN" : "\(float)"
        case .string(let string): "'\(string)'"
        case .list(let items): "[\(items.map(text).joined(separator: ", "))]"
        case .map(let entries): map(entries)
        case .node(let node): self.node(node)
        case .relationship(let relationship): self.relationship(relationship)
        case .path(let path):
            "<"
                + path.relationships.indices.reduce(node(path.nodes[0])) { text, index in
                    let relationship = path.relationships[index]
                    let isForward = relationship.start == path.nodes[index].id
                    return text + (isForward ? "-" : "<-") + self.relationship(relationship)
                        + (isForward ? "->" : "-") + node(path.nodes[index + 1])
                } + ">"
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            "'\(value.temporalText ?? "")'"
        }
    }

    private static func map(_ entries: [String: Value]) -> String {
        let texts = entries.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }
        return "{\(texts.joined(separator: ", "))}"
    }

    private static func node(_ node: Node) -> String {
        let labels = node.labels.map { ":\($0)" }.joined()
        return "(\(labels)\(node.properties.isEmpty ? "" : " " + map(node.properties)))"
    }

    private static func relationship(_ relationship: Relationship) -> String {
        let properties =
            relationship.properties.isEmpty ? "" : " " + map(relationship.properties)
        return "[:\(relationship.type)\(properties)]"
    }
}
