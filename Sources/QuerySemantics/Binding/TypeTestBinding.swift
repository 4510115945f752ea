import Diagnostics
import QuerySyntax

extension Binder {
    func valueType(_ syntax: ValueTypeSyntax) -> ValueType {
        ValueType(
            members: syntax.members.map {
                .init(kind: kind($0.kind), excludesNull: $0.excludesNull)
            })
    }

    private func kind(_ syntax: ValueTypeSyntax.Kind) -> ValueType.Kind {
        switch syntax {
        case .list(let element): .list(valueType(element))
        case .named(let name): kind(name)
        }
    }

    private func kind(_ name: ValueTypeSyntax.Name) -> ValueType.Kind {
        switch name {
        case .any: .any(isProperty: false)
        case .property: .any(isProperty: true)
        case .boolean: .boolean
        case .integer: .integer
        case .float: .float
        case .string: .string
        case .map: .map
        case .node: .node
        case .relationship: .relationship
        case .path: .path
        case .date: .date
        case .localTime: .localTime
        case .zonedTime: .zonedTime
        case .localDateTime: .localDateTime
        case .zonedDateTime: .zonedDateTime
        case .duration: .duration
        case .null: .null
        case .nothing: .nothing
        }
    }

    /// `a IS NFC NORMALIZED` asks whether normalizing changes nothing.
    func bindNormalTest(
        _ operand: ExpressionSyntax, _ form: NormalFormSyntax, isNegated: Bool,
        _ span: SourceSpan, _ context: ExpressionContext
    ) -> TypedExpression {
        let typed = bind(operand, context)
        if !typed.type.isOpen, typed.type != .string {
            report(.notNormalizable(typed.type, at: operand.span))
        }
        let normal = BoundExpression.call(
            "normalize", [typed.expression, .constant(.string(form.rawValue), span)], span)
        return TypedExpression(
            .comparison(
                normal, [.init(isNegated ? .notEqual : .equal, typed.expression)], span), .boolean)
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func notNormalizable(_ type: StaticType, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "IS NORMALIZED asks about a string, and this is \(type.words)", at: span)
    }
}
