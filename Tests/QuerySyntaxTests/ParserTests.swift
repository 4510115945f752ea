import Diagnostics
import Foundation
import QuerySyntax
import SeededRandom
import Testing

@Suite struct ParserTests {
    static func parse(_ text: String) -> ([StatementSyntax], [Diagnostic]) {
        let (statements, diagnostics) = Parser.parse(SourceText(name: "query", text))
        return (statements, diagnostics)
    }

    static func expression(_ text: String) throws -> ExpressionSyntax {
        let (statements, diagnostics) = parse("RETURN " + text)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        let clause = try #require(statements.first?.query.clauses.first)
        var items: [ProjectionSyntax.Item] = []
        if case .returning(let projection) = clause.kind { items = projection.items }
        return try #require(items.first).expression
    }

    /// The tree as text with every operator in brackets, to see what binds to what.
    static func shape(_ expression: ExpressionSyntax) -> String {
        switch expression {
        case .literal(.integer(let number), _): "\(number)"
        case .literal: "literal"
        case .variable(let name): name.text
        case .unary(let unary, let operand, _): "(\(unary.rawValue) \(shape(operand)))"
        case .binary(let binary, let left, let right):
            "(\(shape(left)) \(binary.rawValue) \(shape(right)))"
        case .logical(let logical, let operands):
            "(" + operands.map(shape).joined(separator: " \(logical.rawValue) ") + ")"
        case .comparison(let first, let rest):
            "("
                + rest.reduce(shape(first)) {
                    "\($0) \($1.comparison.rawValue) \(shape($1.right))"
                } + ")"
        case .nullTest(let operand, let isNegated, _):
            "(\(shape(operand)) IS \(isNegated ? "NOT " : "")NULL)"
        case .property(let base, let key): "\(shape(base)).\(key.text)"
        case .element(let base, let index, _): "\(shape(base))[\(shape(index))]"
        case .slice(let base, let from, let to, _):
            "\(shape(base))[\(from.map(shape) ?? "")..\(to.map(shape) ?? "")]"
        case .hasLabels(let base, let labels):
            shape(base) + (labels.conjunction ?? []).map { ":\($0.text)" }.joined()
        case .list(let items, _): "[" + items.map(shape).joined(separator: ", ") + "]"
        case .call(let call):
            "\(call.name.text)(" + call.arguments.map(shape).joined(separator: ", ") + ")"
        case .pattern: "pattern"
        case .listComprehension: "list comprehension"
        case .patternComprehension: "pattern comprehension"
        case .quantifier(let quantifier): quantifier.kind.rawValue
        case .subquery(let subquery): subquery.kind.rawValue.lowercased()
        case .typeTest(let operand, _, _, _): "(\(shape(operand)) :: type)"
        case .reduction, .normalTest: "other"
        case .map, .parameter, .countAll, .choice: "other"
        }
    }

