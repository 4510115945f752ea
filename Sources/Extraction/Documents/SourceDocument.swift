/// How a document's bytes are to be read.
public enum DocumentFormat: String, CaseIterable, Hashable, Sendable {
    case text, markdown, html

    /// By the end of a file's name, letter case ignored; nil where it is none that is read.
    public init?(fileName: String) {
        let name = fileName.lowercased()
        if name.hasSuffix(".txt") {
            self = .text
        } else if name.hasSuffix(".md") {
            self = .markdown
        } else if name.hasSuffix(".html") || name.hasSuffix(".htm") {
            self = .html
        } else {
            return nil
        }
    }
}

/// A document as it comes in: its bytes and what is known of it.
public struct SourceDocument: Sendable {
    public var id: String
    public var title: String?
    public var date: String?
    public var source: String?
    public var path: String?
    public var format: DocumentFormat
    /// The original, to which every span refers.
    public var bytes: [UInt8]

    public init(
        id: String, title: String? = nil, date: String? = nil, source: String? = nil,
        path: String? = nil, format: DocumentFormat = .text, bytes: [UInt8]
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.source = source
        self.path = path
        self.format = format
        self.bytes = bytes
    }
}

/// Why a document cannot be read.
public struct ExtractionError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        /// No bytes, or white space alone.
        case empty
        /// A byte that no text holds.
        case binary
        /// Neither UTF-8 nor another encoding that is read, or damaged.
        case unknownEncoding
        /// Markup that no text needs.
        case malformed
        /// The caller asked to stop.
        case stopped
    }

    public var code: Code
    /// What is wrong, where, and what to do.
    public var message: String
}
