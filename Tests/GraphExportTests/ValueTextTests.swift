import GraphExport
import GraphModel
import Testing

@Suite struct ValueTextTests {
    static let ana = Node(
        id: NodeID(rawValue: 1), labels: ["Person"], properties: ["name": .string("Ana")])
    static let bare = Node(id: NodeID(rawValue: 2), labels: [], properties: [:])
    static let met = Relationship(
        id: RelationshipID(rawValue: 7), type: "MEETS_WITH", start: NodeID(rawValue: 2),
        end: NodeID(rawValue: 1), properties: [:])

    @Test(arguments: [
        (Value.null, "null"), (.boolean(true), "true"), (.float(1), "1.0"), (.float(.nan), "NaN"),
        (.float(1e20), "1e20"), (.float(-2.5e-7), "-2.5e-07"),
        (.float(-.infinity), "-Infinity"), (.string("it's\n"), #"'it\'s\n'"#),
        (.list([.integer(1), .string("a")]), "[1, 'a']"),
        (.map(["b": .null, "a b": .integer(1)]), "{`a b`: 1, b: null}"),
        (.node(ana), "(:Person {name: 'Ana'})"), (.node(bare), "()"),
        (.relationship(met), "[:MEETS_WITH]"),
        (
            .path(Path(nodes: [ana, bare], relationships: [met])),
            "<(:Person {name: 'Ana'})<-[:MEETS_WITH]-()>"
        ),
    ])
    func literals(value: Value, text: String) {
        #expect(LiteralText.of(value) == text)
    }

    @Test(arguments: [
        (Value.integer(1), #"{"$type":"Integer","_value":"1"}"#),
        (.float(1), #"{"$type":"Float","_value":"1.0"}"#),
        (.null, #"{"$type":"Null","_value":null}"#),
        (.string("a\"\\\u{1}\né"), #"{"$type":"String","_value":"a\"\\\u0001\né"}"#),
        (
            .list([.boolean(false)]),
            #"{"$type":"List","_value":[{"$type":"Boolean","_value":false}]}"#
        ),
        (
            .node(bare),
            #"{"$type":"Node","_value":{"_element_id":"2","_labels":[],"_properties":{}}}"#
        ),
    ])
    func typedJson(value: Value, text: String) {
        #expect(TypedJson.of(value).text == text)
    }

    @Test func plainJsonHasNoNumberThatJsonLacks() {
        #expect(PlainJson.of(.list([.float(.nan), .float(0.5)])).text == #"["NaN",0.5]"#)
        #expect(
            PlainJson.of(.node(Self.ana)).text == #"{"_id":1,"_labels":["Person"],"name":"Ana"}"#)
    }

    @Test func delimitedText() {
        let rows: [[Value]] = [[.string("a,\"b\"\n"), .null], [.integer(1), .string("t\tb\\")]]
        #expect(
            DelimitedText(.csv).text(columns: ["x", "y"], rows: rows)
                == "x,y\r\n\"a,\"\"b\"\"\n\",\r\n1,t\tb\\\r\n")
        #expect(
            DelimitedText(.tsv).text(columns: ["x", "y"], rows: rows)
                == "x\ty\na,\"b\"\\n\t\n1\tt\\tb\\\\\n")
    }
}
