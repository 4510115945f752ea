#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where results and messages go: results to standard output, all that is not a result to standard
/// error. Whether people or programs read decides on colour, width and courtesy.
public final class Console {
    /// How faults and warnings are told.
    public enum MessageFormat: String, CaseIterable, Sendable {
        /// For people: the place, the line with a caret, notes and help.
        case text
        /// For programs: a JSON object a line.
        case json
    }

    public let isOutputTerminal: Bool
    public let isErrorTerminal: Bool
    /// Terminals only, and never where `NO_COLOR` is set (no-color.org) or the terminal is dumb.
    public let usesColor: Bool
    public var messageFormat = MessageFormat.text
    private let output: Int32
    private let errors: Int32
    private var buffer: [UInt8] = []

    private static let bufferSize = 1 << 16

    /// - Parameter environment: looks up environment variables.
    public init(
        output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO,
        environment: (String) -> String? = Console.environment
    ) {
        self.output = output
        self.errors = errors
        isOutputTerminal = isatty(output) == 1
        isErrorTerminal = isatty(errors) == 1
        usesColor =
            isErrorTerminal && (environment("NO_COLOR") ?? "").isEmpty
            && environment("TERM") != "dumb"
    }

    public static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Width of the terminal in cells; nil where the output is none.
    public var columns: Int? {
        isOutputTerminal ? Terminal(input: STDIN_FILENO, output: output).columns : nil
    }

    /// Width of the terminal that messages go to; 80 where they go to none.
    public var errorColumns: Int {
        isErrorTerminal ? Terminal(input: STDIN_FILENO, output: errors).columns : 80
    }

    /// Writes a part of a result.
    public func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.bufferSize { flush() }
    }

    /// Writes a part of a result.
    public func write(_ bytes: [UInt8]) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { flush() }
    }

    public func flush() {
        guard !buffer.isEmpty else { return }
        let isWritten = Self.write(buffer, to: output)
        buffer.removeAll(keepingCapacity: true)
        if !isWritten {
            let reason = String(cString: strerror(errno))
            _ = Self.write(Array("error: cannot write the output: \(reason)\n".utf8), to: errors)
            exit(1)
        }
    }

    /// Tells the user something that is no result, after what was written before.
    public func note(_ text: String) {
        flush()
        _ = Self.write(Array(text.utf8), to: errors)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var start = 0
        return bytes.withUnsafeBytes { bytes in
            while start < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
                #if canImport(Glibc)
                    let count = Glibc.write(file, rest.baseAddress, rest.count)
                #else
                    let count = Darwin.write(file, rest.baseAddress, rest.count)
                #endif
                if count >= 0 {
                    start += count
                } else if errno != EINTR && errno != EAGAIN {
                    return false
                }
            }
            return true
        }
    }
}
