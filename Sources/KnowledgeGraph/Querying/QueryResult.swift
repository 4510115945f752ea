import Diagnostics
import GraphModel
import QueryExecution

/// What a statement gave.
public struct QueryResult: Sendable {
    public var columns: [String] = []
    public var rows: [[Value]] = []
    public var counters = WriteCounters()
    /// The plan as text, for `EXPLAIN` and `PROFILE`.
    public var plan: String?
    /// Names of the schema that the graph lacks, and what was hardly meant, in the text's order.
    public var warnings: [Diagnostic] = []

    public init() {}
}

/// Why a statement gave nothing.
public struct QueryFailure: Error, Hashable, Sendable {
    public enum Phase: String, Hashable, Sendable {
        case compileTime = "compile time"
        case runtime
    }

    /// At least one. Spans point into the text that was given; those of a run at the statement.
    public var diagnostics: [Diagnostic]
    /// Of the first diagnostic, as openCypher's conformance suite names it: `SyntaxError`.
    public var errorClass: String
    public var phase: Phase

    public init(_ diagnostics: [Diagnostic], errorClass: String, phase: Phase) {
        self.diagnostics = diagnostics
        self.errorClass = errorClass
        self.phase = phase
    }
}
