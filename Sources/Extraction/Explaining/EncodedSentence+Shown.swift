import PatternPacks
import TextMatching

extension EncodedSentence {
    /// A part of the sentence for people: mentions are `⟨class:words⟩`.
    func shown(_ range: ByteRange) -> String {
        var shown = ""
        var position = range.start
        for (index, offset) in allMentions(in: range) {
            shown += String(decoding: bytes[position..<offset], as: UTF8.self)
            let words = mentions[index].words.split(whereSeparator: \.isWhitespace)
            shown += "⟨\(mentions[index].mentionClass.name):\(words.joined(separator: " "))⟩"
            position = offset + MentionClass.encodedLength
        }
        return shown + String(decoding: bytes[position..<range.end], as: UTF8.self)
    }

    /// The words and mentions of the sentence, each without the spaces around it.
    var tokens: [ByteRange] {
        var tokens: [ByteRange] = []
        var start = 0
        func close(_ end: Int) {
            if start < end { tokens.append(ByteRange(start: start, end: end)) }
        }
        let mentions = allMentions(in: wholeRange).map(\.offset)
        var next = mentions.makeIterator()
        var mention = next.next()
        var position = 0
        while position < bytes.count {
            if position == mention {
                close(position)
                start = position
                position += MentionClass.encodedLength
                close(position)
                start = position
                mention = next.next()
            } else if bytes[position] == 32 {
                close(position)
                position += 1
                start = position
            } else if Self.isMark(bytes[position]) {
                close(position)
                start = position
                position += 1
                close(position)
                start = position
            } else {
                position += 1
            }
        }
        close(position)
        return tokens
    }

    /// A mark that is a word of its own; the apostrophe belongs to what it is written with.
    private static func isMark(_ byte: UInt8) -> Bool { ",.;:!?()\"".utf8.contains(byte) }
}
