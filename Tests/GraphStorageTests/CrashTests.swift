import Foundation
import GraphModel
import Testing

@testable import GraphStorage

/// What a process leaves that ends without closing: the record, its log and an index behind both.
@Suite struct CrashTests {
    /// Commits of one node each, with a relationship to the one before; nothing is folded in.
    private static func leftovers(commits: Int) throws -> (graph: Data, log: Data, index: Data) {
        let folder = try TemporaryFolder()
        try GraphStoreTests.sample(folder.open())
        let index = try folder.bytes(folder.index)
        let store = try folder.open()
        for _ in 0..<commits {
            try store.write { transaction in
                let last = try #require(try transaction.nodes(withLabel: nil).last)
                let node = try transaction.createNode(labels: ["Late"], properties: [:])
                _ = try transaction.createRelationship(
                    "NEXT", from: last, to: node, properties: [:])
            }
        }
        return (try folder.bytes(folder.graph), try folder.bytes(folder.graph + "-wal"), index)
    }

    @Test func whatWasCommittedIsThere() throws {
        let left = try Self.leftovers(commits: 5)
        let folder = try TemporaryFolder()
        try folder.write(left.graph, to: folder.graph)
        try folder.write(left.log, to: folder.graph + "-wal")
        try folder.write(left.index, to: folder.index)
        let snapshot = try folder.open(.readWrite).read()
        #expect(snapshot.nodeCount == 7 && snapshot.relationshipCount == 6)
    }

    @Test func aTornLogEndsAtACommit() throws {
        let left = try Self.leftovers(commits: 5)
        var counts: [Int] = []
        for length in stride(from: 0, through: left.log.count, by: left.log.count / 40) {
            let folder = try TemporaryFolder()
            try folder.write(left.graph, to: folder.graph)
            try folder.write(left.log.prefix(length), to: folder.graph + "-wal")
            try folder.write(left.index, to: folder.index)
            let store = try folder.open(.readWrite)
            try store.verify()
            let snapshot = try store.read()
            #expect(snapshot.relationshipCount == snapshot.nodeCount - 1)
            let type = try snapshot.relationshipType("NEXT").map {
                try snapshot.relationships(ofType: $0).count
            }
            #expect(snapshot.nodeCount == 2 + (type ?? 0))
            counts.append(snapshot.nodeCount)
        }
        #expect(counts == counts.sorted() && counts.first == 2)
        #expect(Set(counts).count > 3)
    }
}
