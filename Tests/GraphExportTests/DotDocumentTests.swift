import Foundation
import GraphExport
import GraphModel
import Testing

@Suite struct DotDocumentTests {
    static let names = [
        "Ana \"Nan\" Ó", "back\\slash \\N", "two\nlines", "<b>bold</b> & co", "東京 😀", "مرحبا", "",
    ]

    static func sample(limit: Int? = nil, status: String = "refused") -> DotDocument {
        let nodes = names.enumerated().map {
            Node(
                id: NodeID(rawValue: UInt32($0.offset)), labels: ["Person"],
                properties: ["name": .string($0.element)])
        }
        let edges = (1..<UInt32(names.count)).map {
            DotDocument.Edge(
                Relationship(
                    id: RelationshipID(rawValue: $0), type: "MEETS_WITH",
                    start: NodeID(rawValue: 0), end: NodeID(rawValue: $0),
                    properties: ["status": .string(status)]), sentence: names[Int($0)])
        }
        return DotDocument(nodes: nodes, edges: edges, limit: limit)
    }

    @Test func aLimitSaysWhatIsLeftOut() {
        let output = Self.sample(limit: 2).output()
        #expect(output.omittedNodes == 5 && output.omittedRelationships == 5)
        #expect(output.text.contains("// left out: 5 nodes and 5 relationships"))
    }

    @Test func longCaptionsAreWrapped() {
        let text = "that all fighters withdraw from the city before any pause"
        let node = Node(
            id: NodeID(rawValue: 1), labels: ["Demand"], properties: ["text": .string(text)])
        let drawn = DotDocument(nodes: [node], edges: []).output().text
        #expect(
            drawn.contains(#"label="that all fighters withdraw from\nthe city before any pause""#),
            "\(drawn)")
    }

    @Test(arguments: [
        ("asserted", "dir=none"), ("planned", "style=dashed dir=none"),
        ("refused", "style=dotted penwidth=1.8 arrowhead=tee"),
        ("negated", "style=dotted penwidth=1.8 arrowhead=odot"),
    ])
    func statusShows(status: String, attributes: String) {
        #expect(Self.sample(status: status).output().text.contains(attributes))
    }

    /// Graphviz itself reads what is written, with no warning, and shows every name as it is.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")))
    func graphvizDrawsIt() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).dot")
        defer { try? FileManager.default.removeItem(at: file) }
        try Self.sample().output().text.write(to: file, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/dot")
        process.arguments = ["-Tsvg", file.path]
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let drawn = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let said = String(
            decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0 && said.isEmpty, "\(said)")
        for shown in ["Ó", "back\\slash \\N", "&lt;b&gt;bold&lt;/b&gt; &amp; co", "東京 😀", "مرحبا"] {
            #expect(drawn.contains(shown), "\(shown)")
        }
    }
}
