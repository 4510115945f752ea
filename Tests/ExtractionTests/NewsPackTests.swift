import Extraction
import Foundation
import PatternPacks
import Testing

/// The default pack keeps what its own examples promise.
@Suite struct NewsPackTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "Grammar/Packs/news")

    /// Read once for all tests that read by it: its preparation takes longer than they do.
    static let pack = Result { try load().pack }
    static let rules = Result { ExtractionRules([try pack.get()]) }

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
        let check = PackChecker.check([loaded])
        let errors = check.findings.filter { $0.diagnostic.severity == .error }
        #expect(errors.map(\.text) == [])
        #expect(check.examples > 150 && !check.isUntried)
        for relation in loaded.pack.relations {
            #expect(!relation.rule.examples.isEmpty, "\(relation.rule.id) has no example")
        }
    }
}
