import GraphModel
import QuerySemantics

/// A plan ready to be run: an operator, its inputs, and its words for `EXPLAIN`.
public struct PhysicalPlan: Sendable {
    /// Among the operators of a statement.
    public var id: Int
    public var title: String
    public var detail: String
    public var operation: PhysicalOperation
}

public typealias PhysicalPathMode = BoundPath.Mode
public typealias PhysicalSelection = BoundPath.Selection
public typealias PhysicalTypeSet = RelationshipTypeSet

/// What an operator does. Columns are places in the input's rows; new columns are appended.
public indirect enum PhysicalOperation: Sendable {
    case unit
    case argument
    case scan(PhysicalPlan, PhysicalNodeSource)
    case expand(PhysicalPlan, PhysicalExpand)
    /// Follows repetitions of `inner` from a column.
    case `repeat`(PhysicalPlan, inner: PhysicalPlan, PhysicalRepeat)
    /// Of the rows of `inner` the shortest paths for each row and pair of ends.
    case select(PhysicalPlan, inner: PhysicalPlan, PhysicalSelect)
    /// Both ends of the relationship in a column.
    case ends(PhysicalPlan, PhysicalEnds)
    case shortest(PhysicalPlan, PhysicalShortest)
    /// Appends the path through nodes and relationships in columns.
    case path(PhysicalPlan, start: Int, relationships: [Int], PhysicalPathMode)
    case filter(PhysicalPlan, [PhysicalExpression])
    case extend(PhysicalPlan, [PhysicalExpression])
    case keep(PhysicalPlan, [Int])
    case aggregate(PhysicalPlan, keys: [PhysicalExpression], [PhysicalAggregate])
    case distinct(PhysicalPlan)
    case sort(PhysicalPlan, [PhysicalSortKey], limit: PhysicalExpression?)
    case slice(PhysicalPlan, skip: PhysicalExpression?, limit: PhysicalExpression?)
    /// With a base also the element's place, counted from there.
    case unwind(PhysicalPlan, PhysicalExpression, indexBase: Int64?)
    /// Appends columns of the argument's only row.
    case recall(PhysicalPlan, [Int])
    /// `inner` runs for each row, whose columns are its argument.
    case subquery(PhysicalPlan, inner: PhysicalPlan, PhysicalSubqueryCall)
    /// `inner` runs over the input's rows with their number as one further column.
    case optional(PhysicalPlan, inner: PhysicalPlan, row: Int, introduced: [Int])
    case union([PhysicalPlan])
    case call(PhysicalPlan, PhysicalCall)
    case create(PhysicalPlan, [PhysicalCreateStep])
    case merge(PhysicalPlan, PhysicalMerge)
    case set(PhysicalPlan, [PhysicalSetItem])
    case delete(PhysicalPlan, isDetaching: Bool, [PhysicalExpression])
}

/// Appends the columns of a query that is run for each row.
public struct PhysicalSubqueryCall: Sendable {
    /// The columns that it gets.
    public var arguments: [Int]
    /// How many columns it gives.
    public var outputs: Int
    /// Each row passes once, whatever the query gives.
    public var isUnit: Bool
    /// A row for which it gives nothing passes with nulls.
    public var isOptional: Bool
    public var isWriting: Bool
}

public enum PhysicalNodeSource: Sendable {
    case all
    case label(String)
    /// Nodes that have one of these.
    case labels([String])
    case property(label: String?, key: String, PhysicalExpression)
}

/// Follows relationships from a column; appends the relationship, and the node reached unless that
/// is bound already.
public struct PhysicalExpand: Sendable {
    public var from: Int
    /// Where the node that must be reached stands.
    public var boundTo: Int?
    public var direction: Direction
    public var types: PhysicalTypeSet
    /// Nil for exactly one relationship.
    public var length: Length?
    /// A variable length may meet a relationship more than once.
    public var allowsRepeats: Bool
    /// The list of a variable length is given from its other end.
    public var isReversed: Bool
    /// Of each relationship of a variable length.
    public var properties: [(key: String, value: PhysicalExpression)]
    /// Columns with relationships, or lists of them, that must not be met again.
    public var distinctFrom: [Int]

