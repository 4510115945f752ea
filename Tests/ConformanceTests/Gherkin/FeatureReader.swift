/// Reads the part of Gherkin that openCypher's scenarios use: Feature, Background, Scenario,
/// Scenario Outline with Examples, document strings, tables, tags and comments.
struct FeatureReader {
    private let file: String
    private let lines: [Substring]
    private var position = 0
    private var background: [Step] = []
    private var scenarios: [Scenario] = []

    /// - Parameter name: the file's path below the suite's folder, without its ending.
    static func scenarios(of text: String, name: String) throws(FeatureError) -> [Scenario] {
        var reader = FeatureReader(text, name)
        try reader.run()
        return reader.scenarios
    }

    private init(_ text: String, _ name: String) {
        file = name
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// The next line that is neither blank nor a comment, without its indentation.
    private mutating func next() -> Substring? {
        while position < lines.count {
            let line = lines[position].trimmed
            if !line.isEmpty, !line.hasPrefix("#") { return line }
            position += 1
        }
        return nil
    }

    private mutating func run() throws(FeatureError) {
        var tags: Set<String> = []
        while let line = next() {
            position += 1
            if line.hasPrefix("@") {
                tags.formUnion(line.split(separator: " ").map(String.init))
            } else if line.hasPrefix("Feature:") {
                tags = []
            } else if line.hasPrefix("Background:") {
                background = try steps()
            } else if let title = line.after("Scenario Outline:") {
                try outline(titled: title, tags)
                tags = []
            } else if let title = line.after("Scenario:") {
                scenarios.append(
                    Scenario(
                        feature: file, title: title, tags: tags, steps: background + (try steps())))
                tags = []
            } else {
                throw fault("expected a scenario, found '\(line)'")
            }
        }
    }

    /// An outline's rows, each a scenario; several tables of examples count on.
    private mutating func outline(titled title: String, _ tags: Set<String>) throws(FeatureError) {
        let steps = background + (try self.steps())
        var number = 0
        while let line = next(), line.hasPrefix("Examples:") || line.hasPrefix("@") {
            position += 1
            if line.hasPrefix("@") { continue }
            let table = try self.table()
            guard let header = table.first else { throw fault("the examples have no table") }
            for row in table.dropFirst() {
                guard row.count == header.count else { throw fault("a row of another width") }
                number += 1
                let values = Array(zip(header, row))
                scenarios.append(
                    Scenario(
                        feature: file, title: "\(Self.filled(title, values)) (\(number))",
                        tags: tags, steps: steps.map { Self.filled($0, values) }))
            }
        }
        if number == 0 { throw fault("the outline '\(title)' has no examples") }
    }

    private static func filled(_ step: Step, _ values: [(String, String)]) -> Step {
        Step(
            text: filled(step.text, values), document: step.document.map { filled($0, values) },
            table: step.table.map { row in row.map { filled($0, values) } }, line: step.line)
    }

    /// Puts the values in for `<name>`, each place once, so that a value is never filled itself.
    private static func filled(_ text: String, _ values: [(String, String)]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            rest = rest[open...]
            if let (name, value) = values.first(where: { rest.hasPrefix("<\($0.0)>") }) {
                result += value
                rest = rest.dropFirst(name.count + 2)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }

    private mutating func steps() throws(FeatureError) -> [Step] {
        var steps: [Step] = []
        while let line = next() {
            let words = ["Given ", "When ", "Then ", "And ", "But ", "* "]
            guard let text = words.lazy.compactMap({ line.after($0) }).first else { break }
            position += 1
            var step = Step(
                text: text.hasSuffix(":") ? String(text.dropLast()) : text, line: position)
            if let following = next() {
                if following.hasPrefix("\"\"\"") { step.document = try documentString() }
                if following.hasPrefix("|") { step.table = try table() }
            }
            steps.append(step)
        }
        return steps
    }

    private mutating func documentString() throws(FeatureError) -> String {
        let indentation = lines[position].prefix { $0 == " " || $0 == "\t" }.count
        var content: [String] = []
        position += 1
        while position < lines.count {
            let line = lines[position]
            position += 1
            if line.trimmed == "\"\"\"" { return content.joined(separator: "\n") }
            let margin = line.prefix { $0 == " " || $0 == "\t" }.count
            content.append(String(line.dropFirst(min(margin, indentation))))
        }
        throw fault("a document string is not closed")
    }

    private mutating func table() throws(FeatureError) -> [[String]] {
        var rows: [[String]] = []
        while let line = next(), line.hasPrefix("|") {
            position += 1
            rows.append(Self.cells(line))
        }
        return rows
    }

    /// The cells between bars; within them `\|`, `\\` and `\n` stand for bar, backslash and line
    /// break. A lone bar is a row without cells.
    private static func cells(_ line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in line.dropFirst() {
            if isEscaped {
                switch character {
                case "n": cell.append("\n")
                case "|", "\\": cell.append(character)
                default: cell += "\\\(character)"
                }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                cells.append(String(cell[...].trimmed))
                cell = ""
            } else {
                cell.append(character)
            }
        }
        return cells
    }

    private func fault(_ message: String) -> FeatureError {
        FeatureError(file: file, line: position, message: message)
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var rest = self
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }

    fileprivate func after(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count).trimmed) : nil
    }
}
