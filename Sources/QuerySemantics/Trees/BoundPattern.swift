import Diagnostics
import GraphModel

/// The paths of one `MATCH`, `CREATE` or `MERGE`.
public struct BoundPattern: Hashable, Sendable {
    public var paths: [BoundPath]
    /// The variables that the pattern brings, hidden ones too.
    public var introduced: [BoundVariable]
}

/// `p = (a)-[r]->(b)`; always one node more than relationships.
public struct BoundPath: Hashable, Sendable {
    public enum Shortest: Hashable, Sendable {
        case one, all
    }

    public var variable: BoundVariable?
    public var shortest: Shortest?
    public var nodes: [BoundNodePattern]
    public var relationships: [BoundRelationshipPattern]
    public var span: SourceSpan
}

/// `(n:Label {key: value})`
public struct BoundNodePattern: Hashable, Sendable {
    public var variable: BoundVariable
    public var labels: [String]
    public var properties: BoundProperties
    /// What no list of labels can say, and `WHERE`: `(n:A|B WHERE n.x > 1)`.
    public var restrictions: [BoundExpression] = []
    public var span: SourceSpan
}

/// `-[r:T1|T2*1..3 {key: value}]->`
public struct BoundRelationshipPattern: Hashable, Sendable {
    /// How many relationships a path has: `*1..3`.
    public struct Length: Hashable, Sendable {
        public var minimum: Int
        public var maximum: Int?
    }

    public var variable: BoundVariable
    public var direction: Direction
    public var types: RelationshipTypeSet
    /// Nil for exactly one.
    public var length: Length?
    public var properties: BoundProperties
    /// `-[r WHERE r.x > 1]->`, of a single relationship.
    public var condition: BoundExpression?
    public var span: SourceSpan
}

/// `{key: value}` or, where something is created, `$map`.
public enum BoundProperties: Hashable, Sendable {
    case entries([BoundEntry])
    case parameter(String, SourceSpan)

    /// The entries that are known beforehand.
    public var entries: [BoundEntry] {
        switch self {
        case .entries(let entries): entries
        case .parameter: []
        }
    }
}
