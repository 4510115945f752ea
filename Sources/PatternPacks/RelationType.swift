/// `[[type]]`: a type of relation that a pack claims beyond the standard ones.
public struct RelationType: Hashable, Sendable {
    /// The type of the graph's relationships: `ACQUIRES`.
    public var name: String
    public var about: String
    /// Properties of its own, each captured by the group of that name: `stake`.
    public var properties: [String]

    /// Known to every pack without being declared.
    public static let standard = ["REPRESENTS", "MEETS_WITH", "FUNDS", "DEMANDS"]
    /// Types of relationships that are no claims.
    static let structural = ["MENTIONED_IN", "ADDRESSED_TO"]
    /// Properties that every claim has or that a group of every relation gives.
    static let commonProperties: Set<String> = [
        "status", "confidence", "support", "attributed_to", "first_seen", "last_seen", "amount",
        "amount_text", "currency", "purpose", "place", "date", "role",
    ]
}

/// Which claims compete for the same words and are decided by the same cues: those of the standard
/// types, or those of the types that one pack declares. A pack of another field read beside leaves
/// them as they are.
public struct RelationField: Hashable, Sendable {
    /// The name of the pack that declares the types; empty for the standard ones.
    var pack: String

    public static let standard = RelationField(pack: "")
}
