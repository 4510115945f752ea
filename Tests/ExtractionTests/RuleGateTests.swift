import Foundation
import PatternPacks
import SeededRandom
import Testing

@testable import Extraction

/// Speed changes no result: rules that are left out would have found nothing.
@Suite struct RuleGateTests {
    static func expectSame(_ text: String) throws {
        let rules = try NewsPackTests.rules.get()
        let source = SourceDocument(id: "d", bytes: Array(text.utf8))
        let reader = Extractor(rules)
        reader.isGated = true
        let gated = try reader.extract(source)
        let open = Extractor(rules)
        open.isGated = false
        let ungated = try open.extract(source)
        #expect(gated.claims == ungated.claims)
        #expect(gated.entities == ungated.entities)
    }

    static let samples = NewsPackTests.folder.deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/samples")

    static let articles =
        (try? FileManager.default.contentsOfDirectory(atPath: samples.path))?
        .filter { $0.hasSuffix(".txt") }.sorted() ?? []

    @Test(arguments: articles) func articlesGiveTheSame(article: String) throws {
        try Self.expectSame(
            try String(contentsOf: Self.samples.appending(path: article), encoding: .utf8))
    }

    @Test func thereAreArticles() { #expect(Self.articles.count > 10) }

    /// The words of all patterns' examples, shuffled: sentences that nearly match.
    @Test func shuffledExamplesGiveTheSame() throws {
        let pack = try NewsPackTests.pack.get()
        let examples = (pack.relations.map(\.rule) + pack.phrases.map(\.rule))
            .flatMap { $0.examples + $0.counterexamples }
        var random = SplitMix64(state: 3)
        var sentences: [String] = []
        for example in examples {
            sentences.append(example)
            var words = example.split(separator: " ")
            for _ in 0..<1 {
                guard let first = words.indices.randomElement(using: &random),
                    let second = words.indices.randomElement(using: &random)
                else { continue }
                words.swapAt(first, second)
                sentences.append(words.joined(separator: " "))
            }
        }
        for start in stride(from: 0, to: sentences.count, by: 40) {
            let part = sentences[start..<min(start + 40, sentences.count)]
            try Self.expectSame(part.joined(separator: "\n\n"))
        }
    }

    /// U+017F and U+212A are `s` and `k` where case is ignored, and no ASCII.
    @Test func letterCaseBeyondASCIIIsSeen() throws {
        try Self.expectSame(
            "France met Germany\u{2019}\u{17F} envoys in Berlin. Egypt met tal\u{212A}s.")
        try Self.expectSame("Egypt held tal\u{212A}\u{17F} with France.")
    }

    @Test func theNumberOfJobsChangesNothing() throws {
        let rules = try NewsPackTests.rules.get()
        let documents =
            try Self.articles.map { article in
                SourceDocument(
                    id: article,
                    bytes: Array(try Data(contentsOf: Self.samples.appending(path: article))))
            } + [SourceDocument(id: "empty", bytes: [])]
        func read(_ jobs: Int) -> [String] {
            ExtractorPool(rules, jobs: jobs).map(documents, isStopped: { false }) {
                "\($0.document.id) \($0.claims.count) \($0.entities.map(\.name))"
            }.map { result in
                switch result {
                case .success(let text): text
                case .failure(let error): error.message
                }
            }
        }
        let one = read(1)
        #expect(one.count == documents.count && one.last == "the document holds no text")
        #expect(read(3) == one)
    }
}
