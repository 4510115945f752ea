import ArgumentParser
import KnowledgeGraph
import Shell

/// The reading of many documents by packs, with progress, and with count of what was left out.
struct DocumentReading {
    private let extractor: Extractor
    private let console: Console
    private let interrupts: InterruptWatch
    private(set) var skipped: [SkippedInput] = []
    /// Digests by id of documents that need not be read again where their bytes are the same.
    var known: [String: String] = [:]
    /// How many of them were met.
    private(set) var unchanged = 0

    /// What an interrupted user is told.
    var farewell = "interrupted"

    /// Faults that are told one by one; further ones are only counted.
    private static let toldFaults = 20

    init(_ packs: [Pack], _ console: Console, _ interrupts: InterruptWatch) {
        extractor = Extractor(packs: packs)
        self.console = console
        self.interrupts = interrupts
    }

    var hasFaults: Bool { skipped.contains { $0.reason.isFault } }

    /// Reads one after another and hands each on.
    mutating func forEach(_ input: DocumentInput, _ body: (ExtractedDocument) -> Void) throws {
        let progress = ProgressBar(console)
        defer { progress.end() }
        var input = input
        while let item = input.next() {
            if interrupts.isInterrupted { throw interrupted(progress) }
            switch item {
            case .skipped(let input): skipped.append(input)
            case .document(let document) where isKnown(document): unchanged += 1
            case .document(let document):
                progress.show(
                    Double(input.bytesRead) / Double(max(input.totalBytes, 1)),
                    "reading \(document.id)")
                do throws(ExtractionError) {
                    body(
                        try extractor.extract(document) { [interrupts] in
                            interrupts.isInterrupted
                        })
                } catch {
                    if error.code == .stopped { throw interrupted(progress) }
                    skipped.append(SkippedInput(error, of: document))
                }
            }
        }
    }

    private func interrupted(_ progress: ProgressBar) -> ExitCode {
        progress.end()
        console.note(farewell + "\n")
        return ExitCode(InterruptWatch.exitCode)
    }

    private func isKnown(_ document: SourceDocument) -> Bool {
        guard let digest = known[document.id] else { return false }
        return digest == SHA256.hexadecimal(of: document.bytes)
    }

    mutating func documents(_ input: DocumentInput) throws -> [ExtractedDocument] {
        var documents: [ExtractedDocument] = []
        try forEach(input) { documents.append($0) }
        return documents
    }

    /// Tells what was wrong, each with its place.
    func tellSkipped() {
        let faults = skipped.filter(\.reason.isFault)
        for fault in faults.prefix(Self.toldFaults) {
            console.showWarning("skipped \(fault.place): \(fault.message)")
        }
        if faults.count > Self.toldFaults {
            console.showWarning("and \(faults.count - Self.toldFaults) more")
        }
    }

    /// `skipped 3: 2 unknown encoding, 1 other format`, empty where nothing was.
    var skippedLine: String {
        guard !skipped.isEmpty else { return "" }
        let counts = SkippedInput.Reason.allCases.compactMap { reason -> String? in
            let count = skipped.count { $0.reason == reason }
            return count > 0 ? "\(count) \(reason.rawValue)" : nil
        }
        return "skipped \(skipped.count): " + counts.joined(separator: ", ") + "\n"
    }
}

extension SkippedInput {
    init(_ error: ExtractionError, of document: SourceDocument) {
        let reason: Reason =
            switch error.code {
            case .empty: .empty
            case .binary: .binary
            case .unknownEncoding: .unknownEncoding
            case .malformed: .malformed
            case .stopped: .unreadable
            }
        self.init(reason: reason, place: document.id, message: error.message)
    }
}

extension DocumentInput {
    /// The documents below paths; where one leads nowhere, tells so and ends the program.
    static func of(_ paths: [String], _ console: Console) throws -> DocumentInput {
        do throws(InputError) { return try DocumentInput(paths: paths) } catch {
            console.showError(error.message + "; nothing was read")
            throw ExitCode(1)
        }
    }
}
