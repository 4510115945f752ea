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

    /// What stands in long chains, each within the one before, comes first and apart: the room that
    /// all other kinds need on the stack is not needed for each of its links.
    func value(_ expression: PhysicalExpression, _ row: Int) throws(ExecutionError) -> Value {
        switch expression {
        case .binary, .property, .element, .unary, .nullTest, .hasLabels, .typeTest, .slice:
            return try link(expression, row)
        default: return try whole(expression, row)
        }
    }

    @inline(never)
    private func whole(
        _ expression: PhysicalExpression, _ row: Int
    ) throws(ExecutionError) -> Value {
        switch expression {
        case .constant(let value): return value
        case .parameter(let name):
            guard let value = context.parameters[name] else { throw .missingParameter(name) }
            return value
        case .column(let index): return batch.columns[index][row]
        case .local(let index): return locals[index]
        case .columnProperty(let column, let key): return try property(column, key, row)
        case .list(let items): return .list(try values(of: items, row))
        case .map(let entries):
            var map: [String: Value] = [:]
            for entry in entries { map[entry.key] = try value(entry.value, row) }
            return .map(map)
        case .logical(let logical, let operands): return try connect(logical, operands, row)
        case .comparison(let first, let rest): return try compare(first, rest, row)
        case .call(let name, let arguments, let span):
            return try call(name, values(of: arguments, row), at: span)
        case .choice(let choice): return try choose(choice, row)
        case .listComprehension(let comprehension): return try comprehend(comprehension, row)
        case .quantifier(let kind, let comprehension):
            return try quantify(kind, comprehension, row)
        case .subquery(let subquery): return try value(of: subquery, row)
        case .reduction(let reduction): return try reduce(reduction, row)
        case .binary, .property, .element, .unary, .nullTest, .hasLabels, .typeTest, .slice:
            return try link(expression, row)
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

    func hasLabels(
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
