import Diagnostics

/// A query or a pattern in braces, as a value: `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`.
public struct SubquerySyntax: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// Whether there is a row.
        case exists = "EXISTS"
        /// How many rows there are.
        case count = "COUNT"
        /// The list of the only column's values.
        case collect = "COLLECT"
    }

    public enum Content: Hashable, Sendable {
        /// `(a)-->(b) WHERE p`
        case pattern([PathPatternSyntax], condition: ExpressionSyntax?)
        /// `MATCH … RETURN …`
        case query(QuerySyntax)
    }

    public var kind: Kind
    public var content: Content
    public var span: SourceSpan
}

/// `CALL { … }`, `OPTIONAL CALL (x, y) { … }`
public struct SubqueryCallSyntax: Hashable, Sendable {
    public enum Imports: Hashable, Sendable {
        /// `CALL { WITH x … }`: what the query's first `WITH` names.
        case byWith
        /// `CALL (x, y) { … }`
        case names([NameSyntax])
        /// `CALL (*) { … }`
        case all
    }

    public var isOptional: Bool
    public var imports: Imports
    public var query: QuerySyntax
}

/// `FOREACH (x IN list | CREATE …)`
public struct ForEachSyntax: Hashable, Sendable {
    public var variable: NameSyntax
    public var list: ExpressionSyntax
    public var clauses: [ClauseSyntax]
}
