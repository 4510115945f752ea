import Foundation
import Testing

/// Holds the sample articles and their claims to the rules of `docs/samples/README.md`, so that a
/// slip of the pen in the data never counts as a fault, or a merit, of a pattern.
@Suite struct SampleClaimsTests {
    static let columns = [
        "type", "source", "target", "status", "amount", "place", "attributed_to", "addressee",
        "role", "quotation",
    ]
    static let types: Set = ["REPRESENTS", "MEETS_WITH", "FUNDS", "DEMANDS"]
    static let statuses: Set = [
        "asserted", "planned", "possible", "refused", "failed", "negated",
    ]

    @Test(arguments: Sample.names())
    func claimsFileIsWellFormed(name: String) throws {
        let sample = try Sample(named: name)
        #expect(sample.header == Self.columns)
        #expect(sample.raggedLines.isEmpty)
        #expect(sample.claims.count >= 8)
        for claim in sample.claims {
            #expect(Self.types.contains(claim["type"]), "line \(claim.line)")
            #expect(Self.statuses.contains(claim["status"]), "line \(claim.line)")
            for column in ["source", "target", "quotation"] {
                #expect(!claim[column].isEmpty, "line \(claim.line) has no \(column)")
            }
            for (column, cell) in claim.fields {
                #expect(
                    cell == cell.trimmingCharacters(in: .whitespaces),
                    "line \(claim.line): blanks around \(column)")
            }
        }
    }

    @Test(arguments: Sample.names())
    func claimsStandInTheArticle(name: String) throws {
        let sample = try Sample(named: name)
        for claim in sample.claims {
            #expect(
                holds(sample.article, claim["quotation"]),
                "line \(claim.line): the quotation is not in the article")
            for column in ["source", "target", "amount", "place", "role"]
            where !claim[column].isEmpty {
                #expect(
                    holds(claim["quotation"], claim[column]),
                    "line \(claim.line): \(column) is not in the quotation")
            }
            for column in ["attributed_to", "addressee"] where !claim[column].isEmpty {
                #expect(
                    holds(sample.article, claim[column]),
                    "line \(claim.line): \(column) is not in the article")
            }
        }
    }

    @Test(arguments: Sample.names())
    func columnsFitTheType(name: String) throws {
        for claim in try Sample(named: name).claims {
            let type = claim["type"]
            #expect(claim["amount"].isEmpty || type == "FUNDS", "line \(claim.line)")
            #expect(claim["place"].isEmpty || type == "MEETS_WITH", "line \(claim.line)")
            #expect(claim["addressee"].isEmpty || type == "DEMANDS", "line \(claim.line)")
            #expect(claim["role"].isEmpty == (type != "REPRESENTS"), "line \(claim.line)")
            #expect(claim["source"] != claim["target"], "line \(claim.line)")
        }
    }

    @Test(arguments: Sample.names())
    func claimsAreDistinct(name: String) throws {
        let claims = try Sample(named: name).claims
        let keys = claims.map { claim in
            ["type", "source", "target", "status", "quotation"].map { claim[$0] }
        }
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: Sample.names())
    func articleHasTheShapeOfAnArticle(name: String) throws {
        let article = try Sample(named: name).article
        let lines = article.components(separatedBy: "\n")
        try #require(lines.count > 3)
        #expect(!lines[0].isEmpty)
        #expect(lines[1].isEmpty)
        let dateline = #/^[A-Z][A-Z ]{2}.*, 20\d\d — /#
        #expect(lines[2].firstMatch(of: dateline) != nil, "no dateline")
        let words = article.split(whereSeparator: \.isWhitespace).count
        #expect((200...600).contains(words), "\(words) words")
    }

    @Test func samplesCoverTypesAndStatuses() throws {
        let samples = try Sample.names().map(Sample.init(named:))
        #expect(samples.count >= 12)
        let claims = samples.flatMap(\.claims)
        for type in Self.types {
            for status in Self.statuses where type == "MEETS_WITH" || type == "FUNDS" {
                // Money that somebody tried and failed to give is too rare to ask for.
                if type == "FUNDS", status == "failed" { continue }
                #expect(
                    claims.contains { $0["type"] == type && $0["status"] == status },
                    "no claim \(type) is \(status)")
            }
            #expect(claims.contains { $0["type"] == type }, "no claim of \(type)")
        }
    }

    @Test func everyClaimsFileHasItsArticle() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Sample.folder.path)
        let suffix = ".claims.tsv"
        let claimed = files.filter { $0.hasSuffix(suffix) }.map { $0.dropLast(suffix.count) }
        #expect(Set(claimed.map(String.init)) == Set(Sample.names()))
    }
}
