import GraphModel
import Testing

@Suite struct NotationTests {
    static let readings: [(String, ExpectedValue)] = [
        ("null", .null), ("true", .boolean(true)), ("-1", .integer(-1)), ("1.0", .float(1)),
        (".5", .float(0.5)), ("1e9", .float(1e9)), ("-Inf", .float(-.infinity)),
        (#"'a\'b\c'"#, .string(#"a'b\c"#)), ("[]", .list([])),
        ("[1, [null]]", .list([.integer(1), .list([.null])])), ("{}", .map([:])),
        ("{a: 1, `b c`: 'x'}", .map(["a": .integer(1), "b c": .string("x")])),
        ("()", .node(ExpectedNode())),
        ("(:A:B {x: 1})", .node(ExpectedNode(labels: ["A", "B"], properties: ["x": .integer(1)]))),
        ("({x: 1})", .node(ExpectedNode(properties: ["x": .integer(1)]))),
        ("[:T]", .relationship(ExpectedRelationship(type: "T"))),
        (
            "[:T {x: 1}]",
            .relationship(ExpectedRelationship(type: "T", properties: ["x": .integer(1)]))
        ),
        ("[[:T]]", .list([.relationship(ExpectedRelationship(type: "T"))])),
        ("<()>", .path(ExpectedNode(), [])),
        (
            "<(:A)-[:T]->()<-[:S]-(:B)>",
            .path(
                ExpectedNode(labels: ["A"]),
                [
                    ExpectedHop(
                        relationship: ExpectedRelationship(type: "T"), isForward: true,
                        node: ExpectedNode()),
                    ExpectedHop(
                        relationship: ExpectedRelationship(type: "S"), isForward: false,
                        node: ExpectedNode(labels: ["B"])),
                ])
        ),
    ]

    @Test(arguments: readings)
    func reads(text: String, expected: ExpectedValue) throws {
        #expect(try ExpectedValueReader.value(of: text) == expected)
    }

    @Test(arguments: ["", "'a", "[1", "1 2", "{a}", "(:A", "<()-[:T]-()>", "nan", "maybe"])
    func whatIsNoValueIsTold(text: String) {
        #expect(throws: ExpectedValueReader.Fault.self) {
            try ExpectedValueReader.value(of: text)
        }
    }

    static let a = Node(id: NodeID(rawValue: 1), labels: ["A"], properties: ["x": .integer(1)])
    static let b = Node(id: NodeID(rawValue: 2), labels: [], properties: [:])
    static let t = Relationship(
        id: RelationshipID(rawValue: 1), type: "T", start: a.id, end: b.id, properties: [:])

    static let comparisons: [(Value, String, Bool)] = [
        (.integer(1), "1", true), (.integer(1), "1.0", false), (.float(.nan), "NaN", true),
        (.null, "false", false), (.string("a"), "'a'", true),
        (.list([.integer(1), .integer(2)]), "[2, 1]", false),
        (.map(["a": .integer(1)]), "{a: 1}", true), (.map(["a": .integer(1)]), "{}", false),
        (.node(a), "(:A {x: 1})", true), (.node(a), "(:A)", false), (.node(b), "()", true),
        (.node(a), "(:A:B {x: 1})", false), (.relationship(t), "[:T]", true),
        (.relationship(t), "[:S]", false),
        (.path(Path(nodes: [a, b], relationships: [t])), "<(:A {x: 1})-[:T]->()>", true),
        (.path(Path(nodes: [a, b], relationships: [t])), "<(:A {x: 1})<-[:T]-()>", false),
        (.path(Path(nodes: [b, a], relationships: [t])), "<()<-[:T]-(:A {x: 1})>", true),
        (.path(Path(nodes: [b], relationships: [])), "<()-[:T]->()>", false),
    ]

    @Test(arguments: comparisons)
    func compares(value: Value, text: String, isEqual: Bool) throws {
        let expected = try ExpectedValueReader.value(of: text)
        #expect(ExpectedComparison().matches(value, expected) == isEqual)
    }

    @Test func theOrderOfListsMayBeIgnored() throws {
        let comparison = ExpectedComparison(ignoresListOrder: true)
        let value = Value.list([.integer(1), .list([.integer(2), .integer(3)])])
        #expect(comparison.matches(value, try ExpectedValueReader.value(of: "[[3, 2], 1]")))
        #expect(!comparison.matches(value, try ExpectedValueReader.value(of: "[[3, 3], 1]")))
    }

    @Test func aProcedureIsReadWithItsTable() throws {
        let signature = "test.my.proc(name :: STRING?, id :: INTEGER?) :: (city :: STRING?) "
        let procedure = try #require(
            ProcedureTable(
                signature: signature, table: [["name", "id", "city"], ["'A'", "1", "'B'"]]))
        #expect(procedure.name == "test.my.proc")
        #expect(procedure.inputs.map(\.type) == ["STRING?", "INTEGER?"])
        #expect(procedure.outputs.map(\.name) == ["city"])
        #expect(procedure.rows == [[.string("A"), .integer(1), .string("B")]])
        let empty = ProcedureTable(signature: "test.doNothing() :: ()", table: [[]])
        #expect(empty?.inputs == [] && empty?.outputs == [] && empty?.rows == [])
        #expect(ProcedureTable(signature: "nonsense", table: []) == nil)
    }
}
