/// One match of a text pattern: the whole of it and its groups.
public struct TextMatch: Hashable, Sendable {
    /// By group number, the whole match first; nil where a group took no part.
    public var groups: [ByteRange?]
    /// The name of the last `(*MARK:name)` passed on the way to the match.
    public var mark: String?

    /// The first of several groups that took part.
    public func range(of groups: [Int]?) -> ByteRange? {
        guard let groups else { return nil }
        for group in groups where group < self.groups.count {
            if let range = self.groups[group] { return range }
        }
        return nil
    }

    /// All of several groups that took part.
    public func ranges(of groups: [Int]?) -> [ByteRange] {
        (groups ?? []).compactMap { $0 < self.groups.count ? self.groups[$0] : nil }
    }

    public var range: ByteRange { groups.first.flatMap { $0 } ?? ByteRange(start: 0, end: 0) }
}

/// Why a text pattern does not compile.
public struct PatternFault: Error, Hashable, Sendable {
    /// In the words of the pattern library.
    public var message: String
    /// Byte offset in the pattern at which it was noticed.
    public var offset: Int
}

/// A bound that a match ran into. The text before is not searched to its end: what the pattern
/// would have found is unknown, so this is told and never taken for "no match".
public enum MatchLimit: String, Error, Hashable, Sendable {
    /// Too many steps of backtracking from one place.
    case steps
    /// Too deep a nesting, or the matcher's stack was used up.
    case depth
    /// Too much memory.
    case memory
    /// The library gave up for another reason.
    case failure
}
