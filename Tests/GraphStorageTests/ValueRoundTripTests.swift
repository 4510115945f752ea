import GraphModel
import Testing

@testable import GraphStorage

/// A property comes back exactly as it was stored, through a store opened anew.
@Suite struct ValueRoundTripTests {
    static let values: [Value] =
        [
            .integer(0), .integer(.min), .integer(.max), .float(0), .float(-0.0), .float(1),
            .float(.infinity), .float(-.infinity), .float(.nan), .float(.leastNonzeroMagnitude),
            .float(.greatestFiniteMagnitude), .float(0.1), .float(1e300), .boolean(true),
            .boolean(false), .string(""), .string("a\0b"), .string("Zürich \u{1F30D} \"\\\n"),
            .string("NaN"), .string("[1]"), .list([]),
            .list([
                .integer(.min), .integer(.max), .float(1), .float(-0.0), .float(1e300),
                .float(.nan),
                .float(.infinity), .float(-.infinity), .boolean(true), .boolean(false), .null,
                .string("a\0\u{1F}\"\\,]é"), .list([.list([]), .list([.string("[")])]),
            ]),
        ] + temporals + [.list(temporals), .list([.list(temporals)])]

    static let temporals: [Value] =
        ["1984-10-11", "-999999999-01-01", "+999999999-12-31", "0000-02-29"].map {
            .date(CalendarDate($0)!)
        }
        + ["00:00", "23:59:59.999999999"].map { .localTime(LocalTime($0)!) }
        + ["12:31-02:05:07", "12:31Z"].map { .time(OffsetTime($0)!) }
        + [.localDateTime(LocalDateTime("1984-10-11T12:31:14.5")!)]
        + ["1984-10-11T12:31Z", "1984-10-11T12:31:14.645876123+01:00[Europe/Stockholm]"].map {
            .dateTime(ZonedDateTime($0)!)
        }
        + ["PT0S", "P12Y5M-14DT16H-0.1S"].map { .duration(CalendarDuration($0)!) }

    static func same(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.float(let x), .float(let y)):
            x.isNaN ? y.isNaN : x.bitPattern == y.bitPattern
        case (.list(let x), .list(let y)):
            x.count == y.count && zip(x, y).allSatisfy(same)
        default: a == b
        }
    }

    @Test(arguments: values)
    func comesBack(value: Value) throws {
        let folder = try TemporaryFolder()
        try folder.open().write { transaction in
            let node = try transaction.createNode(labels: [], properties: ["p": value])
            let loop = try transaction.createRelationship(
                "T", from: node, to: node, properties: ["p": value])
            let ofNode = try #require(try transaction.node(node)?.properties["p"])
            let ofLoop = try #require(try transaction.relationship(loop)?.properties["p"])
            #expect(Self.same(ofNode, value) && Self.same(ofLoop, value))
        }
        let snapshot = try folder.open(.readOnly).read()
        let key = try #require(snapshot.propertyKey("p"))
        let ofNode = try snapshot.property(key, ofNodes: snapshot.nodes(withLabel: nil))
        let ofLoop = try snapshot.property(
            key, ofRelationships: snapshot.relationships(ofType: nil))
        #expect(Self.same(ofNode[0], value))
        #expect(Self.same(ofLoop[0], value))
    }

    @Test(arguments: [
        Value.map([:]), .list([.map(["a": .integer(1)])]),
        .node(Node(id: NodeID(rawValue: 1), labels: [], properties: [:])),
        (0...ListText.maximumDepth).reduce(Value.integer(1)) { list, _ in .list([list]) },
    ])
    func isRefused(value: Value) throws {
        let store = try GraphStore.inMemory()
        let error = #expect(throws: StorageError.self) {
            try store.write { try $0.createNode(labels: [], properties: ["p": value]) }
        }
        #expect(error?.code == .unstorable)
        #expect(try store.read().nodeCount == 0)
    }

    @Test(arguments: [
        "", "[", "[1", "[1,]", "[1]]", "{}", "[\"a]", "[\"\\q\"]", "[nul]", "[--1]",
        "[{\"date\":\"x\"}]", "[{\"day\":\"1984-10-11\"}]", "[{\"date\":1}]", "[{]",
    ])
    func brokenListsAreNoLists(text: String) {
        #expect(ListText.decode(text) == nil)
    }
}
