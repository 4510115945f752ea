import Diagnostics
import GraphModel
import QuerySemantics

public typealias PhysicalUnaryOperator = BoundUnaryOperator
public typealias PhysicalBinaryOperator = BoundBinaryOperator
public typealias PhysicalLogicalOperator = BoundLogicalOperator
public typealias PhysicalComparisonOperator = BoundComparisonOperator
public typealias PhysicalValueType = ValueType
public typealias PhysicalQuantifierKind = BoundQuantifierKind
/// What is known of a procedure by name.
public typealias CallSignature = ProcedureSignature

/// An expression over the columns of a batch: variables are places. What may fail at a run knows
/// where it stands in the source.
public indirect enum PhysicalExpression: Sendable {
    case constant(Value)
    case parameter(String)
    /// The value in a column.
    case column(Int)
    /// A variable of an enclosing comprehension, counted from the outermost.
    case local(Int)
    /// A property of the node or relationship in a column: fetched for the whole batch.
    case columnProperty(Int, key: String)
    case property(PhysicalExpression, key: String, SourceSpan)
    case list([PhysicalExpression])
    case map([(key: String, value: PhysicalExpression)])
    case element(PhysicalExpression, index: PhysicalExpression, SourceSpan)
    case slice(PhysicalExpression, from: PhysicalExpression?, to: PhysicalExpression?, SourceSpan)
    case hasLabels(PhysicalExpression, [String])
    case unary(PhysicalUnaryOperator, PhysicalExpression, SourceSpan)
    case binary(PhysicalBinaryOperator, PhysicalExpression, PhysicalExpression, SourceSpan)
    case logical(PhysicalLogicalOperator, [PhysicalExpression])
    case comparison(
        PhysicalExpression, [(comparison: PhysicalComparisonOperator, right: PhysicalExpression)])
    case nullTest(PhysicalExpression, isNegated: Bool)
    case call(String, [PhysicalExpression], SourceSpan)
    case choice(PhysicalCase)
    case listComprehension(PhysicalComprehension)
    case quantifier(PhysicalQuantifierKind, PhysicalComprehension)
    case reduction(PhysicalReduction)
    case typeTest(PhysicalExpression, PhysicalValueType, isNegated: Bool)
    case subquery(PhysicalSubquery)
}

/// `CASE`
public struct PhysicalCase: Sendable {
    public enum Test: Sendable {
        /// The subject equals this.
        case equal(PhysicalExpression)
        /// The subject is the local of the level at which the whole stands.
        case condition(PhysicalExpression)
    }

    public var subject: PhysicalExpression?
    public var alternatives: [(tests: [Test], result: PhysicalExpression)]
    public var otherwise: PhysicalExpression?
}

/// The variable is the local of the level at which the comprehension stands.
public struct PhysicalComprehension: Sendable {
    public var list: PhysicalExpression
    public var condition: PhysicalExpression?
    public var result: PhysicalExpression?
}

/// The accumulator and the variable are the locals of the level at which it stands and the next.
public struct PhysicalReduction: Sendable {
    public var initial: PhysicalExpression
    public var list: PhysicalExpression
    public var result: PhysicalExpression
}

/// A plan that is run within an expression.
public struct PhysicalSubquery: Sendable {
    public enum Kind: Sendable {
        case exists
        case count
        /// The list of an expression over the plan's rows.
        case collect(PhysicalExpression)
    }

    public var kind: Kind
    public var plan: PhysicalPlan
    /// What the plan's argument gets from the row, in order.
    public var arguments: [PhysicalExpression]
    /// Where the plan's rows say which row they belong to; nil where it must be run row by row.
    public var rowColumn: Int?
    /// Among the subqueries of a statement.
    public var number: Int
}
