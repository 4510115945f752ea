import Diagnostics
import TOMLKit

/// One TOML file of a pack, parsed, with the places of its tables and keys.
///
/// The TOML library tells places of syntax faults only, so keys are found again in the text: the
/// n-th header of a name, then the first line behind it that begins with the key.
struct PackDocument {
    struct Fault: Error {
        var diagnostic: Diagnostic
    }

    let source: SourceText
    private let root: TOMLTable
    static let plainSections = [
        "pack", "define", "words", "scales", "currencies", "dates", "offices",
    ]

    static func parse(_ source: SourceText) -> Result<PackDocument, Fault> {
        guard let text = String(validating: source.bytes, as: UTF8.self) else {
            return .failure(Fault(diagnostic: notText()))
        }
        do {
            return .success(PackDocument(source: source, root: try TOMLTable(string: text)))
        } catch let error as TOMLParseError {
            let start = source.offset(
                line: error.source.begin.line, column: error.source.begin.column)
            return .failure(Fault(diagnostic: syntax(error.description, start)))
        } catch {
            return .failure(Fault(diagnostic: syntax("\(error)", 0)))
        }
    }

    func table(_ name: String) -> PackSection? {
        guard let table = root[name]?.table else { return nil }
        return PackSection(name: name, number: nil, table: table, source: source)
    }

    func tables(_ name: String) -> [PackSection] {
        guard let array = root[name]?.array else { return [] }
        return array.enumerated().compactMap { number, value in
            value.table.map {
                PackSection(name: name, number: number, table: $0, source: source)
            }
        }
    }

    /// Sections that no part of the program reads: a fault, since a misspelt one would be lost.
    func unknownSections() -> [Diagnostic] {
        let patterns = ["type"] + PatternKind.allCases.map(\.rawValue)
        return root.keys.compactMap { key in
            if Self.plainSections.contains(key) {
                return root[key]?.table == nil ? wrongForm(key, "[\(key)]") : nil
            }
            if patterns.contains(key) {
                return root[key]?.array == nil ? wrongForm(key, "[[\(key)]]") : nil
            }
            return unknown(key, among: Self.plainSections + patterns)
        }
    }

    private func span(ofSection name: String) -> SourceSpan? {
        let lines = TomlLines(source)
        return lines.header(name, number: 0) ?? lines.header(name, number: nil)
            ?? lines.key(name, from: 0)
    }

    private static func notText() -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidUTF8", "the file is not UTF-8 text",
            help: "save it again as UTF-8")
    }

    private static func syntax(_ message: String, _ offset: Int) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidToml", message, at: SourceSpan(start: offset, end: offset + 1),
            help: "patterns are written between single quotes: pattern = '…'")
    }

    private func wrongForm(_ name: String, _ form: String) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidSection", "the section '\(name)' has the wrong form",
            at: span(ofSection: name), help: "write it as \(form)")
    }

    private func unknown(_ name: String, among names: [String]) -> Diagnostic {
        Diagnostic(
            .error, code: "UnknownSection", "there is no section '\(name)' in a pack",
            at: span(ofSection: name),
            help: Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
                ?? "sections are " + names.joined(separator: ", "))
    }
}

extension SourceText {
    /// The byte offset of a line and column, both from 1, as a parser tells them.
    func offset(line: Int, column: Int) -> Int {
        var seen = 1
        var offset = 0
        while seen < line, offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\n") { seen += 1 }
            offset += 1
        }
        return min(offset + max(column - 1, 0), bytes.count)
    }
}
