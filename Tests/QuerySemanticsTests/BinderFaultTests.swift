import Diagnostics
import QuerySemantics
import QuerySyntax
import Testing

/// What the binder finds, where, and what it advises. `‹…›` marks the words that are pointed at.
@Suite struct BinderFaultTests {
    static let procedures = [
        ProcedureSignature(
            name: "test.p", inputs: [.init(name: "in", type: "INTEGER?")],
            outputs: [.init(name: "out", type: "STRING?")])
    ]

    static func faults(
        of query: String, parameters: Set<String>? = nil
    ) throws -> (faults: [QueryFault], source: SourceText) {
        let source = SourceText(name: "query", query)
        let (statements, diagnostics) = Parser.parse(source)
        try #require(diagnostics.isEmpty, "\(query): \(diagnostics)")
        let statement = try #require(statements.first)
        let bound = Binder.bind(
            statement, in: source, procedures: procedures, parameters: parameters)
        #expect((bound.statement == nil) == !bound.faults.isEmpty)
        return (bound.faults, source)
    }

    @Test(arguments: [
        ("RETURN ‹x›", "UndefinedVariable"),
        ("MATCH (a) SET ‹b›.x = 1", "UndefinedVariable"),
        ("MATCH (a) WITH a.x AS y RETURN ‹a›", "UndefinedVariable"),
        ("MATCH (a) RETURN DISTINCT a.x ORDER BY ‹a›.y", "UndefinedVariable"),
        ("MATCH (n) WHERE (n)-->(‹m›) RETURN n", "UndefinedVariable"),
        ("CALL test.p(1) RETURN ‹out›", "UndefinedVariable"),
        ("MATCH (a) CREATE (‹a›)", "VariableAlreadyBound"),
        ("MATCH ()-[r]->() CREATE ()-[‹r›:T]->()", "VariableAlreadyBound"),
        ("MATCH (p) MATCH ‹p› = ()-->() RETURN p", "VariableAlreadyBound"),
        ("UNWIND [1] AS x UNWIND [2] AS ‹x› RETURN x", "VariableAlreadyBound"),
        ("MATCH (r)-[‹r›]->() RETURN r", "VariableTypeConflict"),
        ("WITH 1 AS n MATCH (‹n›) RETURN n", "VariableTypeConflict"),
        ("WITH [] AS r MATCH ()-[‹r›]->() RETURN r", "VariableTypeConflict"),
        ("MATCH ()-[r]->()-[‹r›]->() RETURN r", "RelationshipUniquenessViolation"),
        ("RETURN 1 AS a, 2 AS ‹a›", "ColumnNameConflict"),
        ("MATCH (a) WITH ‹a.x› RETURN 1", "NoExpressionAlias"),
        ("MATCH (a) RETURN ‹a.x› + count(*)", "AmbiguousAggregationExpression"),
        ("MATCH (a) WHERE ‹count(a)› > 1 RETURN a", "InvalidAggregation"),
        ("MATCH (a) RETURN a.x AS x ORDER BY ‹max(a.y)›", "InvalidAggregation"),
        ("RETURN ‹count(count(*))›", "NestedAggregation"),
        ("RETURN count(‹rand()›)", "NonConstantExpression"),
        ("MATCH (n) RETURN n LIMIT ‹n.x›", "NonConstantExpression"),
        ("RETURN 1 SKIP ‹-1›", "NegativeIntegerArgument"),
        ("RETURN 1 LIMIT ‹1.5›", "InvalidArgumentType"),
        ("RETURN ‹1› AND true", "InvalidArgumentType"),
        ("RETURN 1 IN ‹'a'›", "InvalidArgumentType"),
        ("RETURN ‹'a'› % 2", "InvalidArgumentType"),
        ("MATCH (n) WHERE ‹n› RETURN n", "InvalidArgumentType"),
        ("MATCH (n) RETURN type(‹n›)", "InvalidArgumentType"),
        ("MATCH p = ()-->() RETURN ‹p›.x", "InvalidArgumentType"),
        ("MATCH (n) DELETE ‹1 + 1›", "InvalidArgumentType"),
        ("MATCH (n) DELETE ‹n:A›", "InvalidDelete"),
        ("RETURN ‹siz›([1])", "UnknownFunction"),
        ("RETURN ‹size()›", "InvalidNumberOfArguments"),
        ("RETURN 1 AS a ‹UNION RETURN 1 AS b›", "DifferentColumnsInUnion"),
        (
            "RETURN 1 AS a UNION RETURN 2 AS a ‹UNION› ALL RETURN 1 AS a",
            "InvalidClauseComposition"
        ),
        ("‹MATCH (n)›", "InvalidClauseComposition"),
        ("RETURN 1 AS a ‹MATCH (n)›", "InvalidClauseComposition"),
        ("MATCH (n) WHERE EXISTS { MATCH (n) ‹SET n.x = 1› } RETURN n", "InvalidClauseComposition"),
        ("MATCH () ‹RETURN *›", "NoVariablesInScope"),
        ("CREATE ()‹-->›()", "NoSingleRelationshipType"),
        ("CREATE ()‹-[:A*2]->›()", "CreatingVarLength"),
        ("CREATE ()‹-[:A]-›()", "RequiresDirectedRelationship"),
        ("MATCH (n ‹$p›) RETURN n", "InvalidParameterUse"),
        ("MATCH (n) RETURN ‹(n)-->()›", "UnexpectedSyntax"),
        ("CALL ‹test.q›()", "ProcedureNotFound"),
        ("CALL ‹test.p›(1, 2)", "InvalidNumberOfArguments"),
        ("CALL test.p(‹true›)", "InvalidArgumentType"),
        ("CALL ‹test.p› YIELD out RETURN out", "InvalidArgumentPassingMode"),
        ("‹CALL test.p(1) YIELD *› RETURN out", "UnexpectedSyntax"),
        ("MATCH (a) CALL { RETURN ‹a›.x AS y } RETURN y", "UndefinedVariable"),
        ("MATCH (a) CALL (a) { MATCH (b) RETURN b AS ‹a› } RETURN a", "VariableAlreadyBound"),
        ("‹CALL { RETURN 1 AS y }›", "InvalidClauseComposition"),
        ("RETURN ‹COLLECT { (a)-->(b) }› AS x", "InvalidClauseComposition"),
        ("FOREACH (x IN [1] | ‹MATCH (n)›)", "InvalidClauseComposition"),
        ("FOREACH (x IN ‹1› | CREATE (n))", "InvalidArgumentType"),
        ("LET x = 1 LET ‹x› = 2 RETURN x", "VariableAlreadyBound"),
        ("RETURN ‹1› || 'a'", "InvalidArgumentType"),
        ("CREATE (:‹A|B›)", "UnexpectedSyntax"),
        ("MATCH (a) ((‹a›)-->(y))+ (z) RETURN z", "VariableAlreadyBound"),
        ("MATCH (a) (‹(x)-->(y)-->+(w)›){2} (z) RETURN z", "InvalidRelationshipPattern"),
        ("MATCH REPEATABLE ELEMENTS (a)‹-->+›(b) RETURN a", "InvalidRelationshipPattern"),
        ("MATCH ‹SHORTEST 1› (a)-->+(b), (c) RETURN a", "InvalidRelationshipPattern"),
    ])
    func isFoundWhereItStands(marked: String, code: String) throws {
        let query = marked.filter { $0 != "‹" && $0 != "›" }
        let words = try #require(marked.split(separator: "‹").last?.split(separator: "›").first)
        let (faults, source) = try Self.faults(of: query)
        let first = try #require(faults.first, "no fault in \(query)")
        #expect(first.diagnostic.code == code)
        #expect(try source[#require(first.diagnostic.span)] == String(words))
    }

