import GraphModel

/// Functions of nodes, relationships and paths. What may change while a query runs (labels,
/// properties) is read from the graph, not from the value, which is older.
enum GraphFunctions {
    static let all: [ScalarFunction] = [
        .strict("id", 1...1) {
            (arguments, _) throws(EvaluationError) in
            .integer(try identifier(arguments[0], of: "id"))
        },
        .strict("elementId", 1...1) {
            (arguments, _) throws(EvaluationError) in
            .string("\(try identifier(arguments[0], of: "elementId"))")
        },
        // A relationship's type cannot change, so a deleted one still has it.
        .strict("type", 1...1) { (arguments, _) throws(EvaluationError) in
            .string(try relationship(arguments[0], of: "type").type)
        },
        .strict("labels", 1...1) { (arguments, context) throws(EvaluationError) in
            guard case .node(let node) = arguments[0] else {
                throw .element(arguments[0], of: "labels", expecting: "a node")
            }
            return .list(try current(node.id, in: context).labels.map(Value.string))
        },
        .strict("keys", 1...1) {
            (arguments, context) throws(EvaluationError) in
            let entries = try properties(arguments[0], of: "keys", in: context)
            return .list(entries.keys.sorted().map(Value.string))
        },
        .strict("properties", 1...1) {
            (arguments, context) throws(EvaluationError) in
            .map(try properties(arguments[0], of: "properties", in: context))
        },
        .strict("startNode", 1...1) {
            (arguments, context) throws(EvaluationError) in
            let start = try relationship(arguments[0], of: "startNode").start
            return .node(try current(start, in: context))
        },
        .strict("endNode", 1...1) {
            (arguments, context) throws(EvaluationError) in
            let end = try relationship(arguments[0], of: "endNode").end
            return .node(try current(end, in: context))
        },
        .strict("length", 1...1) { (arguments, _) throws(EvaluationError) in
            .integer(Int64(try path(arguments[0], of: "length").relationships.count))
        },
        .strict("nodes", 1...1) { (arguments, _) throws(EvaluationError) in
            .list(try path(arguments[0], of: "nodes").nodes.map(Value.node))
        },
        .strict("relationships", 1...1) {
            (arguments, _) throws(EvaluationError) in
            .list(try path(arguments[0], of: "relationships").relationships.map(Value.relationship))
        },
    ]

    private static func identifier(
        _ value: Value, of function: String
    ) throws(EvaluationError) -> Int64 {
        switch value {
        case .node(let node): return Int64(node.id.rawValue)
        case .relationship(let relationship): return Int64(relationship.id.rawValue)
        default: throw .element(value, of: function, expecting: "a node or a relationship")
        }
    }

    private static func relationship(
        _ value: Value, of function: String
    ) throws(EvaluationError) -> Relationship {
        guard case .relationship(let relationship) = value else {
            throw .element(value, of: function, expecting: "a relationship")
        }
        return relationship
    }

    private static func path(
        _ value: Value, of function: String
    ) throws(EvaluationError) -> Path {
        guard case .path(let path) = value else {
            throw .element(value, of: function, expecting: "a path")
        }
        return path
    }

    private static func properties(
        _ value: Value, of function: String, in context: FunctionContext
    ) throws(EvaluationError) -> [String: Value] {
        switch value {
        case .map(let entries): return entries
        case .node(let node): return try current(node.id, in: context).properties
        case .relationship(let relationship):
            return try current(relationship.id, in: context).properties
        default:
            throw .element(value, of: function, expecting: "a node, a relationship or a map")
        }
    }

    private static func current(
        _ id: NodeID, in context: FunctionContext
    ) throws(EvaluationError) -> Node {
        let node: Node?
        do { node = try context.graph.node(id) } catch { throw .reading(error) }
        guard let node else { throw .deleted("node") }
        return node
    }

    private static func current(
        _ id: RelationshipID, in context: FunctionContext
    ) throws(EvaluationError) -> Relationship {
        let relationship: Relationship?
        do { relationship = try context.graph.relationship(id) } catch { throw .reading(error) }
        guard let relationship else { throw .deleted("relationship") }
        return relationship
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func element(
        _ value: Value, of function: String, expecting expected: String
    ) -> EvaluationError {
        .argument(value, of: function, expecting: expected, detail: "InvalidArgumentValue")
    }

    fileprivate static func deleted(_ kind: String) -> EvaluationError {
        EvaluationError(
            kind: .entityNotFound, detail: "DeletedEntityAccess",
            message: "this \(kind) has been deleted in the same statement")
    }
}
