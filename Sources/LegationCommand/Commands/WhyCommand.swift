import ArgumentParser
import KnowledgeGraph
import Shell

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Tell why a name is the entity that it is.",
        discussion: """
            For each entity of the name: what else it is called, each form with the rule that \
            resolved it and the sentence where it first occurred, and which entities of near names \
            were kept apart and why. A file of judgements changes it: see 'legation ingest --help'.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: "The graph file.")
    var graph: String

    @Argument(help: "A name, an alias or a surname.")
    var name: [String]

    @Option(help: "text for people, or json: an array with one object an entity.")
    var format = Format.text

    func run() throws {
        let console = Console()
        let opened = try GraphFile.existing(graph, console)
        defer { opened.close() }
        let name = self.name.joined(separator: " ")
        let explanations = try opened.explanations(ofName: name)
        guard !explanations.isEmpty else {
            console.showError(
                EntityExplanationText.unknown(name, nearest: try opened.nearestEntityName(to: name))
            )
            throw ExitCode(1)
        }
        switch format {
        case .text: console.write(EntityExplanationText.of(explanations))
        case .json: console.write(EntityExplanationJson.of(explanations).text + "\n")
        }
        console.flush()
    }
}
