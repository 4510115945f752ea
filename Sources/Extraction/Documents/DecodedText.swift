import GraphModel

/// The readable text of a document, and where each part of it stands in the original.
///
///     pieces:   text 0..<120 = original 3..<123     (the same bytes)
///               text 120..<121 = original 123..<128 ("&" for "&amp;")
struct DecodedText {
    struct Piece {
        var start: Int
        var originalStart: Int
        var originalEnd: Int
        /// Byte by byte the same as the original.
        var isVerbatim: Bool
    }

    private(set) var bytes: [UInt8] = []
    private var pieces: [Piece] = []
    /// The title that the document itself names, if any.
    var title: String?

    /// Checks that the document is text and takes markup away.
    init(_ document: SourceDocument) throws(ExtractionError) {
        let original = document.bytes
        if let nul = original.firstIndex(of: 0) { throw Self.binary(nul) }
        if let bad = Self.invalidByte(original) { throw Self.invalidUTF8(bad) }
        let start = original.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        switch document.format {
        case .text: appendVerbatim(original, start, original.count)
        case .markdown: MarkdownReader(original, from: start).read(into: &self)
        case .html: HtmlReader(original, from: start).read(into: &self)
        }
        if bytes.allSatisfy({ $0 <= 32 }) { throw Self.empty() }
    }

    mutating func appendVerbatim(_ original: [UInt8], _ start: Int, _ end: Int) {
        guard start < end else { return }
        pieces.append(
            Piece(
                start: bytes.count, originalStart: start, originalEnd: end, isVerbatim: true))
        bytes += original[start..<end]
    }

    /// Text that stands for other bytes of the original.
    mutating func append(_ text: [UInt8], for start: Int, _ end: Int) {
        guard !text.isEmpty else { return }
        pieces.append(
            Piece(
                start: bytes.count, originalStart: start, originalEnd: end, isVerbatim: false))
        bytes += text
    }

    /// Where a span of the text stands in the original.
    func original(_ span: TextSpan) -> TextSpan {
        guard span.start < span.end else { return TextSpan(start: 0, end: 0) }
        let first = piece(at: span.start)
        let last = piece(at: span.end - 1)
        let start =
            first.isVerbatim ? first.originalStart + span.start - first.start : first.originalStart
        let end = last.isVerbatim ? last.originalStart + span.end - last.start : last.originalEnd
        return TextSpan(start: start, end: end)
    }

    private func piece(at offset: Int) -> Piece {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].start <= offset { low = middle } else { high = middle }
        }
        return pieces[low]
    }

    /// Offset of the first byte that is no UTF-8, nil where there is none.
    private static func invalidByte(_ bytes: [UInt8]) -> Int? {
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

    private static func empty() -> ExtractionError {
        ExtractionError(code: .empty, message: "the document holds no text")
    }

    private static func binary(_ offset: Int) -> ExtractionError {
        ExtractionError(
            code: .binary,
            message: "byte \(offset) is zero: this is no text but a binary file")
    }

    private static func invalidUTF8(_ offset: Int) -> ExtractionError {
        ExtractionError(
            code: .invalidUTF8,
            message: "byte \(offset) is not UTF-8; convert the file first "
                + "(for example: iconv -f latin1 -t utf-8)")
    }
}
