import GraphModel
import QueryExecution
import Testing

/// A call and what it gives, or the detail of its fault.
struct Call: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [Value]
    let expected: Result<Value, Fault>

    struct Fault: Error, Equatable {
        let detail: String
    }

    init(_ name: String, _ arguments: Value..., gives value: Value) {
        (self.name, self.arguments, expected) = (name, arguments, .success(value))
    }

    init(_ name: String, _ arguments: Value..., fails detail: String) {
        (self.name, self.arguments, expected) = (name, arguments, .failure(Fault(detail: detail)))
    }

    private func isFloat(_ value: Value) -> Bool {
        if case .float = value { true } else { false }
    }

    var testDescription: String { "\(name)(\(arguments))" }

    func check() throws {
        let function = try #require(FunctionLibrary.scalar(named: name))
        try #require(function.arity.contains(arguments.count))
        let context = FunctionContext(
            graph: OneNodeGraph(),
            statementTime: StatementTime(seconds: 12, nanoseconds: 345_000_000),
            random: RandomSource(seed: 1))
        do {
            let value = try function.evaluate(arguments, context)
            guard case .success(let expected) = expected else {
                Issue.record("gave \(value)")
                return
            }
            #expect(EquivalentRow([value]) == EquivalentRow([expected]))
            // 1 and 1.0 are equivalent, but a function gives one or the other.
            #expect(isFloat(value) == isFloat(expected))
        } catch {
            #expect(expected == .failure(Fault(detail: error.detail)))
        }
    }
}

private let node = Value.node(OneNodeGraph.node)
private let loop = Value.relationship(OneNodeGraph.loop)
private let path = Value.path(
    Path(nodes: [OneNodeGraph.node, OneNodeGraph.node], relationships: [OneNodeGraph.loop]))
private let goneNode = Value.node(Node(id: NodeID(rawValue: 9), labels: [], properties: [:]))
private let stale = Value.node(Node(id: NodeID(rawValue: 1), labels: [], properties: [:]))

private func integers(_ integers: Int64...) -> Value { .list(integers.map(Value.integer)) }
private func texts(_ strings: String...) -> Value { .list(strings.map(Value.string)) }

@Suite struct ScalarFunctionTests {
    static let generalCalls: [Call] = [
        Call("coalesce", .null, .integer(1), .integer(2), gives: .integer(1)),
        Call("coalesce", .null, gives: .null),
        Call("nullIf", .integer(1), .float(1), gives: .null),
        Call("nullIf", .integer(1), .null, gives: .integer(1)),
        Call("isEmpty", .map([:]), gives: .boolean(true)),
        Call("isEmpty", .integer(0), fails: "InvalidArgumentType"),
        Call("timestamp", gives: .integer(12_345)),
    ]

    @Test(arguments: generalCalls)
    func general(call: Call) throws { try call.check() }

    static let listsCalls: [Call] = [
        Call("size", integers(1, 2, 3), gives: .integer(3)),
        Call("size", .string("Zoë"), gives: .integer(3)), Call("size", .null, gives: .null),
        Call("size", .integer(1), fails: "InvalidArgumentType"),
        Call("char_length", .string("ab"), gives: .integer(2)),
        Call("char_length", integers(1), fails: "InvalidArgumentType"),
        Call("head", integers(1, 2), gives: .integer(1)), Call("head", integers(), gives: .null),
        Call("last", integers(1, 2), gives: .integer(2)), Call("last", .null, gives: .null),
        Call("tail", integers(1, 2, 3), gives: integers(2, 3)),
        Call("tail", integers(), gives: integers()),
        Call("reverse", .list([.integer(1), .null]), gives: .list([.null, .integer(1)])),
        Call("reverse", .string("raksO"), gives: .string("Oskar")),
        Call("reverse", .boolean(true), fails: "InvalidArgumentType"),
        Call("range", .integer(0), .integer(3), gives: integers(0, 1, 2, 3)),
        Call("range", .integer(3), .integer(0), gives: integers()),
        Call("range", .integer(3), .integer(-1), .integer(-2), gives: integers(3, 1, -1)),
        Call("range", .integer(2), .integer(8), .integer(4), gives: integers(2, 6)),
        Call("range", .integer(0), .integer(1), .integer(0), fails: "NumberOutOfRange"),
        Call("range", .integer(0), .integer(.max), fails: "NumberOutOfRange"),
        Call("range", .integer(0), .float(1), fails: "InvalidArgumentType"),
        Call(
            "range", .integer(.min), .integer(.max), .integer(1 << 62),
            gives: integers(.min, -(1 << 62), 0, 1 << 62)),
        Call("range", .integer(.max), .integer(.min), .integer(.min), gives: integers(.max, -1)),
    ]

