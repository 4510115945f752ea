/// Finds thousands of names in a text in one pass: at each word the longest name that begins there.
///
/// Names are sequences of tokens (a run of letters, digits and bytes beyond ASCII; or one mark of
/// punctuation), so white space of any kind and length between them is one. Letter case counts.
///
///     nodes, in open addressing:   (parent node, token hash) -> child node
///     child node:                  payload of the name that ends here, or -1
///
/// Two tokens of equal hash are told apart by their bytes. Building: O(total tokens);
/// searching: O(bytes of the text), without allocation but for what is found.
public struct NameTrie: Sendable {
    /// A name found: where, and what was given for it.
    public struct Hit: Hashable, Sendable {
        public var range: ByteRange
        public var payload: Int32
    }

    private struct Slot: Sendable {
        var parent: UInt32 = 0
        /// 0 is an empty slot: node 0 is the root, which is nobody's child.
        var child: UInt32 = 0
        var hash: UInt64 = 0
        var tokenStart: UInt32 = 0
        var tokenLength: UInt32 = 0
    }

    private var slots: [Slot]
    private var tokenBytes: [UInt8] = []
    private var payloads: [Int32] = [-1]
    private var used = 0
    /// Whether a name begins with the byte: most words of a text are passed by that alone.
    private var beginsName = [Bool](repeating: false, count: 256)

    /// - Parameter names: with a payload that is not negative; of equal names the first counts.
    public init(_ names: some Sequence<(name: String, payload: Int32)>) {
        slots = Array(repeating: Slot(), count: 64)
        for (name, payload) in names { insert(Array(name.utf8), payload) }
    }

    /// All names in the text, from left to right; where two overlap the earlier, then the longer.
    public func hits(in text: UnsafeBufferPointer<UInt8>) -> [Hit] {
        var hits: [Hit] = []
        var position = 0
        while let token = Self.token(in: text, from: position) {
            if !beginsName[Int(text[token.start])] {
                position = token.end
            } else if let hit = longestName(in: text, from: token) {
                hits.append(hit)
                position = hit.range.end
            } else {
                position = token.end
            }
        }
        return hits
    }

    private func longestName(in text: UnsafeBufferPointer<UInt8>, from first: ByteRange) -> Hit? {
        var node: UInt32 = 0
        var token: ByteRange? = first
        var best: Hit?
        while let current = token {
            let bytes = UnsafeBufferPointer(rebasing: text[current.start..<current.end])
            guard let child = child(of: node, token: bytes) else { break }
            node = child
            if payloads[Int(node)] >= 0 {
                best = Hit(
                    range: ByteRange(start: first.start, end: current.end),
                    payload: payloads[Int(node)])
            }
            token = Self.token(in: text, from: current.end)
        }
        return best
    }

    private mutating func insert(_ name: [UInt8], _ payload: Int32) {
        var node: UInt32 = 0
        name.withUnsafeBufferPointer { text in
            var position = 0
            if let first = Self.token(in: text, from: 0) {
                beginsName[Int(text[first.start])] = true
            }
            while let token = Self.token(in: text, from: position) {
                node = addChild(
                    of: node, UnsafeBufferPointer(rebasing: text[token.start..<token.end]))
                position = token.end
            }
        }
        if node != 0, payloads[Int(node)] < 0 { payloads[Int(node)] = payload }
    }

    private func child(of node: UInt32, token: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let hash = Self.hash(node, token)
        let slot = slots[place(of: node, hash, token)]
        return slot.child == 0 ? nil : slot.child
    }

    private mutating func addChild(of node: UInt32, _ token: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if let child = child(of: node, token: token) { return child }
        if (used + 1) * 2 > slots.count { grow() }
        let hash = Self.hash(node, token)
        let child = UInt32(payloads.count)
        slots[place(of: node, hash, token)] = Slot(
            parent: node, child: child, hash: hash, tokenStart: UInt32(tokenBytes.count),
            tokenLength: UInt32(token.count))
        tokenBytes.append(contentsOf: token)
        payloads.append(-1)
        used += 1
        return child
    }

    /// The slot that holds the child, or the empty one where it would stand.
    private func place(
        of node: UInt32, _ hash: UInt64, _ token: UnsafeBufferPointer<UInt8>
    ) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while slots[index].child != 0 {
            let slot = slots[index]
            if slot.hash == hash, slot.parent == node, isToken(slot, token) { break }
            index = (index + 1) & mask
        }
        return index
    }

    private func isToken(_ slot: Slot, _ token: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(slot.tokenLength) == token.count else { return false }
        let start = Int(slot.tokenStart)
        for offset in 0..<token.count where tokenBytes[start + offset] != token[offset] {
            return false
        }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        let mask = slots.count - 1
        for slot in old where slot.child != 0 {
            var index = Int(truncatingIfNeeded: slot.hash) & mask
            while slots[index].child != 0 { index = (index + 1) & mask }
            slots[index] = slot
        }
    }

    /// FNV-1a (Fowler, Noll and Vo) over the node and the token's bytes.
    private static func hash(_ node: UInt32, _ token: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(node) &* 0x9E37_79B9_7F4A_7C15
        for byte in token { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 29)
    }

    /// The token at or after a place: a whole word, or one mark.
    private static func token(
        in text: UnsafeBufferPointer<UInt8>, from position: Int
    ) -> ByteRange? {
        var start = position
        while start < text.count {
            if text[start] <= 0x20 {
                start += 1
            } else if isNoBreakSpace(text, start) {
                start += 2
            } else {
                break
            }
        }
        guard start < text.count else { return nil }
        var end = start
        while end < text.count, isWordByte(text[end]) || markLength(text, end) == 0 { end += 1 }
        if end == start { end = min(start + markLength(text, start), text.count) }
        return ByteRange(start: start, end: end)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func isNoBreakSpace(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        text[at] == 0xC2 && at + 1 < text.count && text[at + 1] == 0xA0
    }

    /// Bytes of the mark at a place; 0 where a word goes on. Beyond ASCII, marks are U+0080 to
    /// U+00BF (guillemets), General Punctuation (curly quotes, dashes) and the first block of CJK
    /// punctuation; all else is taken for letters.
    private static func markLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let byte = text[at]
        if byte < 0x80 {
            return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? 0 : 1
        }
        if byte == 0xC2 { return 2 }
        let isPunctuation =
            (byte == 0xE2 || byte == 0xE3) && at + 1 < text.count
            && text[at + 1] == 0x80
        return isPunctuation ? 3 : 0
    }
}
