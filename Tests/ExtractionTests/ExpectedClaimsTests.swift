import Extraction
import Foundation
import PatternPacks
import Testing

/// The default pack over the sample articles, held against the claims that were written down before
/// it read them (docs/samples/README.md). The floors keep what was reached.
@Suite struct ExpectedClaimsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/samples")

    struct Expected {
        var type: String
        var source: String
        var target: String
        var status: String
        var addressee: String
    }

    static func articles() throws -> [(text: [UInt8], expected: [Expected])] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") }.sorted()
        return try names.map { name in
            let claims = folder.appending(
                path: name.replacingOccurrences(of: ".txt", with: ".claims.tsv"))
            let lines = try String(contentsOf: claims, encoding: .utf8).split(separator: "\n")
            let columns = lines[0].split(separator: "\t", omittingEmptySubsequences: false)
            let expected = lines.dropFirst().map { line in
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                let cell = { (column: Substring) -> String in
                    columns.firstIndex(of: column).map { String(fields[$0]) } ?? ""
                }
                return Expected(
                    type: cell("type"), source: cell("source"), target: cell("target"),
                    status: cell("status"), addressee: cell("addressee"))
            }
            return (Array(try Data(contentsOf: folder.appending(path: name))), expected)
        }
    }

    /// Whether one name's words hold the other's, or at least half of both are shared.
    static func agree(_ a: String, _ b: String) -> Bool {
        let words = { (text: String) in
            Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
                .subtracting(["the", "a", "an", "mr", "ms", "mrs", "of", "s"])
        }
        let (first, second) = (words(a), words(b))
        if first.isEmpty || second.isEmpty { return false }
        let shared = first.intersection(second).count
        return shared == min(first.count, second.count)
            || 2 * shared >= first.union(second).count
    }

    static func found(_ expected: Expected, _ claim: ExtractedClaim) -> Bool {
        guard claim.kind.rawValue == expected.type else { return false }
        let target = claim.target?.words ?? claim.demand?.words ?? ""
        if agree(expected.source, claim.source.words), agree(expected.target, target) {
            return true
        }
        return expected.type == "MEETS_WITH" && agree(expected.source, target)
            && agree(expected.target, claim.source.words)
    }

    @Test func expectedClaimsAreFoundWithTheirStatus() throws {
        let extractor = Extractor(try NewsPackTests.rules.get())
        var expectedCount = 0
        var foundCount = 0
        var rightStatus = 0
        var claimCount = 0
        for article in try Self.articles() {
            let document = try extractor.extract(SourceDocument(id: "x", bytes: article.text))
            var left = document.claims.filter {
                // What a collective actor acts for is in no expected list.
                $0.kind != .represents || document.entities[$0.source.entity].kind != .group
            }
            claimCount += left.count
            expectedCount += article.expected.count
            for expected in article.expected {
                guard let index = left.firstIndex(where: { Self.found(expected, $0) }) else {
                    continue
                }
                foundCount += 1
                if left[index].status.rawValue == expected.status { rightStatus += 1 }
                left.remove(at: index)
            }
        }
        #expect(foundCount * 100 >= expectedCount * 72, "\(foundCount) of \(expectedCount)")
        #expect(foundCount * 100 >= claimCount * 85, "\(foundCount) right of \(claimCount)")
        #expect(rightStatus * 100 >= foundCount * 90, "\(rightStatus) of \(foundCount)")
    }

    @Test func everySpanCutsItsWordsOutOfTheArticle() throws {
        let extractor = Extractor(try NewsPackTests.rules.get())
        for article in try Self.articles() {
            let document = try extractor.extract(SourceDocument(id: "x", bytes: article.text))
            for claim in document.claims {
                let quoted = article.text[
                    claim.evidence.sentenceSpan.start..<claim.evidence.sentenceSpan.end]
                #expect(String(decoding: quoted, as: UTF8.self) == claim.evidence.sentence)
                for argument in [claim.source, claim.target].compactMap({ $0 }) {
                    let cut = article.text[argument.span.start..<argument.span.end]
                    let words = String(decoding: cut, as: UTF8.self)
                        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    #expect(words == argument.words)
                }
            }
        }
    }
}
