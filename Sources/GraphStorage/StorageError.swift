/// A fault of the graph file or of what it lies on.
public struct StorageError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        /// No such file, or no right to it.
        case cannotOpen
        /// The file is something else than a graph file.
        case notAGraph
        /// Written by a later version of the program.
        case tooNew
        /// Written by an earlier version, whose tables were others.
        case tooOld
        /// Its bytes contradict one another.
        case damaged
        /// Another process writes to it.
        case busy
        /// The disk is full or failed.
        case input
        /// A value that a property cannot hold.
        case unstorable
    }

    public var code: Code
    /// What is wrong, and what to do.
    public var message: String
    /// What the database library said.
    public var cause: String?

    public init(_ code: Code, _ message: String, cause: String? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }
}
