import GraphModel
import QueryPlanning

extension BatchEvaluator {
    func ternary(_ value: Value, _ place: String) throws(ExecutionError) -> Ternary {
        switch value {
        case .boolean(let boolean): return boolean
        case .null: return nil
        default: throw .notBoolean(value, place)
        }
    }

    func apply(
        _ unary: PhysicalUnaryOperator, _ operand: Value
    ) throws(ExecutionError) -> Value {
        switch unary {
        case .minus: return try ValueArithmetic.negate(operand)
        case .plus: return operand
        case .not: return .of(TernaryLogic.not(try ternary(operand, "NOT")))
        }
    }

    func apply(
        _ binary: PhysicalBinaryOperator, _ a: Value, _ b: Value
    ) throws(ExecutionError) -> Value {
        if binary == .add || binary == .concatenate { try checkSize(a, b) }
        switch binary {
        case .add: return try ValueArithmetic.apply(.add, a, b)
        case .concatenate: return try Self.joined(a, b)
        case .subtract: return try ValueArithmetic.apply(.subtract, a, b)
        case .multiply: return try ValueArithmetic.apply(.multiply, a, b)
        case .divide: return try ValueArithmetic.apply(.divide, a, b)
        case .modulo: return try ValueArithmetic.apply(.modulo, a, b)
        case .power: return try ValueArithmetic.apply(.power, a, b)
        case .contained: return .of(try contains(b, a))
        case .startsWith, .endsWith, .contains, .matches:
            guard case .string(let text) = a, case .string(let part) = b else { return .null }
            switch binary {
            case .startsWith: return .boolean(text.utf8.starts(with: part.utf8))
            case .endsWith:
                return .boolean(text.utf8.reversed().starts(with: part.utf8.reversed()))
            case .matches: return .boolean(try context.patterns.matches(text, part))
            default: return .boolean(Self.contains(Array(text.utf8), Array(part.utf8)))
            }
        }
    }

    /// Two long texts or lists that would be joined: a sum in a loop doubles again and again.
    private func checkSize(_ a: Value, _ b: Value) throws(ExecutionError) {
        switch (a, b) {
        case (.string(let x), .string(let y)):
            let length = x.utf8.count + y.utf8.count
            if length > 1 << 16 { try context.memory.check(length) }
        case (.list(let x), .list(let y)):
            let count = x.count + y.count
            if count > 1 << 12 { try context.memory.check(40 * count) }
        default: break
        }
    }

    /// `a || b`: two strings or two lists, nothing else.
    private static func joined(_ a: Value, _ b: Value) throws(ExecutionError) -> Value {
        switch (a, b) {
        case (.null, .null), (.null, .string), (.null, .list), (.string, .null), (.list, .null):
            return .null
        case (.string(let x), .string(let y)): return .string(x + y)
        case (.list(let x), .list(let y)): return .list(x + y)
        default: throw .notJoinable(a, b)
        }
    }

    /// By bytes, and so the same on every machine.
    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        guard text.count >= part.count else { return false }
        for start in 0...(text.count - part.count) where text[start] == first {
            if text[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
    }

    private func contains(_ list: Value, _ item: Value) throws(ExecutionError) -> Ternary {
        switch list {
        case .null: return nil
        case .list(let items):
            var result: Ternary = false
            for candidate in items {
                result = TernaryLogic.or(result, ValueComparison.equals(item, candidate))
                if result == true { return true }
            }
            return result
        default: throw .notList(list)
        }
    }

    func connect(
        _ logical: PhysicalLogicalOperator, _ operands: [PhysicalExpression], _ row: Int
    ) throws(ExecutionError) -> Value {
        var result: Ternary = try ternary(value(operands[0], row), logical.rawValue)
        for operand in operands.dropFirst() {
            switch (logical, result) {
            case (.and, false?), (.or, true?): return .of(result)
            default: break
            }
            let next = try ternary(value(operand, row), logical.rawValue)
            switch logical {
            case .and: result = TernaryLogic.and(result, next)
            case .or: result = TernaryLogic.or(result, next)
            case .xor: result = TernaryLogic.xor(result, next)
            }
        }
        return .of(result)
    }

    func compare(
        _ first: PhysicalExpression,
        _ rest: [(comparison: PhysicalComparisonOperator, right: PhysicalExpression)], _ row: Int
    ) throws(ExecutionError) -> Value {
        var left = try value(first, row)
        var result: Ternary = true
        for (comparison, expression) in rest {
            let right = try value(expression, row)
            result = TernaryLogic.and(result, Self.compare(comparison, left, right))
            if result == false { return .boolean(false) }
            left = right
        }
        return .of(result)
    }

    private static func compare(
        _ comparison: PhysicalComparisonOperator, _ a: Value, _ b: Value
    ) -> Ternary {
        switch comparison {
        case .equal: return ValueComparison.equals(a, b)
        case .notEqual: return TernaryLogic.not(ValueComparison.equals(a, b))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            // Not a number is neither less nor more than any number, and that is known.
            guard let order = ValueComparison.compare(a, b) else {
                return a.isNumber && b.isNumber ? false : nil
            }
            switch comparison {
            case .less: return order < 0
            case .lessOrEqual: return order <= 0
            case .greater: return order > 0
            default: return order >= 0
            }
        }
    }
}

extension Value {
    static func of(_ ternary: Ternary) -> Value { ternary.map(Value.boolean) ?? .null }

    var isNumber: Bool {
        switch self {
        case .integer, .float: true
        default: false
        }
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func notBoolean(_ value: Value, _ place: String) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "\(place) takes a boolean, and this is \(value.kindName)")
    }

    fileprivate static func notJoinable(_ a: Value, _ b: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "'||' joins two strings or two lists, not \(a.kindName) and \(b.kindName)")
    }

    fileprivate static func notList(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "IN looks into a list, and this is \(value.kindName)")
    }
}
