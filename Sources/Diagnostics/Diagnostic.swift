/// A fault in what a user wrote: a query, a pattern, a script, a data line.
///
/// Faults are collected, never thrown, so that independent ones are told together. The wording
/// stands at the bottom of the file that raises it.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    /// A second place that explains the first ("first defined here").
    public struct Note: Hashable, Sendable {
        public var message: String
        public var span: SourceSpan?

        public init(_ message: String, at span: SourceSpan? = nil) {
            self.message = message
            self.span = span
        }
    }

    public var severity: Severity
    /// Stable name of the kind of fault. For queries: the detail names of openCypher's conformance
    /// suite ("UndefinedVariable"); elsewhere a name in the same form.
    public var code: String
    /// What is wrong, in the user's words; one sentence without a full stop.
    public var message: String
    public var span: SourceSpan?
    public var notes: [Note]
    /// What to do about it, where that is known ("did you mean 'MATCH'?").
    public var help: String?

    public init(
        _ severity: Severity, code: String, _ message: String, at span: SourceSpan? = nil,
        notes: [Note] = [], help: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.span = span
        self.notes = notes
        self.help = help
    }
}
