/// The types that a relationship of a pattern may have.
public enum RelationshipTypeSet: Hashable, Sendable {
    case any
    /// One of these: `:A|B`.
    case names([String])
    /// What a condition on the type's name says: `:!A&!B`.
    case matching(Condition)

    public indirect enum Condition: Hashable, Sendable {
        case name(String)
        /// `%`
        case always
        case not(Condition)
        case and([Condition])
        case or([Condition])
    }
}

extension RelationshipTypeSet {
    public func contains(_ type: String) -> Bool {
        switch self {
        case .any: true
        case .names(let names): names.contains(type)
        case .matching(let condition): condition.holds(type)
        }
    }

    /// As a pattern shows it, with the colon; empty for any.
    public var text: String {
        switch self {
        case .any: ""
        case .names(let names): ":" + names.joined(separator: "|")
        case .matching(let condition): ":" + condition.text
        }
    }
}

extension RelationshipTypeSet.Condition {
    fileprivate func holds(_ type: String) -> Bool {
        switch self {
        case .name(let name): name == type
        case .always: true
        case .not(let inner): !inner.holds(type)
        case .and(let parts): parts.allSatisfy { $0.holds(type) }
        case .or(let parts): parts.contains { $0.holds(type) }
        }
    }

    fileprivate var text: String {
        switch self {
        case .name(let name): name
        case .always: "%"
        case .not(let inner): "!" + inner.text
        case .and(let parts): "(" + parts.map(\.text).joined(separator: "&") + ")"
        case .or(let parts): "(" + parts.map(\.text).joined(separator: "|") + ")"
        }
    }
}
