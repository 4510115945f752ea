/// How the bytes of a document stand for characters.
enum TextEncoding: Hashable {
    case utf8, utf16LittleEndian, utf16BigEndian, windows1252

    /// Tells the encoding of a document, and how long its byte order mark is: by that mark; else by
    /// what a page declares; else UTF-8 if it is valid, which no other text of some length is by
    /// chance; else Windows-1252 if it looks like a text of Western Europe.
    static func of(_ document: SourceDocument) throws(ExtractionError) -> (TextEncoding, mark: Int)
    {
        let bytes = document.bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let nul = bytes.firstIndex(of: 0) { throw binary(nul) }
        let declared = document.format == .html ? HtmlCharset.declared(in: bytes) : nil
        if let declared, HtmlCharset.western.contains(declared) { return (.windows1252, 0) }
        guard let bad = invalidByte(bytes) else { return (.utf8, 0) }
        if let declared, !HtmlCharset.unicode.contains(declared) { throw foreign(declared) }
        if let control = bytes.firstIndex(where: { $0 < 32 && !spaces.contains($0) }) {
            throw Self.control(control)
        }
        guard Windows1252.isLikely(bytes) else { throw unknown(bad) }
        return (.windows1252, 0)
    }

    /// Tab, line feed, vertical tab, form feed, carriage return, and the old end of file.
    private static let spaces: Set<UInt8> = [9, 10, 11, 12, 13, 26]

    /// Offset of the first byte that is no UTF-8, nil where there is none.
    static func invalidByte(_ bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    static func binary(_ offset: Int) -> ExtractionError {
        ExtractionError(
            code: .binary,
            message: "byte \(offset) is zero: this is no text but a binary file")
    }

    private static func control(_ offset: Int) -> ExtractionError {
        ExtractionError(
            code: .binary,
            message: "byte \(offset) is a control character: this is no text but a binary file")
    }

    private static func unknown(_ offset: Int) -> ExtractionError {
        ExtractionError(
            code: .unknownEncoding,
            message: "byte \(offset) is not UTF-8, and the text does not look like Windows-1252; "
                + "convert the file first (for example: iconv -f koi8-r -t utf-8)")
    }

    private static func foreign(_ charset: String) -> ExtractionError {
        ExtractionError(
            code: .unknownEncoding,
            message: "the page is in the encoding '\(charset)', which is not read; "
                + "convert the file first (iconv -f \(charset) -t utf-8)")
    }
}
