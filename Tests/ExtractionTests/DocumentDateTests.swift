import Testing

@testable import Extraction

/// Where a document's date is found, and which of several counts.
@Suite struct DocumentDateTests {
    private static func date(
        _ text: String, given: String? = nil, path: String? = nil, format: DocumentFormat = .text
    ) throws -> String? {
        try Extractor(packs: []).extract(
            SourceDocument(
                id: "d", date: given, path: path, format: format, bytes: Array(text.utf8))
        ).document.date
    }

    @Test(arguments: [
        ("KYIV, Dec. 21, 2025 — Envoys met.", "2025-12-21"),
        ("GENEVA (Reuters), Sept. 3, 2024 - Envoys met.", "2024-09-03"),
        ("Talks\n\nSunday, December 21, 2025\n\nEnvoys met.", "2025-12-21"),
        ("Talks\nPublished: 21 December 2025, 10:30 GMT\nEnvoys met.", "2025-12-21"),
        ("Talks\nPosted on December 21, 2025 at 9:05 a.m.\nEnvoys met.", "2025-12-21"),
        ("Talks\n2025-12-21\nEnvoys met.", "2025-12-21"),
        ("Talks\nPublished 2025-12-21T10:30:00Z\nEnvoys met.", "2025-12-21"),
        // A day that no calendar has, and dates of what the text tells.
        ("KYIV, Feb. 30, 2025 — Envoys met.", nil),
        ("The pact of December 21, 2025 was signed.\nMore.", nil),
        ("On December 21, 2025, envoys met.\nMore.", nil),
    ])
    func datelines(text: String, date: String?) throws {
        #expect(try Self.date(text) == date)
    }

    @Test(arguments: [
        ("news/2025-12-21-talks.txt", "2025-12-21"), ("talks_20251221.html", "2025-12-21"),
        ("2025.12.21.md", "2025-12-21"), ("a 2025_12_21 b.txt", "2025-12-21"),
        ("v1-2025-12-21.txt", "2025-12-21"),
        // Of a folder, of no day, of part of a number, and of a file of many documents.
        ("2025-12-21/talks.txt", nil), ("2025-13-21.txt", nil), ("120251221.txt", nil),
        ("2025-12-214.txt", nil), ("2025-1-2.txt", nil), ("12345678.txt", nil),
        ("2025-12-21.jsonl", nil), ("2025-12.txt", nil), ("", nil),
    ])
    func fileNames(path: String, date: String?) {
        #expect(FileNameDate.date(in: path) == date)
    }

    /// What is told of the document, then what its head tells, then its dateline, then its name.
    @Test func theSurestCounts() throws {
        let head = "<meta property='article:published_time' content='2025-01-02'>"
        let line = "<p>KYIV, Jan. 3, 2025 — Envoys met.</p>"
        let path = "2025-01-04.html"
        #expect(
            try Self.date(head + line, given: "2025-01-01", path: path, format: .html)
                == "2025-01-01")
        #expect(try Self.date(head + line, path: path, format: .html) == "2025-01-02")
        #expect(try Self.date(line, path: path, format: .html) == "2025-01-03")
        #expect(try Self.date("<p>Envoys met.", path: path, format: .html) == "2025-01-04")
        #expect(try Self.date("<p>Envoys met.", format: .html) == nil)
    }
}
