import Extraction
import Foundation
import GraphModel
import PatternPacks
import Testing

@testable import KnowledgeGraph

/// The sample articles, read with the news pack as a user would read them.
@Suite struct SampleArticleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func files(in folder: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: root.appending(path: folder), includingPropertiesForKeys: nil
        ).sorted { $0.path < $1.path }
    }

    private static func articles() throws -> [ExtractedDocument] {
        let pack = try files(in: "Grammar/Packs/news").map {
            PackFile(path: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0)))
        }
        let extractor = Extractor(packs: [PackLoader.load(pack).pack])
        return try files(in: "docs/samples").filter { $0.pathExtension == "txt" }.map { file in
            try extractor.extract(
                SourceDocument(
                    id: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file))))
        }
    }

    @Test func theyMergeAndAreWithdrawnWithoutTrace() throws {
        let articles = try Self.articles()
        let half = Array(articles.prefix(articles.count / 2))
        let graph = try KnowledgeGraph.inMemory()
        let summary = try graph.ingest(articles)
        #expect(summary.newDocuments.count == articles.count)
        #expect(summary.evidenceAdded > 0 && summary.newEntities > 0)
        for article in articles.dropFirst(half.count) {
            try graph.forget(document: article.document.id)
        }
        let alone = try KnowledgeGraph.inMemory()
        for article in half.reversed() { _ = try alone.ingest([article]) }
        #expect(try GraphContent(graph) == GraphContent(alone))
    }

    /// But for what has no name of its own: the governments of two articles are two.
    @Test func noTwoNodesOfAKindHaveOneName() throws {
        let graph = try KnowledgeGraph.inMemory()
        _ = try graph.ingest(try Self.articles())
        let snapshot = try graph.read()
        var seen: Set<[String]> = []
        for id in try snapshot.nodes(withLabel: nil) {
            let node = try #require(try snapshot.node(id))
            guard case .string(let name) = node.properties["name"],
                name.contains(where: \.isUppercase)
            else { continue }
            #expect(seen.insert(node.labels + [name]).inserted, "\(node.labels) \(name)")
        }
    }
}
