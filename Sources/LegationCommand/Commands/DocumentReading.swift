import ArgumentParser
import KnowledgeGraph
import Shell

/// The reading of many documents by packs, with progress, and with count of what was left out.
struct DocumentReading {
    private let pool: ExtractorPool
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

    /// Documents and bytes that are in memory at a time, at most and beside the last document.
    private static let batch = (documents: 256, bytes: 1 << 20)

    /// - Parameter jobs: how many documents are read at a time.
    init(_ packs: [Pack], jobs: Int, _ console: Console, _ interrupts: InterruptWatch) {
        pool = ExtractorPool(packs: packs, jobs: jobs)
        self.console = console
        self.interrupts = interrupts
    }

    var hasFaults: Bool { skipped.contains { $0.reason.isFault } }

    /// Reads all and hands on, in their order, what was made of each.
    ///
    /// - Parameter make: called on several threads.
    mutating func forEach<Output>(
        _ input: DocumentInput, make: @Sendable (ExtractedDocument) -> Output,
        _ body: (Output) -> Void
    ) throws {
        let progress = ProgressBar(console)
        defer { progress.end() }
        var input = input
        var items: [DocumentInput.Item] = []
        var bytes = 0
        while let item = input.next() {
            if interrupts.isInterrupted { throw interrupted(progress) }
            if case .document(let document) = item {
                if isKnown(document) {
                    unchanged += 1
                    continue
                }
                bytes += document.bytes.count
                progress.show(
                    Double(input.bytesRead) / Double(max(input.totalBytes, 1)),
                    "reading \(document.id)")
            }
            items.append(item)
            if items.count >= Self.batch.documents || bytes >= Self.batch.bytes {
                try read(items, progress, make, body)
                items.removeAll(keepingCapacity: true)
                bytes = 0
            }
        }
        try read(items, progress, make, body)
    }

    private mutating func read<Output>(
        _ items: [DocumentInput.Item], _ progress: ProgressBar,
        _ make: @Sendable (ExtractedDocument) -> Output, _ body: (Output) -> Void
    ) throws {
        let documents = items.compactMap { item in
            if case .document(let document) = item { document } else { nil }
        }
        let flag = interrupts.flag
        var made = pool.map(documents, isStopped: { flag.isCancelled }, make)[...]
        for item in items {
            switch item {
            case .skipped(let input): skipped.append(input)
            case .document(let document):
                switch made.popFirst() {
                case .success(let output): body(output)
                case .failure(let error):
                    if error.code == .stopped { throw interrupted(progress) }
                    skipped.append(SkippedInput(error, of: document))
                case nil: break
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
        try forEach(input, make: Self.whole) { documents.append($0) }
        return documents
    }

    @Sendable private static func whole(_ document: ExtractedDocument) -> ExtractedDocument {
        document
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
