import GraphModel
import QueryPlanning

/// `OPTIONAL MATCH`: runs the inner plan over a batch of rows at once and adds the rows that gave
/// nothing, with nulls.
final class OptionalOperator: BatchOperator {
    private let inner: PhysicalPlan
    private let row: Int
    private let introduced: [Int]

    init(
        _ context: ExecutionContext, _ input: Operator, _ inner: PhysicalPlan, _ row: Int,
        _ introduced: [Int]
    ) {
        self.inner = inner
        self.row = row
        self.introduced = introduced
        super.init(context, input)
    }

    override func process(_ batch: RowBatch) throws(ExecutionError) -> RowBatch {
        var argument = batch
        argument.columns.append(.values((0..<batch.count).map { .integer(Int64($0)) }))
        let matched = try OperatorBuilder(context, argument).build(inner).drain()
        var isMatched = [Bool](repeating: false, count: batch.count)
        for index in 0..<matched.count {
            if case .integer(let number) = matched.columns[row][index] {
                isMatched[Int(number)] = true
            }
        }
        var rest = batch.gathering(
            isMatched.indices.filter { !isMatched[$0] }.map { UInt32($0) })
        let nulls = rest.count
        rest.columns += introduced.map { column in
            guard matched.count > 0 else {
                return .values([Value](repeating: .null, count: nulls))
            }
            return switch matched.columns[column] {
            case .nodes: .nodes([NodeID](repeating: .none, count: nulls))
            case .relationships:
                .relationships([RelationshipID](repeating: .none, count: nulls))
            case .values: .values([Value](repeating: .null, count: nulls))
            }
        }
        guard matched.count > 0 else { return rest }
        let places = Array(batch.columns.indices) + introduced
        var result = RowBatch(
            columns: places.map { matched.columns[$0] }, count: matched.count)
        if nulls > 0 { result.append(rest) }
        return result
    }
}
