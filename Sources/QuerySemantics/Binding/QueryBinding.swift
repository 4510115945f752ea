import Diagnostics
import QuerySyntax

/// Where a query stands.
enum QueryPlace {
    case statement
    /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`
    case expression(SubquerySyntax.Kind)
    /// `CALL (x) { … }`; where it imports by `WITH`, only what that names is seen.
    case call(importsByWith: Bool)
}

extension Binder {
    func bindQuery(_ query: QuerySyntax, _ outer: Scope, _ place: QueryPlace) -> BoundQuery {
        let before = (carried, readingSubquery)
        defer { (carried, readingSubquery) = before }
        switch place {
        case .statement: break
        case .expression(let kind): (carried, readingSubquery) = (outer, kind)
        case .call(let importsByWith): carried = importsByWith ? Scope() : outer
        }
        var bound = bindUnion(query, outer, place, hasNext: !query.next.isEmpty)
        for (index, next) in query.next.enumerated() {
            let columns = bound.columns
            if let clause = next.clauses.first {
                if columns.isEmpty { report(.nextOfNothing(at: clause.span)) }
                if !next.unions.isEmpty, isWriting { report(.nextUnion(at: clause.span)) }
            }
            var scope = carried
            for column in columns { scope.add(column) }
            var part = bindUnion(next, scope, place, hasNext: index + 1 < query.next.count)
            for index in part.parts.indices {
                part.parts[index].clauses.insert(.recall(carried.sorted), at: 0)
            }
            bound.next.append(part)
        }
        return bound
    }

    private func bindUnion(
        _ query: QuerySyntax, _ outer: Scope, _ place: QueryPlace, hasNext: Bool
    ) -> BoundQuery {
        let first = bindSingleQuery(query.clauses, outer, place, hasNext: hasNext)
        guard let union = query.unions.first else {
            return BoundQuery(parts: [first], keepsDuplicates: true, ownColumns: first.columns)
        }
        var bound = BoundQuery(
            parts: [first], keepsDuplicates: union.keepsDuplicates,
            ownColumns: first.columns.map { fresh($0.name, $0.type) })
        for part in query.unions {
            if part.keepsDuplicates != union.keepsDuplicates {
                report(.mixedUnion(union.span, at: part.span))
            }
            let next = bindSingleQuery(part.clauses, outer, place, hasNext: hasNext)
            if next.columns.map(\.name) != first.columns.map(\.name) {
                let start = query.clauses.last?.span
                report(.differentColumns(first.columns, next.columns, start, at: part.span))
            }
            bound.parts.append(next)
        }
        return bound
    }

    private func bindSingleQuery(
        _ clauses: [ClauseSyntax], _ outer: Scope, _ place: QueryPlace, hasNext: Bool
    ) -> BoundSingleQuery {
        checkComposition(clauses, place, hasNext: hasNext)
        var scope = outer
        if case .call(importsByWith: true) = place { scope = importedByWith(clauses, outer) }
        var isOnly = false
        if case .statement = place { isOnly = clauses.count == 1 && !hasNext }
        var bound = BoundSingleQuery(clauses: [], columns: [])
        for clause in clauses { bind(clause, &scope, into: &bound, isOnly: isOnly) }
        return bound
    }

    /// A subquery sees the enclosing query's variables behind a `WITH` too.
    func recall(_ scope: inout Scope, into query: inout BoundSingleQuery) {
        let dropped = carried.sorted.filter { scope[$0.name] == nil }
        if dropped.isEmpty { return }
        for variable in dropped { scope.add(variable) }
        query.clauses.append(.recall(dropped))
    }

    /// `CALL { WITH a, b … }` sees a and b, if the `WITH` does nothing but name them.
    private func importedByWith(_ clauses: [ClauseSyntax], _ outer: Scope) -> Scope {
        guard case .with(let projection, condition: nil)? = clauses.first?.kind,
            projection.isPlain
        else { return Scope() }
        if projection.includesAll { return outer }
        var scope = Scope()
        for item in projection.items {
            guard case .variable(let name) = item.expression, let variable = outer[name.text]
            else { continue }
            scope.add(variable)
        }
        return scope
    }

    private func checkComposition(
        _ clauses: [ClauseSyntax], _ place: QueryPlace, hasNext: Bool
    ) {
        var mayEndReading = false
        if case .expression = place { mayEndReading = true }
        for (index, clause) in clauses.enumerated() {
            let isLast = index == clauses.count - 1
            switch clause.kind {
            case .returning:
                if !isLast {
                    return report(.behindReturn(clause.span, at: clauses[index + 1].span))
                }
            case .finish:
                if !isLast { return report(.behindFinish(at: clauses[index + 1].span)) }
            case .match, .unwind, .with, .filter, .assign:
                if isLast, !mayEndReading {
                    report(.withoutReturn(word(of: clause), at: clause.span))
                }
            case .subquery(let call):
                if isLast, !mayEndReading, call.query.isReturning {
                    report(.withoutReturn("CALL", at: clause.span))
                }
            case .create, .merge, .set, .remove, .delete, .forEach:
                if let readingSubquery {
                    report(.writingSubquery(readingSubquery, at: clause.span))
                }
                isWriting = true
            case .call: break
            }
        }
    }
}

extension Binder {
    /// The word or words by which a clause begins, as it is known.
    private func word(of clause: ClauseSyntax) -> String {
        let words = source[clause.span].prefix(30).split(whereSeparator: { !$0.isLetter })
        let first = words.first.map { $0.uppercased() } ?? ""
        return first == "OPTIONAL" ? "OPTIONAL MATCH" : first
    }
}

extension QuerySyntax {
    /// Its last part gives rows.
    var isReturning: Bool {
        if let last = next.last { return last.isReturning }
        if case .returning? = clauses.last?.kind { return true }
        return false
    }
}

extension ProjectionSyntax {
    /// Variables under their own names and nothing else.
    var isPlain: Bool {
        let isBare = !isDistinct && order.isEmpty && skip == nil && limit == nil
        return isBare
            && items.allSatisfy {
                if case .variable(let name) = $0.expression {
                    $0.alias == nil || $0.alias?.text == name.text
                } else {
                    false
                }
            }
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func mixedUnion(
        _ first: SourceSpan, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "UNION and UNION ALL cannot be mixed in one query",
            at: SourceSpan(start: span.start, end: min(span.start + 5, span.end)),
            notes: [
                .init(
                    "the first is here",
                    at: SourceSpan(start: first.start, end: min(first.start + 5, first.end)))
            ],
            help: "use one of the two throughout")
    }

    fileprivate static func differentColumns(
        _ first: [BoundVariable], _ next: [BoundVariable], _ start: SourceSpan?,
        at span: SourceSpan
    ) -> Diagnostic {
        let names = { (columns: [BoundVariable]) in columns.map(\.name).joined(separator: ", ") }
        return Diagnostic(
            .error, code: "DifferentColumnsInUnion",
            "all parts of a UNION must return the same columns: \(names(first)), not \(names(next))",
            at: span, notes: start.map { [.init("the first part's columns", at: $0)] } ?? [],
            help: "rename them by AS")
    }

    fileprivate static func behindReturn(
        _ first: SourceSpan, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition", "nothing can follow RETURN", at: span,
            notes: [.init("the query ends with this", at: first)],
            help: "use WITH to go on, or ';' between statements")
    }

    fileprivate static func withoutReturn(
        _ word: String, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "a query cannot end with \(word)", at: span,
            help: "add RETURN, or a clause that changes the graph")
    }

    fileprivate static func writingSubquery(
        _ kind: SubquerySyntax.Kind, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "a subquery of \(kind.rawValue) cannot change the graph", at: span,
            help: "CALL { … } can")
    }

    fileprivate static func behindFinish(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition", "nothing can follow FINISH", at: span)
    }

    fileprivate static func nextOfNothing(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "NEXT goes on with the columns of the query before it, and that returns none",
            at: span, help: "end the query before NEXT with RETURN")
    }

    fileprivate static func nextUnion(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidClauseComposition",
            "a UNION cannot go on with the rows of a query that changes the graph", at: span,
            help: "make it two statements, with ';' between them")
    }
}
