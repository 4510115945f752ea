import Foundation
import GraphModel
import Testing

@testable import Extraction

@Suite struct TextEncodingTests {
    static let text = "Zürich – “Freeland” met Norland’s envoy in Łódź 🙂."

    static func windows1252(_ text: String) -> [UInt8] {
        Array(text.data(using: .windowsCP1252)!)
    }

    static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
            + text.utf16.flatMap { unit in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return bigEndian ? bytes : bytes.reversed()
            }
    }

    private static func decoded(_ bytes: [UInt8], _ format: DocumentFormat = .text) throws
        -> DecodedText
    {
        try DecodedText(SourceDocument(id: "x", format: format, bytes: bytes))
    }

    @Test(arguments: [
        Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, bigEndian: false),
        utf16(text, bigEndian: true),
    ])
    func everyEncodingGivesTheSameText(bytes: [UInt8]) throws {
        #expect(String(decoding: try Self.decoded(bytes).bytes, as: UTF8.self) == Self.text)
    }

    /// Each character of the text leads to its own bytes of the original, and to no others.
    @Test func everyCharacterLeadsToItsBytes() throws {
        for isBig in [false, true] {
            let original = Self.utf16(Self.text, bigEndian: isBig)
            let decoded = try Self.decoded(original)
            var (offset, place) = (0, 2)
            for scalar in Self.text.unicodeScalars {
                let width = UTF8.width(scalar)
                let span = decoded.original(TextSpan(start: offset, end: offset + width))
                let end = place + (scalar.value > 0xFFFF ? 4 : 2)
                #expect(span == TextSpan(start: place, end: end), "\(scalar)")
                (offset, place) = (offset + width, end)
            }
            #expect(place == original.count)
        }
    }

    /// Every byte but those that Windows-1252 leaves open, as another reader reads it.
    @Test func allOfWindows1252IsRead() throws {
        let bytes = (UInt8(0x20)...0xFF).filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
        let page = Array("<meta charset='iso-8859-1'><pre>".utf8) + bytes.filter { $0 != 0x3C }
        let decoded = try Self.decoded(page, .html)
        let expected = String(data: Data(bytes.filter { $0 != 0x3C }), encoding: .windowsCP1252)
        #expect(String(decoding: decoded.bytes.drop { $0 == 10 }, as: UTF8.self) == expected)
    }

    @Test func latinTextIsToldByItsBytes() throws {
        let text = "Der Außenminister traf die französische Präsidentin – “bald”."
        let decoded = try Self.decoded(Self.windows1252(text))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    }

    /// What a page declares goes before what its bytes could be.
    @Test(arguments: [
        ("<meta charset=\"windows-1252\">", "Ã©"),
        ("<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", "Ã©"),
        ("<?xml version='1.0' encoding='latin1'?>", "Ã©"),
        ("<meta charset=utf-8>", "é"),
        ("<meta name='x' content='y'>", "é"),
    ])
    func thePagesDeclarationIsObeyed(declaration: String, expected: String) throws {
        let page = Array("\(declaration)<p>caf\u{E9}</p>".utf8)
        let text = String(decoding: try Self.decoded(page, .html).bytes, as: UTF8.self)
        #expect(text.contains("caf" + expected))
    }

    @Test(arguments: [
        ([0x7F, 0x45, 0x4C, 0x46, 0, 1], ExtractionError.Code.binary, "byte 4 is zero"),
        ([0xFF, 0xFE, 0x61, 0, 0, 0], .binary, "byte 4 is zero"),
        // A picture: no UTF-8, and control characters.
        ([0xFF, 0xD8, 0xFF, 0xE0, 0x10, 0x4A], .binary, "byte 4 is a control character"),
        // Half a pair, and half a character.
        ([0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8], .unknownEncoding, "byte 4 is none"),
        ([0xFE, 0xFF, 0, 0x61, 0], .unknownEncoding, "byte 4 is none"),
        ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], .unknownEncoding, "byte 4 is none"),
        // Russian in KOI8-R: mostly letters beyond ASCII.
        (
            [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x20, 0xCD, 0xC9, 0xD2], .unknownEncoding,
            "iconv -f"
        ),
    ])
    func whatIsNoReadableTextIsRefused(
        bytes: [UInt8], code: ExtractionError.Code, told: String
    ) throws {
        let error = #expect(throws: ExtractionError.self) { try Self.decoded(bytes) }
        #expect(error?.code == code)
        #expect(error?.message.contains(told) == true, "\(error?.message ?? "")")
    }

    @Test func anEncodingThatIsNotReadIsNamed() throws {
        let page = Array("<meta charset=koi8-r><p>".utf8) + [0xF0, 0xD2, 0xC9]
        let error = #expect(throws: ExtractionError.self) { try Self.decoded(page, .html) }
        #expect(error?.message.contains("'koi8-r'") == true)
    }
}
