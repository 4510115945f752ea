import ArgumentParser
import KnowledgeGraph
import Shell

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a graph, or what a query returns of it.",
        discussion: """
            Without a query the whole graph is drawn, but for its documents and what they merely \
            mention.

            legation export talks.legation --format dot | dot -Tsvg > talks.svg \
            legation export talks.legation --format dot --query 'MATCH (a)-[f:FUNDS]->(b) RETURN a, f, b'
            """)

    @Argument(help: "The graph file.")
    var graph: String

    @Option(help: "How it is written; without a query, the graph is drawn as dot.")
    var format: ResultFormat = .dot

    @Option(help: "Export only what this query returns.")
    var query: String?

    @Option(
        name: .customLong("param"), parsing: .singleValue,
        help: ArgumentHelp("A parameter of the query.", valueName: "name=value"))
    var parameters: [String] = []

    @Option(help: "Most nodes of a drawing, those with the most relationships first.")
    var limit = 250

    mutating func validate() throws {
        if query == nil, format != .dot {
            throw ValidationError("--format \(format.rawValue) needs a --query")
        }
        if limit < 1 { throw ValidationError("--limit must be at least 1") }
    }

    func run() throws {
        let console = Console()
        let opened = try GraphFile.existing(graph, console)
        defer { opened.close() }
        guard let query else {
            let output = try opened.drawing(limit: limit)
            console.write(output.text)
            console.flush()
            if let note = output.note { console.showWarning(note + " (--limit \(limit))") }
            return
        }
        var options = try ResultOptions.parse([])
        options.format = format
        options.parameters = parameters
        options.limit = limit
        try options.validate()
        let runner = options.runner(opened, console, InterruptWatch())
        runner.isCourteous = false
        try runner.run(SourceText(name: "query", query)).end()
    }
}
