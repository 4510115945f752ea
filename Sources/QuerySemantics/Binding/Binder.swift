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
        let query = binder.bindQuery(statement.query, Scope(), isSubquery: false)
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
        report(.undefined(name, among: scope.variables.keys.sorted()))
    }

    func mention(_ kind: SchemaMention.Kind, _ name: NameSyntax) {
        mentions.append(SchemaMention(kind: kind, name: name.text, span: name.span))
    }

    // MARK: Queries

    func bindQuery(_ query: QuerySyntax, _ outer: Scope, isSubquery: Bool) -> BoundQuery {
        let first = bindSingleQuery(query.clauses, outer, isSubquery)
        guard let union = query.unions.first else {
            return BoundQuery(parts: [first], keepsDuplicates: true, columns: first.columns)
        }
        var bound = BoundQuery(
            parts: [first], keepsDuplicates: union.keepsDuplicates,
            columns: first.columns.map { fresh($0.name, $0.type) })
        for part in query.unions {
            if part.keepsDuplicates != union.keepsDuplicates {
                report(.mixedUnion(at: part.span))
            }
            let next = bindSingleQuery(part.clauses, outer, isSubquery)
            if next.columns.map(\.name) != first.columns.map(\.name) {
                report(.differentColumns(first.columns, next.columns, at: part.span))
            }
            bound.parts.append(next)
        }
        return bound
    }

    private func bindSingleQuery(
        _ clauses: [ClauseSyntax], _ outer: Scope, _ isSubquery: Bool
    ) -> BoundSingleQuery {
        checkComposition(clauses, isSubquery)
        var scope = outer
        var bound = BoundSingleQuery(clauses: [], columns: [])
        for clause in clauses { bind(clause, &scope, into: &bound, isOnly: clauses.count == 1) }
        return bound
    }

    private func checkComposition(_ clauses: [ClauseSyntax], _ isSubquery: Bool) {
        for (index, clause) in clauses.enumerated() {
            let isLast = index == clauses.count - 1
            switch clause.kind {
            case .returning:
                if !isLast { report(.behindReturn(at: clauses[index + 1].span)) }
            case .match, .unwind, .with:
                if isLast, !isSubquery { report(.withoutReturn(at: clause.span)) }
            case .create, .merge, .set, .remove, .delete:
                if isSubquery { report(.writingSubquery(at: clause.span)) }
                isWriting = true
            case .call: break
            }
        }
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

    fileprivate static func mixedUnion(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "UNION and UNION ALL cannot be mixed in one query", at: span,
            help: "use one of the two throughout")
    }

    fileprivate static func differentColumns(
        _ first: [BoundVariable], _ next: [BoundVariable], at span: SourceSpan
    ) -> Diagnostic {
        let names = { (columns: [BoundVariable]) in columns.map(\.name).joined(separator: ", ") }
        return Diagnostic(
            .error, code: "DifferentColumnsInUnion",
            "all parts of a UNION must return the same columns: \(names(first)), not \(names(next))",
            at: span, help: "rename them by AS")
    }

    fileprivate static func behindReturn(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition", "nothing can follow RETURN", at: span,
            help: "use WITH to go on, or ';' between statements")
    }

    fileprivate static func withoutReturn(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "a query cannot end with this clause", at: span,
            help: "add RETURN, or a clause that changes the graph")
    }

    fileprivate static func writingSubquery(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "a subquery of EXISTS cannot change the graph", at: span)
    }
}
