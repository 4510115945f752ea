import Diagnostics

/// Which labels a node, or which type a relationship, must have: `A&(B|!C)`.
public indirect enum LabelExpressionSyntax: Hashable, Sendable {
    /// `Person`
    case name(NameSyntax)
    /// `%`: any label at all
    case wildcard(SourceSpan)
    /// `!A`
    case not(LabelExpressionSyntax, SourceSpan)
    /// `A&B`, and of nodes `A:B`
    case and([LabelExpressionSyntax])
    /// `A|B`, and of relationships `A|:B`
    case or([LabelExpressionSyntax])
}

extension LabelExpressionSyntax {
    /// From the first byte to the last.
    public var span: SourceSpan {
        switch self {
        case .name(let name): name.span
        case .wildcard(let span), .not(_, let span): span
        case .and(let parts), .or(let parts):
            parts.dropFirst().reduce(parts[0].span) { $0.union($1.span) }
        }
    }

    /// The names, where all of them must hold and nothing else is said.
    public var conjunction: [NameSyntax]? {
        switch self {
        case .name(let name): [name]
        case .and(let parts): Self.names(parts)
        case .wildcard, .not, .or: nil
        }
    }

    /// The names, where one of them must hold and nothing else is said.
    public var disjunction: [NameSyntax]? {
        switch self {
        case .name(let name): [name]
        case .or(let parts): Self.names(parts)
        case .wildcard, .not, .and: nil
        }
    }

    private static func names(_ parts: [LabelExpressionSyntax]) -> [NameSyntax]? {
        let names = parts.compactMap { if case .name(let name) = $0 { name } else { nil } }
        return names.count == parts.count ? names : nil
    }
}
