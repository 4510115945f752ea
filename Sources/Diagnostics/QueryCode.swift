/// The stable code of a fault or a doubt in a query.
///
/// A diagnostic bears the name that openCypher's conformance suite gives its kind
/// (`UndefinedVariable`); this table adds the short code that messages show, which never changes,
/// and the status by which GQL (ISO/IEC 39075) tells such a condition. docs/diagnostics.md shows
/// the same table.
public struct QueryCode: Hashable, Sendable {
    /// `LEG-Q020`.
    public let id: String
    /// Class and subclass of GQLSTATUS: standard ones only, so that any client knows them.
    public let gqlStatus: String
    /// `UndefinedVariable`.
    public let name: String
    /// What it says, in one line.
    public let meaning: String

    /// The code of a diagnostic's kind; nil for kinds that are not of queries.
    public static func named(_ name: String) -> QueryCode? { byName[name] }

    /// All codes in their order.
    public static let all = reading + names + clauses + values + running + warnings

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    private init(_ number: Int, _ gqlStatus: String, _ name: String, _ meaning: String) {
        let digits = String(number)
        id = "LEG-Q" + String(repeating: "0", count: 3 - digits.count) + digits
        self.gqlStatus = gqlStatus
        self.name = name
        self.meaning = meaning
    }

    private static let reading: [QueryCode] = [
        .init(1, "42001", "UnexpectedSyntax", "a word or sign stands where it cannot"),
        .init(2, "42001", "InvalidUnicodeCharacter", "a character is no letter and no sign"),
        .init(3, "42001", "InvalidUnicodeLiteral", "an escape names no character"),
        .init(4, "42001", "InvalidNumberLiteral", "a number is not written as one"),
        .init(5, "22003", "IntegerOverflow", "an integer does not fit into 64 bits"),
        .init(6, "22003", "FloatingPointOverflow", "a number is too large for a float"),
        .init(7, "42001", "QueryTooComplex", "brackets or operators exceed a limit"),
    ]

    private static let names: [QueryCode] = [
        .init(20, "42002", "UndefinedVariable", "a variable is not defined where it is used"),
        .init(21, "42002", "UnknownFunction", "there is no function of the name"),
        .init(22, "42002", "ProcedureNotFound", "there is no procedure of the name"),
        .init(23, "42002", "MissingParameter", "a parameter was not given"),
        .init(24, "42002", "VariableAlreadyBound", "a variable is introduced a second time"),
        .init(25, "42002", "VariableTypeConflict", "a variable is used as two kinds of thing"),
        .init(26, "42002", "ColumnNameConflict", "two columns have one name"),
        .init(27, "42001", "NoExpressionAlias", "a computed column of WITH has no name"),
        .init(28, "42002", "NoVariablesInScope", "RETURN * finds no variable"),
        .init(
            29, "42002", "RelationshipUniquenessViolation",
            "a relationship stands twice in one pattern"),
    ]

    private static let clauses: [QueryCode] = [
        .init(40, "42001", "InvalidClauseComposition", "clauses do not go together so"),
        .init(41, "42001", "DifferentColumnsInUnion", "parts of a UNION have other columns"),
        .init(42, "42001", "InvalidAggregation", "an aggregate stands where none can"),
        .init(43, "42001", "NestedAggregation", "an aggregate holds another"),
        .init(
            44, "42001", "AmbiguousAggregationExpression",
            "a value beside an aggregate is not the same for its group"),
        .init(45, "42001", "NonConstantExpression", "a value must be the same for all rows"),
        .init(46, "42001", "InvalidRelationshipPattern", "a path or its length cannot be so"),
        .init(47, "42001", "InvalidParameterUse", "a parameter cannot stand for a pattern's map"),
        .init(48, "42001", "NoSingleRelationshipType", "what is created needs one type"),
        .init(49, "42001", "RequiresDirectedRelationship", "what is created needs a direction"),
        .init(50, "42001", "CreatingVarLength", "a variable length cannot be created"),
        .init(51, "42001", "InvalidDelete", "DELETE cannot delete this"),
        .init(52, "42001", "InvalidArgumentPassingMode", "a CALL within a query needs arguments"),
    ]

    private static let values: [QueryCode] = [
        .init(60, "22G03", "InvalidArgumentType", "a value is of a kind that cannot stand here"),
        .init(61, "42001", "InvalidNumberOfArguments", "a call has too few or many arguments"),
        .init(62, "22G02", "NegativeIntegerArgument", "a number must not be negative"),
        .init(63, "22000", "InvalidArgumentValue", "a value cannot be read or used so"),
        .init(64, "22003", "NumberOutOfRange", "a number lies beyond what is allowed"),
        .init(65, "22G03", "InvalidPropertyType", "a property cannot hold such a value"),
        .init(66, "22G03", "MapElementAccessByNonString", "a map is asked by another than a key"),
        .init(67, "22012", "DivisionByZero", "a number is divided by zero"),
    ]

    private static let running: [QueryCode] = [
        .init(80, "22000", "DeletedEntityAccess", "something deleted is read"),
        .init(81, "G1001", "DeleteConnectedNode", "a deleted node still has relationships"),
        .init(82, "22000", "MergeReadOwnWrites", "MERGE cannot search for null"),
        .init(83, "22000", "MissingNode", "a relationship is created at a node that is null"),
        .init(84, "25G03", "ReadOnly", "the statement may not write"),
        .init(85, "40000", "Cancelled", "the statement was stopped from outside"),
        .init(86, "40000", "TimeLimitExceeded", "the statement took longer than allowed"),
        .init(87, "40000", "MemoryLimitExceeded", "the statement held more than allowed"),
        .init(88, "08000", "GraphUnreadable", "the graph file could not be read"),
        .init(89, "50000", "InternalError", "the engine failed: please report it"),
    ]

    private static let warnings: [QueryCode] = [
        .init(200, "01000", "UnknownLabel", "the graph has no such label"),
        .init(201, "01000", "UnknownRelationshipType", "the graph has no such relationship type"),
        .init(202, "01000", "UnknownPropertyKey", "the graph has no such property"),
        .init(203, "01000", "CartesianProduct", "parts of a MATCH are not connected"),
        .init(204, "01000", "UnboundedPath", "a path may have any length"),
        .init(205, "01000", "ComparisonNeverTrue", "a comparison is null or false, always"),
    ]
}

extension Diagnostic {
    /// The stable code of its kind, for queries.
    public var queryCode: QueryCode? { QueryCode.named(code) }
}
