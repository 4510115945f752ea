import Diagnostics
import TOMLKit

/// One table of a pack's TOML file. What is asked of it is noted, so that `finish` can tell keys
/// that nobody reads and values of the wrong kind.
final class PackSection {
    let name: String
    /// Its place among the tables of an array, from 0; nil for a plain table.
    let number: Int?
    private let table: TOMLTable
    private let source: SourceText
    private var asked: Set<String> = []
    private var diagnostics: [Diagnostic] = []

    init(name: String, number: Int?, table: TOMLTable, source: SourceText) {
        self.name = name
        self.number = number
        self.table = table
        self.source = source
    }

    func string(_ key: String) -> String? {
        value(key, "a string") { $0.string }
    }

    func boolean(_ key: String) -> Bool? {
        value(key, "true or false") { $0.bool }
    }

    func integer(_ key: String) -> Int? {
        value(key, "a whole number") { $0.int }
    }

    func number(_ key: String) -> Double? {
        value(key, "a number") { $0.double ?? $0.int.map(Double.init) }
    }

    /// A list of strings; one string stands for a list of one.
    func strings(_ key: String) -> [String]? {
        value(key, "a list of strings") { Self.strings($0) }
    }

    func allStrings() -> [String: String] { all("a string") { $0.string } }

    func allNumbers() -> [String: Double] {
        all("a number") { $0.double ?? $0.int.map(Double.init) }
    }

    func allStringLists() -> [String: [String]] { all("a list of strings") { Self.strings($0) } }

    /// The place of a key's value, or of the table's header.
    func span(_ key: String?) -> SourceSpan? {
        let lines = TomlLines(source)
        let header = lines.header(name, number: number)
        guard let key else { return header }
        return lines.key(key, from: header?.start ?? 0) ?? header
    }

    /// What was wrong with the table, keys that nothing reads included.
    func finish() -> [Diagnostic] {
        for key in table.keys where !asked.contains(key) { diagnostics.append(unknown(key)) }
        return diagnostics
    }

    private static func strings(_ value: any TOMLValueConvertible) -> [String]? {
        if let one = value.string { return [one] }
        guard let array = value.array else { return nil }
        let strings = array.compactMap { $0.string }
        return strings.count == array.count ? strings : nil
    }

    private func value<T>(
        _ key: String, _ kind: String, _ read: (any TOMLValueConvertible) -> T?
    ) -> T? {
        asked.insert(key)
        guard let value = table[key] else { return nil }
        let result = read(value)
        if result == nil { diagnostics.append(wrongKind(key, kind)) }
        return result
    }

    private func all<T>(
        _ kind: String, _ read: (any TOMLValueConvertible) -> T?
    ) -> [String: T] {
        var result: [String: T] = [:]
        for key in table.keys { result[key] = value(key, kind, read) }
        return result
    }

    private func wrongKind(_ key: String, _ kind: String) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidValue", "'\(key)' of [\(name)] has to be \(kind)", at: span(key))
    }

    private func unknown(_ key: String) -> Diagnostic {
        Diagnostic(
            .error, code: "UnknownKey", "[\(name)] has no key '\(key)'", at: span(key),
            help: Suggestion.nearest(to: key, among: asked).map { "did you mean '\($0)'?" }
                ?? "its keys are " + asked.sorted().joined(separator: ", "))
    }
}
