import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `openpty` of the C library, which its Swift module leaves out on Linux.
@_silgen_name("openpty")
private func openPseudoTerminal(
    _ typist: UnsafeMutablePointer<Int32>, _ program: UnsafeMutablePointer<Int32>,
    _ name: UnsafeMutablePointer<CChar>?, _ mode: UnsafeMutablePointer<termios>?,
    _ size: UnsafeMutablePointer<winsize>?
) -> Int32

/// The shell on a real pseudo-terminal: typed into at one end, read at the same.
@Suite(.serialized) struct ReplTests {
    /// A running shell and all that it has shown.
    final class Session {
        private let process: Process
        private let typist: Int32
        private(set) var shown = ""
        private var unseen = ""

        init(_ place: Workplace, _ graph: String, noColor: Bool = false) throws {
            var typist: Int32 = -1
            var program: Int32 = -1
            var size = winsize(ws_row: 40, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
            try #require(openPseudoTerminal(&typist, &program, nil, nil, &size) == 0)
            self.typist = typist
            process = try Command.process([graph], in: place.folder)
            process.environment?["LEGATION_HISTORY"] = place.folder.path + "/history"
            process.environment?["NO_COLOR"] = noColor ? "1" : ""
            let end = FileHandle(fileDescriptor: program, closeOnDealloc: true)
            process.standardInput = end
            process.standardOutput = end
            process.standardError = end
            try process.run()
        }

        deinit {
            if process.isRunning { process.terminate() }
            close(typist)
        }

        func type(_ text: String) {
            let bytes = Array(text.utf8)
            _ = bytes.withUnsafeBytes { write(typist, $0.baseAddress, $0.count) }
        }

        /// Reads until a text is shown behind what the last call waited for.
        func waits(for wanted: String) -> Bool {
            let deadline = Date(timeIntervalSinceNow: 20)
            while Date() < deadline {
                if let found = unseen.firstRange(of: wanted) {
                    unseen = String(unseen[found.upperBound...])
                    return true
                }
                let fresh = read()
                shown += fresh
                unseen += fresh
            }
            return false
        }

        func interrupt() { process.interrupt() }

        /// What is shown within a fifth of a second.
        private func read() -> String {
            var waiting = pollfd(fd: typist, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 200) > 0 else { return "" }
            var bytes = [UInt8](repeating: 0, count: 4096)
            #if canImport(Glibc)
                let count = Glibc.read(typist, &bytes, bytes.count)
            #else
                let count = Darwin.read(typist, &bytes, bytes.count)
            #endif
            return String(decoding: bytes[..<max(count, 0)], as: UTF8.self)
        }

        /// The exit code. Goes on reading: a terminal that nobody reads holds its program up.
        func end() -> Int32 {
            let deadline = Date(timeIntervalSinceNow: 20)
            while process.isRunning, Date() < deadline { shown += read() }
            return process.isRunning ? -1 : process.terminationStatus
        }
    }

    @Test func aSessionFromGreetingToLeave() throws {
        let place = try Workplace.withGraph()
        let session = try Session(place, "talks.legation")
        #expect(session.waits(for: "legation> "))
        session.type("MATCH (a)-[f:FUNDS]->(b)\r")
        #expect(session.waits(for: "...> "))
        session.type("RETURN a.name, b.name;\r")
        #expect(session.waits(for: "1 row, "), "\(session.shown)")
        #expect(session.shown.contains("│ Germany │ Ukraine │"), "\(session.shown)")
        session.type("RETURN )\r;\r")
        #expect(session.waits(for: "\u{1B}[31merror:"), "\(session.shown)")
        #expect(session.waits(for: "legation> "))
        session.type(":format csv\r:param n 'x'\r:params\r")
        #expect(session.waits(for: "$n = 'x'"), "\(session.shown)")
        session.type("RETURN $n AS n;\r")
        #expect(session.waits(for: "n\r\r\nx\r\r\n"), "\(session.shown)")
        session.type(":schema\r")
        #expect(session.waits(for: "property keys:"), "\(session.shown)")
        session.type(":why Ukraine\r")
        #expect(session.waits(for: "Ukraine  (Country)"), "\(session.shown)")
        session.type(":why Ukrain\r")
        #expect(session.waits(for: "did you mean 'Ukraine'?"), "\(session.shown)")
        session.type(":formt\r")
        #expect(session.waits(for: "did you mean ':format'?"))
        session.type(":quit\r")
        #expect(session.end() == 0)
        let history = String(decoding: try place.bytes("history"), as: UTF8.self)
        #expect(history.hasPrefix("MATCH (a)-[f:FUNDS]->(b)\\nRETURN a.name, b.name;\n"))
    }

    /// Ctrl-C cancels what runs and no more; the shell goes on.
    @Test func aRunningStatementIsCancelled() throws {
        let place = try Workplace.withGraph()
        let session = try Session(place, "talks.legation", noColor: true)
        #expect(session.waits(for: "legation> "))
        session.type("MATCH (a),(b),(c),(d),(e),(f),(g) RETURN count(*);\r")
        #expect(session.waits(for: "count(*);"))
        Thread.sleep(forTimeInterval: 1)
        // What the terminal sends on Ctrl-C to the session that it controls, which a child of a test
        // is not.
        session.interrupt()
        #expect(session.waits(for: "interrupted"), "\(session.shown)")
        #expect(session.waits(for: "legation> "))
        session.type("RETRUN 1;\r")
        #expect(session.waits(for: "did you mean 'RETURN'?"), "\(session.shown)")
        #expect(!session.shown.contains("\u{1B}[31m"))
        // Typed before the prompt, Ctrl-D would be the terminal's own.
        #expect(session.waits(for: "legation> "))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test func aNewGraphIsSaidToBeNew() throws {
        let place = try Workplace()
        let session = try Session(place, "new.legation")
        #expect(session.waits(for: "made the new graph file new.legation"))
        session.type("CREATE (n:A {x: 1});\r")
        #expect(
            session.waits(for: "created 1 node, added 1 label, set 1 property"), "\(session.shown)")
        #expect(session.waits(for: "legation> "))
        session.type("\u{4}")
        #expect(session.end() == 0)
        let count = try place.run("query", "new.legation", "MATCH (n) RETURN count(n) AS n")
        #expect(count.output == "n\n1\n")
    }
}
