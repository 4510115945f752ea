/// A zone's offsets through history, as the system's time zone database has them (RFC 9636).
struct ZoneRules: Sendable {
    /// The moments at which the offset changes, in order.
    private var transitions: [Int] = []
    /// The offset after each.
    private var offsets: [Int] = []
    private var first: Int
    /// For all moments after the last transition.
    private var rule: YearlyRule?

    /// Nil where the bytes are no file of the database.
    init?(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard let old = reader.header(), old.version >= UInt8(ascii: "2") else { return nil }
        // The first block repeats the data in 32 bits for old readers.
        reader.position += old.size(ofTime: 4)
        guard let header = reader.header(),
            reader.position + header.size(ofTime: 8) <= bytes.count, header.types > 0
        else { return nil }
        for _ in 0..<header.times { transitions.append(reader.integer(8)) }
        let kinds = (0..<header.times).map { _ in reader.integer(1) & 0xFF }
        var types: [Int] = []
        for _ in 0..<header.types {
            types.append(reader.integer(4))
            reader.position += 2
        }
        guard kinds.allSatisfy({ $0 < types.count }) else { return nil }
        offsets = kinds.map { types[$0] }
        first = types[0]
        reader.position += header.tail(ofTime: 8)
        let footer = bytes[min(reader.position, bytes.count)...]
            .split(separator: UInt8(ascii: "\n")).first
        rule = footer.flatMap { YearlyRule(String(decoding: $0, as: UTF8.self)) }
    }

    /// Seconds ahead of UTC at a moment.
    func offset(at moment: Int) -> Int {
        guard let last = transitions.last else { return rule?.offset(at: moment) ?? first }
        if moment >= last { return rule?.offset(at: moment) ?? offsets[offsets.count - 1] }
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : offsets[low - 1]
    }

    private struct Header {
        var version: UInt8
        /// Counts of UTC marks, standard marks, leap seconds, transitions, types and letters.
        var counts: [Int]

        var times: Int { counts[3] }
        var types: Int { counts[4] }

        func size(ofTime bytes: Int) -> Int {
            times * (bytes + 1) + types * 6 + tail(ofTime: bytes)
        }

        func tail(ofTime bytes: Int) -> Int {
            counts[5] + counts[2] * (bytes + 4) + counts[1] + counts[0]
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        mutating func header() -> Header? {
            guard position >= 0, position + 44 <= bytes.count,
                bytes[position..<(position + 4)].elementsEqual("TZif".utf8)
            else { return nil }
            let version = bytes[position + 4]
            position += 20
            var counts: [Int] = []
            for _ in 0..<6 { counts.append(integer(4)) }
            // No real file is near this; a damaged one must not ask for gigabytes.
            guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
            return Header(version: version, counts: counts)
        }

        /// Big-endian with sign.
        mutating func integer(_ size: Int) -> Int {
            var value = bytes[position] >= 0x80 ? -1 : 0
            for byte in bytes[position..<(position + size)] { value = value << 8 | Int(byte) }
            position += size
            return value
        }
    }
}
