import Diagnostics

/// A fault of a running query that lies in its values, named as openCypher's conformance suite
/// names it.
public struct EvaluationError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case typeError = "TypeError"
        case arithmeticError = "ArithmeticError"
        case argumentError = "ArgumentError"
        case syntaxError = "SyntaxError"
        case semanticError = "SemanticError"
        case entityNotFound = "EntityNotFound"
        case constraintVerificationFailed = "ConstraintVerificationFailed"
        case parameterMissing = "ParameterMissing"
        case procedureError = "ProcedureError"
        /// Stopped from outside.
        case cancelled = "Cancelled"
        /// It took longer or held more than allowed.
        case limitExceeded = "LimitExceeded"
        /// The graph could not be read or written; no fault of the query.
        case graphError = "GraphError"
    }

    public var kind: Kind
    /// The detail's name: "InvalidArgumentValue", "DivisionByZero".
    public var detail: String
    public var message: String
    /// What failed, in the source; nil where that is not known.
    public var span: SourceSpan?

    public init(kind: Kind, detail: String, message: String) {
        self.kind = kind
        self.detail = detail
        self.message = message
    }
}

extension EvaluationError {
    /// The same with its place, unless a part within has told a nearer one.
    func placed(at span: SourceSpan) -> EvaluationError {
        var error = self
        error.span = error.span ?? span
        return error
    }

    /// What a store threw, told as a fault of evaluation.
    static func reading(_ cause: any Error) -> EvaluationError {
        EvaluationError(
            kind: .graphError, detail: "GraphUnreadable",
            message: "the graph could not be read: \(cause)")
    }
}
