import GraphModel
import QueryPlanning

/// Functions of values of any kind.
enum GeneralFunctions {
    static let all: [ScalarFunction] = [
        ScalarFunction("coalesce", 1...Int.max) { (arguments, _) throws(EvaluationError) in
            arguments.first { $0 != .null } ?? .null
        },
        ScalarFunction("nullIf", 2...2) { (arguments, _) throws(EvaluationError) in
            ValueComparison.equals(arguments[0], arguments[1]) == true ? .null : arguments[0]
        },
        .strict("isEmpty", 1...1, isEmpty),
        ScalarFunction("valueType", 1...1) { (arguments, _) throws(EvaluationError) in
            .string(PhysicalValueType.text(of: arguments[0]))
        },
        ScalarFunction("timestamp", 0...0) { (_, context) throws(EvaluationError) in
            let time = context.statementTime
            return .integer(time.seconds * 1000 + Int64(time.nanoseconds) / 1_000_000)
        },
        ScalarFunction("randomUUID", 0...0) { (_, context) throws(EvaluationError) in
            .string(uuid(context.random.next(), context.random.next()))
        },
    ]

    private static let isEmpty: ScalarFunction.Evaluation = {
        (arguments, _) throws(EvaluationError) in
        switch arguments[0] {
        case .list(let items): return .boolean(items.isEmpty)
        case .map(let entries): return .boolean(entries.isEmpty)
        case .string(let string): return .boolean(string.isEmpty)
        default:
            throw .argument(arguments[0], of: "isEmpty", expecting: "a list, a map or a string")
        }
    }

    /// Of version 4 and variant 1 (RFC 9562): six of the 128 bits are fixed.
    private static func uuid(_ high: UInt64, _ low: UInt64) -> String {
        let bits = [high & ~0xF000 | 0x4000, low & ~(0b11 << 62) | 0b10 << 62]
        let digits = bits.map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text += "-" }
            text.append(digit)
        }
        return text
    }
}
