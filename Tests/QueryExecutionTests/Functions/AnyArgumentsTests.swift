import GraphModel
import QueryExecution
import Testing

/// Whatever is given to a function, it gives a value or a named fault: nothing traps.
@Suite struct AnyArgumentsTests {
    static let values: [Value] = {
        let node = OneNodeGraph.node
        let gone = Node(id: NodeID(rawValue: 9), labels: [], properties: [:])
        let integers = [Int64.min, .min + 1, -(1 << 53) - 1, -2, -1, 0, 1, 2, 63, 1 << 53, .max]
        let floats = [
            -Double.infinity, -1e308, -0x1p63, -2.5, -Double.leastNonzeroMagnitude, -0.0, 0, 0.3,
            1.005, 0x1p63, 1e308,
            .infinity, .nan,
        ]
        let strings = [
            "", " ", "a", "a-b-a", "é", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}", "\r\n", "1e999",
            "-9223372036854775809", "0x1p3", "nan", "UP", "true",
        ]
        let scalars =
            integers.map(Value.integer) + floats.map(Value.float) + strings.map(Value.string)
            + [.null, .boolean(true), .boolean(false), .node(node), .node(gone)]
            + [.relationship(OneNodeGraph.loop), .path(Path(nodes: [node], relationships: []))]
        return scalars + [
            .list([]), .list(scalars), .list([.string(""), .string("-")]), .list([.list([.null])]),
            .map([:]), .map(["a": .null, "é": .list([.integer(1)])]),
            .string("month"), .string("hour"), .string("2015-07-21"), .string("21:40"),
            .string("P1Y2M3DT4H"), .map(["year": .integer(.max)]), .map(["hours": .float(1e18)]),
            .map(["year": .integer(1984), "day": .integer(.min)]), .map(["days": .integer(.min)]),
            .date(CalendarDate(days: 0)!), .localTime(.midnight),
            .date(CalendarDate("-999999999-01-01")!),
            .localDateTime(LocalDateTime("+999999999-12-31T23:59:59.999999999")!),
            .time(OffsetTime("21:40:32+18:00")!), .duration(CalendarDuration("P1Y2M3DT4H")!),
            .duration(CalendarDuration(months: .max, days: .min, seconds: .min)),
            .dateTime(ZonedDateTime("2015-07-21T21:40+02:00[Europe/Stockholm]")!),
            .dateTime(ZonedDateTime("+999999999-12-31T23:59-18:00")!),
        ]
    }()

    @Test(arguments: FunctionLibrary.names)
    func nothingTraps(name: String) throws {
        var random = RandomSource(seed: 11)
        let context = FunctionContext(
            graph: OneNodeGraph(), statementTime: StatementTime(seconds: 1, nanoseconds: 0),
            random: RandomSource(seed: 12))
        var answers = 0
        for round in 0..<1500 {
            // The first rounds give each value once as the first argument.
            var arguments = (0..<3).map { _ in Self.value(&random) }
            if round < Self.values.count { arguments[0] = Self.values[round] }
            // A range of millions would only take time.
            if name == "range", Self.isLong(arguments) { continue }
            let fault =
                if let scalar = FunctionLibrary.scalar(named: name) {
                    Self.fault(of: scalar, arguments, extra: round % 3, context)
                } else if let aggregate = FunctionLibrary.aggregate(named: name) {
                    Self.fault(of: aggregate, [arguments, [Self.value(&random)] + arguments])
                } else {
                    EvaluationError?.none
                }
            if let fault {
                #expect(!fault.message.isEmpty && !fault.detail.isEmpty)
            } else {
                answers += 1
            }
        }
        #expect(answers > 0)
    }

    private static func value(_ random: inout RandomSource) -> Value {
        values[Int(random.next() % UInt64(values.count))]
    }

    private static func fault(
        of function: ScalarFunction, _ arguments: [Value], extra: Int, _ context: FunctionContext
    ) -> EvaluationError? {
        let count = min(function.arity.upperBound, function.arity.lowerBound + extra, 3)
        do {
            _ = try function.evaluate(Array(arguments.prefix(count)), context)
            return nil
        } catch { return error }
    }

    private static func fault(
        of function: AggregateFunction, _ rows: [[Value]]
    ) -> EvaluationError? {
        var accumulator = function.make()
        do throws(EvaluationError) {
            for row in rows { try accumulator.add(row) }
            _ = try accumulator.result()
            return nil
        } catch { return error }
    }

    private static func isLong(_ arguments: [Value]) -> Bool {
        guard case .integer(let a) = arguments[0], case .integer(let b) = arguments[1] else {
            return false
        }
        return a.magnitude > 1000 || b.magnitude > 1000
    }

    /// What grouping calls the same must have the same hash, and the order must be one.
    @Test func equivalenceAndOrderHold() {
        for a in Self.values {
            for b in Self.values {
                let order = ValueComparison.order(a, b)
                #expect(ValueComparison.order(b, a) == -order)
                let (x, y) = (EquivalentRow([a]), EquivalentRow([b]))
                #expect((x == y) == (order == 0), "\(a) \(b)")
                #expect(x != y || x.hashValue == y.hashValue, "\(a) \(b)")
                for c in Self.values where order <= 0 && ValueComparison.order(b, c) <= 0 {
                    if ValueComparison.order(a, c) > 0 { Issue.record("\(a) \(b) \(c)") }
                }
            }
        }
    }

    @Test(arguments: ValueArithmetic.Operation.allCases)
    func arithmeticTrapsNowhere(operation: ValueArithmetic.Operation) {
        for a in Self.values {
            for b in Self.values {
                do {
                    let value = try ValueArithmetic.apply(operation, a, b)
                    if a == .null || b == .null { #expect(value == .null) }
                } catch {
                    #expect(!error.detail.isEmpty)
                }
            }
        }
    }
}
