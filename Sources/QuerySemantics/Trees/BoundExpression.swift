import Diagnostics
import GraphModel

/// An expression whose names are resolved. Each case shows its notation.
public indirect enum BoundExpression: Hashable, Sendable {
    /// `1`, `'text'`, `null`
    case constant(Value, SourceSpan)
    /// `$name`
    case parameter(String, SourceSpan)
    /// `n`
    case variable(BoundVariable, SourceSpan)
    /// `n.key`
    case property(BoundExpression, key: String, SourceSpan)
    /// `[a, b]`
    case list([BoundExpression], SourceSpan)
    /// `{key: value}`
    case map([BoundEntry], SourceSpan)
    /// `list[index]`
    case element(BoundExpression, index: BoundExpression, SourceSpan)
    /// `list[from..to]`
    case slice(BoundExpression, from: BoundExpression?, to: BoundExpression?, SourceSpan)
    /// `n:Label1:Label2`
    case hasLabels(BoundExpression, [String], SourceSpan)
    /// `-a`, `NOT a`
    case unary(BoundUnaryOperator, BoundExpression, SourceSpan)
    /// `a + b`
    case binary(BoundBinaryOperator, BoundExpression, BoundExpression, SourceSpan)
    /// `a AND b AND c`
    case logical(BoundLogicalOperator, [BoundExpression], SourceSpan)
    /// `a < b <= c`
    case comparison(BoundExpression, [BoundComparison], SourceSpan)
    /// `a IS NULL`
    case nullTest(BoundExpression, isNegated: Bool, SourceSpan)
    /// `f(a)`; aggregates stand in a projection's list instead
    case call(String, [BoundExpression], SourceSpan)
    /// `CASE a WHEN b THEN c ELSE d END`
    case choice(BoundCase, SourceSpan)
    /// `[x IN list WHERE p | e]`
    case listComprehension(BoundComprehension, SourceSpan)
    /// `all(x IN list WHERE p)`
    case quantifier(BoundQuantifierKind, BoundComprehension, SourceSpan)
    /// `reduce(sum = 0, x IN list | sum + x)`
    case reduction(BoundReduction, SourceSpan)
    /// `a IS :: INTEGER`
    case typeTest(BoundExpression, ValueType, isNegated: Bool, SourceSpan)
    /// `(a)-->(b)`, `EXISTS { … }`, `[(a)-->(b) | b.name]`
    case subquery(BoundSubquery, SourceSpan)
}

/// `key: value`
public struct BoundEntry: Hashable, Sendable {
    public var key: String
    public var value: BoundExpression

    public init(key: String, value: BoundExpression) {
        self.key = key
        self.value = value
    }
}

/// An operator of a chain of comparisons, with what stands on its right.
public struct BoundComparison: Hashable, Sendable {
    public var comparison: BoundComparisonOperator
    public var right: BoundExpression

    public init(_ comparison: BoundComparisonOperator, _ right: BoundExpression) {
        self.comparison = comparison
        self.right = right
    }
}

/// `CASE subject WHEN condition THEN result … ELSE otherwise END`
public struct BoundCase: Hashable, Sendable {
    public struct Alternative: Hashable, Sendable {
        /// One of them must hold.
        public var tests: [Test]
        public var result: BoundExpression
    }

    public enum Test: Hashable, Sendable {
        /// The subject equals this.
        case equal(BoundExpression)
        /// A condition, which may read the subject's variable.
        case condition(BoundExpression)

        public var expression: BoundExpression {
            switch self {
            case .equal(let expression), .condition(let expression): expression
            }
        }
    }

    public var subject: BoundExpression?
    /// Holds the subject's value for the tests.
    public var variable: BoundVariable?
    public var alternatives: [Alternative]
    public var otherwise: BoundExpression?
}

/// `variable IN list WHERE condition | result`
public struct BoundComprehension: Hashable, Sendable {
    public var variable: BoundVariable
    public var list: BoundExpression
    public var condition: BoundExpression?
    public var result: BoundExpression?
}

/// `reduce(accumulator = initial, variable IN list | result)`
public struct BoundReduction: Hashable, Sendable {
    public var accumulator: BoundVariable
    public var initial: BoundExpression
    public var variable: BoundVariable
    public var list: BoundExpression
    public var result: BoundExpression
}

/// A query within an expression, run for each row.
public struct BoundSubquery: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// True where there is at least one row.
        case exists
        /// How many rows there are.
        case count
        /// The list of a value for each row.
        case collect(BoundExpression)
    }

    public enum Content: Hashable, Sendable {
        case pattern(BoundPattern, condition: BoundExpression?)
        case query(BoundQuery)
    }

    public var kind: Kind
    public var content: Content
    /// The variables of the enclosing query that it may use.
    public var outer: [BoundVariable]
}

extension BoundExpression {
    /// Where it stands in the source.
    public var span: SourceSpan {
        switch self {
        case .constant(_, let span), .parameter(_, let span), .variable(_, let span),
            .property(_, _, let span), .list(_, let span), .map(_, let span),
            .element(_, _, let span), .slice(_, _, _, let span), .hasLabels(_, _, let span),
            .unary(_, _, let span), .binary(_, _, _, let span), .logical(_, _, let span),
            .comparison(_, _, let span), .nullTest(_, _, let span), .call(_, _, let span),
            .choice(_, let span), .listComprehension(_, let span), .quantifier(_, _, let span),
            .subquery(_, let span), .reduction(_, let span), .typeTest(_, _, _, let span):
            span
        }
    }
}
