/// Operators with one operand.
public enum BoundUnaryOperator: String, Hashable, Sendable {
    case minus = "-"
    case plus = "+"
    case not = "NOT"
}

/// Operators with two operands.
public enum BoundBinaryOperator: String, Hashable, Sendable {
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

/// Connectives of truth values.
public enum BoundLogicalOperator: String, Hashable, Sendable {
    case and = "AND"
    case or = "OR"
    case xor = "XOR"
}

/// Comparisons, which may stand in chains.
public enum BoundComparisonOperator: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// How many elements of a list must meet a condition.
public enum BoundQuantifierKind: String, Hashable, Sendable {
    case all, any, none, single
}
