import Foundation
import Testing

@Suite struct SignalTests {
    /// Ctrl-C ends a running statement; what it wrote is not kept.
    @Test func anInterruptLeavesTheGraphAsItWas() throws {
        let place = try Workplace.withGraph()
        let process = try Command.process(
            [
                "query", "talks.legation",
                "CREATE (:Left) WITH 1 AS x MATCH (a), (b), (c), (d), (e), (f), (g) RETURN count(*)",
            ], in: place.folder)
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: 1.5)
        #expect(process.isRunning)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 130)
        let told = errors.fileHandleForReading.readDataToEndOfFile()
        #expect(String(decoding: told, as: UTF8.self).contains("interrupted"))
        let left = try place.run("query", "talks.legation", "MATCH (n:Left) RETURN count(n) AS n")
        #expect(left.output == "n\n0\n")
    }

    /// Ctrl-C ends the reading of many texts; none of them is kept.
    @Test func anInterruptedIngestKeepsNothing() throws {
        let place = try Workplace.withGraph()
        let before = try place.run("stats", "talks.legation")
        let lines = (0..<20_000).map { #"{"id": \#($0), "text": "Germany met France in Paris."}"# }
        try place.write("many.jsonl", lines.joined(separator: "\n"))
        let process = try Command.process(
            ["ingest", "talks.legation", "many.jsonl"], in: place.folder)
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        Thread.sleep(forTimeInterval: 2)
        #expect(process.isRunning)
        process.interrupt()
        let told = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 130)
        #expect(String(decoding: told, as: UTF8.self) == "interrupted; the graph is as it was\n")
        let after = try place.run("stats", "talks.legation")
        #expect(after.output == before.output)
    }

    /// A full disk is told, and no half result passes for a whole one.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func anOutputThatCannotBeWrittenIsTold() throws {
        let place = try Workplace.withGraph()
        let process = try Command.process(
            ["query", "talks.legation", "RETURN 1 AS x"], in: place.folder)
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let told = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(String(decoding: told, as: UTF8.self).contains("cannot write the output"))
    }

    /// `legation … | head -1` ends without a word.
    @Test func aClosedPipeEndsQuietly() throws {
        let place = try Workplace.withGraph()
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "\"$0\" query talks.legation 'UNWIND range(1, 100000) AS x RETURN x' | head -n 2",
            try Command.executable().path,
        ]
        process.currentDirectoryURL = place.folder
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let shown = output.fileHandleForReading.readDataToEndOfFile()
        let told = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(String(decoding: shown, as: UTF8.self) == "x\n1\n")
        #expect(told.isEmpty)
    }

    @Test func helpAndVersionAreNoFaults() throws {
        let place = try Workplace()
        for arguments in [["--help"], ["--version"], ["help", "ingest"], ["run", "--list"]] {
            let ended = try Command.run(arguments, in: place.folder)
            #expect(ended.code == 0 && !ended.output.isEmpty && ended.errors.isEmpty)
        }
    }
}
