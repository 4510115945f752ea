import ArgumentParser
import KnowledgeGraph
import Shell

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Count what a graph holds, and tell its size on disk.")

    @Argument(help: "The graph file.")
    var graph: String

    @Option(help: "How the counts are written: table on a terminal and tsv elsewhere.")
    var format: ResultFormat?

    func run() throws {
        let console = Console()
        let opened = try GraphFile.existing(graph, console)
        defer { opened.close() }
        let writer = ResultWriter(
            format ?? (console.isOutputTerminal ? .table : .tsv), width: console.columns)
        let output = try writer.output(
            columns: ["what", "name", "count"], rows: Self.rows(try opened.statistics()))
        console.write(output.text)
        for note in output.notes { console.showWarning(note) }
        console.flush()
    }

    private static func rows(_ statistics: GraphStatistics) -> [[Value]] {
        var rows: [[Value]] = []
        func add(_ what: String, _ name: String?, _ count: Int) {
            rows.append([.string(what), name.map(Value.string) ?? .null, .integer(Int64(count))])
        }
        func add(_ what: String, _ counts: [String: Int]) {
            for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                add(what, name, count)
            }
        }
        add("nodes", nil, statistics.nodes)
        add("nodes with label", statistics.nodesByLabel)
        add("relationships", nil, statistics.relationships)
        add("relationships of type", statistics.relationshipsByType)
        add("claims with status", statistics.claimsByStatus)
        add("documents", nil, statistics.documents)
        add("mentions", nil, statistics.mentions)
        add("pieces of evidence", nil, statistics.evidence)
        add("bytes of the record", nil, statistics.recordBytes)
        add("bytes of the index", nil, statistics.indexBytes)
        return rows
    }
}
