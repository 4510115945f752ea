#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lines of standard input as they come, without their line breaks and of any length.
struct InputLines: IteratorProtocol {
    private var buffer: [UInt8] = []
    private var position = 0
    /// Up to where the buffer was searched for a line break.
    private var searched = 0
    private var isAtEnd = false

    mutating func next() -> [UInt8]? {
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer {
                    position = end + 1
                    searched = position
                }
                return Array(buffer[position..<end])
            }
            searched = buffer.count
            if isAtEnd {
                guard position < buffer.count else { return nil }
                defer { position = buffer.count }
                return Array(buffer[position...])
            }
            fill()
        }
    }

    private mutating func fill() {
        if position > 0 {
            buffer.removeFirst(position)
            searched -= position
            position = 0
        }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(STDIN_FILENO, &chunk, chunk.count)
        if count > 0 {
            buffer.append(contentsOf: chunk[..<count])
        } else if count == 0 || errno != EINTR {
            isAtEnd = true
        }
    }
}
