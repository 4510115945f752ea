import GraphModel
import QueryPlanning

extension BatchEvaluator {
    /// `CASE`: the result of the first alternative that holds.
    func choose(_ choice: PhysicalCase, _ row: Int) throws(ExecutionError) -> Value {
        let subject = try choice.subject.map { (e) throws(ExecutionError) in try value(e, row) }
        for alternative in choice.alternatives {
            for test in alternative.tests where try holds(test, subject, row) {
                return try value(alternative.result, row)
            }
        }
        guard let otherwise = choice.otherwise else { return .null }
        return try value(otherwise, row)
    }

    private func holds(
        _ test: PhysicalCase.Test, _ subject: Value?, _ row: Int
    ) throws(ExecutionError) -> Bool {
        switch test {
        case .equal(let expression):
            return ValueComparison.equals(subject ?? .null, try value(expression, row)) == true
        case .condition(let condition):
            if let subject { locals.append(subject) }
            defer { if subject != nil { locals.removeLast() } }
            return try ternary(value(condition, row), "CASE") == true
        }
    }

    /// `reduce(accumulator = initial, variable IN list | result)`
    func reduce(_ reduction: PhysicalReduction, _ row: Int) throws(ExecutionError) -> Value {
        let list = try value(reduction.list, row)
        guard list != .null else { return .null }
        guard case .list(let items) = list else { throw .notReducible(list) }
        var result = try value(reduction.initial, row)
        for (index, item) in items.enumerated() {
            try context.checkCancellation(at: index)
            locals += [result, item]
            defer { locals.removeLast(2) }
            result = try value(reduction.result, row)
        }
        return result
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func notReducible(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "reduce() goes through a list, and this is \(value.kindName)")
    }
}
