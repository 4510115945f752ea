import GraphModel
import QueryPlanning

extension BatchEvaluator {
    func value(
        of subquery: PhysicalSubquery, _ row: Int
    ) throws(ExecutionError) -> Value {
        guard let rowColumn = subquery.rowColumn, isCaching else {
            return try runAlone(subquery, row)
        }
        if let known = subqueries[subquery.number] { return known[row] }
        let results = try runForAll(subquery, rowColumn)
        subqueries[subquery.number] = results
        return results[row]
    }

    private func runForAll(
        _ subquery: PhysicalSubquery, _ rowColumn: Int
    ) throws(ExecutionError) -> [Value] {
        var argument = RowBatch(columns: [], count: batch.count)
        for expression in subquery.arguments { argument.columns.append(try column(expression)) }
        argument.columns.append(.values((0..<batch.count).map { .integer(Int64($0)) }))
        var counts = [Int64](repeating: 0, count: batch.count)
        var lists = [[Value]](repeating: [], count: batch.count)
        let plan = OperatorBuilder(context, argument).build(subquery.plan)
        let share = MemoryShare(context)
        while let rows = try plan.next() {
            let evaluator = BatchEvaluator(context, rows)
            for index in 0..<rows.count {
                guard case .integer(let number) = rows.columns[rowColumn][index] else { continue }
                counts[Int(number)] += 1
                if case .collect(let result) = subquery.kind {
                    let value = try evaluator.value(result, index)
                    try share.hold(value.footprint)
                    lists[Int(number)].append(value)
                }
            }
        }
        switch subquery.kind {
        case .exists: return counts.map { .boolean($0 > 0) }
        case .count: return counts.map(Value.integer)
        case .collect: return lists.map(Value.list)
        }
    }

    private func runAlone(
        _ subquery: PhysicalSubquery, _ row: Int
    ) throws(ExecutionError) -> Value {
        var argument = RowBatch(columns: [], count: 1)
        for expression in subquery.arguments {
            argument.columns.append(Column.compact([try value(expression, row)]))
        }
        if subquery.rowColumn != nil { argument.columns.append(.values([.integer(0)])) }
        let plan = OperatorBuilder(context, argument).build(subquery.plan)
        var list: [Value] = []
        var count: Int64 = 0
        let share = MemoryShare(context)
        while let rows = try plan.next() {
            switch subquery.kind {
            case .exists: if rows.count > 0 { return .boolean(true) }
            case .count: count += Int64(rows.count)
            case .collect(let result):
                let values = try BatchEvaluator(context, rows).values(result)
                try share.hold(values.reduce(0) { $0 + $1.footprint })
                list += values
            }
        }
        switch subquery.kind {
        case .exists: return .boolean(false)
        case .count: return .integer(count)
        case .collect: return .list(list)
        }
    }
}
