import ArgumentParser
import KnowledgeGraph
import Shell

struct PipeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipe",
        abstract: "For programs: one JSON request a line in, one response a line out.",
        discussion: """
            {"query": "RETURN $x AS y", "parameters": {"x": 1}, "plain": true} \
            {"columns":["y"],"rows":[[1]],"counters":{…},"warnings":[],"elapsed_ms":0.2}

            Without GRAPH the graph is in memory, and {"reset": true} empties it. Values are typed \
            as in Neo4j's Query API unless the request says "plain": true.
            """)

    @Argument(help: "The graph file; it is made if it is not there.")
    var graph: String?

    func run() throws {
        let console = Console()
        let opened =
            if let graph { try GraphFile.created(graph, console) } else {
                try GraphFile.inMemory(console)
            }
        let server = PipeServer(opened, isInMemory: graph == nil)
        var lines = InputLines()
        while let line = lines.next() {
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            console.write(server.answer(to: line).text + "\n")
            console.flush()
        }
        server.close()
    }
}
