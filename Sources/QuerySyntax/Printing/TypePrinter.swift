extension SyntaxPrinter {
    static func text(of labels: LabelExpressionSyntax) -> String {
        switch labels {
        case .name(let name): self.name(name)
        case .wildcard: "%"
        case .not(let inner, _): "!" + factor(inner)
        case .and(let parts): parts.map(factor).joined(separator: "&")
        case .or(let parts):
            parts.map { if case .and = $0 { text(of: $0) } else { factor($0) } }
                .joined(separator: "|")
        }
    }

    /// In brackets where it joins several.
    private static func factor(_ labels: LabelExpressionSyntax) -> String {
        switch labels {
        case .and, .or: "(" + text(of: labels) + ")"
        case .name, .wildcard, .not: text(of: labels)
        }
    }

    static func text(of type: ValueTypeSyntax) -> String {
        type.members.map { member in
            let kind =
                switch member.kind {
                case .named(let name): name.rawValue
                case .list(let element): "LIST<\(text(of: element))>"
                }
            return kind + (member.excludesNull ? " NOT NULL" : "")
        }.joined(separator: " | ")
    }
}
