import GraphModel

/// Reads one argument as the kind that a function needs.
enum Arguments {
    static func integer(_ value: Value, of function: String) throws(EvaluationError) -> Int64 {
        guard case .integer(let integer) = value else {
            throw .argument(value, of: function, expecting: "an integer")
        }
        return integer
    }

    /// An integer that counts or places something: not negative, and small enough to compute with.
    static func count(_ value: Value, of function: String) throws(EvaluationError) -> Int {
        let integer = try integer(value, of: function)
        guard integer >= 0 else { throw .negative(integer, of: function) }
        return Int(min(integer, Int64(Int32.max)))
    }

    static func number(_ value: Value, of function: String) throws(EvaluationError) -> Double {
        switch value {
        case .integer(let integer): return Double(integer)
        case .float(let float): return float
        default: throw .argument(value, of: function, expecting: "a number")
        }
    }

    static func string(_ value: Value, of function: String) throws(EvaluationError) -> String {
        guard case .string(let string) = value else {
            throw .argument(value, of: function, expecting: "a string")
        }
        return string
    }

    static func list(_ value: Value, of function: String) throws(EvaluationError) -> [Value] {
        guard case .list(let items) = value else {
            throw .argument(value, of: function, expecting: "a list")
        }
        return items
    }
}

// MARK: - Wording

extension EvaluationError {
    static func argument(
        _ value: Value, of function: String, expecting expected: String,
        detail: String = "InvalidArgumentType"
    ) -> EvaluationError {
        EvaluationError(
            kind: .typeError, detail: detail,
            message: "\(function)() takes \(expected), not \(value.kindName)")
    }

    fileprivate static func negative(_ integer: Int64, of function: String) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "NegativeIntegerArgument",
            message: "\(function)() takes no negative number such as \(integer)")
    }
}
