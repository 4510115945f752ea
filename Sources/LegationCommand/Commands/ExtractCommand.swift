import ArgumentParser
import KnowledgeGraph
import Shell

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read texts without a graph: one line of JSON for each document.",
        discussion: """
            Each line holds "id", "entities" and "relations"; spans are half-open, in bytes of \
            the original as it is, in whatever encoding. A date stands in its words and, as far as these can be told \
            from the document's own date, in ISO 8601 ("date_iso"). What is read is as for ingest.
            """)

    @Argument(help: "Files, folders with all below them, or - for a text on standard input.")
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "Documents as JSON lines, whatever the file's name; - is standard input.",
            valueName: "file"))
    var jsonlIn: String?

    @OptionGroup var packs: PackOptions

    @OptionGroup var jobs: JobOptions

    mutating func validate() throws {
        if paths.isEmpty, jsonlIn == nil {
            throw ValidationError("name a file, a folder or --jsonl-in")
        }
    }

    func run() throws {
        let console = Console()
        let packs = try self.packs.load(console)
        var inputs: [DocumentInput] = []
        do throws(InputError) {
            if let jsonlIn { inputs.append(try DocumentInput(jsonLines: jsonlIn)) }
            if !paths.isEmpty { inputs.append(try DocumentInput(paths: paths)) }
        } catch {
            console.showError(error.message)
            throw ExitCode(1)
        }
        var reading = DocumentReading(
            packs, jobs: jobs.count, console, InterruptWatch())
        var count = 0
        for input in inputs {
            try reading.forEach(input, make: ExtractionJson.line) { line in
                count += 1
                console.write(line)
            }
        }
        console.flush()
        reading.tellSkipped()
        if count == 0 { console.showError("no text was found to read") }
        if count == 0 || reading.hasFaults { throw ExitCode(1) }
    }
}
