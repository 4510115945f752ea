import GraphModel
import Testing

@testable import QueryExecution

@Suite struct RowBatchTests {
    private let node = NodeID(rawValue: 7)

    @Test func columnsOfDifferentKindsJoinAsValues() {
        var batch = RowBatch(columns: [.nodes([node])], count: 1)
        batch.append(RowBatch(columns: [.values([.integer(1)])], count: 1))
        #expect(batch.columns[0].values == [.bare(node), .integer(1)])
        #expect(batch.count == 2)
    }

    @Test func anEmptyBatchWithoutColumnsChangesNothing() {
        var batch = RowBatch(columns: [.nodes([node])], count: 1)
        batch.append(RowBatch(columns: [], count: 0))
        #expect(batch.count == 1 && batch.columns.count == 1)
    }

    @Test func gatheringRepeatsAndReorders() {
        let batch = RowBatch(columns: [.values([.integer(1), .integer(2)])], count: 2)
        #expect(
            batch.gathering([1, 0, 1]).columns[0].values
                == [.integer(2), .integer(1), .integer(2)])
    }

    @Test func nullStaysNullAsAnID() throws {
        let column = Column.values([.null, .bare(node)])
        #expect(try column.nodeIDs() == [.none, node])
        #expect(Column.nodes([.none])[0] == .null)
        #expect(throws: EvaluationError.self) { try Column.values([.integer(1)]).nodeIDs() }
    }

    @Test func valuesThatAreAllNodesBecomeIDs() {
        guard case .nodes([node]) = Column.compact([.bare(node)]) else {
            Issue.record("they stayed values")
            return
        }
        guard case .values = Column.compact([.bare(node), .null]) else {
            Issue.record("a null became a node")
            return
        }
    }
}
