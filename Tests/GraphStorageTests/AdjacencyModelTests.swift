import Foundation
import GraphModel
import SeededRandom
import Testing

@testable import GraphStorage

/// A graph held in dictionaries, as simple as can be: what the store must agree with.
struct ModelGraph {
    var labels: [UInt32: Set<String>] = [:]
    var relationships: [UInt32: (type: String, start: UInt32, end: UInt32)] = [:]

    func rows(_ node: UInt32, _ direction: Direction, _ types: Set<String>?) -> Set<[UInt32]> {
        var rows: Set<[UInt32]> = []
        for (id, found) in relationships where types?.contains(found.type) ?? true {
            if found.start == node && direction != .incoming { rows.insert([id, found.end]) }
            if found.end == node && direction != .outgoing { rows.insert([id, found.start]) }
        }
        return rows
    }
}

@Suite struct AdjacencyModelTests {
    static let labels = ["A", "B", "C"]
    static let types = ["R", "S", "T"]

    /// Changes store and model alike; one in five transactions fails and must leave no trace.
    static func change(_ store: GraphStore, _ model: inout ModelGraph, _ random: inout SplitMix64)
        throws
    {
        var next = model
        let fails = Int.random(in: 0..<5, using: &random) == 0
        do {
            try store.write { transaction in
                for _ in 0..<Int.random(in: 1...12, using: &random) {
                    try step(transaction, &next, &random)
                }
                try expectEqual(transaction, next)
                if fails { throw GraphStoreTests.Abandoned() }
            }
            model = next
        } catch is GraphStoreTests.Abandoned {}
    }

