import GraphExport
import GraphModel
import Testing

@Suite struct JsonReaderTests {
    @Test(
        arguments: [
            ("1", .integer(1)), ("-9223372036854775808", .integer(.min)), ("1.0", .float(1)),
            ("9223372036854775808", .float(9_223_372_036_854_775_808)), ("1e2", .float(100)),
            (" [ ] ", .array([])), ("{}", .object([])),
            ("[null,true]", .array([.null, .boolean(true)])),
            (#""a\"\\\/\n\u00e9\ud83d\ude00é""#, .string("a\"\\/\né😀é")),
            (
                #"{"a": [1], "a": 2}"#,
                .object([.init("a", .array([.integer(1)])), .init("a", .integer(2))])
            ),
        ] as [(String, Json)])
    func reads(text: String, expected: Json) throws {
        #expect(try JsonReader.value(of: text.utf8) == expected)
    }

    @Test(arguments: [
        ("", 0), ("{", 1), ("[1,]", 3), ("01", 1), ("1.", 2), ("nul", 0), ("\"a", 2),
        ("\"\\x\"", 2),
        ("\"\\ud800\"", 7), ("\"\n\"", 1), ("{\"a\" 1}", 5), ("{a: 1}", 1), ("1 2", 2),
        ("1e999", 0),
        ("-", 1), ("\"\\u12g4\"", 5), ("NaN", 0),
    ])
    func aFaultHasItsPlace(text: String, offset: Int) {
        #expect {
            try JsonReader.value(of: text.utf8)
        } throws: {
            ($0 as? JsonFault)?.offset == offset
        }
    }

    @Test func depthIsBounded() {
        for opening in ["[", "{\"a\":"] {
            #expect(throws: JsonFault.self) {
                try JsonReader.value(of: String(repeating: opening, count: 100_000).utf8)
            }
        }
        #expect(throws: JsonFault.self) { try JsonReader.value(of: [0x22, 0xFF, 0x22]) }
    }

    /// What is written as typed JSON is read as the same value.
    @Test(arguments: [
        Value.null, .boolean(true), .integer(.min), .float(1), .float(-.infinity),
        .string("é\u{1}"),
        .list([.integer(1), .list([])]), .map(["a": .null, "b": .map(["c": .float(1e300)])]),
    ])
    func typedValuesComeBack(value: Value) throws {
        let text = TypedJson.of(value).text
        #expect(try JsonValues.value(of: JsonReader.value(of: text.utf8)) == value)
    }

    @Test(arguments: [#"{"$type":"Integer","_value":"x"}"#, #"{"$type":"Node","_value":{}}"#])
    func whatIsNoParameterIsTold(text: String) throws {
        let json = try JsonReader.value(of: text.utf8)
        #expect(throws: JsonValues.Fault.self) { try JsonValues.value(of: json) }
    }
}
