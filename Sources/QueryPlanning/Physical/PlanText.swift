import GraphModel
import QuerySemantics

/// Words for the operators of a plan.
enum PlanText {
    static func text(of expression: BoundExpression) -> String {
        switch expression {
        case .constant(let value, _): text(of: value)
        case .parameter(let name, _): "$\(name)"
        case .variable(let variable, _): variable.name
        case .property(let base, let key, _): "\(text(of: base)).\(key)"
        case .list(let items, _): "[\(list(items))]"
        case .map(let entries, _):
            "{" + entries.map { "\($0.key): \(text(of: $0.value))" }.joined(separator: ", ") + "}"
        case .element(let base, let index, _): "\(text(of: base))[\(text(of: index))]"
        case .slice(let base, let from, let to, _):
            "\(text(of: base))[\(from.map(text(of:)) ?? "")..\(to.map(text(of:)) ?? "")]"
        case .hasLabels(let base, let labels, _):
            text(of: base) + labels.map { ":\($0)" }.joined()
        case .unary(.not, let operand, _): "NOT \(text(of: operand))"
        case .unary(let unary, let operand, _): "\(unary.rawValue)\(text(of: operand))"
        case .binary(let binary, let left, let right, _):
            "(\(text(of: left)) \(binary.rawValue) \(text(of: right)))"
        case .logical(let logical, let operands, _):
            "(" + operands.map(text(of:)).joined(separator: " \(logical.rawValue) ") + ")"
        case .comparison(let first, let rest, _):
            text(of: first)
                + rest.map { " \($0.comparison.rawValue) \(text(of: $0.right))" }.joined()
        case .nullTest(let operand, let isNegated, _):
            "\(text(of: operand)) IS \(isNegated ? "NOT " : "")NULL"
        case .call(let name, let arguments, _): "\(name)(\(list(arguments)))"
        case .choice(let choice, _):
            "CASE " + (choice.subject.map { text(of: $0) + " " } ?? "") + "… END"
        case .listComprehension(let comprehension, _): "[\(text(of: comprehension))]"
        case .quantifier(let kind, let comprehension, _):
            "\(kind.rawValue)(\(text(of: comprehension)))"
        case .subquery(let subquery, _): text(of: subquery)
        case .reduction(let reduction, _):
            "reduce(\(reduction.accumulator.name) = \(text(of: reduction.initial)), "
                + "\(reduction.variable.name) IN \(text(of: reduction.list)) | "
                + "\(text(of: reduction.result)))"
        case .typeTest(let operand, let type, let isNegated, _):
            "\(text(of: operand)) IS \(isNegated ? "NOT " : "")\(":: " + type.text)"
        }
    }

    /// Without those that the query cannot name.
    static func names(_ variables: [BoundVariable]) -> String {
        variables.filter { !$0.isHidden }.map(\.name).joined(separator: ", ")
    }

    private static func text(of value: Value) -> String {
        switch value {
        case .null: "null"
        case .boolean(let boolean): "\(boolean)"
        case .integer(let integer): "\(integer)"
        case .float(let float): "\(float)"
        case .string(let string): "'\(string)'"
        default: value.temporalText.map { "'\($0)'" } ?? "…"
        }
    }

    private static func list(_ expressions: [BoundExpression]) -> String {
        expressions.map(text(of:)).joined(separator: ", ")
    }

    private static func text(of comprehension: BoundComprehension) -> String {
        "\(comprehension.variable.name) IN \(text(of: comprehension.list))"
            + (comprehension.condition.map { " WHERE \(text(of: $0))" } ?? "")
            + (comprehension.result.map { " | \(text(of: $0))" } ?? "")
    }

    private static func text(of subquery: BoundSubquery) -> String {
        let content =
            switch subquery.content {
            case .pattern(let pattern, let condition):
                text(of: pattern) + (condition.map { " WHERE \(text(of: $0))" } ?? "")
            case .query: "…"
            }
        return switch subquery.kind {
        case .exists: "EXISTS { \(content) }"
        case .count: "COUNT { \(content) }"
        case .collect(let result): "[\(content) | \(text(of: result))]"
        }
    }

    // MARK: Patterns

    static func text(of pattern: BoundPattern) -> String {
        pattern.paths.map { path in
            var text = text(of: path.nodes[0].variable)
            for (index, relationship) in path.relationships.enumerated() {
                text += arrow(relationship) + self.text(of: path.nodes[index + 1].variable)
            }
            return text
        }.joined(separator: ", ")
    }

    static func text(
        of relationship: BoundRelationshipPattern, _ from: BoundVariable, _ to: BoundVariable
    ) -> String {
        text(of: from) + arrow(relationship) + text(of: to)
    }

    private static func text(of node: BoundVariable) -> String {
        node.isHidden ? "()" : "(\(node.name))"
    }

    static func text(of selection: BoundPath.Selection) -> String {
        "SHORTEST \(selection.count)" + (selection.isOfGroups ? " GROUPS" : "")
    }

    private static func arrow(_ relationship: BoundRelationshipPattern) -> String {
        if let group = relationship.group, let length = relationship.length {
            let condition = group.condition.map { " WHERE \(text(of: $0))" } ?? ""
            let pattern = BoundPattern(paths: [group.path], introduced: [])
            let maximum = length.maximum.map { "\($0)" } ?? ""
            return "(\(text(of: pattern))\(condition)){\(length.minimum),\(maximum)}"
        }
        var detail = relationship.variable.isHidden ? "" : relationship.variable.name
        detail += relationship.types.text
        if let length = relationship.length {
            detail += "*\(length.minimum)..\(length.maximum.map { "\($0)" } ?? "")"
        }
        return switch relationship.direction {
        case .outgoing: "-[\(detail)]->"
        case .incoming: "<-[\(detail)]-"
        case .both: "-[\(detail)]-"
        }
    }

    // MARK: Projections

    static func items(_ items: [BoundProjection.Item]) -> String {
        items.map { item in
            let expression = text(of: item.expression)
            return expression == item.variable.name
                ? expression : "\(expression) AS \(item.variable.name)"
        }.joined(separator: ", ")
    }

    static func grouping(_ grouping: BoundProjection.Grouping) -> String {
        let aggregates = grouping.aggregates.map { aggregate in
            let arguments = aggregate.arguments.isEmpty ? "*" : list(aggregate.arguments)
            return "\(aggregate.function)(\(aggregate.isDistinct ? "DISTINCT " : "")\(arguments))"
        }.joined(separator: ", ")
        let keys = list(grouping.keys.map(\.expression))
        return keys.isEmpty ? aggregates : "\(aggregates) BY \(keys)"
    }

    static func sort(_ items: [BoundProjection.SortItem], limit: BoundExpression?) -> String {
        let keys = items.map { text(of: $0.expression) + ($0.isDescending ? " DESC" : "") }
        return keys.joined(separator: ", ") + (limit.map { " LIMIT \(text(of: $0))" } ?? "")
    }

    static func slice(skip: BoundExpression?, limit: BoundExpression?) -> String {
        [skip.map { "SKIP \(text(of: $0))" }, limit.map { "LIMIT \(text(of: $0))" }]
            .compactMap(\.self).joined(separator: " ")
    }
}
