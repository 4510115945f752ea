import Diagnostics

/// One statement: what stands before a semicolon.
public struct StatementSyntax: Hashable, Sendable {
    public enum Mode: Hashable, Sendable {
        case run
        /// `EXPLAIN`: show the plan, do not run it.
        case explain
        /// `PROFILE`: run it, and show the plan with what each operator did.
        case profile
    }

    public var mode: Mode
    public var query: QuerySyntax
    public var span: SourceSpan
}

/// `part UNION part UNION ALL part`
public struct QuerySyntax: Hashable, Sendable {
    public struct Union: Hashable, Sendable {
        public var keepsDuplicates: Bool
        public var clauses: [ClauseSyntax]
        public var span: SourceSpan
    }

    public var clauses: [ClauseSyntax]
    public var unions: [Union]
    /// `NEXT …`: queries that each go on with the rows of the one before.
    public var next: [QuerySyntax] = []
}

/// A clause, with the span of the whole of it.
public struct ClauseSyntax: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// `OPTIONAL MATCH (a)-->(b) WHERE p`
        case match(MatchSyntax)
        /// `UNWIND list AS x`, `FOR x IN list WITH OFFSET i`
        case unwind(ExpressionSyntax, NameSyntax, index: UnwindIndexSyntax?)
        /// `FILTER p`
        case filter(ExpressionSyntax)
        /// `LET x = 1, y = x + 1`
        case assign([AssignmentSyntax])
        /// `FINISH`
        case finish
        /// `WITH a, b AS c WHERE p`
        case with(ProjectionSyntax, condition: ExpressionSyntax?)
        /// `RETURN DISTINCT a ORDER BY b SKIP 1 LIMIT 2`
        case returning(ProjectionSyntax)
        /// `CREATE (a)-[:T]->(b)`
        case create([PathPatternSyntax])
        /// `MERGE (a) ON CREATE SET a.x = 1 ON MATCH SET a.y = 2`
        case merge(PathPatternSyntax, onCreate: [SetItemSyntax], onMatch: [SetItemSyntax])
        /// `SET n.x = 1, n:Label`
        case set([SetItemSyntax])
        /// `REMOVE n.x, n:Label`
        case remove([RemoveItemSyntax])
        /// `DETACH DELETE n`
        case delete(isDetaching: Bool, [ExpressionSyntax])
        /// `CALL p(a) YIELD x AS y WHERE p`
        case call(ProcedureCallSyntax)
        /// `CALL (x) { … }`
        case subquery(SubqueryCallSyntax)
        /// `FOREACH (x IN list | CREATE …)`
        case forEach(ForEachSyntax)
    }

    public var kind: Kind
    public var span: SourceSpan
}

/// `OPTIONAL MATCH REPEATABLE ELEMENTS (a)-->(b) WHERE p`
public struct MatchSyntax: Hashable, Sendable {
    public var isOptional: Bool
    /// `REPEATABLE ELEMENTS`: one relationship may be met more than once.
    public var repeatsElements: Bool
    public var paths: [PathPatternSyntax]
    public var condition: ExpressionSyntax?
}

/// `WITH ORDINALITY i`, `WITH OFFSET i`: the element's place, counted from 1 or from 0.
public struct UnwindIndexSyntax: Hashable, Sendable {
    public var variable: NameSyntax
    public var isOrdinal: Bool
}

/// `x = 1` in a `LET`.
public struct AssignmentSyntax: Hashable, Sendable {
    public var variable: NameSyntax
    public var value: ExpressionSyntax
}

/// What `WITH` and `RETURN` share.
public struct ProjectionSyntax: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public var expression: ExpressionSyntax
        public var alias: NameSyntax?
        /// Of the expression as written, brackets included: an unnamed column bears this text.
        public var span: SourceSpan
    }

    public struct SortItem: Hashable, Sendable {
        public var expression: ExpressionSyntax
        public var isDescending: Bool
    }

    public var isDistinct: Bool
    /// `*` before any further items.
    public var includesAll: Bool
    public var items: [Item]
    public var order: [SortItem]
    public var skip: ExpressionSyntax?
    public var limit: ExpressionSyntax?
}

public enum SetItemSyntax: Hashable, Sendable {
    /// `n.key = value`
    case property(ExpressionSyntax, key: NameSyntax, value: ExpressionSyntax)
    /// `n = map`
    case replace(NameSyntax, ExpressionSyntax)
    /// `n += map`
    case merge(NameSyntax, ExpressionSyntax)
    /// `n:Label1:Label2`
    case labels(NameSyntax, [NameSyntax])
}

public enum RemoveItemSyntax: Hashable, Sendable {
    /// `n.key`
    case property(ExpressionSyntax, key: NameSyntax)
    /// `n:Label1:Label2`
    case labels(NameSyntax, [NameSyntax])
}

public struct ProcedureCallSyntax: Hashable, Sendable {
    public struct YieldItem: Hashable, Sendable {
        public var field: NameSyntax
        public var alias: NameSyntax?
    }

    public enum Yield: Hashable, Sendable {
        /// No `YIELD`.
        case nothing
        /// `YIELD *`
        case all
        case items([YieldItem], condition: ExpressionSyntax?)
    }

    /// Namespaces and the procedure's own name, joined by points.
    public var name: NameSyntax
    /// Nil where no brackets are written: the arguments are then parameters of the same names.
    public var arguments: [ExpressionSyntax]?
    public var yield: Yield
}
