import Diagnostics

/// Reads a gazetteer: tab-separated lines, the first of which names the columns; `#` begins a
/// comment line; `|` separates several aliases, adjectives or seats.
enum GazetteerReader {
    static let columns = [
        "name", "type", "aliases", "adjectives", "seats", "note", "from", "until",
    ]
    static let types = ["Person", "Organization", "Country", "Place"]

    static func read(_ source: SourceText) -> (entries: [GazetteerEntry], diagnostics: [Diagnostic])
    {
        guard String(validating: source.bytes, as: UTF8.self) != nil else {
            return ([], [notText()])
        }
        var reader = LineReader()
        var start = 0
        // By bytes: to a String, a carriage return and a line feed are one character.
        for line in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let span = SourceSpan(start: start, end: start + line.count)
            start = span.end + 1
            let ending = line.last == 0x0D ? 1 : 0
            let content = String(decoding: line.dropLast(ending), as: UTF8.self)
            if content.isEmpty || content.hasPrefix("#") { continue }
            reader.read(content.split(separator: "\t", omittingEmptySubsequences: false), span)
        }
        return (reader.entries, reader.diagnostics)
    }

    private struct LineReader {
        var header: [String]?
        var entries: [GazetteerEntry] = []
        var diagnostics: [Diagnostic] = []

        mutating func read(_ fields: [Substring], _ span: SourceSpan) {
            guard let header else { return readHeader(fields, span) }
            guard fields.count <= header.count else {
                diagnostics.append(tooManyFields(fields.count, header.count, span))
                return
            }
            var values: [String: String] = [:]
            for (column, field) in zip(header, fields) { values[column] = String(field) }
            guard let name = values["name"], !name.isEmpty else {
                diagnostics.append(noName(span))
                return
            }
            guard let type = values["type"], GazetteerReader.types.contains(type) else {
                diagnostics.append(badType(values["type"] ?? "", span))
                return
            }
            entries.append(
                GazetteerEntry(
                    name: name, type: type, aliases: list(values["aliases"]),
                    adjectives: list(values["adjectives"]), seats: list(values["seats"]),
                    note: values["note"] ?? "", from: nonEmpty(values["from"]),
                    until: nonEmpty(values["until"])))
        }

        private mutating func readHeader(_ fields: [Substring], _ span: SourceSpan) {
            let names = fields.map(String.init)
            for name in names where !GazetteerReader.columns.contains(name) {
                diagnostics.append(unknownColumn(name, span))
            }
            header = names
        }

        private func list(_ field: String?) -> [String] {
            (field ?? "").split(separator: "|").map(String.init)
        }

        private func nonEmpty(_ field: String?) -> String? { field?.isEmpty == false ? field : nil }
    }

    private static func notText() -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidUTF8", "the file is not UTF-8 text",
            help: "save it again as UTF-8")
    }

    private static func unknownColumn(_ name: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnknownColumn", "a gazetteer has no column '\(name)'", at: span,
            help: Suggestion.nearest(to: name, among: columns).map { "did you mean '\($0)'?" }
                ?? "the first line names the columns: " + columns.joined(separator: ", "))
    }

    private static func tooManyFields(_ count: Int, _ most: Int, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidLine", "\(count) fields where the first line names \(most)",
            at: span, help: "fields are separated by one tab each")
    }

    private static func noName(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(.error, code: "InvalidLine", "the line has no name", at: span)
    }

    private static func badType(_ type: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidLine", "'\(type)' is no type of a name", at: span,
            help: Suggestion.nearest(to: type, among: types).map { "did you mean '\($0)'?" }
                ?? "one of " + types.joined(separator: ", "))
    }
}
