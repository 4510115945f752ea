import Foundation
import Testing

/// The built program, run as a user's shell runs it.
enum Command {
    struct Ended {
        var code: Int32
        var output: String
        var errors: String
    }

    struct NotBuilt: Error {}

    /// The program lies in the build folder beside the test bundle.
    static func executable() throws -> URL {
        let places = [Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)
        for place in places {
            var folder = place
            for _ in 0..<4 {
                let file = folder.appending(path: "legation")
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
                    !isFolder.boolValue
                {
                    return file
                }
                folder.deleteLastPathComponent()
            }
        }
        throw NotBuilt()
    }

    static func process(_ arguments: [String], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["LEGATION_HISTORY": "", "TERM": "xterm"]
        ) { $1 }
        return process
    }

    /// Runs to the end. Output goes through files, so that no full pipe can stop it.
    static func run(_ arguments: [String], in folder: URL, input: String = "") throws -> Ended {
        let process = try process(arguments, in: folder)
        let names = (0..<3).map { _ in folder.appending(path: ".\(UUID().uuidString)") }
        defer { for name in names { try? FileManager.default.removeItem(at: name) } }
        try Data(input.utf8).write(to: names[0])
        for name in names[1...] { try Data().write(to: name) }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        return Ended(
            code: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }
}

/// A folder that is gone when the test is.
final class Workplace {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "legation-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: name))
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }

    func run(_ arguments: String..., input: String = "") throws -> Command.Ended {
        try Command.run(arguments, in: folder, input: input)
    }

    static let talks = """
        Germany pledged 18 million euros to Ukraine on Monday.

        Foreign Minister Sergei Lavrov met Secretary of State Marco Rubio in Geneva. Russia refused \
        to meet Ukraine's envoys. The United States demanded that Iran halt enrichment.
        """

    /// A workplace with a graph of one short text.
    static func withGraph() throws -> Workplace {
        let place = try Workplace()
        try place.write("talks.txt", talks)
        let ended = try place.run("ingest", "talks.legation", "talks.txt")
        try #require(ended.code == 0, "\(ended)")
        return place
    }
}
