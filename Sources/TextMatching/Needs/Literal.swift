/// Bytes that a text has to hold, ASCII letters small, and whether words have to begin or end there.
public struct Literal: Hashable, Sendable {
    public var bytes: [UInt8]
    /// No ASCII letter or digit stands before it.
    public var beginsWord = false
    /// No ASCII letter or digit stands behind it.
    public var endsWord = false

    public init(_ bytes: [UInt8], beginsWord: Bool = false, endsWord: Bool = false) {
        self.bytes = bytes
        self.beginsWord = beginsWord
        self.endsWord = endsWord
    }

    static let empty = Literal([])

    var isEmpty: Bool { bytes.isEmpty }

    func followed(by next: Literal) -> Literal {
        if next.isEmpty {
            var result = self
            if isEmpty { result.beginsWord = beginsWord || next.beginsWord }
            result.endsWord = endsWord || next.endsWord
            return result
        }
        if isEmpty {
            var result = next
            result.beginsWord = beginsWord || next.beginsWord
            return result
        }
        return Literal(
            bytes + next.bytes, beginsWord: beginsWord, endsWord: next.endsWord)
    }

    /// Its beginning: what holds the whole holds that.
    public func cut(to longest: Int) -> Literal {
        guard bytes.count > longest else { return self }
        return Literal(Array(bytes[..<longest]), beginsWord: beginsWord)
    }

    /// As it is looked for: with bounds only at letters and digits.
    var trimmed: Literal {
        var result = self
        if let first = bytes.first, !Self.isWordByte(first) { result.beginsWord = false }
        if let last = result.bytes.last, !Self.isWordByte(last) { result.endsWord = false }
        return result
    }

    @inline(__always)
    static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    /// How rare it is, roughly: what stands for a mention is in most sentences.
    var rarity: Int {
        if bytes.isEmpty { return 0 }
        if bytes.count == 3, bytes[0] == 0xEE { return 3 }
        return bytes.count + (beginsWord ? 1 : 0) + (endsWord ? 1 : 0)
    }

    /// The shorter first, so that what others imply is met before them.
    func precedes(_ other: Literal) -> Bool {
        if bytes.count != other.bytes.count { return bytes.count < other.bytes.count }
        if bytes != other.bytes { return bytes.lexicographicallyPrecedes(other.bytes) }
        let bounds = (beginsWord ? 1 : 0) + (endsWord ? 2 : 0)
        return bounds < (other.beginsWord ? 1 : 0) + (other.endsWord ? 2 : 0)
    }

    /// Whether whatever holds the other holds this.
    func isWithin(_ other: Literal) -> Bool {
        if beginsWord || endsWord {
            return bytes == other.bytes && (!beginsWord || other.beginsWord)
                && (!endsWord || other.endsWord)
        }
        guard bytes.count <= other.bytes.count else { return false }
        return (0...other.bytes.count - bytes.count).contains { start in
            other.bytes[start..<start + bytes.count].elementsEqual(bytes)
        }
    }
}

/// Of some literals a text has to hold one.
public struct LiteralSet: Hashable, Sendable {
    public var literals: [Literal]

    /// Sets with more are given up: they would cost more than they tell.
    static let most = 1_000
    /// Products with more are not written out.
    static let mostInProduct = 500

    static let empty = LiteralSet(literals: [.empty])

    func union(_ other: LiteralSet) -> LiteralSet? {
        let all = Set(literals).union(other.literals)
        return all.count > Self.most ? nil : LiteralSet(literals: Array(all))
    }

    func product(_ other: LiteralSet) -> LiteralSet? {
        if self == .empty { return other }
        if other == .empty { return self }
        let isOne = literals.count == 1 || other.literals.count == 1
        let most = isOne ? Self.most : Self.mostInProduct
        guard literals.count * other.literals.count <= most else { return nil }
        if isOne {
            return LiteralSet(
                literals: literals.flatMap { one in other.literals.map { one.followed(by: $0) } })
        }
        let all = Set(literals.flatMap { first in other.literals.map { first.followed(by: $0) } })
        return LiteralSet(literals: Array(all))
    }

    public func cut(to longest: Int) -> LiteralSet {
        LiteralSet(literals: Set(literals.map { $0.cut(to: longest) }).sorted { $0.precedes($1) })
    }

    /// The same where no ASCII letter or digit stands before it.
    var bound: LiteralSet {
        var result = self
        for index in literals.indices { result.literals[index].beginsWord = true }
        return result
    }

    /// The same where none stands before what follows.
    var boundWhereEmpty: LiteralSet {
        var result = self
        for index in literals.indices where literals[index].isEmpty {
            result.literals[index].beginsWord = true
        }
        return result
    }

    /// That of the commonest literal: 0 where it tells nothing.
    public var rarity: Int { literals.map(\.rarity).min() ?? 0 }

    /// In order and without what others imply; nil where it tells nothing.
    var minimal: LiteralSet? {
        let trimmed = Set(literals.map(\.trimmed)).sorted { $0.precedes($1) }
        var kept: [Literal] = []
        for literal in trimmed where !kept.contains(where: { $0.isWithin(literal) }) {
            kept.append(literal)
        }
        let result = LiteralSet(literals: kept)
        return result.rarity >= 3 ? result : nil
    }
}
