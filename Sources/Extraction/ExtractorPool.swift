import Dispatch
import PatternPacks
import Synchronization

/// Reads many documents at once, each by one of several extractors over the same rules.
///
/// What it gives stands in the order of the documents, so that the number of extractors changes
/// nothing but the time.
public final class ExtractorPool {
    private let extractors: [Extractor]

    /// - Parameter jobs: how many documents are read at a time; at least one.
    public convenience init(packs: [Pack], jobs: Int) {
        self.init(ExtractionRules(packs), jobs: jobs)
    }

    public init(_ rules: ExtractionRules, jobs: Int) {
        extractors = (0..<max(jobs, 1)).map { _ in Extractor(rules) }
    }

    public var jobs: Int { extractors.count }

    /// Reads documents and makes something of each; both are done on several threads.
    ///
    /// - Parameters:
    ///   - isStopped: asked before each sentence, from any thread.
    ///   - body: called on any thread, once for each document that could be read.
    public func map<Output>(
        _ documents: [SourceDocument], isStopped: @Sendable () -> Bool,
        _ body: @Sendable (ExtractedDocument) -> Output
    ) -> [Result<Output, ExtractionError>] {
        var outputs = [Result<Output, ExtractionError>?](repeating: nil, count: documents.count)
        let next = Atomic<Int>(0)
        outputs.withUnsafeMutableBufferPointer { outputs in
            // Each place is written by the one thread that drew its number, and each extractor is
            // used by one thread.
            nonisolated(unsafe) let outputs = outputs
            nonisolated(unsafe) let extractors = extractors
            DispatchQueue.concurrentPerform(iterations: min(jobs, documents.count)) { worker in
                while true {
                    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard index < documents.count else { return }
                    outputs[index] = Self.read(
                        documents[index], extractors[worker], isStopped, body)
                }
            }
        }
        return outputs.compactMap { $0 }
    }

    private static func read<Output>(
        _ document: SourceDocument, _ extractor: Extractor, _ isStopped: () -> Bool,
        _ body: (ExtractedDocument) -> Output
    ) -> Result<Output, ExtractionError> {
        do throws(ExtractionError) {
            return .success(body(try extractor.extract(document, isStopped: isStopped)))
        } catch {
            return .failure(error)
        }
    }
}
