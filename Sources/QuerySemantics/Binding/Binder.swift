import Diagnostics
import GraphModel
import QuerySyntax

/// Resolves the names of a statement and finds the faults that can be told before it runs.
///
/// Faults are collected; where there are any, there is no bound statement.
public final class Binder {
    let source: SourceText
    let procedures: [String: ProcedureSignature]
    /// Names of the parameters given; nil where they are not known yet.
    let parameters: Set<String>?
    var faults: [QueryFault] = []
    var mentions: [SchemaMention] = []
    var isWriting = false
    /// Aggregates met in the projection being bound.
    var aggregates: [BoundProjection.Aggregate] = []
    /// The subquery of an expression, within which nothing may be changed.
    var readingSubquery: SubquerySyntax.Kind?
    /// Variables of the enclosing query that a subquery always sees.
    var carried = Scope()
    /// Names that a subquery would see if it imported them.
    var importable: Set<String> = []
    private var variableCount = 0
    private var reportedNames: Set<String> = []

    private init(
        _ source: SourceText, _ procedures: [ProcedureSignature], _ parameters: Set<String>?
    ) {
        self.source = source
        self.procedures = Dictionary(procedures.map { ($0.name, $0) }) { $1 }
        self.parameters = parameters
    }

    /// - Parameter parameters: names of the parameters given; nil where they are not known.
    public static func bind(
        _ statement: StatementSyntax, in source: SourceText,
        procedures: [ProcedureSignature] = [], parameters: Set<String>? = nil
    ) -> (statement: BoundStatement?, faults: [QueryFault]) {
        let binder = Binder(source, procedures, parameters)
        let query = binder.bindQuery(statement.query, Scope(), .statement)
        let bound = BoundStatement(
            mode: binder.mode(statement.mode), query: query, isWriting: binder.isWriting,
            mentions: binder.mentions, variableCount: binder.variableCount)
        return (binder.faults.isEmpty ? bound : nil, binder.faults)
    }

    private func mode(_ mode: StatementSyntax.Mode) -> BoundStatement.Mode {
        switch mode {
        case .run: .run
        case .explain: .explain
        case .profile: .profile
        }
    }

    // MARK: What all parts of the binder use

    func fresh(_ name: String, _ type: StaticType, isHidden: Bool = false) -> BoundVariable {
        defer { variableCount += 1 }
        return BoundVariable(
            id: VariableID(rawValue: variableCount), name: name, type: type, isHidden: isHidden)
    }

    func report(_ diagnostic: Diagnostic, as errorClass: QueryFaultClass? = nil) {
        faults.append(QueryFault(diagnostic, errorClass: errorClass))
    }

    /// Each unknown name is told once.
    func reportUndefined(_ name: NameSyntax, in scope: Scope) {
        guard reportedNames.insert(name.text).inserted else { return }
        report(
            importable.contains(name.text)
                ? .notImported(name) : .undefined(name, among: scope.variables.keys.sorted()))
    }

    func mention(_ kind: SchemaMention.Kind, _ name: NameSyntax) {
        mentions.append(SchemaMention(kind: kind, name: name.text, span: name.span))
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func undefined(_ name: NameSyntax, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, code: "UndefinedVariable", "the variable '\(name.text)' is not defined",
            at: name.span,
            help: Suggestion.nearest(to: name.text, among: known).map { "did you mean '\($0)'?" })
    }

    fileprivate static func notImported(_ name: NameSyntax) -> Diagnostic {
        Diagnostic(
            .error, code: "UndefinedVariable",
            "the subquery does not import the variable '\(name.text)'", at: name.span,
            help: "write CALL (\(name.text)) { … }")
    }
}
