import ArgumentParser
import KnowledgeGraph
import Shell

struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Read texts into a graph.",
        discussion: """
            Reads .txt, .md and .html files, and .jsonl files with one JSON object a line ("id", \
            "text" and, where known, "title", "date", "source"). Texts are UTF-8, UTF-16 with its mark, \
            Windows-1252, or what a page declares of these; of a page its text is read, without menus, \
            side columns and forms. The date of a text is that of its line or of its page's head, \
            else of its dateline ("KYIV, Dec. 21, 2025 —"), else of its file's name \
            (2025-12-21-talks.txt); by it "Friday" becomes a day. Reading the same text again changes \
            nothing; a changed text replaces what it gave before. All of a run is kept, or nothing.

            Judgements outrank the rules by which names become entities ('legation why' tells them); \
            they apply to all that the graph holds. A line of the file is a verdict and two names, \
            with tabs between: 'same' joins them, 'distinct' parts them, 'none' takes back what was \
            decided. 'Ann Lee @ doc7' is the name in document doc7 alone.
            """)

    @Argument(help: "The graph file; it is made if it is not there.")
    var graph: String

    @Argument(help: "Files, folders with all below them, or - for a text on standard input.")
    var paths: [String] = []

    @OptionGroup var packs: PackOptions

    @OptionGroup var jobs: JobOptions

    @Option(
        help: ArgumentHelp(
            "Your decisions on names: lines of 'same', 'distinct' or 'none' and two names.",
            valueName: "file"))
    var judgements: String?

    @Flag(help: "Tell what would be done, and leave the graph as it is.")
    var dryRun = false

    mutating func validate() throws {
        if paths.isEmpty && judgements == nil {
            throw ValidationError("give paths of texts to read, or --judgements")
        }
    }

    func run() throws {
        let console = Console()
        if paths.isEmpty { return try judge(console) }
        let interrupts = InterruptWatch()
        let isNew = FileSystem.kind(of: graph) == nil
        // An existing file must be a graph before any work is done; a new one is made after it.
        var opened = isNew ? nil : try GraphFile.existing(graph, console)
        let judgements = try readJudgements(console)
        let packs = try self.packs.load(console)
        var reading = DocumentReading(packs, jobs: jobs.count, console, interrupts)
        reading.farewell = Self.farewell
        if let opened {
            reading.known = Dictionary(
                try opened.documents().map { ($0.id, $0.sha256) }, uniquingKeysWith: { $1 })
        }
        let documents = try reading.documents(try DocumentInput.of(paths, console))
        reading.tellSkipped()
        guard !documents.isEmpty || reading.unchanged > 0 else {
            console.showError("no text was found to read; the graph is as it was")
            throw ExitCode(1)
        }
        let target =
            if let opened { opened } else if dryRun { try GraphFile.inMemory(console) } else {
                try GraphFile.created(graph, console)
            }
        opened = target
        let summary = try ingest(documents, into: target, console, interrupts)
        if let judgements, !dryRun { try target.apply(judgements) }
        console.write(
            IngestReport(
                summary, documents: documents.count, unchanged: reading.unchanged, isDryRun: dryRun
            ).text
                + reading.skippedLine)
        console.flush()
        target.close()
        if reading.hasFaults { throw ExitCode(1) }
    }

    /// Judgements alone, on what the graph holds.
    private func judge(_ console: Console) throws {
        let opened = try GraphFile.existing(graph, console)
        defer { opened.close() }
        let changes = try readJudgements(console) ?? []
        if !dryRun { try opened.apply(changes) }
        let count = changes.count == 1 ? "1 judgement" : "\(changes.count) judgements"
        console.write("\(dryRun ? "would apply" : "applied") \(count)\n")
        console.flush()
    }

    private func ingest(
        _ documents: [ExtractedDocument], into target: KnowledgeGraph, _ console: Console,
        _ interrupts: InterruptWatch
    ) throws -> IngestSummary {
        let progress = ProgressBar(console)
        var done = 0
        do {
            defer { progress.end() }
            return try target.ingest(documents, dryRun: dryRun) {
                if interrupts.isInterrupted { throw ExitCode(InterruptWatch.exitCode) }
                progress.show(Double(done) / Double(documents.count), "keeping \(done) documents")
                done += 1
            }
        } catch let error as ExitCode {
            console.note(Self.farewell + "\n")
            throw error
        } catch let error as KnowledgeGraph.StorageError {
            console.showError(error.message + " The graph is as it was.")
            throw ExitCode(1)
        } catch let error as IngestError {
            console.showError(error.message + " The graph is as it was.")
            throw ExitCode(1)
        }
    }

    private static let farewell = "interrupted; the graph is as it was"

    private func readJudgements(_ console: Console) throws -> [JudgementChange]? {
        guard let judgements else { return nil }
        let source = try Input.source(judgements, console)
        let (read, diagnostics) = JudgementFile.read(source)
        guard diagnostics.isEmpty else {
            console.show(diagnostics, in: source)
            throw ExitCode(1)
        }
        return read
    }
}
