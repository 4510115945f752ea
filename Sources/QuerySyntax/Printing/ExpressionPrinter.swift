/// Writes trees as canonical text: one spelling for each tree, keywords in upper case, brackets
/// around every operator within another, so that reading the text gives the same tree.
public enum SyntaxPrinter {
    public static func text(of expression: ExpressionSyntax) -> String {
        switch expression {
        case .literal(let literal, _): text(of: literal)
        case .list(let items, _): "[" + joined(items.map(text)) + "]"
        case .map(let entries, _): text(of: entries)
        case .parameter(let parameter): "$" + name(parameter)
        case .variable(let variable): name(variable)
        case .property(let base, let key): operand(base) + "." + name(key)
        case .element(let base, let index, _): "\(operand(base))[\(text(of: index))]"
        case .slice(let base, let from, let to, _):
            "\(operand(base))[\(from.map(text) ?? "")..\(to.map(text) ?? "")]"
        case .hasLabels(let base, let labels): operand(base) + ":" + guarded(labels)
        case .unary(let unary, let inner, _): "\(unary.rawValue) \(operand(inner))"
        case .binary(let binary, let left, let right):
            "\(operand(left)) \(binary.rawValue) \(operand(right))"
        case .logical(let logical, let operands):
            operands.map(operand).joined(separator: " \(logical.rawValue) ")
        case .comparison(let first, let rest):
            rest.reduce(operand(first)) {
                "\($0) \($1.comparison.rawValue) \(operand($1.right))"
            }
        case .nullTest(let inner, let isNegated, _):
            operand(inner) + (isNegated ? " IS NOT NULL" : " IS NULL")
        case .call, .countAll, .choice, .listComprehension, .patternComprehension, .quantifier,
            .pattern, .subquery, .reduction, .typeTest, .normalTest:
            compoundText(of: expression)
        }
    }

    /// Apart, so that operators in a long chain, each within the one before, do not each need room
    /// for all of these on the stack.
    @inline(never)
    private static func compoundText(of expression: ExpressionSyntax) -> String {
        switch expression {
        case .call(let call):
            functionName(call.name) + "(" + (call.isDistinct ? "DISTINCT " : "")
                + joined(call.arguments.map(text)) + ")"
        case .countAll: "count(*)"
        case .choice(let choice): text(of: choice)
        case .listComprehension(let comprehension):
            "[\(name(comprehension.variable)) IN \(text(of: comprehension.list))"
                + condition(comprehension.condition)
                + (comprehension.result.map { " | " + text(of: $0) } ?? "") + "]"
        case .patternComprehension(let comprehension):
            "[" + text(of: comprehension.pattern) + condition(comprehension.condition) + " | "
                + text(of: comprehension.result) + "]"
        case .quantifier(let quantifier):
            "\(quantifier.kind.rawValue)(\(name(quantifier.variable)) IN "
                + text(of: quantifier.list) + condition(quantifier.condition) + ")"
        case .pattern(let pattern): text(of: pattern)
        case .subquery(let subquery): text(of: subquery)
        case .reduction(let reduction):
            "reduce(\(name(reduction.accumulator)) = \(text(of: reduction.initial)), "
                + "\(name(reduction.variable)) IN \(text(of: reduction.list)) | "
                + text(of: reduction.result) + ")"
        case .typeTest(let inner, let type, let isNegated, _):
            guarded(
                operand(inner) + (isNegated ? " IS NOT :: " : " IS :: ") + text(of: type),
                type.members.count > 1 && !inner.isSubject)
        case .normalTest(let inner, let form, let isNegated, _):
            operand(inner) + (isNegated ? " IS NOT " : " IS ") + form.rawValue.uppercased()
                + " NORMALIZED"
        case .literal, .list, .map, .parameter, .variable, .property, .element, .slice,
            .hasLabels, .unary, .binary, .logical, .comparison, .nullTest:
            text(of: expression)
        }
    }

