import GraphModel

/// Values in the typed JSON of Neo4j's Query API: `{"$type": "Integer", "_value": "1"}`, so that
/// no type is lost on the way to a program.
public enum TypedJson {
    public static func of(_ value: Value) -> Json {
        switch value {
        case .null: typed("Null", .null)
        case .boolean(let boolean): typed("Boolean", .boolean(boolean))
        case .integer(let integer): typed("Integer", .string("\(integer)"))
        case .float(let float): typed("Float", .string(LiteralText.number(float)))
        case .string(let string): typed("String", .string(string))
        case .list(let items): typed("List", .array(items.map(of)))
        case .map(let entries): typed("Map", properties(entries))
        case .node(let node): self.node(node)
        case .relationship(let relationship): self.relationship(relationship)
        case .path(let path): self.path(path)
        case .date: temporal("Date", value)
        case .localTime: temporal("LocalTime", value)
        case .time: temporal("Time", value)
        case .localDateTime: temporal("LocalDateTime", value)
        case .dateTime(let dateTime):
            temporal(dateTime.zone == nil ? "OffsetDateTime" : "ZonedDateTime", value)
        case .duration: temporal("Duration", value)
        }
    }

    private static func typed(_ type: String, _ value: Json) -> Json {
        .object([.init("$type", .string(type)), .init("_value", value)])
    }

    private static func temporal(_ type: String, _ value: Value) -> Json {
        typed(type, .string(value.temporalText ?? ""))
    }

    private static func properties(_ entries: [String: Value]) -> Json {
        .object(entries.sorted { $0.key < $1.key }.map { .init($0.key, of($0.value)) })
    }

    private static func identifier(_ raw: UInt32) -> Json { .string("\(raw)") }

    private static func node(_ node: Node) -> Json {
        typed(
            "Node",
            .object([
                .init("_element_id", identifier(node.id.rawValue)),
                .init("_labels", .array(node.labels.map(Json.string))),
                .init("_properties", properties(node.properties)),
            ]))
    }

    private static func relationship(_ relationship: Relationship) -> Json {
        typed(
            "Relationship",
            .object([
                .init("_element_id", identifier(relationship.id.rawValue)),
                .init("_start_node_element_id", identifier(relationship.start.rawValue)),
                .init("_end_node_element_id", identifier(relationship.end.rawValue)),
                .init("_type", .string(relationship.type)),
                .init("_properties", properties(relationship.properties)),
            ]))
    }

    private static func path(_ path: Path) -> Json {
        var steps = path.nodes.prefix(1).map(node)
        for (relationship, next) in zip(path.relationships, path.nodes.dropFirst()) {
            steps.append(self.relationship(relationship))
            steps.append(node(next))
        }
        return typed("Path", .array(steps))
    }
}

/// Values as plain JSON, for people and simple programs: a node is its properties with `_labels`.
public enum PlainJson {
    public static func of(_ value: Value) -> Json {
        switch value {
        case .null: .null
        case .boolean(let boolean): .boolean(boolean)
        case .integer(let integer): .integer(integer)
        case .float(let float): .float(float)
        case .string(let string): .string(string)
        case .list(let items): .array(items.map(of))
        case .map(let entries): .object(members(entries))
        case .node(let node):
            .object(
                [
                    .init("_id", .integer(Int64(node.id.rawValue))),
                    .init("_labels", .array(node.labels.map(Json.string))),
                ] + members(node.properties))
        case .relationship(let relationship):
            .object(
                [
                    .init("_id", .integer(Int64(relationship.id.rawValue))),
                    .init("_type", .string(relationship.type)),
                    .init("_start", .integer(Int64(relationship.start.rawValue))),
                    .init("_end", .integer(Int64(relationship.end.rawValue))),
                ] + members(relationship.properties))
        case .path(let path):
            .object([
                .init("nodes", .array(path.nodes.map { of(.node($0)) })),
                .init("relationships", .array(path.relationships.map { of(.relationship($0)) })),
            ])
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            .string(value.temporalText ?? "")
        }
    }

    private static func members(_ entries: [String: Value]) -> [Json.Member] {
        entries.sorted { $0.key < $1.key }.map { .init($0.key, of($0.value)) }
    }
}
