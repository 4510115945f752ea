/// Finds many literals in one pass over a text (Aho and Corasick 1975), as a complete automaton:
/// one look into a table a byte. ASCII letters are taken for small ones.
///
///     next:   state * 64 + class of the byte -> next state; the highest bit is set where a literal
///             ends there
///     ends:   state -> literals that end there, as a range of `endings`
///
/// Two bytes an entry and at most 64 classes keep what texts go through in the processor's cache.
public struct LiteralAutomaton: Sendable {
    /// A literal in a text.
    public struct Hit: Hashable, Sendable {
        public var literal: Int32
        public var start: Int32
        public var end: Int32

        public init(literal: Int32, start: Int32, end: Int32) {
            self.literal = literal
            self.start = start
            self.end = end
        }
    }

    private struct Ending: Sendable {
        var literal: Int32
        var length: Int32
        var beginsWord: Bool
        var endsWord: Bool
    }

    private var classes: [UInt8]
    private var next: [UInt16]
    private var ends: [UInt32]
    private var endings: [Ending]

    /// States that it can have.
    public static let mostStates = 1 << 15
    private static let width = 64

    /// - Parameter literals: none empty, with small letters; their places are their numbers.
    /// - Returns: nil where they are too many.
    public init?(_ literals: [Literal]) {
        let width = Self.width
        classes = Self.classes(of: literals)
        var builder = Builder(classes: classes, width: width)
        for (number, literal) in literals.enumerated() {
            builder.insert(
                literal.bytes,
                Ending(
                    literal: Int32(number), length: Int32(literal.bytes.count),
                    beginsWord: literal.beginsWord, endsWord: literal.endsWord))
        }
        guard builder.found.count <= Self.mostStates else { return nil }
        // In the order of their depth: the few that most texts go through lie side by side.
        let order = [0] + builder.complete().map(Int.init)
        var places = [UInt16](repeating: 0, count: order.count)
        for (place, state) in order.enumerated() { places[state] = UInt16(place) }
        next = []
        next.reserveCapacity(builder.next.count)
        ends = [0]
        endings = []
        for state in order {
            for way in builder.next[(state * width)..<((state + 1) * width)] {
                let isEnd = !builder.found[Int(way)].isEmpty
                next.append(places[Int(way)] | (isEnd ? 0x8000 : 0))
            }
            endings += builder.found[state]
            ends.append(UInt32(endings.count))
        }
    }

    public var stateCount: Int { ends.count - 1 }

    /// Appends what is found, in the order of the ends.
    public func find(in text: UnsafeBufferPointer<UInt8>, _ hits: inout [Hit]) {
        var state: UInt16 = 0
        classes.withUnsafeBufferPointer { classes in
            next.withUnsafeBufferPointer { next in
                for position in 0..<text.count {
                    let kind = Int(classes[Int(text[position])])
                    state = next[Int(state & 0x7FFF) << 6 | kind]
                    if state & 0x8000 != 0 {
                        let first = Int(ends[Int(state & 0x7FFF)])
                        let last = Int(ends[Int(state & 0x7FFF) + 1])
                        add(first..<last, text, position + 1, &hits)
                    }
                }
            }
        }
    }

    @inline(never)
    private func add(
        _ found: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ hits: inout [Hit]
    ) {
        for ending in endings[found] {
            let start = end - Int(ending.length)
            if ending.beginsWord, start > 0, Literal.isWordByte(text[start - 1]) { continue }
            if ending.endsWord, end < text.count, Literal.isWordByte(text[end]) { continue }
            hits.append(Hit(literal: ending.literal, start: Int32(start), end: Int32(end)))
        }
    }

    /// A class for each byte that occurs, 0 for all others. Where more occur than there are classes,
    /// the last is that of several: then a literal can be found that is not there, and none is lost.
    /// What the marks of mentions are made of comes first, for it is met most.
    private static func classes(of literals: [Literal]) -> [UInt8] {
        var classes = [UInt8](repeating: 0, count: 256)
        var kind = 1
        func isMark(_ byte: UInt8) -> Bool { byte == 0xEE || (0x80...0x8F).contains(byte) }
        let bytes = Set(literals.flatMap(\.bytes)).sorted()
        for byte in bytes.filter(isMark) + bytes.filter({ !isMark($0) }) {
            classes[Int(byte)] = UInt8(kind)
            kind = min(kind + 1, width - 1)
        }
        for byte in 0x41...0x5A { classes[byte] = classes[byte | 0x20] }
        return classes
    }

    private struct Builder {
        let classes: [UInt8]
        let width: Int
        /// 0 is the root, and where nothing goes on.
        var next: [UInt32]
        var found: [[Ending]] = [[]]

        init(classes: [UInt8], width: Int) {
            self.classes = classes
            self.width = width
            next = Array(repeating: 0, count: width)
        }

        mutating func insert(_ bytes: [UInt8], _ ending: Ending) {
            var state = 0
            for byte in bytes {
                let place = state * width + Int(classes[Int(byte)])
                if next[place] == 0 {
                    next[place] = UInt32(found.count)
                    found.append([])
                    next += repeatElement(0, count: width)
                }
                state = Int(next[place])
            }
            found[state].append(ending)
        }

        /// Goes through the states by their depth: where a state has no way of its own, it has that
        /// of the longest other beginning which its text ends with.
        ///
        /// - Returns: all states but the root, in this order.
        mutating func complete() -> [UInt32] {
            var fallback = [UInt32](repeating: 0, count: found.count)
            var queue = (0..<width).map { next[$0] }.filter { $0 != 0 }
            var head = 0
            while head < queue.count {
                let state = Int(queue[head])
                let other = Int(fallback[state])
                head += 1
                found[state] += found[other]
                for kind in 0..<width {
                    let place = state * width + kind
                    let way = next[other * width + kind]
                    if next[place] == 0 {
                        next[place] = way
                    } else {
                        fallback[Int(next[place])] = way
                        queue.append(next[place])
                    }
                }
            }
            return queue
        }
    }
}
