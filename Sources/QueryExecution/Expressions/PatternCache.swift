import TextMatching

/// The compiled regular expressions of a statement.
final class PatternCache {
    private var patterns: [String: TextPattern] = [:]
    private let matcher = TextMatcher()

    /// `text =~ pattern`: whether the whole text matches.
    func matches(_ text: String, _ source: String) throws(ExecutionError) -> Bool {
        let pattern = try pattern(source)
        let found = Array(text.utf8).withUnsafeBufferPointer { bytes in
            Result { try matcher.firstMatch(of: pattern, in: bytes) != nil }
        }
        do { return try found.get() } catch { throw .stopped(source, "\(error)") }
    }

    private func pattern(_ source: String) throws(ExecutionError) -> TextPattern {
        if let known = patterns[source] { return known }
        do {
            let pattern = try TextPattern("\\A(?:\(source))\\z")
            patterns[source] = pattern
            return pattern
        } catch { throw .invalid(source, error.message) }
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func invalid(_ source: String, _ message: String) -> ExecutionError {
        ExecutionError(
            kind: .syntaxError, detail: "InvalidArgumentValue",
            message: "'\(source)' is no regular expression: \(message)")
    }

    fileprivate static func stopped(_ source: String, _ message: String) -> ExecutionError {
        ExecutionError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "matching '\(source)' was given up: \(message)")
    }
}
