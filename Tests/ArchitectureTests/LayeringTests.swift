import Foundation
import Testing

/// Holds the import lines of every source file against the dependencies that Package.swift
/// declares: SwiftPM itself lets an import pass that is reachable only through another target.
@Suite struct LayeringTests {
    /// DESIGN's floors: what of ours each target may import.
    static let allowed: [String: Set<String>] = [
        "Diagnostics": [],
        "GraphModel": [],
        "TextMatching": ["CPCRE2"],
        "QuerySyntax": ["Diagnostics"],
        "PatternPacks": ["Diagnostics", "TextMatching"],
        "GraphStorage": ["GraphModel", "CSQLite"],
        "GraphExport": ["GraphModel"],
        "QuerySemantics": ["QuerySyntax", "GraphModel", "Diagnostics"],
        "Extraction": ["PatternPacks", "TextMatching", "GraphModel", "Diagnostics", "CGumbo"],
        "QueryPlanning": ["QuerySemantics", "GraphModel", "Diagnostics"],
        "QueryExecution": ["QueryPlanning", "GraphModel", "Diagnostics", "TextMatching"],
        "KnowledgeGraph": [
            "Diagnostics", "GraphModel", "QuerySyntax", "PatternPacks", "GraphStorage",
            "GraphExport", "QuerySemantics", "Extraction", "QueryPlanning", "QueryExecution",
        ],
        "Shell": ["KnowledgeGraph", "Diagnostics", "GraphExport"],
        "LegationCommand": ["Shell", "KnowledgeGraph", "BundledPacks"],
    ]
    static let ours = Set(allowed.keys).union(["CPCRE2", "CSQLite", "CGumbo", "BundledPacks"])
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func sources(of target: String) -> [URL] {
        let folder = root.appending(path: "Sources/\(target)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    }

    @Test(arguments: allowed.keys.sorted())
    func importsOnlyFromLowerFloors(target: String) throws {
        for file in Self.sources(of: target) {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at <= 2, at + 1 < words.count
                else { continue }
                let imported = String(words[at + 1])
                guard Self.ours.contains(imported) else { continue }
                #expect(
                    Self.allowed[target, default: []].contains(imported),
                    "\(file.lastPathComponent) of \(target) imports \(imported)")
            }
        }
    }

    @Test func everyTargetHasItsFloor() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Sources").path)
        let unknown = folders.filter { !$0.hasPrefix(".") && !Self.ours.contains($0) }
        #expect(unknown.isEmpty)
    }

    @Test func noSourceFileExceeds500Lines() throws {
        for target in Self.allowed.keys {
            for file in Self.sources(of: target) {
                let text = try String(contentsOf: file, encoding: .utf8)
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
                #expect(lines <= 500, "\(file.lastPathComponent) has \(lines) lines")
            }
        }
    }
}
