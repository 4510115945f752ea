extension SyntaxPrinter {
    static func text(of subquery: SubquerySyntax) -> String {
        let content =
            switch subquery.content {
            case .pattern(let patterns, let condition):
                joined(patterns.map { text(of: $0) }) + self.condition(condition)
            case .query(let query): text(of: query)
            }
        return "\(subquery.kind.rawValue) { \(content) }"
    }

    static func text(of call: SubqueryCallSyntax) -> String {
        let imports =
            switch call.imports {
            case .byWith: ""
            case .all: "(*) "
            case .names(let names): "(" + joined(names.map(name)) + ") "
            }
        return (call.isOptional ? "OPTIONAL CALL " : "CALL ") + imports
            + "{ \(text(of: call.query)) }"
    }

    static func text(of forEach: ForEachSyntax) -> String {
        "FOREACH (\(name(forEach.variable)) IN \(text(of: forEach.list)) | "
            + forEach.clauses.map { text(of: $0) }.joined(separator: " ") + ")"
    }
}
