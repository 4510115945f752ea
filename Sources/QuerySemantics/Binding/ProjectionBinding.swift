import Diagnostics
import GraphModel
import QuerySyntax

extension Binder {
    /// `WITH` or `RETURN`; the scope becomes that of the projection's columns.
    func bindProjection(
        _ syntax: ProjectionSyntax, _ condition: ExpressionSyntax?, _ scope: inout Scope,
        isReturn: Bool, _ clause: ClauseSyntax
    ) -> BoundProjection {
        if syntax.includesAll, scope.variables.isEmpty, isReturn {
            report(.nothingToReturn(at: clause.span))
        }
        let outerAggregates = aggregates
        aggregates = []
        defer { aggregates = outerAggregates }
        let columns = namedColumns(of: syntax, scope, isReturn: isReturn)
        let isAggregating = columns.contains { $0.expression.containsAggregate }
        var state = ProjectionState(input: scope, isDistinct: syntax.isDistinct)
        var projection: BoundProjection
        if isAggregating {
            projection = bindGrouping(columns, &state)
        } else {
            projection = bindPlain(columns, &state)
        }
        projection.isDistinct = syntax.isDistinct
        if isAggregating || syntax.isDistinct {
            drop(scope, state.output, clause, isReturn: isReturn, isBehind: false)
        }
        let behind = state.behind(isAggregating: isAggregating)
        projection.sort = syntax.order.map {
            bindSort($0, behind, state, isAggregating: isAggregating)
        }
        projection.condition = condition.map {
            var context = behind
            context.aggregation = .forbidden
            return bindCondition($0, context)
        }
        if isAggregating { projection.grouping?.aggregates = aggregates }
        projection.skip = syntax.skip.map { bindCount($0, "SKIP") }
        projection.limit = syntax.limit.map { bindCount($0, "LIMIT") }
        drop(scope, state.output, clause, isReturn: isReturn, isBehind: true)
        scope = state.output
        return projection
    }

    /// Remembers what cannot be named any more, and why.
    private func drop(
        _ input: Scope, _ output: Scope, _ clause: ClauseSyntax, isReturn: Bool, isBehind: Bool
    ) {
        let columns = output.sorted.map(\.name).joined(separator: ", ")
        let shown = columns.utf8.count > 80 ? "\(output.variables.count) columns" : columns
        // The word alone is pointed at: the clause may be long.
        let word = isReturn ? "RETURN" : "WITH"
        let span = SourceSpan(
            start: clause.span.start, end: min(clause.span.start + word.count, clause.span.end))
        for name in input.variables.keys where output[name] == nil {
            dropped[name] = DroppedVariable(
                word: word, span: span, columns: shown, isBehind: isBehind)
        }
    }

    // MARK: Columns

    struct NamedColumn {
        var name: NameSyntax
        var expression: ExpressionSyntax
    }

    private func namedColumns(
        of syntax: ProjectionSyntax, _ scope: Scope, isReturn: Bool
    ) -> [NamedColumn] {
        var columns: [NamedColumn] = []
        if syntax.includesAll {
            // What a subquery sees of the enclosing query is not its own to return.
            let own = scope.sorted.filter { !isReturn || carried[$0.name] != $0 }
            columns = own.map {
                let name = NameSyntax(text: $0.name, span: SourceSpan(start: 0, end: 0))
                return NamedColumn(name: name, expression: .variable(name))
            }
        }
        for item in syntax.items {
            columns.append(
                NamedColumn(name: name(of: item, isReturn), expression: item.expression))
        }
        var seen: [String: SourceSpan] = [:]
        for column in columns {
            if let first = seen[column.name.text] { report(.sameColumn(column.name, first)) }
            seen[column.name.text] = seen[column.name.text] ?? column.name.span
        }
        return columns
    }

    private func name(of item: ProjectionSyntax.Item, _ isReturn: Bool) -> NameSyntax {
        if let alias = item.alias { return alias }
        if case .variable(let name) = item.expression { return name }
        if !isReturn { report(.noAlias(at: item.span)) }
        return NameSyntax(text: source[item.span], span: item.span)
    }