    @Test(arguments: listsCalls)
    func lists(call: Call) throws { try call.check() }

    static let stringsCalls: [Call] = [
        Call("toLower", .string("ÄB"), gives: .string("äb")),
        Call("toUpper", .string("aß"), gives: .string("ASS")),
        Call("toUpper", .integer(1), fails: "InvalidArgumentType"),
        Call("trim", .string(" a b\n"), gives: .string("a b")),
        Call("lTrim", .string(" a "), gives: .string("a ")),
        Call("rTrim", .string(" a "), gives: .string(" a")),
        Call("trim", .string("xxaxx"), .string("x"), gives: .string("a")),
        Call("left", .string("hello"), .integer(3), gives: .string("hel")),
        Call("left", .string("hi"), .integer(.max), gives: .string("hi")),
        Call("left", .string("hi"), .integer(-1), fails: "NegativeIntegerArgument"),
        Call("right", .string("hello"), .integer(3), gives: .string("llo")),
        Call("substring", .string("0123456789"), .integer(1), gives: .string("123456789")),
        Call("substring", .string("hello"), .integer(1), .integer(3), gives: .string("ell")),
        Call("substring", .string("hello"), .integer(9), gives: .string("")),
        Call("substring", .string("hello"), .integer(-1), fails: "NegativeIntegerArgument"),
        Call("replace", .string("hello"), .string("l"), .string("ww"), gives: .string("hewwwwo")),
        Call("replace", .string("hello"), .string(""), .string("w"), gives: .string("hello")),
        Call("replace", .string("a"), .null, .string("w"), gives: .null),
        Call("split", .string("one1two"), .string("1"), gives: texts("one", "two")),
        Call("split", .string(",a,"), .string(","), gives: texts("", "a", "")),
        Call("split", .string("a,b;c"), texts(",", ";"), gives: texts("a", "b", "c")),
        Call("split", .string("ab"), .string(""), gives: texts("a", "b")),
    ]

    @Test(arguments: stringsCalls)
    func strings(call: Call) throws { try call.check() }

    static let numbersCalls: [Call] = [
        Call("abs", .integer(-1), gives: .integer(1)),
        Call("abs", .float(-1.5), gives: .float(1.5)),
        Call("abs", .integer(.min), fails: "IntegerOverflow"),
        Call("abs", .string("1"), fails: "InvalidArgumentType"),
        Call("sign", .float(-0.5), gives: .integer(-1)),
        Call("sqrt", .float(12.96), gives: .float(3.6)),
        Call("sqrt", .integer(-1), gives: .float(.nan)),
        Call("ceil", .float(0.1), gives: .float(1)),
        Call("floor", .integer(1), gives: .float(1)),
        Call("log10", .integer(1000), gives: .float(3)),
        Call("isNaN", .float(.nan), gives: .boolean(true)),
        Call("atan2", .float(0), .integer(1), gives: .float(0)),
        Call("degrees", .float(.pi), gives: .float(180)),
        Call("haversin", .float(0), gives: .float(0)),
        Call("exp", .null, gives: .null), Call("round", .float(1.5), gives: .float(2)),
        Call("round", .float(-1.5), gives: .float(-1)),
        Call("round", .float(0.49999999999999994), gives: .float(0)),
        Call("round", .float(1e300), gives: .float(1e300)),
        Call("round", .float(-1.5), .integer(0), gives: .float(-2)),
        Call("round", .float(1.005), .integer(2), gives: .float(1.01)),
        Call("round", .float(9.99), .integer(1), gives: .float(10)),
        Call("round", .float(0.004), .integer(1), gives: .float(0)),
        Call("round", .float(1.249), .integer(1), .string("up"), gives: .float(1.3)),
        Call("round", .float(-1.25), .integer(1), .string("CEILING"), gives: .float(-1.2)),
        Call("round", .float(-1.25), .integer(1), .string("FLOOR"), gives: .float(-1.3)),
        Call("round", .float(1.25), .integer(1), .string("HALF_EVEN"), gives: .float(1.2)),
        Call("round", .float(1.25), .integer(1), .string("HALF_DOWN"), gives: .float(1.2)),
        Call("round", .float(1.35), .integer(1), .string("HALF_EVEN"), gives: .float(1.4)),
        Call("round", .float(1), .integer(1), .string("odd"), fails: "InvalidArgumentValue"),
    ]

    @Test(arguments: numbersCalls)
    func numbers(call: Call) throws { try call.check() }

