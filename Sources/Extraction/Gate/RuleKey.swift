import PatternPacks

/// What the gate has to know of a rule, without the rule: passes go through lists of these.
struct RuleKey {
    var slot: Int
    var hasAnchors: Bool

    init(_ rule: PatternRule) {
        slot = rule.slot
        hasAnchors = !rule.anchors.isEmpty
    }
}
