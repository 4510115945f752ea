import Foundation
import Testing

/// Runs what the README and the tutorial show and holds their outputs against what is printed
/// there. With `RECORD=1` the pages are written anew instead.
@Suite struct ReadmeTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: [
        ("README.md", ["MEETS_WITH", "legation query"]),
        ("docs/pack-tutorial.md", ["legation check", "0 errors"]),
    ])
    func shownOutputsAreTrue(page: String, holds: [String]) throws {
        let page = Self.root.appending(path: page)
        let shown = try String(contentsOf: page, encoding: .utf8)
        let folder = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID())")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "docs"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(
            at: Self.root.appending(path: "docs/samples"),
            to: folder.appending(path: "docs/samples"))
        let written = try Self.rerun(shown, in: folder)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try written.write(to: page, atomically: true, encoding: .utf8)
        } else {
            #expect(written == shown)
        }
        for text in holds { #expect(written.contains(text)) }
    }

    /// The text with the output of each `$` line of its console blocks as it is now. A block that
    /// begins with "```toml FILE" is what the reader writes into that file.
    static func rerun(_ text: String, in folder: URL) throws -> String {
        var lines: [Substring] = []
        var isConsole = false
        var file: (path: String, lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isConsole = line == "```console"
                if let file {
                    try (file.lines.joined(separator: "\n") + "\n").write(
                        to: folder.appending(path: file.path), atomically: true, encoding: .utf8)
                }
                let words = line.split(separator: " ")
                file = words.count == 2 ? (String(words[1]), []) : nil
            } else {
                file?.lines.append(line)
            }
            if isConsole, !line.hasPrefix("```") {
                guard line.hasPrefix("$ ") else { continue }
                lines.append(line)
                let output = try output(of: String(line.dropFirst(2)), in: folder)
                if output.isEmpty { continue }
                lines += output.split(separator: "\n", omittingEmptySubsequences: false)
            } else {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }

    /// What a command writes to both outputs, without line breaks at its end.
    static func output(of command: String, in folder: URL) throws -> String {
        let file = folder.appending(path: "output")
        try Data().write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        let program = try executable().deletingLastPathComponent().path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = ["PATH": "\(program):\(path)", "HOME": folder.path, "NO_COLOR": "1"]
        let handle = try FileHandle(forWritingTo: file)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(command)")
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }

    struct NotBuilt: Error {}

    /// The program lies in the build folder, above the test bundle.
    static func executable() throws -> URL {
        for bundle in [Bundle.main] + Bundle.allBundles {
            var folder = bundle.bundleURL
            for _ in 0..<4 {
                let file = folder.appending(path: "legation")
                if FileManager.default.isExecutableFile(atPath: file.path),
                    (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
                {
                    return file
                }
                folder.deleteLastPathComponent()
            }
        }
        throw NotBuilt()
    }
}
