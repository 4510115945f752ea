import Foundation
import KnowledgeGraph
import Testing

@Suite struct DocumentInputTests {
    /// Files below a folder come in the order of their paths, whatever lies among them, once each.
    @Test func foldersAreReadInOrder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "b/2.md": "two", "b/1.html": "<p>one", "a.TXT": "upper", "c.pdf": "%PDF",
            ".hidden.txt": "no",
            "d.jsonl": "\u{FEFF}{\"id\":\"x\",\"text\":\"t\",\"source\":\"s\"}\n\n[]\n",
        ]
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        // A link back up must not lead round and round.
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "b/up"), withDestinationURL: folder)
        let input = try DocumentInput(paths: [folder.path])
        let given = input.map { item -> String in
            switch item {
            case .document(let document):
                "\(document.id.replacing(folder.path + "/", with: "")) \(document.format) "
                    + "\(document.source ?? "-")"
            case .skipped(let skipped):
                "\(skipped.place.replacing(folder.path + "/", with: "")): \(skipped.reason.rawValue)"
            }
        }
        #expect(
            given == [
                "a.TXT text -", "b/1.html html -", "b/2.md markdown -", "c.pdf: other format",
                "x text s", "d.jsonl:3: not a document line",
            ])
        #expect(
            input.totalBytes
                == files.filter { $0.key != ".hidden.txt" }.values.map(\.utf8.count).reduce(0, +))
    }

    /// Lines are read in parts: one longer than any part, and lines across the ends of parts.
    @Test func longLinesAreReadWhole() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID()).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        let lengths = [10, 700_000, 0, 262_000, 300, 262_144, 5]
        let lines = lengths.enumerated().map { number, length in
            "{\"id\":\(number),\"text\":\"\(String(repeating: "x", count: length))\"}"
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let given = try DocumentInput(jsonLines: file.path).map { item -> Int in
            if case .document(let document) = item { document.bytes.count } else { -1 }
        }
        #expect(given == lengths)
    }

    @Test func progressNeverGoesBack() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("one".utf8).write(to: folder.appending(path: "a.txt"))
        let lines = (0..<5).map { "{\"id\":\($0),\"text\":\"t\"}\n" }.joined()
        try Data(lines.utf8).write(to: folder.appending(path: "b.jsonl"))
        var input = try DocumentInput(paths: [folder.path])
        var read = [input.bytesRead]
        while input.next() != nil { read.append(input.bytesRead) }
        #expect(read == read.sorted() && read.count == 7)
        #expect(read[0] == 0 && read[1] == 0 && read[2] == 3)
        #expect(input.bytesRead == input.totalBytes)
    }

    @Test func aPathThatLeadsNowhereIsToldBeforeAnythingIsRead() {
        #expect(throws: InputError.self) {
            try DocumentInput(paths: ["/no/such/path", "/no/other"])
        }
        #expect(throws: InputError.self) { try DocumentInput(jsonLines: "/no/such/path") }
        #expect(throws: InputError.self) { try PackInput.files(inFolder: "/no/such/path") }
    }
}
