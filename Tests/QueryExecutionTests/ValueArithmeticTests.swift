import GraphModel
import QueryExecution
import Testing

@Suite struct ValueArithmeticTests {
    @Test(arguments: [
        (Value.integer(7), ValueArithmetic.Operation.divide, Value.integer(2), Value.integer(3)),
        (.integer(-7), .modulo, .integer(2), .integer(-1)),
        (.integer(.min), .modulo, .integer(-1), .integer(0)),
        (.integer(2), .power, .integer(3), .float(8)),
        (.integer(1), .add, .float(0.5), .float(1.5)),
        (.float(1), .divide, .integer(0), .float(.infinity)),
        (.string("a"), .add, .integer(1), .string("a1")),
        (.list([.integer(1)]), .add, .integer(2), .list([.integer(1), .integer(2)])),
        (.integer(0), .add, .list([.integer(1)]), .list([.integer(0), .integer(1)])),
        (.null, .multiply, .integer(2), .null), (.null, .add, .list([]), .null),
    ])
    func results(a: Value, operation: ValueArithmetic.Operation, b: Value, expected: Value) throws {
        #expect(try ValueArithmetic.apply(operation, a, b) == expected)
    }

    @Test(arguments: [
        (Value.integer(.max), ValueArithmetic.Operation.add, Value.integer(1), "IntegerOverflow"),
        (.integer(.min), .divide, .integer(-1), "IntegerOverflow"),
        (.integer(.max), .multiply, .integer(2), "IntegerOverflow"),
        (.integer(1), .divide, .integer(0), "DivisionByZero"),
        (.integer(1), .modulo, .integer(0), "DivisionByZero"),
        (.boolean(true), .add, .integer(1), "InvalidArgumentType"),
        (.string("a"), .subtract, .string("b"), "InvalidArgumentType"),
    ])
    func faults(a: Value, operation: ValueArithmetic.Operation, b: Value, detail: String) {
        let error = #expect(throws: EvaluationError.self) {
            try ValueArithmetic.apply(operation, a, b)
        }
        #expect(error?.detail == detail)
    }

    @Test func theLeastIntegerHasNoNegative() throws {
        #expect(throws: EvaluationError.self) { try ValueArithmetic.negate(.integer(.min)) }
        #expect(try ValueArithmetic.negate(.float(1)) == .float(-1))
    }
}
