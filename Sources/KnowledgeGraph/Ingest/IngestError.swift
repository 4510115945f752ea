/// Why documents were not merged, or one not withdrawn.
public struct IngestError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        /// The graph has no document of this id.
        case unknownDocument
        /// What the graph keeps of a document cannot be read.
        case unreadableShare
    }

    public var code: Code
    /// What is wrong, and what to do.
    public var message: String
    /// What the reader of the share said.
    public var cause: String?

    public init(_ code: Code, _ message: String, cause: String? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }
}