    static let conversionsCalls: [Call] = [
        Call("toBoolean", .string(" TRUE "), gives: .boolean(true)),
        Call("toBoolean", .string(" tru "), gives: .null),
        Call("toBoolean", .integer(0), gives: .boolean(false)),
        Call("toBoolean", .float(1), fails: "InvalidArgumentValue"),
        Call("toInteger", .string("1.7"), gives: .integer(1)),
        Call("toInteger", .float(-2.9), gives: .integer(-2)),
        Call("toInteger", .string("9223372036854775807"), gives: .integer(.max)),
        Call("toInteger", .string("foo"), gives: .null),
        Call("toInteger", .string("nan"), gives: .null),
        Call("toInteger", .float(1e300), fails: "IntegerOverflow"),
        Call("toInteger", integers(), fails: "InvalidArgumentValue"),
        Call("toFloat", .string("5"), gives: .float(5)),
        Call("toFloat", .string("0x1p3"), gives: .null),
        Call("toFloat", .boolean(true), fails: "InvalidArgumentValue"),
        Call("toString", .float(2.3), gives: .string("2.3")),
        Call("toString", .boolean(true), gives: .string("true")),
        Call("toString", .null, gives: .null),
        Call("toString", node, fails: "InvalidArgumentValue"),
        Call("toIntegerOrNull", integers(), gives: .null),
        Call(
            "toFloatList", .list([.integer(1), .string("x"), node]),
            gives: .list([.float(1), .null, .null])),
        Call("toStringList", .null, gives: .null),
    ]

    @Test(arguments: conversionsCalls)
    func conversions(call: Call) throws { try call.check() }

    static let graphCalls: [Call] = [
        Call("id", node, gives: .integer(1)), Call("elementId", loop, gives: .string("1")),
        Call("type", loop, gives: .string("T")), Call("type", .null, gives: .null),
        Call("type", .integer(0), fails: "InvalidArgumentValue"),
        Call("labels", node, gives: texts("A")), Call("labels", stale, gives: texts("A")),
        Call("labels", goneNode, fails: "DeletedEntityAccess"),
        Call("labels", path, fails: "InvalidArgumentValue"),
        Call("keys", .map(["b": .null, "a": .integer(1)]), gives: texts("a", "b")),
        Call("keys", loop, gives: texts("y")),
        Call("properties", stale, gives: .map(["x": .integer(1)])),
        Call("properties", .integer(1), fails: "InvalidArgumentValue"),
        Call("startNode", loop, gives: node), Call("endNode", loop, gives: node),
        Call("length", path, gives: .integer(1)),
        Call("nodes", path, gives: .list([node, node])),
        Call("relationships", path, gives: .list([loop])), Call("nodes", .null, gives: .null),
        Call("length", node, fails: "InvalidArgumentValue"),
    ]

    @Test(arguments: graphCalls)
    func graph(call: Call) throws { try call.check() }

    @Test(arguments: [
        Call("evidence", .null, gives: .null),
        Call("evidence", node, fails: "InvalidArgumentValue"),
        Call(
            "evidence", loop,
            gives: .list([
                .map([
                    "document": .string("d"), "sentence": .string("A pays B."),
                    "sentence_start": .integer(3), "sentence_end": .integer(12),
                    "source_start": .integer(3), "source_end": .integer(4),
                    "target_start": .integer(10), "target_end": .integer(11),
                    "pattern": .string("funds.pays"),
                    "cue": .null, "speaker": .string("C"), "hash": .string("00ff"),
                ])
            ])),
    ])
    func evidence(call: Call) throws { try call.check() }

    @Test func letterCaseIsIgnored() {
        #expect(FunctionLibrary.scalar(named: "nOdEs")?.name == "nodes")
        #expect(FunctionLibrary.aggregate(named: "COUNT")?.name == "count")
        #expect(FunctionLibrary.scalar(named: "count") == nil)
        #expect(FunctionLibrary.scalar(named: "foo") == nil)
    }

    @Test func randomNumbersLieInTheirBounds() throws {
        let rand = try #require(FunctionLibrary.scalar(named: "rand"))
        let uuid = try #require(FunctionLibrary.scalar(named: "randomUUID"))
        let context = FunctionContext(
            graph: OneNodeGraph(), statementTime: StatementTime(seconds: 0, nanoseconds: 0),
            random: RandomSource(seed: 7))
        var met: Set<Value> = []
        for _ in 0..<1000 {
            guard case .float(let float) = try rand.evaluate([], context),
                case .string(let text) = try uuid.evaluate([], context)
            else {
                Issue.record("of another kind")
                return
            }
            #expect(0 <= float && float < 1)
            let parts = text.split(separator: "-")
            #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
            #expect(parts[2].first == "4" && "89ab".contains(parts[3].prefix(1)))
            met.formUnion([.float(float), .string(text)])
        }
        #expect(met.count == 2000)
    }
}
