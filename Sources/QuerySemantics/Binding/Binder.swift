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
    var warnings: [Diagnostic] = []
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
    /// Variables that a projection did not pass on, with the clause.
    var dropped: [String: DroppedVariable] = [:]
    /// Where each variable was introduced.
    private var places: [VariableID: SourceSpan] = [:]
    private var variableCount = 0
    private var reportedNames: Set<String> = []

    /// More faults than these help nobody.
    private static let faultLimit = 50

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
            mentions: binder.mentions, warnings: binder.warnings,
            variableCount: binder.variableCount)
        return (binder.faults.isEmpty ? bound : nil, Array(binder.faults.prefix(faultLimit)))
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

    /// A variable of the query, which remembers where it was written.
    func fresh(_ name: NameSyntax, _ type: StaticType) -> BoundVariable {
        let variable = fresh(name.text, type)
        if name.span.length > 0 { places[variable.id] = name.span }
        return variable
    }

    /// Where a variable was introduced, for a fault about its name.
    func firstPlace(of variable: BoundVariable) -> [Diagnostic.Note] {
        places[variable.id].map { [.init("first defined here", at: $0)] } ?? []
    }

    func warn(_ diagnostic: Diagnostic) { warnings.append(diagnostic) }

    func report(_ diagnostic: Diagnostic, as errorClass: QueryFaultClass? = nil) {
        faults.append(QueryFault(diagnostic, errorClass: errorClass))
    }

    /// Each unknown name is told once.
    func reportUndefined(_ name: NameSyntax, in scope: Scope) {
        guard reportedNames.insert(name.text).inserted else { return }
        if importable.contains(name.text) {
            report(.notImported(name))
        } else if let drop = dropped[name.text] {
            report(.notPassedOn(name, drop))
        } else {
            report(.undefined(name, help: help(for: name, scope)))
        }
    }

    private func help(for name: NameSyntax, _ scope: Scope) -> String? {
        let known = scope.sorted.filter { !$0.isHidden }
        if let near = Suggestion.nearest(to: name.text, among: known.map(\.name)) {
            return "did you mean '\(near)'?"
        }
        let before = source[SourceSpan(start: name.span.start - 1, end: name.span.start)]
        let place = name.span.start - 2
        if before == "-", place >= 0, source.bytes[place] > 0x20, source.bytes[place] != 0x29 {
            return "a name with a dash in it goes in backticks: `first-name`"
        }
        if name.text.unicodeScalars.count < 3 {
            if known.isEmpty || known.count > 6 { return nil }
            return "defined here: " + known.map(\.name).joined(separator: ", ")
        }
        let text = "a text stands in quotation marks: '\(name.text)'"
        guard let owner = known.first(where: { $0.type == .node || $0.type == .relationship })
        else { return text }
        return "a property is written \(owner.name).\(name.text); " + text
    }

    func mention(_ kind: SchemaMention.Kind, _ name: NameSyntax) {
        mentions.append(SchemaMention(kind: kind, name: name.text, span: name.span))
    }
}

/// A variable that cannot be named behind a projection any more.
struct DroppedVariable {
    /// `WITH` or `RETURN DISTINCT`
    var word: String
    var span: SourceSpan
    var columns: String
    /// It is named in a clause behind, not in the projection's own ORDER BY.
    var isBehind: Bool
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func undefined(_ name: NameSyntax, help: String?) -> Diagnostic {
        Diagnostic(
            .error, code: "UndefinedVariable", "the variable '\(name.text)' is not defined",
            at: name.span, help: help)
    }

    fileprivate static func notPassedOn(
        _ name: NameSyntax, _ drop: DroppedVariable
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "UndefinedVariable",
            drop.isBehind
                ? "the variable '\(name.text)' is not defined behind this \(drop.word)"
                : "only the columns can be named here, and '\(name.text)' is none of them",
            at: name.span,
            notes: [
                .init(
                    drop.isBehind
                        ? "it passes on: \(drop.columns)" : "its columns: \(drop.columns)",
                    at: drop.span)
            ],
            help: drop.isBehind
                ? "add '\(name.text)' to its columns" : "make it a column, or order by one")
    }

    fileprivate static func notImported(_ name: NameSyntax) -> Diagnostic {
        Diagnostic(
            .error, code: "UndefinedVariable",
            "the subquery does not import the variable '\(name.text)'", at: name.span,
            help: "write CALL (\(name.text)) { … }")
    }
}
