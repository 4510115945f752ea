import GraphModel
import KnowledgeGraph
import SeededRandom
import Testing

/// The search level by level finds what all paths together show, over random small graphs.
@Suite struct PathSearchTests {
    private struct Ends: Hashable {
        var start: Value
        var end: Value
    }

    /// The lengths of the paths between each two nodes, in order.
    private static func lengths(
        _ search: String, _ path: String, _ graph: DictionaryGraph
    ) throws -> [Ends: [Int64]] {
        let query =
            "MATCH p = \(search) \(path) RETURN id(a) AS a, id(b) AS b, length(p) AS l"
        let rows = try #require(QuerySession().run(query, on: graph).last).get().rows
        var lengths: [Ends: [Int64]] = [:]
        for row in rows {
            guard case .integer(let length) = row[2] else { continue }
            lengths[Ends(start: row[0], end: row[1]), default: []].append(length)
        }
        return lengths.mapValues { $0.sorted() }
    }

    @Test(arguments: 0..<12)
    func theShortestOfAllAreFound(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        let graph = try RulePropertyTests.graph(&random)
        for path in [
            "(a)-[:R]->+(b)", "(a)-[]-{1,5}(b)", "(a)-[]->{0,5}(b)", "(a)-[]-{2,4}(b)",
            "(a)<-[:S]-+(b:A)",
            "(a:A) ((x)-[r]-(y) WHERE r.w = 1 OR x.x = 1){1,5} (b)", "(a) (()-->()--()){1,3} (b)",
            "(a)-[:R]->()-[:S]-*(b)",
        ] {
            let all = try Self.lengths("", path, graph)
            let one = all.mapValues { Array($0.prefix(1)) }
            let two = all.mapValues { Array($0.prefix(2)) }
            let shortest = all.mapValues { lengths in lengths.filter { $0 == lengths[0] } }
            let groups = all.mapValues { lengths in
                let wanted = Set(lengths).sorted().prefix(2)
                return lengths.filter(wanted.contains)
            }
            #expect(try Self.lengths("ANY SHORTEST", path, graph) == one, "\(path)")
            #expect(try Self.lengths("SHORTEST 2", path, graph) == two, "\(path)")
            #expect(try Self.lengths("ALL SHORTEST", path, graph) == shortest, "\(path)")
            #expect(try Self.lengths("SHORTEST 2 GROUPS", path, graph) == groups, "\(path)")
        }
    }

    @Test(arguments: 0..<24)
    func aRepeatedRelationshipIsAVariableLength(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        let graph = try RulePropertyTests.graph(&random)
        for (repeated, variable) in [
            ("(a)-[:R]->{1,3}(b)", "(a)-[:R*1..3]->(b)"),
            ("(a) (()-[:R]->()){1,3} (b)", "(a)-[:R*1..3]->(b)"),
            ("(a) (()-[{w: 1}]-())* (b:A)", "(a)-[*0.. {w: 1}]-(b:A)"),
            ("(a:A) (()<-[]-()){,2} (b)", "(a:A)<-[*0..2]-(b)"),
            ("ACYCLIC (a)-->{2}(b)", "(a)-->(m)-->(b) WHERE a <> b AND a <> m AND m <> b"),
        ] {
            #expect(
                try Self.lengths("", repeated, graph) == Self.lengths("", variable, graph),
                "\(repeated)")
        }
    }
}