    /// What stands beside an operator: in brackets where it is one itself.
    private static func operand(_ expression: ExpressionSyntax) -> String {
        switch expression {
        case .unary, .binary, .logical, .comparison, .nullTest, .hasLabels, .pattern, .typeTest,
            .normalTest:
            "(" + text(of: expression) + ")"
        case .literal(.integer(let number), _) where number < 0: "(\(number))"
        case .literal, .list, .map, .parameter, .variable, .property, .element, .slice, .call,
            .countAll, .choice, .listComprehension, .patternComprehension, .quantifier,
            .subquery, .reduction:
            text(of: expression)
        }
    }

    static func joined(_ texts: [String]) -> String { texts.joined(separator: ", ") }

    static func condition(_ expression: ExpressionSyntax?) -> String {
        expression.map { " WHERE " + text(of: $0) } ?? ""
    }

    /// A name, in backticks where it is no plain word or is a keyword.
    static func name(_ name: NameSyntax) -> String {
        if name.text == CaseSyntax.subjectName { return "" }
        let bytes = name.text.utf8
        let isPlain =
            bytes.first.map { !($0 &- 0x30 < 10) } == true
            && bytes.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
            && Keyword(rawValue: name.text.uppercased()) == nil
        if isPlain { return name.text }
        let parts = name.text.split(separator: "`", omittingEmptySubsequences: false)
        return "`" + parts.joined(separator: "``") + "`"
    }

    /// A function's or procedure's name: its points divide it.
    static func functionName(_ name: NameSyntax) -> String {
        name.text.split(separator: ".", omittingEmptySubsequences: false)
            .map { self.name(NameSyntax(text: String($0), span: name.span)) }
            .joined(separator: ".")
    }

    static func labels(_ labels: [NameSyntax]) -> String {
        labels.map { ":" + name($0) }.joined()
    }

    private static func text(of literal: LiteralSyntax) -> String {
        switch literal {
        case .null: return "null"
        case .boolean(let boolean): return boolean ? "true" : "false"
        case .integer(let integer): return "\(integer)"
        case .float(let float): return "\(float)"
        case .string(let string):
            var text = "'"
            for scalar in string.unicodeScalars {
                if scalar == "'" || scalar == "\\" { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
            return text + "'"
        }
    }

    private static func text(of entries: [MapEntrySyntax]) -> String {
        "{" + joined(entries.map { "\(name($0.key)): \(text(of: $0.value))" }) + "}"
    }

    /// In brackets, since behind the condition of a comprehension a bar has another meaning.
    private static func guarded(_ text: String, _ hasBar: Bool) -> String {
        hasBar ? "(\(text))" : text
    }

    private static func guarded(_ labels: LabelExpressionSyntax) -> String {
        if case .or = labels { guarded(text(of: labels), true) } else { text(of: labels) }
    }

    private static func text(of test: CaseSyntax.Test) -> String {
        switch test {
        case .value(let value): text(of: value)
        case .predicate(.hasLabels(_, let labels)): "IS " + guarded(labels)
        // The subject before the operator is not written.
        case .predicate(let predicate): String(text(of: predicate).dropFirst())
        }
    }

    private static func text(of choice: CaseSyntax) -> String {
        var text = "CASE" + (choice.subject.map { " " + self.text(of: $0) } ?? "")
        for alternative in choice.alternatives {
            text += " WHEN " + joined(alternative.tests.map { self.text(of: $0) })
            text += " THEN " + self.text(of: alternative.result)
        }
        return text + (choice.otherwise.map { " ELSE " + self.text(of: $0) } ?? "") + " END"
    }
}

extension ExpressionSyntax {
    /// What stands before WHEN, which is not written there.
    fileprivate var isSubject: Bool {
        if case .variable(let name) = self { name.text == CaseSyntax.subjectName } else { false }
    }
}
