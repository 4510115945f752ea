/// What tells one claim or demand from another, as one text.
enum ClaimKey {
    /// Each part with its length before it, so that no two lists give the same text.
    static func text(_ parts: [String]) -> String {
        parts.map { "\($0.utf8.count):\($0)" }.joined()
    }
}
