/// What every text holds that a pattern matches: found by reading the pattern, so that it need not
/// be tried where something is missing.
public struct PatternNeeds: Hashable, Sendable {
    /// Of each set one literal, in this order and without overlap.
    public var inOrder: [LiteralSet] = []
    /// Of each set one literal, anywhere.
    public var anywhere: [LiteralSet] = []

    public static let none = PatternNeeds()

    init() {}

    /// - Parameter source: a pattern that compiles. Where it uses what this reader does not know,
    ///   nothing is needed: then it is to be tried everywhere.
    public init(_ source: String, ignoringCase: Bool) {
        var reader = PatternReader(source, ignoringCase: ignoringCase)
        guard let piece = reader.read() else { return }
        inOrder = piece.sequence.compactMap(\.minimal)
        anywhere = piece.ahead.compactMap(\.minimal)
    }

    /// The bytes with which every match begins; nil where that is not known or any can.
    static func firstBytes(_ source: String, ignoringCase: Bool) -> ByteSet? {
        var reader = PatternReader(source, ignoringCase: ignoringCase)
        guard let piece = reader.read(), !piece.edge.isNullable, piece.edge.first != .all else {
            return nil
        }
        return piece.edge.first
    }
}
