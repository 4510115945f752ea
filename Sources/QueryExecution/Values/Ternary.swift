/// Kleene's three truth values, as openCypher's conditions use them: nil is "unknown" (null).
public typealias Ternary = Bool?

/// The connectives over three truth values.
public enum TernaryLogic {
    public static func and(_ a: Ternary, _ b: Ternary) -> Ternary {
        if a == false || b == false { return false }
        return a == nil || b == nil ? nil : true
    }

    public static func or(_ a: Ternary, _ b: Ternary) -> Ternary {
        if a == true || b == true { return true }
        return a == nil || b == nil ? nil : false
    }

    public static func xor(_ a: Ternary, _ b: Ternary) -> Ternary {
        guard let a, let b else { return nil }
        return a != b
    }

    public static func not(_ a: Ternary) -> Ternary { a.map { !$0 } }
}
