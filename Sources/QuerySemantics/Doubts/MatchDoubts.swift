import Diagnostics
import QuerySyntax

/// What a `MATCH` does that was hardly meant: it runs, and gives or costs more than expected.
extension Binder {
    func doubt(_ match: MatchSyntax, _ pattern: BoundPattern, _ condition: BoundExpression?) {
        doubtLengths(match.paths)
        doubtProduct(pattern, condition)
    }

    private func doubtLengths(_ paths: [PathPatternSyntax]) {
        for path in paths where path.shortest == nil && path.mayBeAll {
            for relationship in path.relationships {
                let isEndless =
                    relationship.length.map { $0.maximum == nil && $0.isRange }
                    ?? relationship.group.map { $0.maximum == nil } ?? false
                if isEndless { warn(.endless(relationship)) }
            }
        }
    }

    /// Parts that share no variable and that no condition connects.
    private func doubtProduct(_ pattern: BoundPattern, _ condition: BoundExpression?) {
        if pattern.paths.count < 2 { return }
        let introduced = Set(pattern.introduced.map(\.id))
        var parts = pattern.paths.map { path in
            Part(
                variables: path.variables, span: path.span,
                isSelected: !path.variables.isSubset(of: introduced)
                    || path.nodes.contains { !$0.properties.entries.isEmpty })
        }
        for conjunct in condition.map(\.conjuncts) ?? [] {
            let free = conjunct.freeVariables
            let touched = parts.indices.filter { !parts[$0].variables.isDisjoint(with: free) }
            if touched.count > 1 {
                for index in touched { parts[index].variables.formUnion(free) }
            } else if let index = touched.first, conjunct.isEquality {
                parts[index].isSelected = true
            }
        }
        // Parts that share a variable, through others too, are one.
        var merged: [Part] = []
        for part in parts {
            var whole = part
            for other in merged where !other.variables.isDisjoint(with: whole.variables) {
                whole.variables.formUnion(other.variables)
                whole.isSelected = whole.isSelected || other.isSelected
                whole.span = other.span
            }
            merged.removeAll { !$0.variables.isDisjoint(with: whole.variables) }
            merged.append(whole)
        }
        let free = merged.filter { !$0.isSelected }.sorted { $0.span.start < $1.span.start }
        if free.count > 1 { warn(.product(free[0].span, free[1].span)) }
    }

    private struct Part {
        var variables: Set<VariableID>
        var span: SourceSpan
        /// It has few matches: it was bound before, or a property is given.
        var isSelected: Bool
    }
}

extension PathPatternSyntax {
    /// All paths are asked for, not the shortest or any.
    fileprivate var mayBeAll: Bool { search == nil || search?.selector == .all }
}

extension RelationshipPatternSyntax.Length {
    /// `*` and `*2..` have no upper bound; `*2` has.
    fileprivate var isRange: Bool { maximum == nil }
}

extension BoundPath {
    /// Of its elements, and what their properties read.
    fileprivate var variables: Set<VariableID> {
        var found = Set(nodes.map(\.variable.id) + relationships.map(\.variable.id))
        let entries =
            nodes.flatMap(\.properties.entries) + relationships.flatMap(\.properties.entries)
        let conditions =
            nodes.flatMap(\.restrictions) + relationships.compactMap(\.condition)
            + [condition].compactMap(\.self) + entries.map(\.value)
        for condition in conditions { found.formUnion(condition.freeVariables) }
        return found
    }
}

extension BoundExpression {
    /// What must hold together.
    fileprivate var conjuncts: [BoundExpression] {
        if case .logical(.and, let parts, _) = self { parts.flatMap(\.conjuncts) } else { [self] }
    }

    /// `a.x = 1`, `a.x IN list`
    fileprivate var isEquality: Bool {
        switch self {
        case .comparison(_, let rest, _): rest.contains { $0.comparison == .equal }
        case .binary(.contained, _, _, _): true
        default: false
        }
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func endless(_ relationship: RelationshipPatternSyntax) -> Diagnostic {
        Diagnostic(
            .warning, code: "UnboundedPath",
            "these paths may be of any length, and there may be very many",
            at: relationship.span,
            help: relationship.group == nil
                ? "give an upper bound, such as *1..5 or {1,5}, or ask for SHORTEST 1"
                : "give an upper bound, such as {1,5}, or ask for SHORTEST 1")
    }

    fileprivate static func product(_ first: SourceSpan, _ second: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, code: "CartesianProduct",
            "nothing connects this with the other parts of MATCH, so all their matches are "
                + "combined",
            at: second, notes: [.init("not connected with this", at: first)],
            help: "connect them by a relationship, or by a condition such as a.name = b.name")
    }
}
