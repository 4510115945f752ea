import Diagnostics
import QuerySyntax

extension Binder {
    func bind(
        _ unary: UnaryOperator, _ operand: ExpressionSyntax, _ span: SourceSpan,
        _ context: ExpressionContext
    ) -> TypedExpression {
        switch unary {
        case .not:
            let typed = bind(operand, context)
            checkBoolean(typed.type, "NOT", operand.span)
            return TypedExpression(.unary(.not, typed.expression, span), .boolean)
        case .minus, .plus:
            let typed = bind(operand, context.allowingPattern(false))
            checkNumber(typed.type, unary.rawValue, operand.span)
            return TypedExpression(
                .unary(unary == .minus ? .minus : .plus, typed.expression, span), typed.type)
        }
    }

    func bind(
        _ logical: LogicalOperator, _ operands: [ExpressionSyntax], _ span: SourceSpan,
        _ context: ExpressionContext
    ) -> TypedExpression {
        let bound = operands.map { operand in
            let typed = bind(operand, context)
            checkBoolean(typed.type, logical.rawValue, operand.span)
            return typed.expression
        }
        let kind: BoundLogicalOperator =
            switch logical {
            case .and: .and
            case .or: .or
            case .xor: .xor
            }
        return TypedExpression(.logical(kind, bound, span), .boolean)
    }

    func bind(
        _ first: ExpressionSyntax, _ rest: [ComparisonSyntax], _ span: SourceSpan,
        _ context: ExpressionContext
    ) -> TypedExpression {
        let rights = rest.map { bind($0.right, context) }
        let bound = zip(rest, rights).map {
            BoundComparison(comparison($0.comparison), $1.expression)
        }
        let left = bind(first, context)
        var before = (syntax: first, type: left.type)
        for (part, typed) in zip(rest, rights) {
            let right = (syntax: part.right, type: typed.type)
            doubt(before, part.comparison, right)
            before = right
        }
        return TypedExpression(.comparison(left.expression, bound, span), .boolean)
    }

    private func comparison(_ comparison: ComparisonOperator) -> BoundComparisonOperator {
        switch comparison {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        }
    }

    func bind(
        _ binary: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        _ span: SourceSpan, _ context: ExpressionContext
    ) -> TypedExpression {
        let a = bind(left, context)
        let b = bind(right, context)
        doubt(left, binary, right)
        let result = { (kind: BoundBinaryOperator, type: StaticType) in
            TypedExpression(.binary(kind, a.expression, b.expression, span), type)
        }
        switch binary {
        case .add: return result(.add, sum(a.type, b.type))
        case .concatenate:
            checkJoinable(a.type, left.span)
            checkJoinable(b.type, right.span)
            return result(.concatenate, sum(a.type, b.type))
        case .subtract: return result(.subtract, number("-", a.type, b.type, left, right))
        case .multiply: return result(.multiply, number("*", a.type, b.type, left, right))
        case .divide: return result(.divide, number("/", a.type, b.type, left, right))
        case .modulo: return result(.modulo, number("%", a.type, b.type, left, right))
        case .power:
            _ = number("^", a.type, b.type, left, right)
            return result(.power, .float)
        case .contained:
            if !b.type.isOpen, !b.type.isList { report(.noList(b.type, at: right.span)) }
            return result(.contained, .boolean)
        case .startsWith: return result(.startsWith, .boolean)
        case .endsWith: return result(.endsWith, .boolean)
        case .contains: return result(.contains, .boolean)
        case .matches: return result(.matches, .boolean)
        }
    }

    private func sum(_ a: StaticType, _ b: StaticType) -> StaticType {
        switch (a, b) {
        case (.integer, .integer): .integer
        case (.float, .float), (.integer, .float), (.float, .integer): .float
        case (.string, .string): .string
        default: a.isList || b.isList ? .list(.any) : .any
        }
    }

    private func number(
        _ symbol: String, _ a: StaticType, _ b: StaticType, _ left: ExpressionSyntax,
        _ right: ExpressionSyntax
    ) -> StaticType {
        checkNumber(a, symbol, left.span)
        checkNumber(b, symbol, right.span)
        switch (a, b) {
        case (.integer, .integer): return .integer
        case (.float, .float), (.integer, .float), (.float, .integer): return .float
        default: return .any
        }
    }

    private func checkBoolean(_ type: StaticType, _ symbol: String, _ span: SourceSpan) {
        if !type.mayBeBoolean { report(.noBoolean(symbol, type, at: span)) }
    }

    private func checkJoinable(_ type: StaticType, _ span: SourceSpan) {
        if !type.isOpen, !type.isList, type != .string { report(.notJoinable(type, at: span)) }
    }

    private func checkNumber(_ type: StaticType, _ symbol: String, _ span: SourceSpan) {
        if !type.mayBeNumber { report(.noNumber(symbol, type, at: span)) }
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func noBoolean(
        _ symbol: String, _ type: StaticType, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            symbol == "NOT"
                ? "NOT takes a condition, true or false, and this is \(type.words)"
                : "\(symbol) joins conditions, true or false, and this is \(type.words)",
            at: span,
            help: type == .node || type == .relationship || type == .list(.any)
                ? "ask whether it is there: IS NOT NULL" : nil)
    }

    fileprivate static func noNumber(
        _ symbol: String, _ type: StaticType, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "'\(symbol)' takes numbers, and this is \(type.words)", at: span,
            help: type == .string ? "toInteger() and toFloat() read a number from a text" : nil)
    }

    fileprivate static func notJoinable(_ type: StaticType, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "'||' joins strings or lists, and this is \(type.words)", at: span,
            help: type == .integer || type == .float
                ? "toString() makes a string of it; or is written OR"
                : type == .boolean ? "or is written OR" : nil)
    }

    fileprivate static func noList(_ type: StaticType, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType", "IN looks into a list, and this is \(type.words)",
            at: span,
            help: type == .string
                ? "a part of a text is sought by CONTAINS; a list is [a, b]"
                : "write it in brackets: IN [a, b]")
    }
}
