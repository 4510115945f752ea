import Diagnostics

/// A name as it was written: variable, label, type, property key, function, alias.
public struct NameSyntax: Hashable, Sendable {
    public var text: String
    public var span: SourceSpan

    public init(text: String, span: SourceSpan) {
        self.text = text
        self.span = span
    }
}

/// An expression. Each case shows its notation.
public indirect enum ExpressionSyntax: Hashable, Sendable {
    /// `1`, `'text'`, `true`, `null`
    case literal(LiteralSyntax, SourceSpan)
    /// `[a, b]`
    case list([ExpressionSyntax], SourceSpan)
    /// `{key: value}`
    case map([MapEntrySyntax], SourceSpan)
    /// `$name`
    case parameter(NameSyntax)
    /// `n`
    case variable(NameSyntax)
    /// `n.key`
    case property(ExpressionSyntax, key: NameSyntax)
    /// `list[index]`
    case element(ExpressionSyntax, index: ExpressionSyntax, SourceSpan)
    /// `list[from..to]`
    case slice(ExpressionSyntax, from: ExpressionSyntax?, to: ExpressionSyntax?, SourceSpan)
    /// `n:Label1:Label2`, `n IS Label1|Label2`
    case hasLabels(ExpressionSyntax, LabelExpressionSyntax)
    /// `-a`, `+a`, `NOT a`
    case unary(UnaryOperator, ExpressionSyntax, SourceSpan)
    /// `a + b`, `a STARTS WITH b`
    case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
    /// `a AND b AND c`, all operands of one level, so that long chains are not deep trees
    case logical(LogicalOperator, [ExpressionSyntax])
    /// `a < b <= c`
    case comparison(ExpressionSyntax, [ComparisonSyntax])
    /// `a IS NULL`, `a IS NOT NULL`
    case nullTest(ExpressionSyntax, isNegated: Bool, SourceSpan)
    /// `f(DISTINCT a)`, `namespace.f(a)`
    case call(CallSyntax)
    /// `count(*)`
    case countAll(SourceSpan)
    /// `CASE a WHEN b THEN c ELSE d END`
    case choice(CaseSyntax)
    /// `[x IN list WHERE p | e]`
    case listComprehension(ListComprehensionSyntax)
    /// `[p = (a)-->(b) WHERE p | e]`
    case patternComprehension(PatternComprehensionSyntax)
    /// `all(x IN list WHERE p)`
    case quantifier(QuantifierSyntax)
    /// `(a)-->(b)` as a condition
    case pattern(PathPatternSyntax)
    /// `EXISTS { (a)-->(b) WHERE p }`, `COUNT { MATCH … }`, `COLLECT { MATCH … RETURN … }`
    case subquery(SubquerySyntax)
    /// `reduce(sum = 0, x IN list | sum + x)`
    case reduction(ReductionSyntax)
    /// `a IS :: INTEGER NOT NULL`
    case typeTest(ExpressionSyntax, ValueTypeSyntax, isNegated: Bool, SourceSpan)
    /// `a IS NFC NORMALIZED`
    case normalTest(ExpressionSyntax, NormalFormSyntax, isNegated: Bool, SourceSpan)
}

public enum LiteralSyntax: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
}

public struct MapEntrySyntax: Hashable, Sendable {
    public var key: NameSyntax
    public var value: ExpressionSyntax
}

public enum UnaryOperator: String, Hashable, Sendable {
    case minus = "-"
    case plus = "+"
    case not = "NOT"
}

public enum BinaryOperator: String, Hashable, Sendable {
    case add = "+"
    case concatenate = "||"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case modulo = "%"
    case power = "^"
    case contained = "IN"
    case startsWith = "STARTS WITH"
    case endsWith = "ENDS WITH"
    case contains = "CONTAINS"
    case matches = "=~"
}

public enum LogicalOperator: String, Hashable, Sendable {
    case and = "AND"
    case or = "OR"
    case xor = "XOR"
}

public enum ComparisonOperator: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// An operator of a chain of comparisons, with what stands on its right.
public struct ComparisonSyntax: Hashable, Sendable {
    public var comparison: ComparisonOperator
    public var right: ExpressionSyntax
}

public struct CallSyntax: Hashable, Sendable {
    /// Namespaces and the function's own name, joined by points.
    public var name: NameSyntax
    public var isDistinct: Bool
    public var arguments: [ExpressionSyntax]
    public var span: SourceSpan
}

public struct CaseSyntax: Hashable, Sendable {
    public struct Alternative: Hashable, Sendable {
        public var tests: [Test]
        public var result: ExpressionSyntax
    }

    public enum Test: Hashable, Sendable {
        /// A condition or, where there is a subject, what it must equal.
        case value(ExpressionSyntax)
        /// `< 3`, `IS NULL`: a predicate whose left operand is the variable `CaseSyntax.subject`.
        case predicate(ExpressionSyntax)
    }

    /// Stands for the subject in a test; no query can name it.
    public static let subjectName = ""

    public var subject: ExpressionSyntax?
    public var alternatives: [Alternative]
    public var otherwise: ExpressionSyntax?
    public var span: SourceSpan
}

public struct ListComprehensionSyntax: Hashable, Sendable {
    public var variable: NameSyntax
    public var list: ExpressionSyntax
    public var condition: ExpressionSyntax?
    public var result: ExpressionSyntax?
    public var span: SourceSpan
}

/// `reduce(accumulator = initial, variable IN list | result)`
public struct ReductionSyntax: Hashable, Sendable {
    public var accumulator: NameSyntax
    public var initial: ExpressionSyntax
    public var variable: NameSyntax
    public var list: ExpressionSyntax
    public var result: ExpressionSyntax
    public var span: SourceSpan
}

public struct PatternComprehensionSyntax: Hashable, Sendable {
    public var pattern: PathPatternSyntax
    public var condition: ExpressionSyntax?
    public var result: ExpressionSyntax
    public var span: SourceSpan
}

public struct QuantifierSyntax: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case all, any, none, single
    }

    public var kind: Kind
    public var variable: NameSyntax
    public var list: ExpressionSyntax
    public var condition: ExpressionSyntax?
    public var span: SourceSpan
}

extension ExpressionSyntax {
    /// From the first byte to the last, brackets around the whole not counted.
    public var span: SourceSpan {
        switch self {
        case .literal(_, let span), .list(_, let span), .map(_, let span),
            .element(_, _, let span), .slice(_, _, _, let span), .unary(_, _, let span),
            .nullTest(_, _, let span), .countAll(let span), .typeTest(_, _, _, let span),
            .normalTest(_, _, _, let span):
            span
        case .parameter(let name), .variable(let name): name.span
        case .property(let base, let key): base.span.union(key.span)
        case .hasLabels(let base, let labels): base.span.union(labels.span)
        case .binary(_, let left, let right): left.span.union(right.span)
        case .logical(_, let operands):
            operands.dropFirst().reduce(operands.first?.span ?? SourceSpan(start: 0, end: 0)) {
                $0.union($1.span)
            }
        case .comparison(let first, let rest): rest.reduce(first.span) { $0.union($1.right.span) }
        case .call(let call): call.span
        case .choice(let choice): choice.span
        case .listComprehension(let comprehension): comprehension.span
        case .patternComprehension(let comprehension): comprehension.span
        case .quantifier(let quantifier): quantifier.span
        case .pattern(let pattern): pattern.span
        case .subquery(let subquery): subquery.span
        case .reduction(let reduction): reduction.span
        }
    }
}
