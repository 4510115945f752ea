import Diagnostics

/// `p = (a)-[r:T]->(b)`: nodes with relationships between them; always one node more.
public struct PathPatternSyntax: Hashable, Sendable {
    public enum Shortest: String, Hashable, Sendable {
        case one = "shortestPath"
        case all = "allShortestPaths"
    }

    public var variable: NameSyntax?
    /// `ANY SHORTEST ACYCLIC PATHS`
    public var search: PathSearchSyntax?
    /// `shortestPath((a)-[*]-(b))`
    public var shortest: Shortest?
    public var nodes: [NodePatternSyntax]
    public var relationships: [RelationshipPatternSyntax]
    /// `((a)-->(b) WHERE a.x = b.x)`
    public var condition: ExpressionSyntax?
    public var span: SourceSpan
}

/// `(n:Label {key: value} WHERE n.x > 1)`
public struct NodePatternSyntax: Hashable, Sendable {
    public var variable: NameSyntax?
    public var labels: LabelExpressionSyntax?
    /// A map or a parameter.
    public var properties: ExpressionSyntax?
    public var condition: ExpressionSyntax?
    public var span: SourceSpan
}

/// `((a)-[r]->(b) WHERE a.x < b.x){1,3}`
public struct QuantifiedGroupSyntax: Hashable, Sendable {
    public var path: PathPatternSyntax
    public var condition: ExpressionSyntax?
    public var minimum: Int64
    /// Nil for any number.
    public var maximum: Int64?
    public var span: SourceSpan
}

/// Which paths of a pattern are meant.
public struct PathSearchSyntax: Hashable, Sendable {
    public enum Selector: Hashable, Sendable {
        case all
        /// `ANY 3`
        case any(Int64)
        /// `SHORTEST 3`, `ANY SHORTEST`
        case shortest(Int64)
        /// `SHORTEST 3 GROUPS`, `ALL SHORTEST`
        case shortestGroups(Int64)
    }

    public enum Mode: String, CaseIterable, Hashable, Sendable {
        case walk, trail, simple, acyclic
    }

    public var selector: Selector
    public var mode: Mode?
    public var span: SourceSpan
}

/// `-[r:T1|T2*1..3 {key: value} WHERE r.x > 1]->`
public struct RelationshipPatternSyntax: Hashable, Sendable {
    public enum Arrow: Hashable, Sendable {
        /// `-->`
        case right
        /// `<--`
        case left
        /// `--` or `<-->`
        case either
    }

    /// `*`, `*2`, `*1..3`, `*..3`: how many relationships; nil where nothing is written.
    public struct Length: Hashable, Sendable {
        public var minimum: Int64?
        public var maximum: Int64?
        public var span: SourceSpan
    }

    public var arrow: Arrow
    public var variable: NameSyntax?
    public var types: LabelExpressionSyntax?
    /// A part of the path that is repeated stands in place of a relationship.
    public var group: QuantifiedGroupSyntax?
    public var length: Length?
    /// A map or a parameter.
    public var properties: ExpressionSyntax?
    public var condition: ExpressionSyntax?
    public var span: SourceSpan
}
