/// Some of the 256 bytes.
struct ByteSet: Hashable, Sendable {
    private var low: (UInt64, UInt64) = (0, 0)
    private var high: (UInt64, UInt64) = (0, 0)

    static let none = ByteSet()
    static let all = ByteSet(0...255)
    /// What a character beyond ASCII begins with in UTF-8.
    static let beyondASCII = ByteSet(0xC2...0xF4)
    static let word = ByteSet(0x30...0x39).union(ByteSet(0x41...0x5A)).union(ByteSet(0x61...0x7A))

    private init() {}

    init(_ bytes: ClosedRange<Int>) { for byte in bytes { insert(byte) } }

    mutating func insert(_ byte: Int) {
        let bit = UInt64(1) << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: low.0 |= bit
        case 1: low.1 |= bit
        case 2: high.0 |= bit
        default: high.1 |= bit
        }
    }

    func contains(_ byte: Int) -> Bool {
        let part =
            switch byte >> 6 {
            case 0: low.0
            case 1: low.1
            case 2: high.0
            default: high.1
            }
        return part >> UInt64(byte & 63) & 1 == 1
    }

    func union(_ other: ByteSet) -> ByteSet {
        var result = self
        result.low = (low.0 | other.low.0, low.1 | other.low.1)
        result.high = (high.0 | other.high.0, high.1 | other.high.1)
        return result
    }

    func isDisjoint(with other: ByteSet) -> Bool {
        low.0 & other.low.0 == 0 && low.1 & other.low.1 == 0 && high.0 & other.high.0 == 0
            && high.1 & other.high.1 == 0
    }

    static func == (first: ByteSet, second: ByteSet) -> Bool {
        first.low == second.low && first.high == second.high
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(low.0)
        hasher.combine(low.1)
        hasher.combine(high.0)
        hasher.combine(high.1)
    }
}
