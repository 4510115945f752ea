import GraphModel
import PatternPacks
import TextMatching

/// A sentence in which each mention is two private-use characters (`MentionClass`), with the place
/// in the text of every byte.
struct EncodedSentence {
    private(set) var bytes: [UInt8]
    private var starts: [Int32]
    private var ends: [Int32]
    /// By the index that the second character of a mention holds. Mentions that a phrase took in
    /// stay here: its head and its members are among them.
    private(set) var mentions: [SentenceMention] = []
    /// Another number for other bytes; 0 stands for the sentence before it was encoded.
    private(set) var version = 1

    /// Puts mentions in the places of ranges.
    ///
    /// - Parameters:
    ///   - ranges: from left to right, none empty, none overlapping another.
    ///   - mentions: for each its mention, from right to left.
    init(_ sentence: PlainSentence, _ ranges: [ByteRange], _ mentions: [SentenceMention]) {
        guard !ranges.isEmpty else {
            (bytes, starts, ends) = (sentence.bytes, sentence.starts, sentence.ends)
            return
        }
        self.mentions = mentions
        let most = sentence.bytes.count + ranges.count * MentionClass.encodedLength
        (bytes, starts, ends) = ([], [], [])
        bytes.reserveCapacity(most)
        starts.reserveCapacity(most)
        ends.reserveCapacity(most)
        var position = 0
        func copy(to end: Int) {
            bytes += sentence.bytes[position..<end]
            starts += sentence.starts[position..<end]
            ends += sentence.ends[position..<end]
            position = end
        }
        for (place, range) in ranges.enumerated() {
            let index = mentions.count - 1 - place
            copy(to: range.start)
            appendMention(
                mentions[index].mentionClass, index, sentence.starts[range.start],
                sentence.ends[range.end - 1])
            position = range.end
        }
        copy(to: sentence.bytes.count)
    }

    private mutating func appendMention(
        _ kind: MentionClass, _ index: Int, _ start: Int32, _ end: Int32
    ) {
        bytes += Self.characters(kind, index)
        starts += repeatElement(start, count: MentionClass.encodedLength)
        ends += repeatElement(end, count: MentionClass.encodedLength)
    }

    /// Puts a mention in the place of a range.
    ///
    /// - Returns: its index, or nil where the sentence holds as many as it can.
    @discardableResult
    mutating func replace(_ range: ByteRange, with mention: SentenceMention) -> Int? {
        guard mentions.count < MentionClass.most, range.start < range.end, range.end <= bytes.count
        else { return nil }
        let index = mentions.count
        mentions.append(mention)
        replace(range, mention.mentionClass, index)
        return index
    }

    /// Puts a mention that is known already in the place of a range.
    mutating func replace(_ range: ByteRange, withMention index: Int) {
        replace(range, mentions[index].mentionClass, index)
    }

    /// Makes a mention another in its place.
    mutating func settle(_ index: Int, at offset: Int, as mention: SentenceMention) {
        version += 1
        mentions[index] = mention
        bytes.replaceSubrange(
            offset..<offset + MentionClass.encodedLength,
            with: Self.characters(mention.mentionClass, index))
    }

    /// Adds a mention that stands in no place of its own.
    mutating func add(_ mention: SentenceMention) -> Int {
        mentions.append(mention)
        return mentions.count - 1
    }

    private mutating func replace(_ range: ByteRange, _ kind: MentionClass, _ index: Int) {
        version += 1
        let start = starts[range.start]
        let end = ends[range.end - 1]
        bytes.replaceSubrange(range.start..<range.end, with: Self.characters(kind, index))
        let places = MentionClass.encodedLength
        starts.replaceSubrange(
            range.start..<range.end, with: repeatElement(start, count: places))
        ends.replaceSubrange(range.start..<range.end, with: repeatElement(end, count: places))
    }

    /// The part of the text that a range stands for.
    func span(_ range: ByteRange) -> TextSpan {
        guard range.start < range.end, range.end <= starts.count else {
            return TextSpan(start: 0, end: 0)
        }
        return TextSpan(start: Int(starts[range.start]), end: Int(ends[range.end - 1]))
    }

    /// The index of the first mention in a range.
    func mention(in range: ByteRange) -> Int? {
        var offset = range.start
        while offset + MentionClass.encodedLength <= range.end {
            if Self.begins(bytes, offset) { return index(at: offset) }
            offset += 1
        }
        return nil
    }

    /// All mentions in a range, from left to right, each with its place.
    func allMentions(in range: ByteRange) -> [(index: Int, offset: Int)] {
        var found: [(index: Int, offset: Int)] = []
        var offset = range.start
        while offset + MentionClass.encodedLength <= range.end {
            if Self.begins(bytes, offset) {
                found.append((index(at: offset), offset))
                offset += MentionClass.encodedLength
            } else {
                offset += 1
            }
        }
        return found
    }

    /// Whether ASCII letters or digits stand on both sides of a place.
    func cutsWord(at offset: Int) -> Bool {
        func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
        return offset > 0 && offset < bytes.count && isWord(bytes[offset - 1])
            && isWord(bytes[offset])
    }

    var wholeRange: ByteRange { ByteRange(start: 0, end: bytes.count) }

    private static func begins(_ bytes: [UInt8], _ offset: Int) -> Bool {
        bytes[offset] == 0xEE && bytes[offset + 1] == 0x80 && bytes[offset + 3] == 0xF3
    }

    private func index(at offset: Int) -> Int {
        let value =
            Int(bytes[offset + 4] & 0x3F) << 12 | Int(bytes[offset + 5] & 0x3F) << 6
            | Int(bytes[offset + 6] & 0x3F)
        return value & 0xFFFF
    }

    /// U+E000 + class, then U+F0000 + index, in UTF-8.
    private static func characters(_ kind: MentionClass, _ index: Int) -> [UInt8] {
        [
            0xEE, 0x80, 0x80 | kind.rawValue, 0xF3, 0xB0 | UInt8(index >> 12 & 0x0F),
            0x80 | UInt8(index >> 6 & 0x3F), 0x80 | UInt8(index & 0x3F),
        ]
    }
}
