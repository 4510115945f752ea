extension SyntaxPrinter {
    public static func text(of statement: StatementSyntax) -> String {
        switch statement.mode {
        case .run: text(of: statement.query)
        case .explain: "EXPLAIN " + text(of: statement.query)
        case .profile: "PROFILE " + text(of: statement.query)
        }
    }

    public static func text(of query: QuerySyntax) -> String {
        var text = query.clauses.map { self.text(of: $0) }.joined(separator: " ")
        for union in query.unions {
            text += union.keepsDuplicates ? " UNION ALL " : " UNION "
            text += union.clauses.map { self.text(of: $0) }.joined(separator: " ")
        }
        for next in query.next { text += " NEXT " + self.text(of: next) }
        return text
    }

    public static func text(of clause: ClauseSyntax) -> String {
        switch clause.kind {
        case .match(let match):
            (match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
                + (match.repeatsElements ? "REPEATABLE ELEMENTS " : "")
                + joined(match.paths.map { text(of: $0) }) + condition(match.condition)
        case .unwind(let list, let variable, nil): "UNWIND \(text(of: list)) AS \(name(variable))"
        case .unwind(let list, let variable, let index?):
            "FOR \(name(variable)) IN \(text(of: list)) WITH "
                + (index.isOrdinal ? "ORDINALITY " : "OFFSET ") + name(index.variable)
        case .filter(let condition): "FILTER " + text(of: condition)
        case .assign(let items):
            "LET " + joined(items.map { name($0.variable) + " = " + text(of: $0.value) })
        case .finish: "FINISH"
        case .with(let projection, let condition):
            "WITH " + text(of: projection) + self.condition(condition)
        case .returning(let projection): "RETURN " + text(of: projection)
        case .create(let patterns): "CREATE " + joined(patterns.map { text(of: $0) })
        case .merge(let pattern, let onCreate, let onMatch):
            "MERGE " + text(of: pattern) + action("CREATE", onCreate) + action("MATCH", onMatch)
        case .set(let items): "SET " + joined(items.map { text(of: $0) })
        case .remove(let items): "REMOVE " + joined(items.map { text(of: $0) })
        case .delete(let isDetaching, let victims):
            (isDetaching ? "DETACH DELETE " : "DELETE ") + joined(victims.map { text(of: $0) })
        case .call(let call): text(of: call)
        case .subquery(let call): text(of: call)
        case .forEach(let forEach): text(of: forEach)
        }
    }

    private static func action(_ event: String, _ items: [SetItemSyntax]) -> String {
        items.isEmpty ? "" : " ON \(event) SET " + joined(items.map { text(of: $0) })
    }

    private static func text(of projection: ProjectionSyntax) -> String {
        let items = projection.items.map { item in
            self.text(of: item.expression) + (item.alias.map { " AS " + name($0) } ?? "")
        }
        var text = projection.isDistinct ? "DISTINCT " : ""
        text += joined((projection.includesAll ? ["*"] : []) + items)
        if !projection.order.isEmpty {
            let order = projection.order.map {
                self.text(of: $0.expression) + ($0.isDescending ? " DESC" : "")
            }
            text += " ORDER BY " + joined(order)
        }
        text += projection.skip.map { " SKIP " + self.text(of: $0) } ?? ""
        return text + (projection.limit.map { " LIMIT " + self.text(of: $0) } ?? "")
    }

    private static func text(of item: SetItemSyntax) -> String {
        switch item {
        case .property(let base, let key, let value):
            text(of: ExpressionSyntax.property(base, key: key)) + " = " + text(of: value)
        case .replace(let variable, let value): name(variable) + " = " + text(of: value)
        case .merge(let variable, let value): name(variable) + " += " + text(of: value)
        case .labels(let variable, let labels): name(variable) + self.labels(labels)
        }
    }

    private static func text(of item: RemoveItemSyntax) -> String {
        switch item {
        case .property(let base, let key): text(of: ExpressionSyntax.property(base, key: key))
        case .labels(let variable, let labels): name(variable) + self.labels(labels)
        }
    }

    private static func text(of call: ProcedureCallSyntax) -> String {
        var text = "CALL " + functionName(call.name)
        if let arguments = call.arguments {
            text += "(" + joined(arguments.map { self.text(of: $0) }) + ")"
        }
        switch call.yield {
        case .nothing: return text
        case .all: return text + " YIELD *"
        case .items(let items, let condition):
            let fields = items.map { name($0.field) + ($0.alias.map { " AS " + name($0) } ?? "") }
            return text + " YIELD " + joined(fields) + self.condition(condition)
        }
    }
}