    public struct Length: Sendable {
        public var minimum: Int
        public var maximum: Int?
    }
}

/// Follows a part of a pattern again and again; appends the list of its relationships, a list for
/// each variable within it, and the node reached unless that is bound already.
public struct PhysicalRepeat: Sendable {
    public var from: Int
    /// Where the node that must be reached stands.
    public var boundTo: Int?
    public var length: PhysicalExpand.Length
    /// The part is followed from its last node to its first.
    public var isReversed: Bool
    /// The columns that one repetition gets; behind them come the node where it begins, and the
    /// number of its row.
    public var arguments: [Int]
    /// Columns of what one repetition gives: that number, the node where it ends, its relationships
    /// and the elements whose lists are wanted.
    public var row: Int
    public var end: Int
    public var relationships: [Int]
    public var exports: [Int]
    /// Columns with relationships, or lists of them, that must not be met again.
    public var distinctFrom: [Int]
    public var allowsRepeats: Bool
    /// Only the shortest paths between two nodes.
    public var selection: PhysicalSelection?
}

/// Groups the rows of a match by the row they belong to and the ends of the path.
public struct PhysicalSelect: Sendable {
    public var row: Int
    public var start: Int
    public var end: Int
    /// By how many there are in them, a path is as long.
    public var relationships: [Int]
    public var introduced: [Int]
    public var selection: PhysicalSelection
}

/// Appends the ends that are not bound already.
public struct PhysicalEnds: Sendable {
    public var relationship: Int
    public var boundFrom: Int?
    public var boundTo: Int?
    /// Both ends are one variable.
    public var isLoop: Bool
    public var direction: Direction
    public var types: PhysicalTypeSet
    public var distinctFrom: [Int]
}

/// Appends the relationships, and the path if it is named.
public struct PhysicalShortest: Sendable {
    public var from: Int
    public var to: Int
    public var direction: Direction
    public var types: PhysicalTypeSet
    public var minimum: Int
    public var maximum: Int?
    public var givesAll: Bool
    /// A single relationship, not a list of them.
    public var isSingle: Bool
    public var givesPath: Bool
    public var properties: [(key: String, value: PhysicalExpression)]
}

public struct PhysicalAggregate: Sendable {
    /// In lower case.
    public var function: String
    /// Empty for `count(*)`.
    public var arguments: [PhysicalExpression]
    public var isDistinct: Bool
}

public struct PhysicalSortKey: Sendable {
    public var expression: PhysicalExpression
    public var isDescending: Bool
}

public struct PhysicalCall: Sendable {
    public var procedure: String
    public var arguments: [PhysicalExpression]
    /// Which of the procedure's outputs are appended.
    public var outputs: [Int]
    public var isVoid: Bool
}

/// `{key: value}` or a map as a whole.
public enum PhysicalProperties: Sendable {
    case entries([(key: String, value: PhysicalExpression)])
    case map(PhysicalExpression)
}

/// Appends one column.
public enum PhysicalCreateStep: Sendable {
    case node(labels: [String], PhysicalProperties)
    case relationship(String, from: Int, to: Int, PhysicalProperties)
    case path(start: Int, relationships: [Int])
}

public struct PhysicalMerge: Sendable {
    public var search: PhysicalPlan
    public var steps: [PhysicalCreateStep]
    public var onCreate: [PhysicalSetItem]
    public var onMatch: [PhysicalSetItem]
    /// The properties of the pattern, which must not be null.
    public var required: [(key: String, value: PhysicalExpression)]
}

/// What `SET` and `REMOVE` change.
public enum PhysicalSetItem: Sendable {
    case property(PhysicalExpression, key: String, value: PhysicalExpression)
    case replace(Int, PhysicalExpression)
    case merge(Int, PhysicalExpression)
    case addLabels(Int, [String])
    case removeLabels(Int, [String])
}
