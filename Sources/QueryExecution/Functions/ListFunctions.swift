import GraphModel

/// Functions of lists; `size` and `reverse` take strings too.
enum ListFunctions {
    /// More elements than this no list of `range` may have: it would exhaust the memory.
    static let longestRange = 20_000_000

    static let all: [ScalarFunction] = [
        size(as: "size"), size(as: "char_length"), size(as: "character_length"),
        .strict("head", 1...1) { (arguments, _) throws(EvaluationError) in
            try Arguments.list(arguments[0], of: "head").first ?? .null
        },
        .strict("last", 1...1) { (arguments, _) throws(EvaluationError) in
            try Arguments.list(arguments[0], of: "last").last ?? .null
        },
        .strict("tail", 1...1) { (arguments, _) throws(EvaluationError) in
            .list(Array(try Arguments.list(arguments[0], of: "tail").dropFirst()))
        },
        .strict("reverse", 1...1, reverse),
        .strict("range", 2...3, range),
    ]

    /// Of a string the number of its Unicode scalars, by which all string functions count.
    private static func size(as name: String) -> ScalarFunction {
        .strict(name, 1...1) {
            (arguments, _) throws(EvaluationError) in
            switch arguments[0] {
            case .string(let string): return .integer(Int64(string.unicodeScalars.count))
            case .list(let items) where name == "size": return .integer(Int64(items.count))
            default:
                let expected = name == "size" ? "a list or a string" : "a string"
                throw .argument(arguments[0], of: name, expecting: expected)
            }
        }
    }

    private static let reverse: ScalarFunction.Evaluation = {
        (arguments, _) throws(EvaluationError) in
        switch arguments[0] {
        case .list(let items): return .list(items.reversed())
        case .string(let string):
            var reversed = String.UnicodeScalarView()
            reversed.append(contentsOf: string.unicodeScalars.reversed())
            return .string(String(reversed))
        default: throw .argument(arguments[0], of: "reverse", expecting: "a list or a string")
        }
    }

    /// From the first to the last number, both included; empty where the step leads away.
    private static let range: ScalarFunction.Evaluation = {
        (arguments, context) throws(EvaluationError) in
        let start = try bound(arguments[0])
        let end = try bound(arguments[1])
        let step = arguments.count > 2 ? try bound(arguments[2]) : 1
        guard step != 0 else { throw .stepOfZero() }
        if step > 0 ? start > end : start < end { return .list([]) }
        // The distance of two integers may need 64 bits without a sign.
        let distance =
            start <= end ? UInt64(bitPattern: end &- start) : UInt64(bitPattern: start &- end)
        let steps = distance / step.magnitude
        guard steps < UInt64(longestRange) else { throw .longRange() }
        guard steps < UInt64(context.sizeLimit / 40) else { throw .memoryLimit(context.sizeLimit) }
        var numbers: [Value] = []
        numbers.reserveCapacity(Int(steps) + 1)
        for index in 0...Int64(steps) {
            if index & 0xFFFF == 0xFFFF, context.cancellation?.isCancelled == true { break }
            // No number lies outside the bounds, but the product alone may pass 64 bits and come
            // back.
            numbers.append(.integer(start &+ index &* step))
        }
        // Whoever raised the flag stops the statement before the list is looked at.
        return .list(numbers)
    }

    private static func bound(_ value: Value) throws(EvaluationError) -> Int64 {
        guard case .integer(let integer) = value else { throw .rangeBound(value) }
        return integer
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func rangeBound(_ value: Value) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentType",
            message: "range() takes integers, not \(value.kindName)")
    }

    fileprivate static func stepOfZero() -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "NumberOutOfRange",
            message: "range() cannot go by steps of 0")
    }

    fileprivate static func longRange() -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "NumberOutOfRange",
            message: "range() gives at most \(ListFunctions.longestRange) numbers")
    }
}
