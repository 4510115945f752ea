/// What a part of a pattern tells about every text that it matches.
struct PatternPiece {
    /// All that it can match, where that is known.
    var exact: LiteralSet?
    /// Otherwise with what it begins and ends, and in order what lies between; none overlaps another.
    var prefix = LiteralSet.empty
    var middle: [LiteralSet] = []
    var suffix = LiteralSet.empty
    /// What is looked for ahead, which may overlap what follows.
    var ahead: [LiteralSet] = []
    var edge: PieceEdge

    static let nothing = PatternPiece(exact: .empty, edge: .nothing)
    /// Something that is not known.
    static let anything = PatternPiece(exact: nil, edge: .anything)

    /// - Parameter first: the first bytes that it has in a text, letter case considered.
    static func literal(_ bytes: [UInt8], first: ByteSet) -> PatternPiece {
        let isOutside = bytes.last.map { !Literal.isWordByte($0) } ?? true
        return PatternPiece(
            exact: LiteralSet(literals: [Literal(bytes)]),
            edge: PieceEdge(
                isNullable: false, endsOutsideWord: isOutside, emptyIsBound: false, first: first))
    }

    /// One character of some whose first bytes are known.
    static func character(_ first: ByteSet) -> PatternPiece {
        PatternPiece(
            exact: nil,
            edge: PieceEdge(
                isNullable: false, endsOutsideWord: first.isDisjoint(with: .word),
                emptyIsBound: false, first: first))
    }

    /// A place where words begin, end or both.
    static func bound(begins: Bool, ends: Bool) -> PatternPiece {
        var edge = PieceEdge.nothing
        edge.emptyIsBound = begins
        return PatternPiece(
            exact: LiteralSet(literals: [Literal([], beginsWord: begins, endsWord: ends)]),
            edge: edge)
    }

    /// All that it tells, in order.
    var sequence: [LiteralSet] {
        if let exact { return [exact] }
        return [prefix] + middle + [suffix]
    }

    /// The one that tells most.
    private var best: LiteralSet? {
        sequence.max { $0.rarity < $1.rarity }.flatMap { $0.rarity > 0 ? $0 : nil }
    }

    func followed(by next: PatternPiece) -> PatternPiece {
        var result = PatternPiece(exact: nil, edge: edge.followed(by: next.edge))
        result.ahead = ahead + next.ahead
        // What stands by itself is told whether a word has to begin there.
        let isBound = edge.isBound
        let suffix = isBound ? self.suffix.boundWhereEmpty : self.suffix
        switch (exact, next.exact) {
        case (let first?, let second?):
            if let product = first.product(second) {
                result.exact = product
                return result
            }
            (result.prefix, result.suffix) = (first, isBound ? second.bound : second)
        case (let first?, nil):
            (result.middle, result.suffix) = (next.middle, next.suffix)
            if let product = first.product(next.prefix) {
                result.prefix = product
            } else {
                result.prefix = first
                result.middle.insert(isBound ? next.prefix.bound : next.prefix, at: 0)
            }
        case (nil, let second?):
            (result.prefix, result.middle) = (prefix, middle)
            if let product = suffix.product(second) {
                result.suffix = product
            } else {
                result.middle.append(suffix)
                result.suffix = isBound ? second.bound : second
            }
        case (nil, nil):
            (result.prefix, result.suffix) = (prefix, next.suffix)
            let separate = [suffix, isBound ? next.prefix.bound : next.prefix]
            let joint = suffix.product(next.prefix).map { [$0] } ?? separate
            result.middle = middle + joint + next.middle
        }
        result.middle.removeAll { $0.rarity == 0 }
        return result
    }

    static func anyOf(_ pieces: [PatternPiece]) -> PatternPiece {
        if pieces.count == 1 { return pieces[0] }
        let edge = pieces.dropFirst().reduce(pieces[0].edge) { $0.or($1.edge) }
        let exact = pieces.compactMap(\.exact)
        if exact.count == pieces.count, let union = Self.union(exact) {
            return PatternPiece(exact: union, edge: edge)
        }
        // With what all end goes on in what follows; so it is preferred where it tells as much.
        let ends = Self.union(pieces.map { $0.exact ?? $0.suffix })
        let best = pieces.compactMap(\.best)
        let union = best.count == pieces.count ? Self.union(best) : nil
        if let ends, ends.rarity > 0, ends.rarity >= union?.rarity ?? 0 {
            return PatternPiece(exact: nil, suffix: ends, edge: edge)
        }
        return PatternPiece(exact: nil, middle: union.map { [$0] } ?? [], edge: edge)
    }

    private static func union(_ sets: [LiteralSet]) -> LiteralSet? {
        sets.dropFirst().reduce(sets.first) { $0?.union($1) }
    }

    func repeated(_ least: Int, _ most: Int?) -> PatternPiece {
        if least == 1, most == 1 { return self }
        if least == 0 {
            if most == 1, let exact, let union = exact.union(.empty) {
                return PatternPiece(exact: union, edge: edge.optional())
            }
            return PatternPiece(exact: nil, edge: edge.optional())
        }
        if let most, most == least, least <= 4 {
            return (1..<least).reduce(self) { piece, _ in piece.followed(by: self) }
        }
        return followed(by: PatternPiece(exact: nil, edge: edge.optional()))
    }
}
