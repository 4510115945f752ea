import Diagnostics
import QuerySyntax

extension Binder {
    /// `CALL (x) { … }`
    func bind(
        _ call: SubqueryCallSyntax, _ clause: ClauseSyntax, _ scope: inout Scope,
        into query: inout BoundSingleQuery
    ) {
        let imports = imports(of: call, scope)
        let before = (aggregates, isWriting, importable)
        isWriting = false
        importable = Set(scope.variables.keys).subtracting(call.importedNames)
        let bound = bindQuery(
            call.query, imports, .call(importsByWith: call.imports == .byWith))
        let writes = isWriting
        (aggregates, isWriting, importable) = (before.0, before.1 || writes, before.2)
        for (index, column) in bound.columns.enumerated() {
            if let known = scope[column.name] {
                let span = call.query.span(ofColumn: index) ?? clause.span
                report(
                    .alreadyBound(
                        NameSyntax(text: column.name, span: span), known, firstPlace(of: known)))
            }
            scope.add(column)
        }
        query.clauses.append(
            .subquery(
                BoundSubqueryCall(
                    kind: bound.columns.isEmpty
                        ? .unit : call.isOptional ? .optionalRows : .rows, query: bound,
                    imports: imports.sorted, isWriting: writes)))
    }

    private func imports(of call: SubqueryCallSyntax, _ scope: Scope) -> Scope {
        guard case .names(let names) = call.imports else { return scope }
        var imports = Scope()
        for name in names {
            if let variable = resolve(name, scope) { imports.add(variable) }
        }
        return imports
    }

    /// `FOREACH (x IN list | CREATE …)`
    func bind(
        _ forEach: ForEachSyntax, _ scope: Scope, into query: inout BoundSingleQuery
    ) {
        let list = bind(forEach.list, ExpressionContext(scope))
        if !list.type.isOpen, !list.type.isList {
            report(.eachOfNoList(list.type, at: forEach.list.span))
        }
        var inner = scope
        let variable = introduce(forEach.variable, list.type.element, &inner)
        let imports = inner.sorted
        var body = BoundSingleQuery(clauses: [], columns: [])
        for clause in forEach.clauses {
            switch clause.kind {
            case .create, .merge, .set, .remove, .delete, .forEach:
                bind(clause, &inner, into: &body, isOnly: false)
            case .match, .unwind, .filter, .assign, .with, .returning, .finish, .call, .subquery:
                report(.readingForEach(at: clause.span))
            }
        }
        query.clauses.append(
            .subquery(
                BoundSubqueryCall(
                    kind: .forEach(list.expression, variable),
                    query: BoundQuery(parts: [body], keepsDuplicates: true, ownColumns: []),
                    imports: imports, isWriting: true)))
    }
}

extension SubqueryCallSyntax {
    fileprivate var importedNames: Set<String> {
        if case .names(let names) = imports { Set(names.map(\.text)) } else { [] }
    }
}

extension QuerySyntax {
    fileprivate func span(ofColumn index: Int) -> SourceSpan? {
        guard case .returning(let projection)? = (next.last ?? self).clauses.last?.kind,
            !projection.includesAll, projection.items.indices.contains(index)
        else { return nil }
        return projection.items[index].alias?.span ?? projection.items[index].span
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func eachOfNoList(_ type: StaticType, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "FOREACH goes through a list, and this is \(type.words)", at: span,
            help: "write it in brackets: [a, b]")
    }

    fileprivate static func readingForEach(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "FOREACH holds only clauses that change the graph", at: span,
            help: "use UNWIND and then this clause, or CALL { … }")
    }
}