    private func bindPlain(
        _ columns: [NamedColumn], _ state: inout ProjectionState
    ) -> BoundProjection {
        var projection = BoundProjection(items: [], isDistinct: false, sort: [])
        for column in columns {
            let typed = bind(column.expression, ExpressionContext(state.input))
            let variable = outputVariable(column, typed)
            projection.items.append(.init(variable: variable, expression: typed.expression))
            state.add(variable, for: column.expression)
        }
        return projection
    }

    /// A variable that passes under its own name stays the same variable.
    private func outputVariable(_ column: NamedColumn, _ typed: TypedExpression) -> BoundVariable {
        if case .variable(let variable, _) = typed.expression, variable.name == column.name.text,
            !variable.isHidden
        {
            return variable
        }
        return fresh(column.name, typed.type)
    }

    // MARK: Grouping

    private func bindGrouping(
        _ columns: [NamedColumn], _ state: inout ProjectionState
    ) -> BoundProjection {
        var projection = BoundProjection(
            grouping: .init(keys: [], aggregates: []), items: [], isDistinct: false, sort: [])
        var variables: [Int: BoundVariable] = [:]
        for (index, column) in columns.enumerated() where !column.expression.containsAggregate {
            let typed = bind(column.expression, ExpressionContext(state.input))
            let variable = outputVariable(column, typed)
            projection.grouping?.keys.append(
                .init(variable: variable, expression: typed.expression))
            state.keys[column.expression.key] = variable
            if column.expression.isSimpleKey { state.simpleKeys.insert(column.expression.key) }
            variables[index] = variable
        }
        for (index, column) in columns.enumerated() {
            var expression = variables[index].map {
                BoundExpression.variable($0, column.expression.span)
            }
            if expression == nil {
                checkAmbiguity(column.expression, keys: state.simpleKeys, locals: [])
                let typed = bind(column.expression, state.besideAggregates())
                checkAvailable(typed.expression, Set(state.keys.values))
                expression = typed.expression
                variables[index] = fresh(column.name, typed.type)
            }
            guard let expression, let variable = variables[index] else { continue }
            projection.items.append(.init(variable: variable, expression: expression))
            state.add(variable, for: column.expression)
        }
        return projection
    }

    /// What stands beside an aggregate must be the same for the whole group.
    private func checkAmbiguity(
        _ expression: ExpressionSyntax, keys: Set<String>, locals: Set<String>
    ) {
        if expression.isAggregateCall || keys.contains(expression.key) { return }
        if case .variable(let name) = expression {
            if !locals.contains(name.text) { report(.ambiguous(at: expression.span)) }
            return
        }
        if expression.isSimpleKey, !expression.usesLocals(locals),
            !expression.children.contains(where: { keys.contains($0.key) })
        {
            return report(.ambiguous(at: expression.span))
        }
        let inner = locals.union(expression.localVariables)
        for child in expression.children { checkAmbiguity(child, keys: keys, locals: inner) }
    }

    // MARK: Order and number of rows

    private func bindSort(
        _ item: ProjectionSyntax.SortItem, _ context: ExpressionContext, _ state: ProjectionState,
        isAggregating: Bool
    ) -> BoundProjection.SortItem {
        let expression = item.expression
        let hasAggregate = expression.containsAggregate
        if hasAggregate, isAggregating {
            checkSort(expression, state)
        } else if hasAggregate {
            report(.aggregateOrder(at: expression.span))
            return .init(
                expression: .constant(.null, expression.span), isDescending: item.isDescending)
        }
        let bound = bind(expression, context).expression
        if isAggregating || state.isDistinct {
            let outputs = Set(state.output.variables.values)
            checkAvailable(
                bound, state.isDistinct ? outputs : outputs.union(state.keys.values),
                allowsAggregates: !state.isDistinct)
        }
        return .init(expression: bound, isDescending: item.isDescending)
    }

    /// Patterns within an expression may reach for variables that grouping has taken away.
    private func checkAvailable(
        _ expression: BoundExpression, _ variables: Set<BoundVariable>,
        allowsAggregates: Bool = true
    ) {
        guard faults.isEmpty else { return }
        var available = Set(variables.map(\.id))
        if allowsAggregates { available.formUnion(aggregates.map(\.variable.id)) }
        if !expression.freeVariables.isSubset(of: available) {
            report(.ambiguous(at: expression.span))
        }
    }