    @Test(arguments: [
        ("MATCH (person) RETURN persn", "did you mean 'person'?"),
        ("RETURN toUper('a')", "did you mean 'toUpper'?"),
        ("CALL test.pp()", "did you mean 'test.p'?"),
    ])
    func aNearNameIsOffered(query: String, help: String) throws {
        #expect(try Self.faults(of: query).faults.first?.diagnostic.help == help)
    }

    @Test(arguments: [
        ("RETURN x", QueryFaultClass.syntaxError),
        ("WITH 1 AS x RETURN x.y", .typeError),
        ("CALL nothing()", .procedureError),
    ])
    func hasItsClass(query: String, errorClass: QueryFaultClass) throws {
        #expect(try Self.faults(of: query).faults.first?.errorClass == errorClass)
    }

    @Test func aParameterThatWasNotGivenIsTold() throws {
        let (faults, _) = try Self.faults(of: "RETURN $nme", parameters: ["name"])
        #expect(faults.map(\.errorClass) == [.parameterMissing])
        #expect(faults.first?.diagnostic.help == "did you mean '$name'?")
        #expect(try Self.faults(of: "RETURN $nme").faults.isEmpty)
    }

    @Test func independentFaultsAreToldTogether() throws {
        let (faults, _) = try Self.faults(of: "MATCH (a) WHERE b.x = 1 RETURN foo(a), b, c")
        #expect(
            faults.map(\.diagnostic.code) == [
                "UndefinedVariable", "UnknownFunction", "UndefinedVariable",
            ])
    }

    @Test(arguments: [
        "MATCH (a) RETURN a.x, count(*) ORDER BY a.x, count(*)",
        "MATCH (a) RETURN a.x + 1 AS y, a.x + 1 ORDER BY a.z",
        "MATCH (a) WITH a, count(*) AS c WHERE c > 1 RETURN a.x + c",
        "MATCH (a) RETURN a, a.x + count(*)",
        "WITH null AS n OPTIONAL MATCH (n)-->() RETURN n",
        "MATCH (n) WHERE exists((n)-->()) OR NOT (n)--() RETURN n",
        "MATCH (n) RETURN CASE WHEN (n)-->() THEN 1 ELSE 2 END AS x",
        "CREATE (a $map) RETURN a",
        "CALL test.p(null) YIELD out AS o WHERE o <> '' RETURN o",
    ])
    func whatIsRightHasNoFault(query: String) throws {
        #expect(try Self.faults(of: query).faults.map(\.diagnostic) == [])
    }

    @Test(arguments: [
        ("MATCH (n) RETURN n", false), ("CREATE ()", true), ("MATCH (n) SET n.x = 1", true),
        ("MERGE (n) RETURN n", true), ("MATCH (n) DELETE n", true),
    ])
    func whetherItWritesIsKnown(query: String, isWriting: Bool) throws {
        let source = SourceText(name: "query", query)
        let statement = try #require(Parser.parse(source).statements.first)
        #expect(Binder.bind(statement, in: source).statement?.isWriting == isWriting)
    }
}
