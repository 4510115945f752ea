/// Turns a terminal's bytes into keys. Bytes may arrive cut anywhere: what is not yet whole waits
/// for the next call.
///
/// Sequences after ECMA-48 (CSI), xterm's control sequences, and its bracketed paste mode.
public struct KeyDecoder: Sendable {
    private var pending: [UInt8] = []
    private static let pasteStart = Array("\u{1B}[200~".utf8)
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    public init() {}

    /// True while a sequence is open: after a short silence, `flush` tells a lone Escape from the
    /// beginning of a sequence.
    public var isWaiting: Bool { !pending.isEmpty }

    public mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
        pending.append(contentsOf: bytes)
        var keys: [Key] = []
        var position = 0
        while position < pending.count, let (key, length) = next(pending[position...]) {
            position += length
            if case .text(let new) = key, case .text(let old)? = keys.last {
                keys[keys.count - 1] = .text(old + new)
            } else {
                keys.append(key)
            }
        }
        pending.removeFirst(position)
        return keys
    }

    /// Gives up waiting: an open Escape was the key itself, anything else is unknown.
    public mutating func flush() -> [Key] {
        defer { pending.removeAll() }
        if pending.isEmpty || pending.starts(with: Self.pasteStart) { return [] }
        return [pending == [0x1B] ? .escape : .unknown]
    }

    /// The first whole key and how many bytes it took; nil where more bytes are needed.
    private func next(_ bytes: ArraySlice<UInt8>) -> (Key, Int)? {
        guard let first = bytes.first else { return nil }
        switch first {
        case 0x1B: return escapeSequence(bytes)
        case 0x20...0x7E, 0x80...: return scalar(bytes)
        default: return (Self.control(first), 1)
        }
    }

    private static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x01: .home
        case 0x02: .left
        case 0x03: .interrupt
        case 0x04: .endOfInput
        case 0x05: .end
        case 0x06: .right
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x0B: .deleteToEnd
        case 0x0C: .clearScreen
        case 0x0E: .down
        case 0x10: .up
        case 0x12: .searchHistory
        case 0x15: .deleteToStart
        case 0x17: .deleteWordBack
        case 0x19: .yank
        default: .unknown
        }
    }

    private func scalar(_ bytes: ArraySlice<UInt8>) -> (Key, Int)? {
        let length: Int
        switch bytes[bytes.startIndex] {
        case ..<0x80: length = 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return (.unknown, 1)
        }
        guard bytes.count >= length else { return nil }
        guard let text = String(validating: bytes.prefix(length), as: UTF8.self) else {
            return (.unknown, 1)
        }
        return (.text(text), length)
    }

    private func escapeSequence(_ bytes: ArraySlice<UInt8>) -> (Key, Int)? {
        let rest = bytes.dropFirst()
        guard let second = rest.first else { return nil }
        switch second {
        case UInt8(ascii: "["):
            if bytes.starts(with: Self.pasteStart) { return paste(bytes) }
            return controlSequence(bytes)
        case UInt8(ascii: "O"):
            guard let third = rest.dropFirst().first else { return nil }
            return (Self.final(third, modified: false), 3)
        case UInt8(ascii: "b"): return (.wordLeft, 2)
        case UInt8(ascii: "f"): return (.wordRight, 2)
        case 0x7F: return (.deleteWordBack, 2)
        default: return (.unknown, 2)
        }
    }

    private func controlSequence(_ bytes: ArraySlice<UInt8>) -> (Key, Int)? {
        let parameters = bytes.dropFirst(2).prefix { (0x20...0x3F).contains($0) }
        guard let final = bytes.dropFirst(2 + parameters.count).first else { return nil }
        let length = parameters.count + 3
        let numbers = String(decoding: parameters, as: UTF8.self).split(separator: ";")
        if final != UInt8(ascii: "~") {
            return (Self.final(final, modified: numbers.count > 1), length)
        }
        switch numbers.first {
        case "1", "7": return (.home, length)
        case "3": return (.delete, length)
        case "4", "8": return (.end, length)
        default: return (.unknown, length)
        }
    }

    private static func final(_ byte: UInt8, modified: Bool) -> Key {
        switch byte {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): modified ? .wordRight : .right
        case UInt8(ascii: "D"): modified ? .wordLeft : .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        default: .unknown
        }
    }

    private func paste(_ bytes: ArraySlice<UInt8>) -> (Key, Int)? {
        let body = bytes.dropFirst(Self.pasteStart.count)
        var end = body.startIndex
        while end < body.endIndex, !body[end...].starts(with: Self.pasteEnd) { end += 1 }
        guard end < body.endIndex else { return nil }
        // Terminals send a carriage return for each line break of the pasted text.
        let text = String(decoding: body[..<end], as: UTF8.self)
            .split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
            .split(separator: "\r", omittingEmptySubsequences: false).joined(separator: "\n")
        return (.paste(text), Self.pasteStart.count + (end - body.startIndex) + Self.pasteEnd.count)
    }
}