    @Test(arguments: [
        ("1 + 2 * 3 ^ 4", "(1 + (2 * (3 ^ 4)))"),
        ("1 - 2 - 3", "((1 - 2) - 3)"),
        ("NOT a AND b OR c XOR d", "(((NOT a) AND b) OR (c XOR d))"),
        ("a OR b OR c", "(a OR b OR c)"),
        ("1 < a <= 3", "(1 < a <= 3)"),
        ("a.b IS NOT NULL AND x IN [1, 2]", "((a.b IS NOT NULL) AND (x IN [1, 2]))"),
        ("a STARTS WITH b + c", "(a STARTS WITH (b + c))"),
        ("-2 ^ 2", "((- 2) ^ 2)"),
        ("a - -1", "(a - (- 1))"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("list[1..][0]", "list[1..][0]"),
        ("n:Person:Country", "n:Person:Country"),
        ("(a) - (b)", "(a - b)"),
        ("(a)-->(b)", "pattern"),
        ("(a)<-[:T]-(b) AND c", "(pattern AND c)"),
        ("[x IN xs WHERE x > 1 | x]", "list comprehension"),
        ("[(a)-->(b) WHERE a.x | b.y]", "pattern comprehension"),
        ("[p = (a)-->(b) | p]", "pattern comprehension"),
        ("[(a)-->(b), c]", "[pattern, c]"),
        ("all(x IN xs WHERE x)", "all"),
        ("exists { (a)-->(b) }", "exists"),
        ("EXISTS { MATCH (a) RETURN a }", "exists"),
        ("date.truncate('day', d)", "date.truncate(literal, d)"),
        ("count(n)", "count(n)"),
    ])
    func operatorsBind(text: String, expected: String) throws {
        let expression = try Self.expression(text)
        #expect(Self.shape(expression) == expected)
        let printed = SyntaxPrinter.text(of: expression)
        #expect(try Self.shape(Self.expression(printed)) == expected, "\(printed)")
    }

    @Test(arguments: [
        "MATCH (a:Person {name: $n})-[f:FUNDS|:MEETS_WITH*1..3 {x: 1}]->(b)<--()--(c) RETURN *",
        "MATCH p = shortestPath((a)-[*..5]-(b)) RETURN length(p) AS steps",
        "OPTIONAL MATCH (a) WHERE a.x RETURN DISTINCT a ORDER BY a.x DESC, a.y SKIP 1 LIMIT $k",
        "UNWIND [1, 2] AS x WITH x, count(*) AS n WHERE n > 1 RETURN *, x AS y",
        "CREATE (a:A)-[:T {x: 1}]->(b) SET a.x = 1, a += {y: 2}, a:L, b = {} REMOVE a.x, a:L",
        "MERGE (a) ON CREATE SET a.x = 1 ON MATCH SET a.y = 2 DETACH DELETE a",
        "CALL a.b.c(1, 'x') YIELD d AS e WHERE e RETURN e UNION ALL RETURN 1 AS e",
        "EXPLAIN MATCH (count:Match {return: 1}) RETURN count.where",
        "PROFILE RETURN CASE x WHEN 1 THEN 2 ELSE 3 END, CASE WHEN true THEN 1 END",
        "RETURN 1; ; RETURN 2;",
    ])
    func readsWholeQueries(text: String) {
        let (statements, diagnostics) = Self.parse(text)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        #expect(!statements.isEmpty)
        Self.checkPrinting(statements)
    }

    /// What is printed reads as the same tree: printed again, it is the same text.
    static func checkPrinting(_ statements: [StatementSyntax]) {
        for statement in statements {
            let printed = SyntaxPrinter.text(of: statement)
            let (again, diagnostics) = parse(printed)
            #expect(diagnostics.isEmpty, "\(printed) \(diagnostics)")
            #expect(again.map(SyntaxPrinter.text) == [printed])
        }
    }

    @Test(arguments: [
        ("MACTH (n) RETURN n", 1, "did you mean 'MATCH'?"),
        ("MATCH (n) RETRUN n", 11, "did you mean 'RETURN'?"),
        ("RETURN 1 +", 11, nil), ("RETURN (1", 10, nil), ("MATCH (n RETURN n", 10, nil),
        ("RETURN [1, 2", 13, nil), ("MATCH (a)-[:]->(b) RETURN a", 13, nil), ("EXPLAIN", 8, nil),
        ("RETURN 9223372036854775808", 8, "write it as a float: 9223372036854775808.0"),
    ])
    func aFaultHasItsPlaceAndHelp(text: String, column: Int, help: String?) throws {
        let (_, diagnostics) = Self.parse(text)
        let first = try #require(diagnostics.first)
        let source = SourceText(name: "query", text)
        #expect(source.position(of: first.span?.start ?? -1).column == column)
        #expect(first.help == help)
    }

    @Test(arguments: [
        ("MATCH (a)-[:LIKES..]->(c) RETURN c", "InvalidRelationshipPattern"),
        ("MATCH (a)-[:LIKES..3]->(c) RETURN c", "InvalidRelationshipPattern"),
        ("RETURN 42 — 41", "InvalidUnicodeCharacter"),
        ("MATCH (a)-[:LIKES*-2]->(c) RETURN c", "InvalidRelationshipPattern"),
        ("MATCH (a)-[:LIKES*1..-2]->(c) RETURN c", "InvalidRelationshipPattern"),
        ("MATCH (a)-[:LIKES*-]->(c) RETURN c", "UnexpectedSyntax"),
        ("RETURN {1b: 2}", "UnexpectedSyntax"), ("RETURN 1b", "InvalidNumberLiteral"),
    ])
    func aFaultHasOneMessageAndItsCode(text: String, code: String) {
        #expect(Self.parse(text).1.map(\.code) == [code])
    }

    @Test func independentFaultsAreToldTogether() {
        let (_, diagnostics) = Self.parse("MATCH (a-[:T]->(b)\nWITH 1 + AS x\nRETURN )")
        #expect(diagnostics.count == 3)
    }

    @Test(arguments: [
        "(", "[", "{a: ", "NOT ", "-", "CASE ", "EXISTS { MATCH (n) WHERE ", "1 + ", "a.",
    ])
    func depthEndsInADiagnostic(opening: String) {
        let (_, diagnostics) = Self.parse("RETURN " + String(repeating: opening, count: 20_000))
        #expect(!diagnostics.isEmpty)
    }

    @Test func anyTokensAreRead() {
        var generator = SplitMix64(state: 7)
        let words =
            Keyword.allCases.map(\.rawValue) + Symbol.allCases.map(\.rawValue)
            + ["a", "b", "1", "2.5", "'s'", "$p", "shortestPath", "`x y`"]
        for _ in 0..<3000 {
            let text = (0..<25).map { _ in words.randomElement(using: &generator) ?? "" }
                .joined(separator: " ")
            let (statements, diagnostics) = Self.parse(text)
            #expect(!statements.isEmpty || !diagnostics.isEmpty || text.isEmpty, "\(text)")
        }
    }

    /// Queries of the conformance scenarios in `LEGATION_TCK` parse, but for those that are to fail
    /// at compile time.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LEGATION_TCK"] != nil))
    func conformanceQueriesParse() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["LEGATION_TCK"])
        let files =
            FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var count = 0
        for file in files.sorted() where file.hasSuffix(".feature") {
            // Gherkin's comments are whole lines.
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.drop(while: \.isWhitespace).hasPrefix("#") }
                .joined(separator: "\n")
            for scenario in text.components(separatedBy: "Scenario").dropFirst()
            where !scenario.contains("should be raised at compile time") {
                let parts = scenario.components(separatedBy: "\"\"\"")
                for query in stride(from: 1, to: parts.count, by: 2).map({ parts[$0] })
                where !query.contains("<") || !scenario.contains("Examples:") {
                    count += 1
                    let (statements, diagnostics) = Self.parse(query)
                    Self.checkPrinting(statements)
                    #expect(diagnostics.isEmpty, "\(file): \(query) \(diagnostics)")
                }
            }
        }
        #expect(count > 0)
    }
}
