import GraphModel
import QueryPlanning

/// Evaluates expressions over the rows of one batch.
///
/// Properties and labels of a column's nodes are fetched for the whole batch when the first row
/// asks, and so are patterns in conditions; all else is evaluated row by row, so that no branch
/// that is not taken can fail.
final class BatchEvaluator {
    private struct PropertyKey: Hashable {
        var column: Int
        var name: String
    }

    let context: ExecutionContext
    let batch: RowBatch
    /// False where rows change the graph as they are evaluated.
    let isCaching: Bool
    /// Values of the comprehensions' variables, the outermost first.
    var locals: [Value] = []
    /// Few in number, so a search beats a dictionary's hashing for each row.
    private var properties: [(place: PropertyKey, values: [Value])] = []
    private var labels: [PropertyKey: [Bool]] = [:]
    var subqueries: [Int: [Value]] = [:]

    init(_ context: ExecutionContext, _ batch: RowBatch, isCaching: Bool = true) {
        self.context = context
        self.batch = batch
        self.isCaching = isCaching
    }

    /// One value for each row, as a column.
    func column(_ expression: PhysicalExpression) throws(ExecutionError) -> Column {
        if case .column(let index) = expression { return batch.columns[index] }
        return Column.compact(try values(expression))
    }

    func values(_ expression: PhysicalExpression) throws(ExecutionError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(batch.count)
        for row in 0..<batch.count { values.append(try value(expression, row)) }
        return values
    }

    /// Whether a condition is true for a row; unknown is not true.
    func isTrue(_ condition: PhysicalExpression, _ row: Int) throws(ExecutionError) -> Bool {
        try ternary(value(condition, row), "a condition") == true
    }

    func value(_ expression: PhysicalExpression, _ row: Int) throws(ExecutionError) -> Value {
        switch expression {
        case .constant(let value): return value
        case .parameter(let name):
            guard let value = context.parameters[name] else { throw .missingParameter(name) }
            return value
        case .column(let index): return batch.columns[index][row]
        case .local(let index): return locals[index]
        case .columnProperty(let column, let key): return try property(column, key, row)
        case .property(let base, let key):
            return try context.property(key, of: value(base, row))
        case .list(let items): return .list(try values(of: items, row))
        case .map(let entries):
            var map: [String: Value] = [:]
            for entry in entries { map[entry.key] = try value(entry.value, row) }
            return .map(map)
        case .element(let base, let index):
            return try context.element(of: value(base, row), at: value(index, row))
        case .slice(let base, let from, let to): return try slice(base, from, to, row)
        case .hasLabels(let base, let labels): return try hasLabels(base, labels, row)
        case .unary(let unary, let operand): return try apply(unary, value(operand, row))
        case .binary(let binary, let left, let right):
            return try apply(binary, value(left, row), value(right, row))
        case .logical(let logical, let operands): return try connect(logical, operands, row)
        case .comparison(let first, let rest): return try compare(first, rest, row)
        case .nullTest(let operand, let isNegated):
            return .boolean((try value(operand, row) == .null) != isNegated)
        case .call(let name, let arguments):
            return try context.call(name, values(of: arguments, row))
        case .choice(let choice): return try choose(choice, row)
        case .listComprehension(let comprehension): return try comprehend(comprehension, row)
        case .quantifier(let kind, let comprehension):
            return try quantify(kind, comprehension, row)
        case .subquery(let subquery): return try value(of: subquery, row)
        case .reduction(let reduction): return try reduce(reduction, row)
        case .typeTest(let operand, let type, let isNegated):
            return .boolean(type.holds(try value(operand, row)) != isNegated)
        }
    }

    private func values(
        of expressions: [PhysicalExpression], _ row: Int
    ) throws(ExecutionError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(expressions.count)
        for expression in expressions { values.append(try value(expression, row)) }
        return values
    }

    // MARK: What is fetched for the whole batch

    private func property(
        _ column: Int, _ key: String, _ row: Int
    ) throws(ExecutionError) -> Value {
        guard isCaching else { return try context.property(key, of: batch.columns[column][row]) }
        for fetched in properties
        where fetched.place.column == column && fetched.place.name == key {
            return fetched.values[row]
        }
        let fetched = try context.properties(key, of: batch.columns[column])
        properties.append((PropertyKey(column: column, name: key), fetched))
        return fetched[row]
    }

    private func hasLabels(
        _ base: PhysicalExpression, _ names: [String], _ row: Int
    ) throws(ExecutionError) -> Value {
        if isCaching, case .column(let column) = base, case .nodes(let ids) = batch.columns[column]
        {
            if ids[row] == .none { return .null }
            for name in names {
                let place = PropertyKey(column: column, name: name)
                if labels[place] == nil { labels[place] = try context.hasLabel(name, ids) }
                if labels[place]?[row] != true { return .boolean(false) }
            }
            return .boolean(true)
        }
        return try context.hasLabels(names, value(base, row))
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func missingParameter(_ name: String) -> ExecutionError {
        ExecutionError(
            kind: .parameterMissing, detail: "MissingParameter",
            message: "the parameter '$\(name)' was not given")
    }
}
