import Diagnostics

/// The classes of openCypher's conformance suite, into which its detail codes fall.
public enum QueryFaultClass: String, Hashable, Sendable {
    case syntaxError = "SyntaxError"
    case semanticError = "SemanticError"
    case typeError = "TypeError"
    case argumentError = "ArgumentError"
    case arithmeticError = "ArithmeticError"
    case entityNotFound = "EntityNotFound"
    case procedureError = "ProcedureError"
    case parameterMissing = "ParameterMissing"
    case constraintVerificationFailed = "ConstraintVerificationFailed"

    /// The class of a code at compile time.
    public static func ofCode(_ code: String) -> QueryFaultClass { classes[code] ?? .syntaxError }

    /// Codes that are no `SyntaxError`.
    private static let classes: [String: QueryFaultClass] = [
        "ProcedureNotFound": .procedureError,
        "MissingParameter": .parameterMissing,
        "DeletedEntityAccess": .entityNotFound,
        "DeleteConnectedNode": .constraintVerificationFailed,
        "MergeReadOwnWrites": .semanticError,
        "MapElementAccessByNonString": .typeError,
        "InvalidPropertyType": .typeError,
        "InvalidArgumentValue": .typeError,
        "NumberOutOfRange": .argumentError,
        "DivisionByZero": .arithmeticError,
    ]
}

/// A fault found before a query runs, with its class.
public struct QueryFault: Hashable, Sendable {
    public var diagnostic: Diagnostic
    public var errorClass: QueryFaultClass

    /// - Parameter errorClass: where it is not the code's own: `InvalidArgumentType` is a
    ///   `SyntaxError` for a function and a `TypeError` for a property.
    public init(_ diagnostic: Diagnostic, errorClass: QueryFaultClass? = nil) {
        self.diagnostic = diagnostic
        self.errorClass = errorClass ?? .ofCode(diagnostic.code)
    }
}
