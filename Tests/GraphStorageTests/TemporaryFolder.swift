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
