import Diagnostics
import QuerySyntax

extension Binder {
    /// `n:A&B`, `n IS A|B` as a condition.
    func bindLabels(
        _ base: ExpressionSyntax, _ labels: LabelExpressionSyntax, _ span: SourceSpan,
        _ context: ExpressionContext
    ) -> TypedExpression {
        let typed = bind(base, context)
        checkLabelled(base, typed)
        let kind: SchemaMention.Kind = typed.type == .relationship ? .relationshipType : .label
        return TypedExpression(
            condition(labels, on: typed.expression, kind, span), .boolean)
    }

    /// A property is never a node: `n.name IS NUL` is a slip of the pen.
    private func checkLabelled(_ base: ExpressionSyntax, _ typed: TypedExpression) {
        guard case .property(let owner, _) = base,
            case .property(.variable(let variable, _), _, _) =
                typed.expression, variable.type == .node || variable.type == .relationship
        else { return }
        _ = owner
        report(.labelledProperty(source[base.span], at: base.span))
    }

    /// What a label expression says of a node or a relationship.
    func condition(
        _ labels: LabelExpressionSyntax, on subject: BoundExpression, _ kind: SchemaMention.Kind,
        _ span: SourceSpan
    ) -> BoundExpression {
        if let names = labels.conjunction {
            for name in names { mention(kind, name) }
            return .hasLabels(subject, names.map(\.text), span)
        }
        switch labels {
        case .name: return .hasLabels(subject, [], span)
        case .wildcard:
            if kind == .relationshipType {
                return .nullTest(subject, isNegated: true, span)
            }
            let count = BoundExpression.call("size", [.call("labels", [subject], span)], span)
            return .comparison(count, [.init(.greater, .constant(.integer(0), span))], span)
        case .not(let inner, _):
            return .unary(.not, condition(inner, on: subject, kind, span), span)
        case .and(let parts):
            return .logical(.and, parts.map { condition($0, on: subject, kind, span) }, span)
        case .or(let parts):
            return .logical(.or, parts.map { condition($0, on: subject, kind, span) }, span)
        }
    }

    /// The labels that a node surely must have, and what else is said of it.
    func split(
        _ labels: LabelExpressionSyntax?, of variable: BoundVariable, _ span: SourceSpan
    ) -> (labels: [String], restrictions: [BoundExpression]) {
        guard let labels else { return ([], []) }
        var parts = [labels]
        if case .and(let several) = labels { parts = several }
        var names: [String] = []
        var restrictions: [BoundExpression] = []
        for part in parts {
            if case .name(let name) = part {
                mention(.label, name)
                names.append(name.text)
            } else {
                restrictions.append(condition(part, on: .variable(variable, span), .label, span))
            }
        }
        return (names, restrictions)
    }

    func typeSet(_ types: LabelExpressionSyntax?) -> RelationshipTypeSet {
        guard let types else { return .any }
        if let names = types.disjunction {
            for name in names { mention(.relationshipType, name) }
            return .names(names.map(\.text))
        }
        return .matching(condition(types))
    }

    private func condition(_ types: LabelExpressionSyntax) -> RelationshipTypeSet.Condition {
        switch types {
        case .name(let name):
            mention(.relationshipType, name)
            return .name(name.text)
        case .wildcard: return .always
        case .not(let inner, _): return .not(condition(inner))
        case .and(let parts): return .and(parts.map(condition))
        case .or(let parts): return .or(parts.map(condition))
        }
    }

    /// The labels of a node that is created.
    func createdLabels(_ node: NodePatternSyntax) -> [String] {
        if let condition = node.condition { report(.createdCondition(at: condition.span)) }
        guard let labels = node.labels else { return [] }
        guard let names = labels.conjunction else {
            report(.createdLabels(at: labels.span))
            return []
        }
        return names.map(\.text)
    }

    /// The type of a relationship that is created.
    func createdType(_ relationship: RelationshipPatternSyntax) -> RelationshipTypeSet {
        if let condition = relationship.condition {
            report(.createdCondition(at: condition.span))
        }
        guard case .name(let name)? = relationship.types else {
            report(.createdTypes(at: relationship.span))
            return .any
        }
        return .names([name.text])
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func labelledProperty(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "only nodes and relationships have labels, and '\(text)' is a property", at: span,
            help: "did you mean \(text) IS NULL, or a comparison with '='?")
    }

    fileprivate static func createdCondition(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "what is created takes no WHERE", at: span,
            help: "put a FILTER or a WITH … WHERE before it")
    }

    fileprivate static func createdLabels(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax",
            "a node that is created needs its labels by name", at: span,
            help: "write them one behind the other: (:A:B)")
    }

    fileprivate static func createdTypes(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "NoSingleRelationshipType",
            "a relationship that is created needs exactly one type", at: span,
            help: "for example -[:KNOWS]->")
    }
}
