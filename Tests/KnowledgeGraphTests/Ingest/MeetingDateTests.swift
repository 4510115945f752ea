import Extraction
import Foundation
import GraphModel
import PatternPacks
import Testing

@testable import GraphStorage
@testable import KnowledgeGraph

/// Of one day some write "Friday" and some "19 December": it is one meeting.
@Suite struct MeetingDateTests {
    private static func documents() throws -> [ExtractedDocument] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Grammar/Packs/news")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        let pack = try files.sorted { $0.path < $1.path }.map {
            PackFile(path: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0)))
        }
        let extractor = Extractor(packs: [PackLoader.load(pack).pack])
        return try [
            ("a", "2025-12-21", "Vladimir Putin met Emmanuel Macron on Friday."),
            ("b", "2026-01-02", "Vladimir Putin met Emmanuel Macron on 19 December."),
            ("c", "2025-12-28", "Vladimir Putin met Emmanuel Macron on Friday."),
            ("d", nil, "Vladimir Putin met Emmanuel Macron on Friday."),
        ].map { id, date, text in
            try extractor.extract(SourceDocument(id: id, date: date, bytes: Array(text.utf8)))
        }
    }

    /// `date | date_text | support` of each meeting.
    private static func meetings(_ graph: KnowledgeGraph) throws -> [String] {
        let snapshot = try graph.read()
        return try snapshot.relationships(ofType: nil).compactMap { id -> String? in
            guard let meeting = try snapshot.relationship(id), meeting.type == "MEETS_WITH" else {
                return nil
            }
            return ["date", "date_text", "support"].map { key in
                switch meeting.properties[key] {
                case .string(let text): text
                case .integer(let number): "\(number)"
                default: "-"
                }
            }.joined(separator: " | ")
        }.sorted()
    }

    @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
    func oneDayIsOneMeeting(order: [Int]) throws {
        let documents = try Self.documents()
        let graph = try KnowledgeGraph.inMemory()
        for place in order { _ = try graph.ingest([documents[place]]) }
        #expect(
            try Self.meetings(graph) == [
                "2025-12-19 | 19 December; Friday | 2", "2025-12-26 | Friday | 1",
                "Friday | Friday | 1",
            ])
        // A document withdrawn takes its words along.
        try graph.forget(document: "b")
        #expect(try Self.meetings(graph).contains("2025-12-19 | Friday | 1"))
    }
}
