import Foundation

/// One line of a claims file, by column.
struct SampleClaim {
    let line: Int
    let fields: [String: String]

    subscript(column: String) -> String { fields[column, default: ""] }
}

/// An article of `docs/samples` with the claims that stand beside it.
struct Sample {
    let name: String
    let article: String
    let header: [String]
    let claims: [SampleClaim]
    /// Lines whose number of cells differs from the header's.
    let raggedLines: [Int]

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let folder = root.appending(path: "docs/samples")

    /// The stems of all articles; one that has no claims file beside it fails when it is read.
    static func names() -> [String] {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (files ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }

    init(named name: String) throws {
        let folder = Self.folder
        self.name = name
        article = try Self.text(of: folder.appending(path: "\(name).txt"))
        let table = TabTable(
            text: try Self.text(of: folder.appending(path: "\(name).claims.tsv")))
        header = table.header
        raggedLines = table.rows.filter { $0.cells.count != table.header.count }.map(\.line)
        claims = table.rows.map { row in
            SampleClaim(
                line: row.line,
                fields: Dictionary(
                    zip(table.header, row.cells), uniquingKeysWith: { first, _ in first }))
        }
    }

    static func text(of file: URL) throws -> String {
        try String(contentsOf: file, encoding: .utf8)
    }
}

/// A file of tab-separated cells with a first line of column names; `#` begins a comment line.
struct TabTable {
    let header: [String]
    let rows: [(line: Int, cells: [String])]

    init(text: String) {
        var lines = text.components(separatedBy: "\n")
        if lines.last?.isEmpty == true { lines.removeLast() }
        header = lines.first?.components(separatedBy: "\t") ?? []
        rows = lines.enumerated().dropFirst().compactMap { index, line in
            line.hasPrefix("#") ? nil : (index + 1, line.components(separatedBy: "\t"))
        }
    }
}

/// Whether `part` stands in `whole` byte for byte: Swift's own `contains` would let two spellings
/// of one letter pass for the same.
func holds(_ whole: String, _ part: String) -> Bool {
    Data(whole.utf8).range(of: Data(part.utf8)) != nil
}