    static func step(
        _ transaction: GraphTransaction, _ model: inout ModelGraph, _ random: inout SplitMix64
    ) throws {
        let nodes = model.labels.keys.sorted()
        let label = labels.randomElement(using: &random)!
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<3:
            let id = try transaction.createNode(labels: [label, label], properties: [:])
            model.labels[id.rawValue] = [label]
        case 3..<8:
            guard let start = nodes.randomElement(using: &random),
                let end = nodes.randomElement(using: &random)
            else { return }
            let type = types.randomElement(using: &random)!
            let id = try transaction.createRelationship(
                type, from: NodeID(rawValue: start), to: NodeID(rawValue: end), properties: [:])
            model.relationships[id.rawValue] = (type, start, end)
        case 8:
            guard let id = model.relationships.keys.sorted().randomElement(using: &random)
            else { return }
            try transaction.delete(RelationshipID(rawValue: id))
            model.relationships[id] = nil
        case 9:
            guard let node = nodes.randomElement(using: &random) else { return }
            for row in model.rows(node, .both, nil) {
                try transaction.delete(RelationshipID(rawValue: row[0]))
                model.relationships[row[0]] = nil
            }
            try transaction.delete(NodeID(rawValue: node))
            model.labels[node] = nil
        case 10:
            guard let node = nodes.randomElement(using: &random) else { return }
            try transaction.addLabel(label, to: NodeID(rawValue: node))
            model.labels[node]?.insert(label)
        default:
            guard let node = nodes.randomElement(using: &random) else { return }
            try transaction.removeLabel(label, from: NodeID(rawValue: node))
            model.labels[node]?.remove(label)
        }
    }

    static func expectEqual(_ graph: GraphView, _ model: ModelGraph) throws {
        let nodes = model.labels.keys.sorted().map(NodeID.init(rawValue:))
        try #require(graph.nodeCount == nodes.count)
        try #require(try graph.nodes(withLabel: nil) == nodes)
        try #require(graph.relationshipCount == model.relationships.count)
        for (place, name) in graph.labels.enumerated() {
            let label = LabelID(rawValue: UInt32(place))
            let bears = nodes.map { model.labels[$0.rawValue, default: []].contains(name) }
            try #require(try graph.hasLabel(label, nodes: nodes) == bears)
            try #require(
                try graph.nodes(withLabel: label) == zip(nodes, bears).filter(\.1).map(\.0))
        }
        for (place, name) in graph.relationshipTypes.enumerated() {
            let found = try graph.relationships(ofType: .init(rawValue: UInt32(place)))
            let expected = model.relationships.filter { $0.value.type == name }.keys.sorted()
            try #require(found.map(\.rawValue) == expected)
            let ends = try graph.ends(of: found)
            for (id, ends) in zip(expected, ends) {
                try #require(ends.start.rawValue == model.relationships[id]?.start)
                try #require(ends.end.rawValue == model.relationships[id]?.end)
            }
        }
        let all = Array(graph.relationshipTypes.indices)
        for direction in [Direction.outgoing, .incoming, .both] {
            for types in [nil, [], Array(all.prefix(1)), Array(all.dropFirst()), all + all] {
                try expectEqualRows(graph, model, nodes, direction, types)
            }
        }
    }

    static func expectEqualRows(
        _ graph: GraphView, _ model: ModelGraph, _ nodes: [NodeID], _ direction: Direction,
        _ types: [Int]?
    ) throws {
        let sources = nodes + nodes.reversed() + [NodeID(rawValue: 999_999)]
        var result = Expansion()
        try graph.expand(
            sources, direction, types: types?.map { .init(rawValue: UInt32($0)) }, into: &result)
        try #require(result.sourceRows == result.sourceRows.sorted())
        try #require(result.sourceRows.count == result.neighbours.count)
        try #require(result.sourceRows.count == result.relationships.count)
        var found = [[[UInt32]]](repeating: [], count: sources.count)
        for (place, row) in result.sourceRows.enumerated() {
            found[Int(row)].append([
                result.relationships[place].rawValue, result.neighbours[place].rawValue,
            ])
        }
        let names = types.map { Set($0.map { graph.relationshipTypes[$0] }) }
        for (source, rows) in zip(sources, found) {
            let expected = model.rows(source.rawValue, direction, names)
            try #require(rows.count == expected.count && Set(rows) == expected)
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>, [true, false])
    func agrees(seed: UInt64, inMemory: Bool) throws {
        let folder = try TemporaryFolder()
        var random = SplitMix64(state: seed)
        var model = ModelGraph()
        var store = try inMemory ? GraphStore.inMemory() : folder.open()
        store.foldThreshold = seed % 2 == 0 ? 8 : 4096
        for round in 0..<12 {
            let before = (try store.read(), model)
            try Self.change(store, &model, &random)
            try Self.expectEqual(store.read(), model)
            try Self.expectEqual(before.0, before.1)
            guard !inMemory, round % 3 == 2 else { continue }
            store.close()
            if round % 2 == 0 { try FileManager.default.removeItem(atPath: folder.index) }
            store = try folder.open()
            try Self.expectEqual(store.read(), model)
        }
    }

    @Test func aDamagedIndexFileIsMadeAnew() throws {
        let folder = try TemporaryFolder()
        var random = SplitMix64(state: 7)
        var model = ModelGraph()
        do {
            let store = try folder.open()
            for _ in 0..<8 { try Self.change(store, &model, &random) }
        }
        let whole = try folder.bytes(folder.index)
        for length in Array(stride(from: 0, to: whole.count, by: max(1, whole.count / 150))) {
            try folder.write(whole.prefix(length), to: folder.index)
            try Self.expectEqual(folder.open(.readOnly).read(), model)
            let remade = try folder.bytes(folder.index)
            try #require(remade == whole)
        }
        for offset in stride(from: 0, to: whole.count, by: max(1, whole.count / 150)) {
            var bytes = whole
            bytes[offset] ^= UInt8(1 << (offset % 8))
            try folder.write(bytes, to: folder.index)
            try Self.expectEqual(folder.open(.readOnly).read(), model)
            let remade = try folder.bytes(folder.index)
            try #require(remade == whole)
        }
        try folder.write(whole + Data([0]), to: folder.index)
        try Self.expectEqual(folder.open(.readOnly).read(), model)
    }

    @Test func theIndexOfAnotherCommitIsNotTaken() throws {
        let folder = try TemporaryFolder()
        var random = SplitMix64(state: 3)
        var model = ModelGraph()
        try Self.change(folder.open(), &model, &random)
        let old = try folder.bytes(folder.index)
        for _ in 0..<3 { try Self.change(folder.open(), &model, &random) }
        try folder.write(old, to: folder.index)
        try Self.expectEqual(folder.open().read(), model)
    }
}
