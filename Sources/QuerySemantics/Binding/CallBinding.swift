import Diagnostics
import QuerySyntax

extension Binder {
    func bind(
        _ call: ProcedureCallSyntax, _ clause: ClauseSyntax, _ scope: inout Scope,
        into query: inout BoundSingleQuery, isOnly: Bool
    ) {
        guard let procedure = procedures[call.name.text] else {
            report(.unknownProcedure(call.name, among: procedures.keys.sorted()))
            return
        }
        let arguments = bindArguments(call, of: procedure, scope, isOnly: isOnly)
        var bound = BoundCall(
            procedure: procedure.name, arguments: arguments, fields: [],
            isVoid: procedure.outputs.isEmpty, condition: nil)
        switch call.yield {
        case .nothing where !isOnly: break
        case .all where !isOnly: report(.yieldsAll(of: procedure, at: clause.span))
        case .nothing, .all:
            for (index, output) in procedure.outputs.enumerated() {
                let name = NameSyntax(text: output.name, span: call.name.span)
                bound.fields.append(.init(output: index, variable: introduce(name, .any, &scope)))
            }
        case .items(let items, let condition):
            for item in items { bind(item, of: procedure, &scope, into: &bound) }
            bound.condition = condition.map { bindCondition($0, ExpressionContext(scope)) }
        }
        query.clauses.append(.call(bound))
        if isOnly { query.columns = bound.fields.map(\.variable) }
    }

    private func bind(
        _ item: ProcedureCallSyntax.YieldItem, of procedure: ProcedureSignature,
        _ scope: inout Scope, into call: inout BoundCall
    ) {
        guard let output = procedure.outputs.firstIndex(where: { $0.name == item.field.text })
        else {
            report(.unknownField(item.field, of: procedure))
            _ = introduce(item.alias ?? item.field, .any, &scope)
            return
        }
        let variable = introduce(item.alias ?? item.field, .any, &scope)
        call.fields.append(.init(output: output, variable: variable))
    }

    private func bindArguments(
        _ call: ProcedureCallSyntax, of procedure: ProcedureSignature, _ scope: Scope, isOnly: Bool
    ) -> [BoundExpression] {
        guard let arguments = call.arguments else {
            if !isOnly, !procedure.inputs.isEmpty {
                report(.implicitArguments(call.name, procedure))
            }
            return procedure.inputs.map {
                checkParameter(NameSyntax(text: $0.name, span: call.name.span))
                return .parameter($0.name, call.name.span)
            }
        }
        if arguments.count != procedure.inputs.count {
            report(.wrongCount(arguments.count, procedure, at: call.name.span))
        }
        return zip(arguments, procedure.inputs).map { argument, input in
            let typed = bind(argument, ExpressionContext(scope))
            if !input.accepts(typed.type) {
                report(.wrongArgument(input, typed.type, at: argument.span))
            }
            return typed.expression
        }
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func unknownProcedure(_ name: NameSyntax, among known: [String])
        -> Diagnostic
    {
        Diagnostic(
            .error, code: "ProcedureNotFound", "there is no procedure '\(name.text)'",
            at: name.span,
            help: Suggestion.nearest(to: name.text, among: known).map { "did you mean '\($0)'?" }
                ?? "CALL knows: " + known.joined(separator: ", "))
    }

    fileprivate static func unknownField(
        _ field: NameSyntax, of procedure: ProcedureSignature
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "UndefinedVariable",
            "the procedure '\(procedure.name)' gives no '\(field.text)'", at: field.span,
            help: procedure.outputs.isEmpty
                ? "it gives nothing; leave YIELD out"
                : "it gives: " + procedure.outputs.map(\.name).joined(separator: ", "))
    }

    fileprivate static func yieldsAll(
        of procedure: ProcedureSignature, at span: SourceSpan
    ) -> Diagnostic {
        let fields = procedure.outputs.map(\.name).joined(separator: ", ")
        return Diagnostic(
            .error, code: "UnexpectedSyntax",
            "YIELD * is for a call that is the whole query", at: span,
            help: "name the fields: YIELD \(fields)")
    }

    fileprivate static func implicitArguments(
        _ name: NameSyntax, _ procedure: ProcedureSignature
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentPassingMode",
            "within a query the arguments of '\(procedure.name)' must be written", at: name.span,
            help: "write \(procedure.name)(\(procedure.inputs.map(\.name).joined(separator: ", ")))"
        )
    }

    fileprivate static func wrongCount(
        _ count: Int, _ procedure: ProcedureSignature, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidNumberOfArguments",
            "'\(procedure.name)' takes "
                + (procedure.inputs.count == 1
                    ? "1 argument" : "\(procedure.inputs.count) arguments")
                + ", not \(count)",
            at: span,
            help: "write \(procedure.name)("
                + "\(procedure.inputs.map(\.name).joined(separator: ", ")))")
    }

    fileprivate static func wrongArgument(
        _ input: ProcedureSignature.Field, _ type: StaticType, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidArgumentType",
            "the argument '\(input.name)' must be \(input.type), and this is \(type.words)",
            at: span)
    }
}
