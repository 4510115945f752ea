import Foundation
import Testing

/// `docs/railroad/*.svg` and the page that shows them are made from the grammar; with `RECORD=1`
/// (`make railroad`) they are written anew, else held against it.
@Suite struct RailroadTests {
    static let folder = Grammar.root.appending(path: "docs/railroad")

    private static let style = """
        path{fill:none;stroke:#555;stroke-width:1.5}rect{stroke:#555;stroke-width:1.5}\
        rect.terminal{fill:#dbe9ff}rect.production{fill:#fff4d6}rect.words{fill:#f3f3f3}\
        text{font:13px monospace;text-anchor:middle;fill:#111}\
        text.name{font-weight:bold;text-anchor:start}text.words{font-style:italic}
        """

    /// All diagrams of a section, one below the other.
    static func picture(_ diagrams: [RailroadDiagram]) -> String {
        let width = (diagrams.map(\.width).max() ?? 0) + 40
        let height = diagrams.reduce(20) { $0 + $1.height + 14 }
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
                + "viewBox=\"0 0 \(width) \(height)\">",
            "<style>\(style)</style>",
            "<rect width=\"\(width)\" height=\"\(height)\" style=\"fill:#fff;stroke:none\"/>",
        ]
        var y = 20
        for diagram in diagrams {
            lines += diagram.shapes(x: 20, y: y)
            y += diagram.height + 14
        }
        return (lines + ["</svg>", ""]).joined(separator: "\n")
    }

    /// Every file by its path below `docs`.
    static func files(_ grammar: Grammar) -> [String: String] {
        var files: [String: String] = [:]
        var page = """
            # The grammar in pictures

            Made from `Grammar/Cypher.ebnf`, which is the reference, by `make railroad`. What stands in
            a query is blue and round; what has a diagram of its own is yellow. Keywords may be written
            in any case.

            """
        for section in grammar.sections {
            let name = section.title.lowercased().prefix { $0.isLetter }
            let diagrams = section.productions.compactMap { production in
                grammar.productions[production].map {
                    RailroadDiagram(title: production, $0)
                }
            }
            files["railroad/\(name).svg"] = picture(diagrams)
            page += """

                ## \(section.title)

                ![\(section.productions.joined(separator: ", "))](railroad/\(name).svg)

                """
        }
        files["grammar.md"] = page
        return files
    }

    @Test func thePicturesShowTheGrammar() throws {
        let files = Self.files(try Grammar())
        let docs = Grammar.root.appending(path: "docs")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try? FileManager.default.removeItem(at: Self.folder)
            try FileManager.default.createDirectory(
                at: Self.folder, withIntermediateDirectories: true)
            for (path, text) in files {
                try text.write(
                    to: docs.appending(path: path), atomically: true, encoding: .utf8)
            }
            return
        }
        for (path, text) in files {
            let shown = try String(contentsOf: docs.appending(path: path), encoding: .utf8)
            #expect(shown == text, "docs/\(path) is stale: make railroad")
        }
        let present = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(
            Set(present.map { "railroad/" + $0 }) == Set(files.keys).subtracting(["grammar.md"]))
    }

    @Test func everyProductionHasAPicture() throws {
        let grammar = try Grammar()
        let shown = grammar.sections.flatMap(\.productions)
        #expect(Set(shown) == Set(grammar.productions.keys))
        #expect(shown.count == grammar.productions.count)
    }
}
