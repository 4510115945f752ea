import ArgumentParser
import KnowledgeGraph
import Shell

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program. Exit codes: 0 done, 1 a query or an input failed, 2 wrong usage, 130 interrupted.
@main
enum Main {
    static func main() {
        let console = Console()
        do {
            var command = try Legation.parseAsRoot()
            try command.run()
        } catch let error as KnowledgeGraph.StorageError {
            console.showError(error.message)
            exit(1)
        } catch let error as IngestError {
            console.showError(error.message)
            exit(1)
        } catch {
            let code = Legation.exitCode(for: error).rawValue
            let message = Legation.fullMessage(for: error)
            if code == 0 {
                console.write(message + "\n")
            } else if !message.isEmpty {
                console.note(message + "\n")
            }
            console.flush()
            // The parser's own code for wrong usage is that of sysexits.h, 64.
            exit(code == 64 ? 2 : code)
        }
    }
}

struct Legation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "legation",
        abstract: "Reads news texts into a graph of who represents, meets, funds and demands.",
        usage: """
            legation GRAPH
            legation <subcommand> …
            """,
        discussion: """
            A graph is one file, by custom named *.legation. To begin:

              legation ingest talks.legation articles/
              legation talks.legation

            Results go to standard output, all else to standard error. On a terminal they are a \
            table; elsewhere tab-separated values, unless --format says otherwise.
            """,
        version: "0.1.0",
        subcommands: [
            ShellCommand.self, IngestCommand.self, ForgetCommand.self, QueryCommand.self,
            RunCommand.self, ExportCommand.self, ExtractCommand.self, ExplainCommand.self,
            StatsCommand.self, PipeCommand.self, WhyCommand.self, CheckCommand.self,
            PackCommand.self,
        ],
        defaultSubcommand: ShellCommand.self)
}
