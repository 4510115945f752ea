import Foundation
import GraphModel
import Testing

@testable import GraphStorage

/// What is no whole graph file is refused by its own error and stays byte for byte as it is.
@Suite struct ForeignFileTests {
    static let accesses: [GraphStore.Access] = [.readOnly, .readWrite, .create]

    private func expectRefusal(
        _ folder: TemporaryFolder, _ access: GraphStore.Access, _ code: StorageError.Code
    ) throws {
        let before = try folder.bytes(folder.graph)
        let error = #expect(throws: StorageError.self) { _ = try folder.open(access).read() }
        #expect(error?.code == code)
        #expect(try folder.bytes(folder.graph) == before)
        #expect(folder.files == ["graph.legation"])
    }

    @Test(arguments: accesses)
    func text(access: GraphStore.Access) throws {
        let folder = try TemporaryFolder()
        try folder.write(Data("Dear diary, ".utf8), to: folder.graph)
        try expectRefusal(folder, access, .notAGraph)
        try folder.write(Data(repeating: 65, count: 9000), to: folder.graph)
        try expectRefusal(folder, access, .notAGraph)
    }

    @Test(arguments: accesses)
    func anotherDatabase(access: GraphStore.Access) throws {
        let folder = try TemporaryFolder()
        let other = try Connection(.file(folder.graph, create: true), busyMilliseconds: 0)
        try other.execute("CREATE TABLE mine (x); INSERT INTO mine VALUES (1)")
        try expectRefusal(folder, access, .notAGraph)
    }

    @Test(arguments: accesses)
    func aLaterVersion(access: GraphStore.Access) throws {
        let folder = try TemporaryFolder()
        try GraphStoreTests.sample(folder.open())
        try Connection(.file(folder.graph, create: false), busyMilliseconds: 0)
            .execute("PRAGMA user_version = 99")
        try FileManager.default.removeItem(atPath: folder.index)
        try expectRefusal(folder, access, .tooNew)
    }

    @Test(arguments: accesses)
    func anEarlierVersion(access: GraphStore.Access) throws {
        let folder = try TemporaryFolder()
        try GraphStoreTests.sample(folder.open())
        try Connection(.file(folder.graph, create: false), busyMilliseconds: 0)
            .execute("PRAGMA user_version = 1")
        try FileManager.default.removeItem(atPath: folder.index)
        try expectRefusal(folder, access, .tooOld)
    }

    @Test func anEmptyFileIsAGraphOnlyWhenOneMayBeMade() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(), to: folder.graph)
        try expectRefusal(folder, .readOnly, .notAGraph)
        try expectRefusal(folder, .readWrite, .notAGraph)
        #expect(try folder.open(.create).read().nodeCount == 0)
    }

    @Test func anAbsentFileIsMadeOnlyWhenOneMayBe() throws {
        let folder = try TemporaryFolder()
        for access in [GraphStore.Access.readOnly, .readWrite] {
            let error = #expect(throws: StorageError.self) { try folder.open(access) }
            #expect(error?.code == .cannotOpen)
        }
        #expect(folder.files.isEmpty)
        let nowhere = #expect(throws: StorageError.self) {
            try GraphStore.open(path: folder.path + "/none/g.legation", access: .create)
        }
        #expect(nowhere?.code == .cannotOpen)
        let directory = #expect(throws: StorageError.self) {
            try GraphStore.open(path: folder.path, access: .create)
        }
        #expect(directory?.code == .notAGraph)
    }

    @Test func aFileCutShort() throws {
        let folder = try TemporaryFolder()
        try GraphStoreTests.sample(folder.open())
        try FileManager.default.removeItem(atPath: folder.index)
        let whole = try folder.bytes(folder.graph)
        for length in [1, 50, 99, 100, 101, 4096, 8192, whole.count / 2, whole.count - 1] {
            try folder.write(whole.prefix(length), to: folder.graph)
            try expectRefusal(folder, .readWrite, length < 100 ? .notAGraph : .damaged)
        }
    }

    @Test func damagedPages() throws {
        let folder = try TemporaryFolder()
        try GraphStoreTests.sample(folder.open())
        try FileManager.default.removeItem(atPath: folder.index)
        let whole = try folder.bytes(folder.graph)
        for page in stride(from: 4096, to: whole.count, by: 4096) {
            var bytes = whole
            for offset in 0..<12 { bytes[page + offset] = 0xFF }
            try folder.write(bytes, to: folder.graph)
            try expectRefusal(folder, .readWrite, .damaged)
        }
    }
}
