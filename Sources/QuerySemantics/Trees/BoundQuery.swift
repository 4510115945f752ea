import Diagnostics
import GraphModel

/// A statement that has no fault and is ready to be planned.
public struct BoundStatement: Hashable, Sendable {
    public enum Mode: Hashable, Sendable {
        case run, explain, profile
    }

    public var mode: Mode
    public var query: BoundQuery
    /// Whether it may change the graph.
    public var isWriting: Bool
    /// Labels, types and keys that it names, for the warning about unknown ones.
    public var mentions: [SchemaMention]
    /// What was hardly meant.
    public var warnings: [Diagnostic] = []
    /// How many variable ids are taken; planning takes further ones from here.
    public var variableCount: Int
}

/// A name of the schema that a query reads.
public struct SchemaMention: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case label
        case relationshipType = "relationship type"
        case propertyKey = "property"
    }

    public var kind: Kind
    public var name: String
    public var span: SourceSpan
}

/// `part UNION part`
public struct BoundQuery: Hashable, Sendable {
    public var parts: [BoundSingleQuery]
    /// `UNION ALL`
    public var keepsDuplicates: Bool
    /// `NEXT`: each goes on with the rows of the one before.
    public var next: [BoundQuery] = []
    /// What its own parts return; for a union variables of its own. Empty where they return nothing.
    public var ownColumns: [BoundVariable]

    /// The result's columns.
    public var columns: [BoundVariable] { next.last?.columns ?? ownColumns }
}

/// Clauses in order, and the variables that they return.
public struct BoundSingleQuery: Hashable, Sendable {
    public var clauses: [BoundClause]
    public var columns: [BoundVariable]
}

/// A clause. `WITH` and `RETURN` are both projections.
public indirect enum BoundClause: Hashable, Sendable {
    /// `OPTIONAL MATCH (a)-->(b) WHERE p`
    case match(isOptional: Bool, BoundPattern, condition: BoundExpression?)
    /// `UNWIND list AS x`, `FOR x IN list WITH OFFSET i`
    case unwind(BoundExpression, BoundVariable, index: BoundUnwindIndex?)
    /// `FILTER p`
    case filter(BoundExpression)
    /// `LET x = 1`
    case assign(BoundProjection.Item)
    /// Puts back what a projection in a subquery has dropped of the enclosing query's variables.
    case recall([BoundVariable])
    /// `WITH a, b AS c WHERE p`, `RETURN a`
    case project(BoundProjection)
    /// `CREATE (a)-[:T]->(b)`
    case create(BoundPattern)
    /// `MERGE (a) ON CREATE SET a.x = 1 ON MATCH SET a.y = 2`
    case merge(BoundPattern, onCreate: [BoundSetItem], onMatch: [BoundSetItem])
    /// `SET n.x = 1, n:Label`
    case set([BoundSetItem])
    /// `REMOVE n.x, n:Label`
    case remove([BoundRemoveItem])
    /// `DETACH DELETE n`
    case delete(isDetaching: Bool, [BoundExpression])
    /// `CALL p(a) YIELD x`
    case call(BoundCall)
    /// `CALL (x) { … }`, `FOREACH (x IN list | …)`
    case subquery(BoundSubqueryCall)
}

/// The place of a list's element.
public struct BoundUnwindIndex: Hashable, Sendable {
    public var variable: BoundVariable
    /// Of the first element.
    public var base: Int64
}

/// A query that is run for each row.
public struct BoundSubqueryCall: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// `CALL { … RETURN x }`: a row for each of its rows.
        case rows
        /// `OPTIONAL CALL`: a row without any passes with nulls.
        case optionalRows
        /// Without `RETURN`: each row passes once.
        case unit
        /// `FOREACH`, once for each element.
        case forEach(BoundExpression, BoundVariable)
    }

    public var kind: Kind
    public var query: BoundQuery
    /// The variables that it may use.
    public var imports: [BoundVariable]
    public var isWriting: Bool
}

/// What `WITH` and `RETURN` do: aggregate, compute, order, cut, filter; in this order.
public struct BoundProjection: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public var variable: BoundVariable
        public var expression: BoundExpression
    }

    public struct Aggregate: Hashable, Sendable {
        public var variable: BoundVariable
        /// In lower case.
        public var function: String
        /// Empty for `count(*)`.
        public var arguments: [BoundExpression]
        public var isDistinct: Bool
        public var span: SourceSpan
    }

    public struct Grouping: Hashable, Sendable {
        public var keys: [Item]
        public var aggregates: [Aggregate]
    }

    public struct SortItem: Hashable, Sendable {
        public var expression: BoundExpression
        public var isDescending: Bool
    }

    /// Where there are aggregates.
    public var grouping: Grouping?
    /// Over the input's variables, or over the grouping's.
    public var items: [Item]
    public var isDistinct: Bool
    public var sort: [SortItem]
    public var skip: BoundExpression?
    public var limit: BoundExpression?
    public var condition: BoundExpression?
}

/// What `SET` changes.
public enum BoundSetItem: Hashable, Sendable {
    /// `n.key = value`
    case property(BoundExpression, key: String, value: BoundExpression, SourceSpan)
    /// `n = map`
    case replace(BoundVariable, BoundExpression, SourceSpan)
    /// `n += map`
    case merge(BoundVariable, BoundExpression, SourceSpan)
    /// `n:Label`
    case labels(BoundVariable, [String], SourceSpan)
}

/// What `REMOVE` takes away.
public enum BoundRemoveItem: Hashable, Sendable {
    /// `n.key`
    case property(BoundExpression, key: String, SourceSpan)
    /// `n:Label`
    case labels(BoundVariable, [String], SourceSpan)
}

/// `CALL p(a) YIELD x AS y`
public struct BoundCall: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        /// Index among the procedure's outputs.
        public var output: Int
        public var variable: BoundVariable
    }

    public var procedure: String
    public var arguments: [BoundExpression]
    public var fields: [Field]
    /// A procedure without outputs lets each row pass.
    public var isVoid: Bool
    public var condition: BoundExpression?
}
