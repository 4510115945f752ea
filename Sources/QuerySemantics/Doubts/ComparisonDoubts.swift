import Diagnostics
import QuerySyntax

/// Comparisons that can never be true.
extension Binder {
    func doubt(
        _ left: (syntax: ExpressionSyntax, type: StaticType), _ comparison: ComparisonOperator,
        _ right: (syntax: ExpressionSyntax, type: StaticType)
    ) {
        let span = left.syntax.span.union(right.syntax.span)
        if left.syntax.isNull || right.syntax.isNull {
            let other = left.syntax.isNull ? right.syntax : left.syntax
            let text = other.isNull ? "x" : shown(other)
            let test = comparison == .notEqual ? "IS NOT NULL" : "IS NULL"
            warn(.comparedWithNull(at: span, help: "write \(text) \(test)"))
            return
        }
        guard let a = left.type.family, let b = right.type.family, a != b else { return }
        switch comparison {
        case .notEqual: break
        case .equal: warn(.neverEqual(left.type, right.type, at: span, help: help(left, right)))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            warn(.neverOrdered(left.type, right.type, at: span, help: help(left, right)))
        }
    }

    /// `a CONTAINS null`, `a IN [null]`
    func doubt(_ left: ExpressionSyntax, _ binary: BinaryOperator, _ right: ExpressionSyntax) {
        let span = left.span.union(right.span)
        switch binary {
        case .contains, .startsWith, .endsWith, .matches:
            if left.isNull || right.isNull { warn(.comparedWithNull(at: span, help: nil)) }
        case .contained:
            if left.isNull || right.isNull || right.isListOfNulls {
                let help = left.isNull ? nil : "write \(shown(left)) IS NULL"
                warn(.comparedWithNull(at: span, help: help))
            }
        case .add, .subtract, .multiply, .divide, .modulo, .power, .concatenate: break
        }
    }

    private func shown(_ expression: ExpressionSyntax) -> String {
        let text = source[expression.span]
        return text.utf8.count > 40 ? "…" : text
    }

    private func help(
        _ left: (syntax: ExpressionSyntax, type: StaticType),
        _ right: (syntax: ExpressionSyntax, type: StaticType)
    ) -> String? {
        for (side, other) in [(left, right), (right, left)] {
            if side.type == .node || side.type == .relationship {
                return "compare a property: \(shown(side.syntax)).name"
            }
            guard side.type == .string, other.type.family == .number else { continue }
            if case .literal(.string(let text), _) = side.syntax, Double(text) != nil {
                return "write the number without quotation marks: \(text)"
            }
            return "toInteger() and toFloat() read a number from a text"
        }
        return nil
    }
}

extension StaticType {
    enum Family {
        case boolean, number, string, list, map, node, relationship, path, temporal
    }

    /// Values of two families are never equal, and not ordered; nil where it is not known.
    fileprivate var family: Family? {
        switch self {
        case .any, .null: nil
        case .boolean: .boolean
        case .integer, .float: .number
        case .string: .string
        case .map: .map
        case .node: .node
        case .relationship: .relationship
        case .path: .path
        case .temporal: .temporal
        case .list: .list
        }
    }
}

extension ExpressionSyntax {
    fileprivate var isNull: Bool { if case .literal(.null, _) = self { true } else { false } }

    fileprivate var isListOfNulls: Bool {
        if case .list(let items, _) = self {
            !items.isEmpty && items.allSatisfy(\.isNull)
        } else {
            false
        }
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func comparedWithNull(at span: SourceSpan, help: String?) -> Diagnostic {
        Diagnostic(
            .warning, code: "ComparisonNeverTrue",
            "a comparison with null is always null, never true", at: span, help: help)
    }

    fileprivate static func neverEqual(
        _ left: StaticType, _ right: StaticType, at span: SourceSpan, help: String?
    ) -> Diagnostic {
        Diagnostic(
            .warning, code: "ComparisonNeverTrue",
            "\(left.words) never equals \(right.words): this is always false", at: span,
            help: help)
    }

    fileprivate static func neverOrdered(
        _ left: StaticType, _ right: StaticType, at span: SourceSpan, help: String?
    ) -> Diagnostic {
        Diagnostic(
            .warning, code: "ComparisonNeverTrue",
            "\(left.words) is neither less nor greater than \(right.words): "
                + "this is always null", at: span, help: help)
    }
}
