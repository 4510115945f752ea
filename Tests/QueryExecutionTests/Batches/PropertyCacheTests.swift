import GraphModel
import Testing

@testable import QueryExecution

/// Counts what is fetched: a scan pays nothing, an expansion that comes back does not fetch again.
@Suite struct PropertyCacheTests {
    private func fetches(of batches: [[UInt32]], nodeCount: Int) -> [Int] {
        let cache = PropertyCache(nodeCount: nodeCount)
        return batches.map { batch in
            var count = 0
            let values = cache.values(
                PropertyKeyID(rawValue: 0), of: batch.map(NodeID.init(rawValue:))
            ) { nodes in
                count += nodes.count
                return nodes.map { .integer(Int64($0.rawValue)) }
            }
            #expect(values == batch.map { .integer(Int64($0)) })
            return count
        }
    }

    @Test func theFirstHalfOfTheGraphIsOnlyFetched() {
        #expect(fetches(of: [[1, 2], [1, 2]], nodeCount: 8) == [2, 2])
    }

    @Test func beyondItValuesAreKept() {
        #expect(
            fetches(of: [[1, 2], [1, 2], [2, 3], [1, 2, 3]], nodeCount: 4) == [2, 2, 1, 0])
    }
}