    /// An order with aggregates may name the columns and what they are made of.
    private func checkSort(_ expression: ExpressionSyntax, _ state: ProjectionState) {
        if state.outputKeys[expression.key] != nil {
            if !expression.isSimpleKey, !expression.containsAggregate {
                report(.ambiguous(at: expression.span))
            }
            return
        }
        if expression.isAggregateCall {
            for child in expression.children { checkNames(child, state.output) }
            return
        }
        for child in expression.children { checkSort(child, state) }
    }

    private func checkNames(_ expression: ExpressionSyntax, _ scope: Scope) {
        if case .variable(let name) = expression, scope[name.text] == nil,
            name.text != CaseSyntax.subjectName
        {
            reportUndefined(name, in: scope)
        }
        for child in expression.children { checkNames(child, scope) }
    }

    /// `SKIP` and `LIMIT`: the same number for all rows.
    private func bindCount(_ expression: ExpressionSyntax, _ word: String) -> BoundExpression {
        if expression.containsVariable {
            report(.changingCount(word, at: expression.span))
            return .constant(.integer(0), expression.span)
        }
        let typed = bind(expression, ExpressionContext(Scope()))
        switch typed.expression {
        case .unary(.minus, .constant(.integer(let count), _), _) where count > 0:
            report(.negativeCount(word, at: expression.span))
        default:
            if typed.type != .integer, !typed.type.isOpen {
                report(.wrongCount(word, typed.type, at: expression.span))
            }
        }
        return typed.expression
    }
}

/// What binding one projection gathers.
private struct ProjectionState {
    let input: Scope
    let isDistinct: Bool
    var output = Scope()
    /// Grouping keys by their text.
    var keys: [String: BoundVariable] = [:]
    /// Those among them that may stand beside aggregates.
    var simpleKeys: Set<String> = []
    /// The projected expressions by their text.
    var outputKeys: [String: BoundVariable] = [:]

    init(input: Scope, isDistinct: Bool) {
        self.input = input
        self.isDistinct = isDistinct
    }

    mutating func add(_ variable: BoundVariable, for expression: ExpressionSyntax) {
        output.add(variable)
        outputKeys[expression.key] = variable
    }

    func besideAggregates() -> ExpressionContext {
        var context = ExpressionContext(input)
        context.replacements = keys
        context.aggregation = .allowed
        return context
    }

    /// For `ORDER BY` and `WHERE`: the columns, and where rows stay rows also what was before.
    func behind(isAggregating: Bool) -> ExpressionContext {
        guard isAggregating || isDistinct else {
            var scope = input
            for variable in output.variables.values { scope.add(variable) }
            return ExpressionContext(scope)
        }
        var context = ExpressionContext(output)
        context.replacements = outputKeys
        if isAggregating {
            context.aggregation = .allowed
            context.aggregateScope = input
        }
        return context
    }
}

extension ExpressionSyntax {
    fileprivate func usesLocals(_ locals: Set<String>) -> Bool {
        if case .variable(let name) = self { return locals.contains(name.text) }
        return children.contains { $0.usesLocals(locals) }
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func nothingToReturn(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "NoVariablesInScope", "'*' returns all variables, and there are none",
            at: span, help: "name what you match: MATCH (n) RETURN *")
    }

    fileprivate static func sameColumn(_ name: NameSyntax, _ first: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "ColumnNameConflict", "two columns are called '\(name.text)'",
            at: name.span, notes: first.length > 0 ? [.init("the first is here", at: first)] : [],
            help: "give one of them another name by AS")
    }

    fileprivate static func noAlias(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "NoExpressionAlias", "a computed column of WITH needs a name", at: span,
            help: "add AS and a name")
    }

    fileprivate static func ambiguous(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "AmbiguousAggregationExpression",
            "this stands beside an aggregate and is not the same for the whole group", at: span,
            help: "make it a column of its own in a WITH before")
    }

    fileprivate static func aggregateOrder(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidAggregation",
            "ORDER BY can aggregate only where the columns do", at: span,
            help: "make the aggregate a column")
    }

    fileprivate static func changingCount(_ word: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "NonConstantExpression",
            "\(word) takes a number that is the same for all rows", at: span,
            help: "use a number or a parameter")
    }

    fileprivate static func negativeCount(_ word: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "NegativeIntegerArgument", "\(word) takes no negative number", at: span)
    }

    fileprivate static func wrongCount(
        _ word: String, _ type: StaticType, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "\(word) takes an integer, and this is \(type.words)", at: span)
    }
}
