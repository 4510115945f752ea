import Diagnostics
import GraphModel

/// The paths of one `MATCH`, `CREATE` or `MERGE`.
public struct BoundPattern: Hashable, Sendable {
    public var paths: [BoundPath]
    /// The variables that the pattern brings, hidden ones too.
    public var introduced: [BoundVariable]
    /// `REPEATABLE ELEMENTS`: one relationship may be met more than once.
    public var repeatsElements: Bool

    public init(
        paths: [BoundPath], introduced: [BoundVariable], repeatsElements: Bool = false
    ) {
        self.paths = paths
        self.introduced = introduced
        self.repeatsElements = repeatsElements
    }
}

/// `p = (a)-[r]->(b)`; always one node more than relationships.
public struct BoundPath: Hashable, Sendable {
    public enum Shortest: Hashable, Sendable {
        case one, all
    }

    /// What may not come twice on a path.
    public enum Mode: String, Hashable, Sendable {
        /// Anything may.
        case walk
        /// No relationship.
        case trail
        /// No node, but the first may be the last.
        case simple
        /// No node.
        case acyclic
    }

    /// For each pair of a first and a last node, the shortest paths between them.
    public struct Selection: Hashable, Sendable {
        public var count: Int
        /// Lengths are counted, and all paths of such a length are taken.
        public var isOfGroups: Bool
    }

    public var variable: BoundVariable?
    public var shortest: Shortest?
    public var selection: Selection?
    public var mode = Mode.walk
    /// `((a)-->(b) WHERE a.x = b.x)`
    public var condition: BoundExpression?
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
    /// What is repeated in place of a single relationship; `variable` then lists the relationships
    /// of all repetitions.
    public var group: BoundGroup?
    /// One relationship may be met more than once.
    public var allowsRepeats = false
    /// `-[r WHERE r.x > 1]->`, of a single relationship.
    public var condition: BoundExpression?
    public var span: SourceSpan
}

/// `((a)-[r]->(b) WHERE a.x < b.x){1,3}`
public struct BoundGroup: Hashable, Sendable {
    /// A variable of one repetition, and the list of what it was in all of them.
    public struct Export: Hashable, Sendable {
        public var single: BoundVariable
        public var list: BoundVariable
    }

    public var path: BoundPath
    public var introduced: [BoundVariable]
    public var condition: BoundExpression?
    public var exports: [Export]
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
