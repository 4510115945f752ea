import ArgumentParser
import KnowledgeGraph
import Shell

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Run statements on a graph and write what they give.",
        discussion: """
            legation query talks.legation 'MATCH (a)-[f:FUNDS]->(b) RETURN a.name, b.name'
            """)

    @Argument(help: "The graph file.")
    var graph: String

    @Argument(help: "One statement, or several with ';' between; - reads them from standard input.")
    var query: String

    @OptionGroup var options: ResultOptions

    @Flag(help: "Go on with the next statement where one fails.")
    var keepGoing = false

    func run() throws {
        let console = Console()
        console.messageFormat = options.diagnostics
        let opened = try GraphFile.existing(graph, console)
        let source =
            query == "-" ? try Input.source("-", console) : SourceText(name: "query", query)
        let runner = options.runner(opened, console, InterruptWatch())
        let outcome = runner.run(source, keepsGoing: keepGoing)
        opened.close()
        try outcome.end()
    }
}
