import GraphModel

/// The readable text of a document as UTF-8, and where each part of it stands in the original.
///
/// Two steps lead there, each with its map: the original's encoding to UTF-8 (`Transcoding`), and
/// the markup's source to its text.
struct DecodedText {
    private(set) var bytes: [UInt8] = []
    /// To the source in UTF-8.
    private var map = OffsetMap()
    /// From there to the original; nil where that is UTF-8 itself.
    private let encodingMap: OffsetMap?
    /// The title that the document itself names, if any.
    var title: String?
    /// The day of publication that the document itself names, in ISO 8601.
    var date: String?

    /// Checks that the document is text and takes markup away.
    init(_ document: SourceDocument) throws(ExtractionError) {
        let source = try Transcoding(document)
        encodingMap = source.map
        switch document.format {
        case .text: appendVerbatim(source.bytes, source.start, source.bytes.count)
        case .markdown: MarkdownReader(source.bytes, from: source.start).read(into: &self)
        case .html:
            if let tag = HtmlDepth.excess(in: source.bytes, from: source.start) {
                throw Self.tooDeep(tag)
            }
            HtmlReader(source.bytes, from: source.start).read(into: &self)
        }
        if bytes.allSatisfy({ $0 <= 32 }) { throw Self.empty() }
    }

    mutating func appendVerbatim(_ source: [UInt8], _ start: Int, _ end: Int) {
        guard start < end else { return }
        map.append(units: end - start, width: 1, originalStart: start, originalWidth: 1)
        bytes += source[start..<end]
    }

    /// Text that stands for other bytes of the source.
    mutating func append(_ text: some Collection<UInt8>, for start: Int, _ end: Int) {
        guard !text.isEmpty else { return }
        map.append(
            units: 1, width: text.count, originalStart: start, originalWidth: end - start)
        bytes += text
    }

    /// Parts what follows from what is there: the sentence ends here.
    mutating func endParagraph() {
        let count = bytes.count
        guard count > 0, bytes[count - 1] != 0x0A || count == 1 || bytes[count - 2] != 0x0A else {
            return
        }
        append([0x0A, 0x0A], for: map.originalEnd, map.originalEnd)
    }

    /// Behind what was taken last from the source.
    var sourceEnd: Int { map.originalEnd }

    /// Where a span of the text stands in the original.
    func original(_ span: TextSpan) -> TextSpan {
        let source = map.original(span)
        return encodingMap?.original(source) ?? source
    }

    private static func tooDeep(_ tag: Int) -> ExtractionError {
        ExtractionError(
            code: .malformed,
            message: "more than \(HtmlDepth.most) elements are open at byte \(tag) of the page's "
                + "UTF-8 text: this is no page to be read; if it is one, save its text alone")
    }

    private static func empty() -> ExtractionError {
        ExtractionError(code: .empty, message: "the document holds no text")
    }
}
