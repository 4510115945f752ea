extension SyntaxPrinter {
    public static func text(of pattern: PathPatternSyntax) -> String {
        var text = pattern.nodes.first.map(node) ?? ""
        for (relationship, node) in zip(pattern.relationships, pattern.nodes.dropFirst()) {
            text += self.relationship(relationship) + self.node(node)
        }
        if let condition = pattern.condition { text = "(\(text)\(self.condition(condition)))" }
        if let shortest = pattern.shortest { text = "\(shortest.rawValue)(\(text))" }
        if let search = pattern.search { text = self.text(of: search) + " " + text }
        return (pattern.variable.map { name($0) + " = " } ?? "") + text
    }

    private static func node(_ node: NodePatternSyntax) -> String {
        "(" + (node.variable.map(name) ?? "") + (node.labels.map { ":" + text(of: $0) } ?? "")
            + (node.properties.map { " " + text(of: $0) } ?? "") + condition(node.condition) + ")"
    }

    private static func text(of search: PathSearchSyntax) -> String {
        let mode = search.mode.map { " " + $0.rawValue.uppercased() } ?? ""
        return switch search.selector {
        case .all: "ALL" + mode
        case .any(let count): "ANY \(count)" + mode
        case .shortest(let count): "SHORTEST \(count)" + mode
        case .shortestGroups(let count): "SHORTEST \(count)" + mode + " GROUPS"
        }
    }

    private static func text(of group: QuantifiedGroupSyntax) -> String {
        let maximum = group.maximum.map { "\($0)" } ?? ""
        return "(" + text(of: group.path) + condition(group.condition)
            + "){\(group.minimum),\(maximum)}"
    }

    private static func relationship(_ pattern: RelationshipPatternSyntax) -> String {
        if let group = pattern.group { return text(of: group) }
        var detail = pattern.variable.map(name) ?? ""
        if let types = pattern.types { detail += ":" + text(of: types) }
        if let length = pattern.length { detail += text(of: length) }
        if let properties = pattern.properties { detail += " " + text(of: properties) }
        detail += condition(pattern.condition)
        let left = pattern.arrow == .left ? "<-" : "-"
        let right = pattern.arrow == .right ? "->" : "-"
        return left + "[" + detail + "]" + right
    }

    private static func text(of length: RelationshipPatternSyntax.Length) -> String {
        let minimum = length.minimum.map { "\($0)" } ?? ""
        let maximum = length.maximum.map { "\($0)" } ?? ""
        if minimum.isEmpty, maximum.isEmpty { return "*" }
        return "*\(minimum)..\(maximum)"
    }
}
