import ArgumentParser
import KnowledgeGraph
import Shell

struct ShellCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shell",
        abstract: "Ask a graph, statement by statement (also: legation GRAPH).",
        discussion: """
            Statements end with ';'. Where standard input is no terminal, it is read as a script.
            """)

    @Argument(help: "The graph file; it is made if it is not there.")
    var graph: String

    @OptionGroup var options: ResultOptions

    func run() throws {
        let console = Console()
        let isNew = FileSystem.kind(of: graph) == nil
        if isNew { try refuseMisspeltCommand() }
        let terminal = Terminal()
        guard terminal.isInteractive else {
            let opened = try GraphFile.existing(graph, console)
            let bytes = try Input.standardInput(console)
            let runner = options.runner(opened, console, InterruptWatch())
            return try runner.run(SourceText(name: "standard input", bytes: bytes)).end()
        }
        let opened = try GraphFile.created(graph, console)
        let runner = options.runner(opened, console, InterruptWatch())
        Repl(runner, terminal: terminal).run(greeting: try greeting(opened, isNew))
        opened.close()
    }

    private func greeting(_ opened: KnowledgeGraph, _ isNew: Bool) throws -> String {
        let version = Legation.configuration.version
        guard !isNew else {
            return "legation \(version): made the new graph file \(graph). :help tells more.\n"
        }
        let statistics = try opened.statistics()
        return "legation \(version): \(graph) has \(statistics.nodes) nodes and "
            + "\(statistics.relationships) relationships. :help tells more.\n"
    }

    /// `legation ingset` shall not make a graph file of that name.
    private func refuseMisspeltCommand() throws {
        let names = Legation.configuration.subcommands.compactMap { $0.configuration.commandName }
        if let near = Suggestion.nearest(to: graph, among: names) {
            throw ValidationError(
                "there is no graph file and no command '\(graph)'; did you mean '\(near)'?")
        }
    }
}
