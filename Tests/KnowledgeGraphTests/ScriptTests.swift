import Diagnostics
import GraphModel
import KnowledgeGraph
import Testing

@Suite struct ScriptTests {
    @Test(
        arguments: [
            ("RETURN 1", ["RETURN 1"], false), ("RETURN 1; ", ["RETURN 1"], true), ("", [], true),
            ("RETURN ';' // ;\n; RETURN `;`", ["RETURN ';'", "RETURN `;`"], false),
            ("RETURN 'open;", ["RETURN 'open;"], false), (";;", [], true),
            ("RETURN 1; // done;", ["RETURN 1"], true), ("/* ; */", [], true),
        ])
    func statementsAreCut(text: String, statements: [String], isComplete: Bool) {
        let script = ScriptText(SourceText(name: "script", text))
        #expect(script.statements.map(\.text) == statements)
        #expect(script.isComplete == isComplete)
    }

    @Test(
        arguments: [
            ("1", .integer(1)), ("-1", .integer(-1)), ("-9223372036854775808", .integer(.min)),
            ("-0.5", .float(-0.5)), ("'a b'", .string("a b")), ("null", .null),
            ("TRUE", .boolean(true)),
            ("[1, ['x']]", .list([.integer(1), .list([.string("x")])])),
            ("{a: -1}", .map(["a": .integer(-1)])), ("Kaja Kallas", nil), ("1 + 1", nil), ("", nil),
            ("1 AS x", nil), ("1; RETURN 2", nil), ("1 LIMIT 1", nil), ("$x", nil), ("[x]", nil),
            ("date('2015-W30-2')", .date(CalendarDate("2015-07-21")!)),
            (
                "[duration('P1D')]",
                .list([.duration(CalendarDuration(months: 0, days: 1, seconds: 0))])
            ),
            ("date('soon')", nil), ("date()", nil), ("toUpper('a')", nil),
        ] as [(String, Value?)])
    func literals(text: String, value: Value?) {
        #expect(LiteralReader.value(of: text) == value)
        #expect(LiteralReader.valueOrText(text) == value ?? .string(text))
    }

    @Test func aHeaderIsRead() throws {
        let script = SavedScript(
            SourceText(
                name: "x.cypher",
                """
                // title: Who
                // about: What: all of it
                // parameter: a (String, default 'x, (y)'): the first
                // parameter: b (Integer): the second

                // parameter: c
                MATCH (n) // parameter: d (String): no header any more
                """))
        #expect(script.title == "Who" && script.about == "What: all of it")
        #expect(script.parameters.map(\.name) == ["a", "b"])
        #expect(script.parameters[0].standard == .string("x, (y)"))
        #expect(script.diagnostics.map(\.code) == ["MalformedHeader"])
        let (values, missing) = script.values(given: ["z": .null])
        #expect(values == ["z": .null, "a": .string("x, (y)")])
        #expect(missing.map(\.name) == ["b"])
    }
}
