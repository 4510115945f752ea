import GraphModel

/// A sentence in the form that patterns are written for: one space for any white space, straight
/// quotation marks, no private-use characters; with the place of every byte in the text.
struct PlainSentence {
    var bytes: [UInt8] = []
    /// Offset in the text at which what a byte stands for begins.
    var starts: [Int32] = []
    /// Offset in the text at which what a byte stands for ends.
    var ends: [Int32] = []

    init(_ text: UnsafeBufferPointer<UInt8>, _ span: TextSpan) {
        let length = span.end - span.start
        bytes.reserveCapacity(length)
        starts.reserveCapacity(length)
        ends.reserveCapacity(length)
        var position = span.start
        while position < span.end {
            if Self.isVisible(text[position]) {
                add(text[position], position, position + 1)
                position += 1
                continue
            }
            let length = Self.length(text[position])
            let end = min(position + length, span.end)
            append(text, position, end)
            position = end
        }
    }

    /// The part of the text that a range stands for.
    func span(_ start: Int, _ end: Int) -> TextSpan {
        guard start < end, end <= starts.count else { return TextSpan(start: 0, end: 0) }
        return TextSpan(start: Int(starts[start]), end: Int(ends[end - 1]))
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        switch Self.plain(text, start, end) {
        case .same:
            for offset in start..<end { add(text[offset], offset, offset + 1) }
        case .nothing: break
        case .one(let byte):
            if byte == 32, bytes.last == 32 {
                ends[ends.count - 1] = Int32(end)
            } else {
                add(byte, start, end)
            }
        }
    }

    private mutating func add(_ byte: UInt8, _ start: Int, _ end: Int) {
        bytes.append(byte)
        starts.append(Int32(start))
        ends.append(Int32(end))
    }

    private static func isVisible(_ byte: UInt8) -> Bool { byte &- 33 < 94 }

    private enum Replacement {
        case same, nothing
        case one(UInt8)
    }

    private static func plain(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
        -> Replacement
    {
        let byte = text[start]
        if byte < 128 { return byte <= 32 || byte == 127 ? .one(32) : .same }
        var scalar = UInt32(byte) & (end - start == 2 ? 0x1F : end - start == 3 ? 0x0F : 0x07)
        for offset in (start + 1)..<end { scalar = scalar << 6 | UInt32(text[offset]) & 0x3F }
        switch scalar {
        case 0x2018, 0x2019, 0x02BC, 0x201B: return .one(UInt8(ascii: "'"))
        case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: return .one(UInt8(ascii: "\""))
        case 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .one(32)
        case 0x2010, 0x2011: return .one(UInt8(ascii: "-"))
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return .nothing
        case 0x80...0x9F, 0xE000...0xF8FF, 0xF0000...0x10FFFF: return .one(32)
        default: return .same
        }
    }

    private static func length(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
}
