import KnowledgeGraph

/// Colours of messages, by the codes that every terminal knows (ECMA-48, SGR).
public enum Paint: String, Sendable {
    case red = "31"
    case yellow = "33"
    case green = "32"
    case faint = "2"
    case bold = "1"
}

extension Console {
    public func painted(_ text: String, _ paint: Paint) -> String {
        usesColor ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Shows faults with their places.
    public func show(_ diagnostics: [Diagnostic], in source: SourceText) {
        for diagnostic in diagnostics {
            if messageFormat == .json {
                note(DiagnosticJson.of(diagnostic, in: source).text + "\n")
                continue
            }
            note(coloured(DiagnosticRenderer().render(diagnostic, in: source), diagnostic.severity))
        }
    }

    /// Shows a fault of operation.
    public func showError(_ message: String) { show(message, .error, .red) }

    public func showWarning(_ message: String) { show(message, .warning, .yellow) }

    private func show(_ message: String, _ severity: Diagnostic.Severity, _ paint: Paint) {
        if messageFormat == .json {
            let members: [Json.Member] = [
                .init("severity", .string(severity.rawValue)), .init("message", .string(message)),
            ]
            note(Json.object(members).text + "\n")
        } else {
            note("\(painted(severity.rawValue + ":", paint)) \(message)\n")
        }
    }

    private func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
        guard usesColor else { return text }
        let paint: Paint = severity == .error ? .red : .yellow
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            if index == 0, let range = line.firstRange(of: "\(severity.rawValue):") {
                return line[..<range.lowerBound] + painted(String(line[range]), paint)
                    + line[range.upperBound...]
            }
            // The line of carets: "    |     ^^^".
            let marks = line.filter { $0 != " " }
            if marks.hasPrefix("|^"), marks.dropFirst().allSatisfy({ $0 == "^" }) {
                return painted(String(line), .green)
            }
            return String(line)
        }.joined(separator: "\n")
    }
}
