import QuerySyntax

/// The variables that can be named at one place.
struct Scope {
    var variables: [String: BoundVariable] = [:]

    subscript(name: String) -> BoundVariable? { variables[name] }

    mutating func add(_ variable: BoundVariable) { variables[variable.name] = variable }

    func adding(_ variable: BoundVariable) -> Scope {
        var scope = self
        scope.add(variable)
        return scope
    }

    /// In alphabetical order, as `*` gives them.
    var sorted: [BoundVariable] { variables.values.sorted { $0.name < $1.name } }
}

/// What an expression may use where it stands.
struct ExpressionContext {
    enum Aggregation {
        case forbidden, allowed
    }

    var scope: Scope
    var aggregation = Aggregation.forbidden
    /// Expressions, by their text, that a grouping or `DISTINCT` has already made columns of.
    var replacements: [String: BoundVariable] = [:]
    /// Where aggregates take their arguments from, if not from `scope`.
    var aggregateScope: Scope?
    /// A path may stand here as a condition.
    var allowsPattern = false

    init(_ scope: Scope) { self.scope = scope }

    func allowingPattern(_ allows: Bool) -> ExpressionContext {
        var context = self
        context.allowsPattern = allows
        return context
    }
}

/// A bound expression with what is known of its values.
struct TypedExpression {
    var expression: BoundExpression
    var type: StaticType

    init(_ expression: BoundExpression, _ type: StaticType = .any) {
        self.expression = expression
        self.type = type
    }
}
