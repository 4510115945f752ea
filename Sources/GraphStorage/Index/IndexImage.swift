#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of an index, in memory of our own or mapped from a file: one layout for both.
///
///     header   64 bytes: magic, version, section count, graph uuid, stamp, size, checksum
///     table    32 bytes a section: kind, parameter, offset, count of UInt32, checksum
///     sections flat arrays of UInt32, each begun at a multiple of 8
final class IndexImage {
    struct Key: Hashable {
        var kind: SectionKind
        /// A label, or twice a type plus the direction.
        var parameter: UInt32 = 0
    }

    enum SectionKind: UInt32 {
        case nodes = 1
        case label, relationships, types, starts, ends
        case rowNodes, rowOffsets, rowNeighbours, rowRelationships
    }

    private enum Memory { case heap, mapped }

    static let magic: UInt64 = 0x3158_4449_5447_4C0A
    static let version: UInt32 = 1
    private static let headerSize = 64
    private static let entrySize = 32

    let bytes: UnsafeRawBufferPointer
    private let memory: Memory
    private var sections: [Key: UnsafeBufferPointer<UInt32>] = [:]

    deinit {
        switch memory {
        case .heap: UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.deallocate()
        case .mapped: munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        }
    }

    func section(_ kind: SectionKind, _ parameter: UInt32 = 0) -> UnsafeBufferPointer<UInt32> {
        sections[Key(kind: kind, parameter: parameter)] ?? UnsafeBufferPointer(start: nil, count: 0)
    }

    var parameters: Dictionary<Key, UnsafeBufferPointer<UInt32>>.Keys { sections.keys }

