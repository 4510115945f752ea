/// The bytes of a document as UTF-8, and where each stands in the original.
struct Transcoding {
    private(set) var bytes: [UInt8] = []
    /// Nil where the bytes are the original.
    private(set) var map: OffsetMap?
    /// Where the text begins, behind a byte order mark.
    private(set) var start = 0

    init(_ document: SourceDocument) throws(ExtractionError) {
        let (encoding, mark) = try TextEncoding.of(document)
        let original = document.bytes
        switch encoding {
        case .utf8:
            if let nul = original.firstIndex(of: 0) { throw TextEncoding.binary(nul) }
            if let bad = TextEncoding.invalidByte(original) { throw Self.invalid(bad, "UTF-8") }
            bytes = original
            start = mark
        case .windows1252: readWindows1252(original)
        case .utf16LittleEndian: try readUTF16(original, from: mark, lowByte: 0)
        case .utf16BigEndian: try readUTF16(original, from: mark, lowByte: 1)
        }
    }

    private mutating func readWindows1252(_ original: [UInt8]) {
        bytes.reserveCapacity(original.count + original.count / 8)
        var map = OffsetMap()
        for (offset, byte) in original.enumerated() {
            let width = append(Windows1252.scalar(byte))
            map.append(units: 1, width: width, originalStart: offset, originalWidth: 1)
        }
        self.map = map
    }

    private mutating func readUTF16(_ original: [UInt8], from start: Int, lowByte: Int)
        throws(ExtractionError)
    {
        bytes.reserveCapacity(original.count / 2)
        var map = OffsetMap()
        var offset = start
        func unit(_ offset: Int) -> UInt32? {
            guard offset + 1 < original.count else { return nil }
            return UInt32(original[offset + lowByte]) | UInt32(original[offset + 1 - lowByte]) << 8
        }
        while offset < original.count {
            guard var scalar = unit(offset) else { throw Self.invalid(offset, "UTF-16") }
            var originalWidth = 2
            if scalar & 0xF800 == 0xD800 {
                guard scalar < 0xDC00, let low = unit(offset + 2), low & 0xFC00 == 0xDC00 else {
                    throw Self.invalid(offset, "UTF-16")
                }
                scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
                originalWidth = 4
            }
            if scalar == 0 { throw TextEncoding.binary(offset) }
            map.append(
                units: 1, width: append(scalar), originalStart: offset,
                originalWidth: originalWidth)
            offset += originalWidth
        }
        self.map = map
    }

    /// Appends a character, which is no surrogate, and tells how many bytes it takes.
    private mutating func append(_ scalar: UInt32) -> Int {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
        switch scalar {
        case ..<0x80:
            bytes.append(UInt8(scalar))
            return 1
        case ..<0x800:
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(tail(0))
            return 2
        case ..<0x10000:
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(tail(6))
            bytes.append(tail(0))
            return 3
        default:
            bytes.append(UInt8(0xF0 | scalar >> 18))
            bytes.append(tail(12))
            bytes.append(tail(6))
            bytes.append(tail(0))
            return 4
        }
    }

    private static func invalid(_ offset: Int, _ encoding: String) -> ExtractionError {
        ExtractionError(
            code: .unknownEncoding,
            message: "the file begins with the mark of \(encoding), but byte \(offset) is none; "
                + "it may be damaged: get it anew or save it again as UTF-8")
    }
}
