import Extraction
import Foundation
import GraphModel
import PatternPacks
import SeededRandom
import Testing

/// The sample articles in every form that is read: what is quoted can be proved from the original.
@Suite struct QuotationPropertyTests {
    enum Form: String, CaseIterable {
        case utf8, marked, utf16LittleEndian, utf16BigEndian, windows1252, page, latinPage

        var isPage: Bool { self == .page || self == .latinPage }

        var encoding: String.Encoding {
            switch self {
            case .utf8, .marked, .page: .utf8
            case .utf16LittleEndian: .utf16LittleEndian
            case .utf16BigEndian: .utf16BigEndian
            case .windows1252, .latinPage: .windowsCP1252
            }
        }

        /// Nil where the encoding lacks a character.
        func bytes(_ text: String) -> [UInt8]? {
            let mark: [UInt8] =
                switch self {
                case .marked: [0xEF, 0xBB, 0xBF]
                case .utf16LittleEndian: [0xFF, 0xFE]
                case .utf16BigEndian: [0xFE, 0xFF]
                case .utf8, .windows1252, .page, .latinPage: []
                }
            return text.data(using: encoding).map { mark + Array($0) }
        }
    }

    private static func articles() throws -> [(name: String, text: String)] {
        let folder = NewsPackTests.folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/samples")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") }.sorted().map {
                ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            }
    }

    @Test func everyQuotationStandsInTheOriginal() throws {
        let extractor = Extractor(try NewsPackTests.rules.get())
        var random = SplitMix64(state: 2026)
        var read: [Form: Int] = [:]
        for article in try Self.articles() {
            let plain = try extractor.extract(
                SourceDocument(id: "x", bytes: Array(article.text.utf8)))
            #expect(!plain.claims.isEmpty)
            for form in Form.allCases {
                let source =
                    form.isPage ? TestPage.page(of: article.text, form, &random) : article.text
                guard let bytes = form.bytes(source) else { continue }
                read[form, default: 0] += 1
                let found = try extractor.extract(
                    SourceDocument(id: "x", format: form.isPage ? .html : .text, bytes: bytes))
                try Self.prove(found, in: bytes, form, article.name)
                #expect(
                    found.claims.map(Self.words) == plain.claims.map(Self.words),
                    "\(article.name) \(form)")
                #expect(found.entities.map(\.name) == plain.entities.map(\.name))
                #expect(found.document.date == plain.document.date, "\(article.name) \(form)")
            }
        }
        // Not every article can be written in Windows-1252, but most can.
        for form in Form.allCases { #expect(read[form, default: 0] > 8, "\(form)") }
    }

    private static func words(_ claim: ExtractedClaim) -> [String] {
        [
            claim.kind.rawValue, claim.source.words, claim.target?.words ?? "",
            claim.demand?.words ?? "", claim.status.rawValue, plain(claim.evidence.sentence),
        ]
    }

    private static func prove(
        _ found: ExtractedDocument, in bytes: [UInt8], _ form: Form, _ name: String
    ) throws {
        func check(_ span: TextSpan, _ words: String) {
            guard span.start >= 0, span.start < span.end, span.end <= bytes.count else {
                Issue.record("\(name) \(form): \(span) of \(words)")
                return
            }
            var cut =
                String(data: Data(bytes[span.start..<span.end]), encoding: form.encoding) ?? "?"
            if form.isPage { cut = TestPage.text(of: cut) }
            #expect(plain(cut) == plain(words), "\(name) \(form)")
        }
        for claim in found.claims {
            let evidence = claim.evidence
            check(evidence.sentenceSpan, evidence.sentence)
            check(evidence.sourceSpan, claim.source.words)
            check(evidence.targetSpan, claim.demand?.words ?? claim.target?.words ?? "")
            let quoted = bytes[evidence.sentenceSpan.start..<evidence.sentenceSpan.end]
            #expect(evidence.quotationHash == SHA256.hexadecimal(of: quoted))
        }
        for mention in found.entities.flatMap(\.mentions) { check(mention.span, mention.words) }
    }

    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// A page around a text, as newspapers make them, and the way back from a part of it.
private enum TestPage {
    static func page(
        of text: String, _ form: QuotationPropertyTests.Form, _ random: inout SplitMix64
    ) -> String {
        let paragraphs = text.split(separator: "\n\n").enumerated().map { place, paragraph in
            let tag = place == 0 ? "h1" : "p"
            return "<\(tag)>\(marked(paragraph, &random))</\(tag)>"
        }
        return """
            <!DOCTYPE html><html><head><meta charset="\(form == .page ? "utf-8" : "windows-1252")"><title>Page</title>
            <script>var a = "Germany met France.";</script></head><body>
            <nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
            <div class="cookie-notice">Germany met France. <button>Accept</button></div>
            <main><article>\(paragraphs.joined(separator: "\n"))</article></main>
            <aside><h3>Related</h3><p>Spain met Italy in Rome.</p></aside>
            <footer>Germany funds France.</footer></body></html>
            """
    }

    private static let names: [Character: String] = [
        "“": "&ldquo;", "”": "&rdquo;", "’": "&rsquo;", "—": "&mdash;", "–": "&#8211;",
        "é": "&eacute;",
        "€": "&euro;", "í": "&#xED;", "ã": "&atilde;", "e": "&#101;", "S": "&#x53;", ".": "&#46;",
    ]

    /// With references in the place of some characters, and tags and comments between words.
    private static func marked(_ text: Substring, _ random: inout SplitMix64) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case " ":
                let between = [
                    " ", " ", " ", " ", " ", "\n  ", " <b>", "</b> ", "</i> ", " <!-- x --> ",
                ]
                result += between.randomElement(using: &random) ?? " "
            case let character
            where character.utf8.count > 1 || Int.random(in: 0..<8, using: &random) == 0:
                result += names[character] ?? "\(character)"
            case let character: result.append(character)
            }
        }
        return result
    }

    /// Of a part of such a page, also of one that begins or ends within an element.
    static func text(of markup: String) -> String {
        var text = markup.replacing(/<!--.*?-->|<[^>]*>/, with: "")
        for (character, name) in names { text = text.replacing(name, with: "\(character)") }
        return text.replacing("&lt;", with: "<").replacing("&amp;", with: "&")
    }
}