    /// Lays sections out in memory of our own.
    init(_ parts: [(key: Key, content: [UInt32])], uuid: String, stamp: Int64) {
        let tableEnd = Self.headerSize + parts.count * Self.entrySize
        let size = parts.reduce(tableEnd) { $0 + Self.padded($1.content.count) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        var offset = tableEnd
        for (place, part) in parts.enumerated() {
            let length = part.content.count * 4
            part.content.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<offset + length])
                    .copyMemory(from: $0)
            }
            let end = offset + Self.padded(part.content.count)
            let entry = Self.headerSize + place * Self.entrySize
            buffer.storeBytes(of: part.key.kind.rawValue, toByteOffset: entry, as: UInt32.self)
            buffer.storeBytes(of: part.key.parameter, toByteOffset: entry + 4, as: UInt32.self)
            buffer.storeBytes(of: UInt64(offset), toByteOffset: entry + 8, as: UInt64.self)
            buffer.storeBytes(
                of: UInt64(part.content.count), toByteOffset: entry + 16, as: UInt64.self)
            let sum = Self.checksum(UnsafeRawBufferPointer(rebasing: buffer[offset..<end]))
            buffer.storeBytes(of: sum, toByteOffset: entry + 24, as: UInt64.self)
            offset = end
        }
        buffer.storeBytes(of: Self.magic, toByteOffset: 0, as: UInt64.self)
        buffer.storeBytes(of: Self.version, toByteOffset: 8, as: UInt32.self)
        buffer.storeBytes(of: UInt32(parts.count), toByteOffset: 12, as: UInt32.self)
        let identity = Self.identity(uuid)
        buffer.storeBytes(of: identity.0, toByteOffset: 16, as: UInt64.self)
        buffer.storeBytes(of: identity.1, toByteOffset: 24, as: UInt64.self)
        buffer.storeBytes(of: stamp, toByteOffset: 32, as: Int64.self)
        buffer.storeBytes(of: UInt64(size), toByteOffset: 40, as: UInt64.self)
        let sum = Self.checksum(UnsafeRawBufferPointer(rebasing: buffer[..<tableEnd]))
        buffer.storeBytes(of: sum, toByteOffset: 48, as: UInt64.self)
        bytes = UnsafeRawBufferPointer(buffer)
        memory = .heap
        readTable()
    }

    /// Takes a mapped file over; nil, and unmapped, unless it is whole and made for this state.
    init?(mapped: UnsafeRawBufferPointer, uuid: String, stamp: Int64) {
        bytes = mapped
        memory = .mapped
        guard isWhole(uuid: uuid, stamp: stamp) else { return nil }
        readTable()
    }

    private func isWhole(uuid: String, stamp: Int64) -> Bool {
        guard bytes.count >= Self.headerSize,
            bytes.load(fromByteOffset: 0, as: UInt64.self) == Self.magic,
            bytes.load(fromByteOffset: 8, as: UInt32.self) == Self.version,
            bytes.load(fromByteOffset: 32, as: Int64.self) == stamp,
            bytes.load(fromByteOffset: 40, as: UInt64.self) == UInt64(bytes.count)
        else { return false }
        let identity = Self.identity(uuid)
        guard bytes.load(fromByteOffset: 16, as: UInt64.self) == identity.0,
            bytes.load(fromByteOffset: 24, as: UInt64.self) == identity.1
        else { return false }
        let tableEnd = Self.headerSize + sectionCount * Self.entrySize
        guard tableEnd <= bytes.count else { return false }
        // The sum was taken while its own field held zero.
        var head = Array(bytes[..<tableEnd])
        head.replaceSubrange(48..<56, with: repeatElement(0, count: 8))
        guard
            head.withUnsafeBytes(Self.checksum)
                == bytes.load(fromByteOffset: 48, as: UInt64.self)
        else { return false }
        var expected = UInt64(tableEnd)
        for place in 0..<sectionCount {
            let entry = Self.headerSize + place * Self.entrySize
            let offset = bytes.load(fromByteOffset: entry + 8, as: UInt64.self)
            let count = bytes.load(fromByteOffset: entry + 16, as: UInt64.self)
            guard offset == expected, count <= UInt64(bytes.count) / 4 else { return false }
            expected = offset + UInt64(Self.padded(Int(count)))
            guard expected <= UInt64(bytes.count) else { return false }
            let content = UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(expected)])
            guard
                Self.checksum(content) == bytes.load(fromByteOffset: entry + 24, as: UInt64.self)
            else { return false }
        }
        return expected == UInt64(bytes.count)
    }

    private var sectionCount: Int { Int(bytes.load(fromByteOffset: 12, as: UInt32.self)) }

    private func readTable() {
        for place in 0..<sectionCount {
            let entry = Self.headerSize + place * Self.entrySize
            guard
                let kind = SectionKind(
                    rawValue: bytes.load(fromByteOffset: entry, as: UInt32.self))
            else { continue }
            let parameter = bytes.load(fromByteOffset: entry + 4, as: UInt32.self)
            let offset = Int(bytes.load(fromByteOffset: entry + 8, as: UInt64.self))
            let count = Int(bytes.load(fromByteOffset: entry + 16, as: UInt64.self))
            let content = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count * 4])
            sections[Key(kind: kind, parameter: parameter)] = content.assumingMemoryBound(
                to: UInt32.self)
        }
    }

    private static func padded(_ count: Int) -> Int { (count * 4 + 7) & ~7 }

    private static func identity(_ uuid: String) -> (UInt64, UInt64) {
        let digits = uuid.filter { $0 != "-" }
        return (
            UInt64(digits.prefix(16), radix: 16) ?? 0, UInt64(digits.dropFirst(16), radix: 16) ?? 0
        )
    }

    /// Four lanes of multiplications; any single changed word changes the sum.
    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
        let words = bytes.count / 8
        var word = 0
        func load(_ index: Int) -> UInt64 {
            bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
        }
        func mix(_ lane: UInt64, _ value: UInt64) -> UInt64 {
            let product = (lane ^ value) &* prime
            return product ^ (product >> 29)
        }
        while word + 4 <= words {
            lanes.0 = mix(lanes.0, load(word))
            lanes.1 = mix(lanes.1, load(word + 1))
            lanes.2 = mix(lanes.2, load(word + 2))
            lanes.3 = mix(lanes.3, load(word + 3))
            word += 4
        }
        while word < words {
            lanes.0 = mix(lanes.0, load(word))
            word += 1
        }
        return mix(mix(mix(mix(UInt64(words), lanes.0), lanes.1), lanes.2), lanes.3)
    }
}
