import Extraction
import Foundation
import PatternPacks
import Testing

/// The default pack keeps what its own examples promise.
@Suite struct NewsPackTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "Grammar/Packs/news")

    static func load() throws -> LoadedPack {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let files = try names.filter { $0.hasSuffix(".toml") || $0.hasSuffix(".tsv") }.map {
            PackFile(path: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
        }
        return PackLoader.load(files)
    }

    @Test func everyExampleIsFoundByItsPatternAndNoCounterexampleIs() throws {
        let loaded = try Self.load()
        #expect(loaded.findings.map(\.text) == [])
        let extractor = Extractor(packs: [loaded.pack])
        func finds(_ id: String, _ text: String) throws -> Bool {
            let document = try extractor.extract(SourceDocument(id: "x", bytes: Array(text.utf8)))
            return document.claims.contains { $0.evidence.pattern == id }
        }
        for rule in loaded.pack.relations.map(\.rule) + loaded.pack.phrases.map(\.rule) {
            for example in rule.examples {
                #expect(try finds(rule.id, example), "\(rule.id) misses: \(example)")
            }
            for counterexample in rule.counterexamples {
                #expect(try !finds(rule.id, counterexample), "\(rule.id) finds: \(counterexample)")
            }
        }
        for relation in loaded.pack.relations {
            #expect(!relation.rule.examples.isEmpty, "\(relation.rule.id) has no example")
        }
    }
}
