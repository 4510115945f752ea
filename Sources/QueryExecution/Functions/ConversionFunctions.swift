import GraphModel

/// Functions that turn a value into another kind. A string that cannot be read is null; a value
/// that has no such conversion is an error, or null for the `…OrNull` forms.
enum ConversionFunctions {
    static let all: [ScalarFunction] = [
        family("Boolean", boolean), family("Integer", integer), family("Float", float),
        family("String", string),
    ].flatMap { $0 }

    private typealias Conversion = @Sendable (Value) throws(EvaluationError) -> Value

    /// `toX`, `toXOrNull` and `toXList`.
    private static func family(
        _ kind: String, _ convert: @escaping Conversion
    ) -> [ScalarFunction] {
        @Sendable func orNull(_ value: Value) -> Value { (try? convert(value)) ?? .null }
        return [
            ScalarFunction("to\(kind)", 1...1) { (arguments, _) throws(EvaluationError) in
                try convert(arguments[0])
            },
            ScalarFunction("to\(kind)OrNull", 1...1) { (arguments, _) throws(EvaluationError) in
                orNull(arguments[0])
            },
            .strict("to\(kind)List", 1...1) {
                (arguments, _) throws(EvaluationError) in
                .list(try Arguments.list(arguments[0], of: "to\(kind)List").map(orNull))
            },
        ]
    }

    private static let boolean: Conversion = { (value) throws(EvaluationError) in
        switch value {
        case .null, .boolean: return value
        case .integer(let integer): return .boolean(integer != 0)
        case .string(let string):
            switch trimmed(string).lowercased() {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: return .null
            }
        default: throw .unconvertible(value, "toBoolean", "a boolean, a string or an integer")
        }
    }

    private static let integer: Conversion = { (value) throws(EvaluationError) in
        switch value {
        case .null, .integer: return value
        case .boolean(let boolean): return .integer(boolean ? 1 : 0)
        case .float(let float): return try whole(float)
        case .string(let string):
            let text = trimmed(string)
            if let integer = Int64(text) { return .integer(integer) }
            return try number(text).map { (float) throws(EvaluationError) in try whole(float) }
                ?? .null
        default: throw .unconvertible(value, "toInteger", "a number, a string or a boolean")
        }
    }

    private static let float: Conversion = { (value) throws(EvaluationError) in
        switch value {
        case .null, .float: return value
        case .integer(let integer): return .float(Double(integer))
        case .string(let string): return number(trimmed(string)).map(Value.float) ?? .null
        default: throw .unconvertible(value, "toFloat", "a number or a string")
        }
    }

    private static let string: Conversion = { (value) throws(EvaluationError) in
        switch value {
        case .null, .string: return value
        case .boolean(let boolean): return .string(boolean ? "true" : "false")
        case .integer(let integer): return .string("\(integer)")
        case .float(let float): return .string(text(of: float))
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            return .string(value.temporalText ?? "")
        default:
            throw .unconvertible(value, "toString", "a boolean, a number, a string or a date")
        }
    }

    /// Cut towards zero.
    private static func whole(_ float: Double) throws(EvaluationError) -> Value {
        guard let integer = Int64(exactly: float.rounded(.towardZero)) else {
            throw .beyondIntegers(float)
        }
        return .integer(integer)
    }

    /// Decimal notation only: Swift itself would also read "nan", "0x1p3" and "infinity".
    private static func number(_ text: String) -> Double? {
        let isDecimal = text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
                UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"):
                true
            default: false
            }
        }
        return isDecimal ? Double(text) : nil
    }

    private static func text(of float: Double) -> String {
        if float.isNaN { return "NaN" }
        return float.isInfinite ? (float < 0 ? "-Infinity" : "Infinity") : "\(float)"
    }

    private static func trimmed(_ string: String) -> String {
        var scalars = Substring(string).unicodeScalars
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func unconvertible(
        _ value: Value, _ function: String, _ expected: String
    ) -> EvaluationError {
        .argument(value, of: function, expecting: expected, detail: "InvalidArgumentValue")
    }

    fileprivate static func beyondIntegers(_ float: Double) -> EvaluationError {
        EvaluationError(
            kind: .arithmeticError, detail: "IntegerOverflow",
            message: "\(float) does not fit into an integer of 64 bits")
    }
}
