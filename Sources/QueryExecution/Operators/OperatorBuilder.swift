import GraphModel
import QueryPlanning

/// Makes running operators of a plan.
public struct OperatorBuilder {
    private let context: ExecutionContext
    /// The rows of the enclosing query.
    private let argument: RowBatch

    init(_ context: ExecutionContext, _ argument: RowBatch) {
        self.context = context
        self.argument = argument
    }

    func build(_ plan: PhysicalPlan) -> Operator {
        let made = make(plan)
        return context.isProfiling ? CountingOperator(context, made, plan.id) : made
    }

    private func make(_ plan: PhysicalPlan) -> Operator {
        switch plan.operation {
        case .unit: BatchSource(context, .unit)
        case .argument: BatchSource(context, argument)
        case .scan(let input, let source): ScanOperator(context, build(input), source)
        case .expand(let input, let expand):
            if let length = expand.length {
                VariableExpandOperator(context, build(input), expand, length)
            } else {
                ExpandOperator(context, build(input), expand)
            }
        case .ends(let input, let ends): EndsOperator(context, build(input), ends)
        case .shortest(let input, let shortest):
            ShortestPathOperator(context, build(input), shortest)
        case .path(let input, let start, let relationships, let mode):
            PathOperator(context, build(input), start, relationships, mode)
        case .repeat(let input, let inner, let part):
            if let selection = part.selection {
                SearchOperator(context, build(input), inner, part, selection)
            } else {
                RepeatOperator(context, build(input), inner, part)
            }
        case .select(let input, let inner, let select):
            SelectOperator(context, build(input), inner, select)
        case .filter(let input, let conditions):
            FilterOperator(context, build(input), conditions)
        case .extend(let input, let expressions):
            ExtendOperator(context, build(input), expressions)
        case .keep(let input, let columns): KeepOperator(context, build(input), columns)
        case .aggregate(let input, let keys, let aggregates):
            AggregateOperator(context, build(input), keys, aggregates)
        case .distinct(let input): DistinctOperator(context, build(input))
        case .sort(let input, let keys, let limit):
            SortOperator(context, build(input), keys, limit)
        case .slice(let input, let skip, let limit):
            SliceOperator(context, build(input), skip, limit)
        case .unwind(let input, let list, let indexBase):
            UnwindOperator(context, build(input), list, indexBase)
        case .recall(let input, let places):
            RecallOperator(context, build(input), argument, places)
        case .subquery(let input, let inner, let call):
            if call.isWriting {
                EagerOperator(
                    context,
                    SubqueryOperator(
                        context, EagerOperator(context, build(input)), inner, call))
            } else {
                SubqueryOperator(context, build(input), inner, call)
            }
        case .optional(let input, let inner, let row, let introduced):
            OptionalOperator(context, build(input), inner, row, introduced)
        case .union(let parts): UnionOperator(context, parts.map(build))
        case .call(let input, let call): CallOperator(context, build(input), call)
        case .create(let input, let steps): CreateOperator(context, build(input), steps)
        case .merge(let input, let merge): MergeOperator(context, build(input), merge)
        case .set(let input, let items): SetOperator(context, build(input), items)
        case .delete(let input, let isDetaching, let victims):
            DeleteOperator(context, build(input), isDetaching: isDetaching, victims)
        }
    }
}

extension PhysicalPlan {
    /// Runs a whole statement and hands over its rows batch by batch, columns in order, each value
    /// with all that it holds.
    public func run(
        in context: ExecutionContext, onRows: ([[Value]]) -> Void
    ) throws(ExecutionError) {
        let root = OperatorBuilder(context, .unit).build(self)
        while let batch = try root.next() {
            try context.checkCancellation()
            var rows: [[Value]] = []
            var bytes = 0
            for row in 0..<batch.count {
                var values: [Value] = []
                for column in batch.columns {
                    let value = try context.materialize(column[row])
                    bytes += value.wholeFootprint
                    values.append(value)
                }
                rows.append(values)
            }
            try context.memory.hold(bytes)
            onRows(rows)
        }
    }
}
