import GraphModel
import QueryPlanning

/// Rows for which all conditions are true.
final class FilterOperator: BatchOperator {
    private let conditions: [PhysicalExpression]

    init(_ context: ExecutionContext, _ input: Operator, _ conditions: [PhysicalExpression]) {
        self.conditions = conditions
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        let evaluator = BatchEvaluator(context, batch)
        var kept: [UInt32] = []
        rows: for row in 0..<batch.count {
            for condition in conditions where try !evaluator.isTrue(condition, row) {
                continue rows
            }
            kept.append(UInt32(row))
        }
        return kept.count == batch.count ? batch : batch.gathering(kept)
    }
}

/// Appends computed columns.
final class ExtendOperator: BatchOperator {
    private let expressions: [PhysicalExpression]

    init(_ context: ExecutionContext, _ input: Operator, _ expressions: [PhysicalExpression]) {
        self.expressions = expressions
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        let evaluator = BatchEvaluator(context, batch)
        var result = batch
        for expression in expressions { result.columns.append(try evaluator.column(expression)) }
        return result
    }
}

/// Keeps some columns, in a new order.
final class KeepOperator: BatchOperator {
    private let columns: [Int]

    init(_ context: ExecutionContext, _ input: Operator, _ columns: [Int]) {
        self.columns = columns
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        RowBatch(columns: columns.map { batch.columns[$0] }, count: batch.count)
    }
}

/// Each row once, the first of equals.
final class DistinctOperator: BatchOperator {
    private var met = DistinctRows()

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        var kept: [UInt32] = []
        for row in 0..<batch.count where met.insert(batch.columns.map { $0[row] }) {
            kept.append(UInt32(row))
        }
        let rows = batch.gathering(kept)
        try share.hold(rows.footprint + 48 * rows.count)
        return rows
    }
}

/// The rows of all parts, one part behind the other.
final class UnionOperator: Operator {
    private var parts: [Operator]

    init(_ context: ExecutionContext, _ parts: [Operator]) {
        self.parts = parts.reversed()
        super.init(context)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        while let part = parts.last {
            if let batch = try part.next() { return batch }
            parts.removeLast()
        }
        return nil
    }
}

/// `SKIP` and `LIMIT`. What writes below is not cut short: barriers have run it whole.
final class SliceOperator: BatchOperator {
    private let skip: PhysicalExpression?
    private let limit: PhysicalExpression?
    private var open: (skip: Int, limit: Int)?

    init(
        _ context: ExecutionContext, _ input: Operator, _ skip: PhysicalExpression?,
        _ limit: PhysicalExpression?
    ) {
        self.skip = skip
        self.limit = limit
        super.init(context, input)
    }

    override func next() throws(ExecutionError) -> RowBatch? {
        if open == nil {
            let skip = try self.skip.map { (e) throws(ExecutionError) in try context.count(e) }
            let limit = try self.limit.map { (e) throws(ExecutionError) in try context.count(e) }
            open = (skip ?? 0, limit ?? .max)
            // No row is wanted, but what the input does must be done.
            if limit == 0 { _ = try input.next() }
        }
        return open?.limit == 0 ? nil : try super.next()
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        guard let (skip, limit) = open else { return batch }
        let first = min(skip, batch.count)
        let last = first + min(limit, batch.count - first)
        open = (skip - first, limit - (last - first))
        return first == 0 && last == batch.count
            ? batch : batch.gathering((first..<last).map { UInt32($0) })
    }
}

extension ExecutionContext {
    /// The number of `SKIP` or `LIMIT`.
    func count(_ expression: PhysicalExpression) throws(ExecutionError) -> Int {
        let value = try BatchEvaluator(self, .unit).value(expression, 0)
        guard case .integer(let count) = value else { throw .noCount(value) }
        guard count >= 0 else { throw .negativeCount(count) }
        return Int(count)
    }
}

/// Rows of a procedure, beside each row of the input.
final class CallOperator: BatchOperator {
    private let call: PhysicalCall

    init(_ context: ExecutionContext, _ input: Operator, _ call: PhysicalCall) {
        self.call = call
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        guard let procedure = context.procedures[call.procedure] else {
            throw .noProcedure(call.procedure)
        }
        let evaluator = BatchEvaluator(context, batch)
        var rows: [UInt32] = []
        var outputs = [[Value]](repeating: [], count: call.outputs.count)
        for row in 0..<batch.count {
            try context.checkCancellation()
            var arguments: [Value] = []
            for argument in call.arguments { arguments.append(try evaluator.value(argument, row)) }
            let given = try context.reading { try procedure.run(arguments, context.graph) }
            if call.isVoid { rows.append(UInt32(row)) }
            for values in given where !call.isVoid {
                rows.append(UInt32(row))
                for (index, output) in call.outputs.enumerated() {
                    outputs[index].append(values[output])
                }
            }
        }
        var result = batch.gathering(rows)
        result.columns += outputs.map(Column.compact)
        return result
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func noCount(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .syntaxError, detail: "InvalidArgumentType",
            message: "a number of rows is an integer, and this is \(value.kindName)")
    }

    fileprivate static func negativeCount(_ count: Int64) -> ExecutionError {
        ExecutionError(
            kind: .syntaxError, detail: "NegativeIntegerArgument",
            message: "a number of rows is not negative, and this is \(count)")
    }

    fileprivate static func noProcedure(_ name: String) -> ExecutionError {
        ExecutionError(
            kind: .procedureError, detail: "ProcedureNotFound",
            message: "there is no procedure '\(name)'")
    }
}
