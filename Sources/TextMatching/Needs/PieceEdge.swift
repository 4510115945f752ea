/// With what a part of a pattern can begin, and whether a word can begin behind it.
struct PieceEdge {
    /// It can match nothing.
    var isNullable: Bool
    /// Where it matches something, that ends with no ASCII letter or digit.
    var endsOutsideWord: Bool
    /// Where it matches nothing, it holds that no ASCII letter or digit stands before.
    var emptyIsBound: Bool
    /// The first bytes of what it matches.
    var first: ByteSet

    static let nothing = PieceEdge(
        isNullable: true, endsOutsideWord: true, emptyIsBound: false, first: .none)
    static let anything = PieceEdge(
        isNullable: true, endsOutsideWord: false, emptyIsBound: false, first: .all)

    /// No ASCII letter or digit stands before what follows.
    var isBound: Bool { endsOutsideWord && (!isNullable || emptyIsBound) }

    func followed(by next: PieceEdge) -> PieceEdge {
        PieceEdge(
            isNullable: isNullable && next.isNullable,
            endsOutsideWord: next.endsOutsideWord
                && (!next.isNullable || endsOutsideWord || next.emptyIsBound),
            emptyIsBound: emptyIsBound || next.emptyIsBound,
            first: isNullable ? first.union(next.first) : first)
    }

    func or(_ other: PieceEdge) -> PieceEdge {
        PieceEdge(
            isNullable: isNullable || other.isNullable,
            endsOutsideWord: endsOutsideWord && other.endsOutsideWord,
            emptyIsBound: (emptyIsBound || !isNullable)
                && (other.emptyIsBound || !other.isNullable),
            first: first.union(other.first))
    }

    func optional() -> PieceEdge {
        var result = self
        result.isNullable = true
        result.emptyIsBound = false
        return result
    }
}
