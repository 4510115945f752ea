import Extraction

/// What was given to be read and was not, and why.
public struct SkippedInput: Hashable, Sendable {
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        case empty = "empty"
        case binary = "not a text"
        case unknownEncoding = "unknown encoding"
        case malformed = "malformed page"
        case malformedLine = "not a document line"
        case repeatedID = "id given twice"
        case unreadable = "unreadable"
        /// No fault: a folder may hold other files too.
        case otherFormat = "other format"

        /// Whether something is wrong with it.
        public var isFault: Bool { self != .otherFormat }
    }

    public var reason: Reason
    /// The path, with the line for JSON lines.
    public var place: String
    public var message: String

    public init(reason: Reason, place: String, message: String) {
        self.reason = reason
        self.place = place
        self.message = message
    }
}

/// Gives the documents of files, folders and standard input one after another, so that only one
/// file is in memory at a time.
public struct DocumentInput: Sequence, IteratorProtocol {
    public enum Item: Sendable {
        case document(SourceDocument)
        case skipped(SkippedInput)
    }

    /// Sizes of all files together, as far as they are known; what a progress bar goes by.
    public let totalBytes: Int
    /// Sizes of what came before the item that was given last.
    public var bytesRead: Int { finished + (lines?.offset ?? 0) }
    private var finished = 0
    private var currentSize = 0
    /// Files not yet read, the last first.
    private var pending: [(path: String, size: Int)]
    private var lines: JsonLines?
    private var ids: Set<String> = []

    /// - Parameter paths: files, folders (with all below them), or `-` for standard input.
    /// - Throws: where a path leads nowhere; nothing has been read then.
    public init(paths: [String]) throws(InputError) {
        var files: [String] = []
        for path in paths {
            switch path == "-" ? .file : FileSystem.kind(of: path) {
            case .file: files.append(path)
            case .folder: files += try FileSystem.files(below: path)
            case nil: throw Self.missing(path)
            }
        }
        let sized = files.map { ($0, $0 == "-" ? 0 : FileSystem.size(of: $0) ?? 0) }
        totalBytes = sized.reduce(0) { $0 + $1.1 }
        pending = sized.reversed()
    }

    /// Documents as JSON lines of one file, whatever its name.
    public init(jsonLines path: String) throws(InputError) {
        lines = try JsonLines(path)
        totalBytes = path == "-" ? 0 : FileSystem.size(of: path) ?? 0
        pending = []
        currentSize = totalBytes
    }

    public mutating func next() -> Item? {
        while true {
            if let item = lines?.next() { return checked(item) }
            lines = nil
            finished += currentSize
            currentSize = 0
            guard let (path, size) = pending.popLast() else { return nil }
            currentSize = size
            if let item = open(path) { return checked(item) }
        }
    }

    /// Nil where the file holds lines, which come next.
    private mutating func open(_ path: String) -> Item? {
        let isLines = path.lowercased().hasSuffix(".jsonl")
        let format = path == "-" ? .text : DocumentFormat(fileName: path)
        guard isLines || format != nil else {
            return .skipped(.init(reason: .otherFormat, place: path, message: Self.formats))
        }
        do throws(InputError) {
            if isLines {
                lines = try JsonLines(path)
                return nil
            }
            let bytes =
                path == "-" ? try FileSystem.standardInput() : try FileSystem.bytes(of: path)
            return .document(
                SourceDocument(
                    id: path == "-" ? "standard input" : path, path: path == "-" ? nil : path,
                    format: format ?? .text, bytes: bytes))
        } catch {
            return .skipped(.init(reason: .unreadable, place: path, message: error.message))
        }
    }

    /// Of two documents with one id the first is taken.
    private mutating func checked(_ item: Item) -> Item {
        guard case .document(let document) = item, !ids.insert(document.id).inserted else {
            return item
        }
        return .skipped(
            .init(
                reason: .repeatedID, place: document.path ?? document.id,
                message: "the id '\(document.id)' was given before in this run"))
    }

    private static let formats = "only .txt, .md, .html and .jsonl files are read"

    private static func missing(_ path: String) -> InputError {
        InputError(.missing, "there is no file or folder '\(path)'")
    }
}
