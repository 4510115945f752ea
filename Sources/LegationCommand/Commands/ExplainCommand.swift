import ArgumentParser
import KnowledgeGraph
import Shell

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show what each stage does with a text, and why a claim is made or is not.",
        discussion: """
            For each sentence: the mentions found, the references resolved, the phrases joined, the \
            patterns that matched with their captures and cues. Where no pattern made a claim: the \
            nearest patterns, how far they got, and the word that stopped them.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: "The text itself; - reads it from standard input.")
    var text: String?

    @Option(help: ArgumentHelp("A file to read instead of a text.", valueName: "path"))
    var file: String?

    @Option(help: "text for people, or json: one object a document.")
    var format = Format.text

    @OptionGroup var packs: PackOptions

    mutating func validate() throws {
        if (text == nil) == (file == nil) { throw ValidationError("give a text, or a --file") }
    }

    func run() throws {
        let console = Console()
        let interrupts = InterruptWatch()
        let documents = try self.documents(console)
        let extractor = Extractor(packs: try packs.load(console))
        for document in documents {
            do throws(ExtractionError) {
                let explained = try extractor.explain(document) { interrupts.isInterrupted }
                console.write(written(explained, console))
            } catch {
                if error.code == .stopped { throw ExitCode(InterruptWatch.exitCode) }
                console.flush()
                console.showError("\(document.id): \(error.message)")
                throw ExitCode(1)
            }
        }
        console.flush()
    }

    private func documents(_ console: Console) throws -> [SourceDocument] {
        if let text {
            let bytes = text == "-" ? try Input.standardInput(console) : Array(text.utf8)
            return [SourceDocument(id: "text", format: .text, bytes: bytes)]
        }
        var documents: [SourceDocument] = []
        var input = try DocumentInput.of([file ?? "-"], console)
        while let item = input.next() {
            switch item {
            case .document(let document): documents.append(document)
            case .skipped(let skipped):
                console.showError("\(skipped.place): \(skipped.message)")
                throw ExitCode(1)
            }
        }
        guard !documents.isEmpty else {
            console.showError("no text was found to read")
            throw ExitCode(1)
        }
        return documents
    }

    private func written(_ explained: ExplainedDocument, _ console: Console) -> String {
        switch format {
        case .json: ExplanationJson.of(explained).text + "\n"
        case .text:
            TraceText { text, part in console.painted(text, Self.paint(part)) }.text(of: explained)
        }
    }

    private static func paint(_ part: TraceText.Part) -> Paint {
        switch part {
        case .sentence: .bold
        case .stage: .faint
        case .pattern: .yellow
        case .good: .green
        case .bad: .red
        }
    }
}
