import GraphModel
import QueryExecution
import Testing

@Suite struct ValueComparisonTests {
    /// Kleene's tables, whole.
    @Test func connectives() {
        let all: [Ternary] = [true, false, nil]
        for a in all {
            for b in all {
                let isKnown = a != nil && b != nil
                let and: Ternary = a == false || b == false ? false : isKnown ? true : nil
                #expect(TernaryLogic.and(a, b) == and)
                let byDeMorgan = TernaryLogic.not(
                    TernaryLogic.and(TernaryLogic.not(a), TernaryLogic.not(b)))
                #expect(TernaryLogic.or(a, b) == byDeMorgan)
                #expect((TernaryLogic.xor(a, b) == nil) == !isKnown)
            }
        }
    }

    @Test(arguments: [
        (Value.integer(1), Value.float(1), Ternary(true)), (.null, .null, nil),
        (.integer(1), .string("1"), false), (.string("é"), .string("e\u{301}"), false),
        (.float(.nan), .float(.nan), false),
        (.integer(9_007_199_254_740_993), .float(9_007_199_254_740_992), false),
        (.list([.integer(1), .null]), .list([.integer(1), .integer(2)]), nil),
        (.list([.integer(2), .null]), .list([.integer(1), .integer(2)]), false),
        (.list([.null]), .list([]), false),
        (.map(["a": .null]), .map(["a": .integer(1)]), nil),
        (.map(["a": .integer(1)]), .map(["b": .integer(1)]), false),
    ])
    func equality(a: Value, b: Value, expected: Ternary) {
        #expect(ValueComparison.equals(a, b) == expected)
        #expect(ValueComparison.equals(b, a) == expected)
    }

    @Test(arguments: [
        (Value.integer(1), Value.float(1.5), Int?(-1)), (.integer(-1), .float(-1.5), 1),
        (.integer(.max), .float(0x1p63), -1), (.integer(.min), .float(-0x1p63), 0),
        (.string("a"), .string("b"), -1), (.string("a"), .integer(1), nil),
        (.float(.nan), .integer(1), nil), (.boolean(false), .boolean(true), -1),
        (.list([.integer(1)]), .list([.integer(1), .integer(0)]), -1),
    ])
    func comparison(a: Value, b: Value, expected: Int?) {
        #expect(ValueComparison.compare(a, b) == expected)
        #expect(ValueComparison.compare(b, a) == expected.map { -$0 })
    }

    /// In this order, whatever two are taken.
    @Test func theOrderIsTotal() {
        let node = Node(id: NodeID(rawValue: 1), labels: [], properties: [:])
        let ordered: [Value] = [
            .map([:]), .map(["a": .integer(1)]), .map(["a": .integer(2)]), .node(node),
            .relationship(
                Relationship(
                    id: RelationshipID(rawValue: 1), type: "T", start: node.id, end: node.id,
                    properties: [:])),
            .list([]), .list([.string("a")]), .list([.string("a"), .integer(1)]),
            .list([.integer(1)]), .list([.null]), .path(Path(nodes: [node], relationships: [])),
            .string(""), .string("Z"), .string("a"), .boolean(false), .boolean(true),
            .float(-.infinity), .integer(-1), .float(0.5), .integer(1), .float(.infinity),
            .float(.nan), .null,
        ]
        for (i, a) in ordered.enumerated() {
            for (j, b) in ordered.enumerated() {
                #expect(ValueComparison.order(a, b) == (i - j).signum(), "\(a) \(b)")
            }
        }
    }
}
