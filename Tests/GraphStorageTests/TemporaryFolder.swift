import Foundation

@testable import GraphStorage

/// A folder of its own for a test, gone with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/legation-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var graph: String { path + "/graph.legation" }
    var index: String { graph + "-index" }

    func open(_ access: GraphStore.Access = .create) throws -> GraphStore {
        try GraphStore.open(path: graph, access: access, busyMilliseconds: 50)
    }

    func bytes(_ file: String) throws -> Data {
        try Data(contentsOf: URL(filePath: file))
    }

    func write(_ bytes: Data, to file: String) throws {
        try bytes.write(to: URL(filePath: file))
    }

    var files: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
    }
}

/// A small seeded generator, so that a failure comes again (Steele, Lea and Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
