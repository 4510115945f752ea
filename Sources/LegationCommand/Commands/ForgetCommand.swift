import ArgumentParser
import KnowledgeGraph
import Shell

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Withdraw documents, and exactly what they alone support.")

    @Argument(help: "The graph file.")
    var graph: String

    @Argument(help: "Ids of documents: MATCH (d:Document) RETURN d.id lists them.")
    var documents: [String]

    func run() throws {
        let console = Console()
        let opened = try GraphFile.existing(graph, console)
        defer { opened.close() }
        let known = Set(try opened.documents().map(\.id))
        // All are looked up before the first is withdrawn.
        for id in documents where !known.contains(id) {
            let near = Suggestion.nearest(to: id, among: known)
            console.showError(
                "the graph has no document '\(id)'; "
                    + (near.map { "did you mean '\($0)'? " } ?? "") + "nothing was withdrawn")
            throw ExitCode(1)
        }
        do {
            for id in documents { try opened.forget(document: id) }
        } catch let error as KnowledgeGraph.StorageError {
            console.showError(error.message)
            throw ExitCode(1)
        }
        console.write(
            "withdrew \(documents.count == 1 ? "1 document" : "\(documents.count) documents")\n")
        console.flush()
    }
}
