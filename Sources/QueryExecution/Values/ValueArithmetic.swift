import GraphModel

/// The arithmetical operators. Null with anything is null; integers stay integers and never
/// overflow silently.
public enum ValueArithmetic {
    public enum Operation: String, CaseIterable, Hashable, Sendable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case modulo = "%"
        case power = "^"
    }

    public static func apply(
        _ operation: Operation, _ a: Value, _ b: Value
    ) throws(EvaluationError) -> Value {
        switch (a, b) {
        case (.list, _) where operation == .add, (_, .list) where operation == .add:
            return joined(a, b)
        case (.null, _), (_, .null): return .null
        case (.duration, _), (_, .duration):
            guard let result = try TemporalArithmetic.apply(operation, a, b) else {
                throw .operands(operation, a, b)
            }
            return result
        case (.integer(let x), .integer(let y)): return try integers(operation, x, y)
        case (.integer(let x), .float(let y)): return .float(floats(operation, Double(x), y))
        case (.float(let x), .integer(let y)): return .float(floats(operation, x, Double(y)))
        case (.float(let x), .float(let y)): return .float(floats(operation, x, y))
        case (.string(let x), .string(let y)) where operation == .add: return .string(x + y)
        case (.string(let x), .integer(let y)) where operation == .add: return .string(x + "\(y)")
        case (.string(let x), .float(let y)) where operation == .add: return .string(x + "\(y)")
        case (.integer(let x), .string(let y)) where operation == .add: return .string("\(x)" + y)
        case (.float(let x), .string(let y)) where operation == .add: return .string("\(x)" + y)
        default: throw .operands(operation, a, b)
        }
    }

    public static func negate(_ a: Value) throws(EvaluationError) -> Value {
        switch a {
        case .null: return .null
        case .duration: return try apply(.multiply, a, .integer(-1))
        case .float(let x): return .float(-x)
        case .integer(let x):
            guard x != .min else { throw .overflow(.subtract, 0, x) }
            return .integer(-x)
        default: throw .operands(.subtract, .integer(0), a)
        }
    }

    /// A list and a value: the value is a further element, null too.
    private static func joined(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (.list(let x), .list(let y)): .list(x + y)
        case (.list, .null), (.null, .list): .null
        case (.list(let x), _): .list(x + [b])
        case (_, .list(let y)): .list([a] + y)
        default: .null
        }
    }

    private static func integers(
        _ operation: Operation, _ x: Int64, _ y: Int64
    ) throws(EvaluationError) -> Value {
        let result: (partialValue: Int64, overflow: Bool)
        switch operation {
        case .add: result = x.addingReportingOverflow(y)
        case .subtract: result = x.subtractingReportingOverflow(y)
        case .multiply: result = x.multipliedReportingOverflow(by: y)
        case .power: return .float(power(Double(x), Double(y)))
        case .divide, .modulo:
            guard y != 0 else { throw .divisionByZero(operation, x) }
            // The remainder by -1 is 0 for every number, though the division may overflow.
            if operation == .modulo { return .integer(y == -1 ? 0 : x % y) }
            result = x.dividedReportingOverflow(by: y)
        }
        if result.overflow { throw .overflow(operation, x, y) }
        return .integer(result.partialValue)
    }

    private static func floats(_ operation: Operation, _ x: Double, _ y: Double) -> Double {
        switch operation {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .modulo: x.truncatingRemainder(dividingBy: y)
        case .power: power(x, y)
        }
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func operands(
        _ operation: ValueArithmetic.Operation, _ a: Value, _ b: Value
    ) -> EvaluationError {
        let areMoments = a.temporalText != nil && b.temporalText != nil && operation == .subtract
        return EvaluationError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "'\(operation.rawValue)' does not take \(a.kindName) and \(b.kindName)"
                + (areMoments ? "; duration.between() tells how far apart two moments are" : ""))
    }

    fileprivate static func overflow(
        _ operation: ValueArithmetic.Operation, _ x: Int64, _ y: Int64
    ) -> EvaluationError {
        EvaluationError(
            kind: .arithmeticError, detail: "IntegerOverflow",
            message: "\(x) \(operation.rawValue) \(y) does not fit into 64 bits")
    }

    fileprivate static func divisionByZero(
        _ operation: ValueArithmetic.Operation, _ x: Int64
    ) -> EvaluationError {
        EvaluationError(
            kind: .arithmeticError, detail: "DivisionByZero",
            message: "\(x) \(operation.rawValue) 0 has no result")
    }
}

extension Value {
    /// The kind in a message's words.
    var kindName: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .float: "a float"
        case .string: "a string"
        case .list: "a list"
        case .map: "a map"
        case .node: "a node"
        case .relationship: "a relationship"
        case .path: "a path"
        case .date: "a date"
        case .localTime: "a local time"
        case .time: "a time"
        case .localDateTime: "a local datetime"
        case .dateTime: "a datetime"
        case .duration: "a duration"
        }
    }
}
