#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Gives the lines of a file one after another, with no more of it in memory than a part and the
/// longest line.
final class LineReader {
    private let file: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Bytes of what was given and of what stands before it.
    private(set) var offset = 0

    private static let partSize = 1 << 18

    /// - Parameter path: `-` is standard input.
    init(_ path: String) throws(InputError) {
        self.path = path
        file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileSystem.unreadable(path) }
        try fill()
    }

    deinit { if file != STDIN_FILENO { close(file) } }

    /// The next line without its end; nil behind the last.
    func next() throws(InputError) -> [UInt8]? {
        var searched = position
        while true {
            if let end = lineEnd(from: searched) {
                defer { pass(end + 1) }
                return Array(buffer[position..<end])
            }
            if isAtEnd {
                guard position < buffer.count else { return nil }
                defer { pass(buffer.count) }
                return Array(buffer[position...])
            }
            searched = buffer.count - position
            buffer.removeSubrange(..<position)
            position = 0
            try fill()
        }
    }

    private func pass(_ end: Int) {
        offset += end - position
        position = end
    }

    private func lineEnd(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, 0x0A, bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private func fill() throws(InputError) {
        let start = buffer.count
        buffer += repeatElement(0, count: Self.partSize)
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { bytes in
                read(file, bytes.baseAddress.map { $0 + start }, Self.partSize)
            }
        } while count < 0 && errno == EINTR
        guard count >= 0 else { throw FileSystem.unreadable(path == "-" ? "standard input" : path) }
        buffer.removeLast(Self.partSize - count)
        isAtEnd = count == 0
    }
}
