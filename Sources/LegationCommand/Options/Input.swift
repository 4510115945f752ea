import ArgumentParser
import KnowledgeGraph
import Shell

/// Texts that a command reads whole: from a file, or for `-` from standard input.
enum Input {
    static func source(_ path: String, _ console: Console) throws -> SourceText {
        if path == "-" {
            return SourceText(name: "standard input", bytes: try standardInput(console))
        }
        do throws(InputError) {
            return SourceText(name: path, bytes: try FileSystem.bytes(of: path))
        } catch {
            console.showError(error.message)
            throw ExitCode(1)
        }
    }

    static func standardInput(_ console: Console) throws -> [UInt8] {
        do throws(InputError) { return try FileSystem.standardInput() } catch {
            console.showError(error.message)
            throw ExitCode(1)
        }
    }
}
