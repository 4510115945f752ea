import GraphModel
import QueryExecution
import Testing

@Suite struct AggregateFunctionTests {
    static func of(_ name: String, _ rows: [[Value]]) throws -> Value {
        var accumulator = try #require(FunctionLibrary.aggregate(named: name)).make()
        for row in rows { try accumulator.add(row) }
        return try accumulator.result()
    }

    static let cases: [(String, [Value], Value)] = [
        ("count", [Value.integer(1), .null, .integer(1)], Value.integer(2)),
        ("count", [], .integer(0)), ("collect", [], .list([])),
        ("collect", [.null, .integer(1)], .list([.integer(1)])),
        ("sum", [], .integer(0)), ("sum", [.integer(1), .null, .integer(2)], .integer(3)),
        ("sum", [.integer(1), .float(0.5)], .float(1.5)), ("avg", [], .null),
        ("avg", [.integer(1), .integer(2)], .float(1.5)),
        ("avg", [.float(1e308), .float(1e308)], .float(1e308)),
        ("avg", [.float(.infinity), .integer(1)], .float(.infinity)),
        ("min", [.integer(1), .float(0.5), .null], .float(0.5)), ("min", [.null], .null),
        ("min", [.integer(1), .string("a"), .list([.integer(1)])], .list([.integer(1)])),
        ("max", [.integer(1), .string("a"), .list([.integer(1)])], .integer(1)),
        ("max", [.string("B"), .string("b"), .string("abc")], .string("b")),
        ("stDev", [.integer(98), .integer(99), .integer(100)], .float(1)),
        ("stDevP", [.integer(1), .integer(3)], .float(1)),
        ("stDev", [.integer(5)], .float(0)), ("stDevP", [], .float(0)),
        // The sum of squares alone would lose these differences.
        ("stDev", [.float(1e9 + 1), .float(1e9 + 2), .float(1e9 + 3)], .float(1)),
    ]

    @Test(arguments: cases)
    func results(name: String, values: [Value], expected: Value) throws {
        #expect(try Self.of(name, values.map { [$0] }) == expected)
    }

    @Test(arguments: [
        ("percentileDisc", 0.0, Value.float(10)), ("percentileDisc", 0.5, .float(20)),
        ("percentileDisc", 1.0, .float(30)), ("percentileCont", 0.0, .float(10)),
        ("percentileCont", 0.5, .float(20)), ("percentileCont", 0.75, .float(25)),
        ("percentileCont", 1.0, .float(30)),
    ])
    func percentiles(name: String, percentile: Double, expected: Value) throws {
        let values: [Value] = [.float(30), .null, .float(10), .float(20)]
        #expect(try Self.of(name, values.map { [$0, .float(percentile)] }) == expected)
    }

    @Test(arguments: [
        ("percentileCont", [Value.float(1), .integer(1000)], "NumberOutOfRange"),
        ("percentileDisc", [.float(0.9), .integer(-1)], "NumberOutOfRange"),
        ("percentileDisc", [.float(0.9), .null], "InvalidArgumentType"),
        ("sum", [.string("a")], "InvalidArgumentType"), ("avg", [.list([])], "InvalidArgumentType"),
        ("stDev", [.boolean(true)], "InvalidArgumentType"),
    ])
    func faults(name: String, row: [Value], detail: String) {
        let error = #expect(throws: EvaluationError.self) { try Self.of(name, [row]) }
        #expect(error?.detail == detail)
    }

    @Test func aSumDoesNotOverflowSilently() {
        #expect(throws: EvaluationError.self) {
            try Self.of("sum", [[.integer(.max)], [.integer(1)]])
        }
    }

    /// Whatever order calls equal must hash alike and count once.
    @Test func equivalentRowsAreOne() {
        let earlier = Node(id: NodeID(rawValue: 1), labels: [], properties: [:])
        let later = Node(id: NodeID(rawValue: 1), labels: ["A"], properties: [:])
        var rows = DistinctRows()
        let given: [[Value]] = [
            [.integer(1)], [.float(1)], [.null], [.null], [.float(.nan)], [.float(-.nan)],
            [.integer(9_007_199_254_740_992)], [.integer(9_007_199_254_740_993)],
            [.list([.integer(1)])], [.list([.float(1)])], [.map(["a": .null])],
            [.map(["a": .null])], [.node(earlier)], [.node(later)], [.float(0)], [.float(-0.0)],
            [.string("é")], [.string("e\u{301}")],
        ]
        let inserted = given.map { rows.insert($0) }
        #expect(
            inserted == [
                true, false, true, false, true, false, true, true, true, false, true, false, true,
                false, true, false, true, true,
            ])
    }
}
