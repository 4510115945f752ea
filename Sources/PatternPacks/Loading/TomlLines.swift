import Diagnostics

/// Finds headers and keys in the text of a TOML file, for the places in messages.
struct TomlLines {
    private let source: SourceText
    /// Byte offsets of the first byte of each line and of its end.
    private let lines: [(start: Int, end: Int)]

    init(_ source: SourceText) {
        self.source = source
        var lines: [(start: Int, end: Int)] = []
        var start = 0
        for (offset, byte) in source.bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append((start, offset))
            start = offset + 1
        }
        lines.append((start, source.bytes.count))
        self.lines = lines
    }

    /// The n-th `[[name]]`, counted from 0; with nil the first `[name]`.
    func header(_ name: String, number: Int?) -> SourceSpan? {
        let wanted = number == nil ? "[\(name)]" : "[[\(name)]]"
        var left = number ?? 0
        for line in lines where text(line).hasPrefix(wanted) {
            if left == 0 {
                return SourceSpan(start: line.start, end: line.start + wanted.utf8.count)
            }
            left -= 1
        }
        return nil
    }

    /// The value of the first line at or behind an offset that sets the key, within one table.
    func key(_ key: String, from offset: Int) -> SourceSpan? {
        for line in lines where line.end > offset {
            let content = text(line)
            if line.start > offset, content.hasPrefix("[") { return nil }
            guard content.hasPrefix(key) || content.hasPrefix("\"\(key)\"") else { continue }
            let bytes = source.bytes[line.start..<line.end]
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { continue }
            var value = equals + 1
            while value < line.end, source.bytes[value] == UInt8(ascii: " ") { value += 1 }
            return SourceSpan(start: value, end: max(line.end, value + 1))
        }
        return nil
    }

    private func text(_ line: (start: Int, end: Int)) -> String {
        source[SourceSpan(start: line.start, end: line.end)]
    }
}
