import Extraction
import GraphModel
import GraphStorage

extension KnowledgeGraph {
    /// Carries a dry run's summary out of the transaction that is thrown away.
    private struct DryRun: Error { var summary: IngestSummary }

    /// Merges documents into the graph, all or none. A document that the graph has already with
    /// the same bytes changes nothing; with other bytes, its old share is withdrawn first.
    ///
    /// - Parameters:
    ///   - dryRun: gives the summary and leaves the graph as it is.
    ///   - check: called before each document; what it throws ends the ingest without a trace.
    public func ingest(
        _ documents: [ExtractedDocument], dryRun: Bool = false, check: () throws -> Void = {}
    ) throws -> IngestSummary {
        try change(dryRun: dryRun) { ingestion in
            for document in documents {
                try check()
                try ingestion.add(document)
            }
        }
    }

    /// Withdraws a document and exactly what it alone supports.
    public func forget(document id: String) throws {
        _ = try change(dryRun: false) { ingestion in
            guard try ingestion.graph.document(id: id) != nil else { throw Self.unknown(id) }
            try ingestion.remove(id)
        }
    }

    /// Keeps what the user decided about names, and resolves the names anew. A judgement about
    /// the same two names as an earlier one replaces it.
    public func judge(_ judgements: [Judgement]) throws {
        try apply(judgements.map(JudgementChange.judge))
    }

    /// Takes judgements back, whichever their verdict, and resolves the names anew.
    public func withdraw(_ judgements: [Judgement]) throws {
        try apply(judgements.map(JudgementChange.withdraw))
    }

    /// Keeps or takes back judgements in their order, and resolves the names anew.
    public func apply(_ changes: [JudgementChange]) throws {
        _ = try change(dryRun: false) { ingestion in
            for change in changes {
                let judgement: Judgement
                switch change {
                case .judge(let new):
                    judgement = new
                    try ingestion.graph.setJudgement(new)
                case .withdraw(let old):
                    judgement = old
                    try ingestion.graph.removeJudgement(old)
                }
                ingestion.touch(
                    [judgement.first, judgement.second].map { JudgedName($0).name })
            }
        }
    }

    /// What the user decided about names.
    public func judgements() throws -> [Judgement] { try read().judgements() }

    /// The documents that the graph was read from, in the order of their ids.
    public func documents() throws -> [DocumentRecord] { try read().documents() }

    private func change(dryRun: Bool, _ body: (inout Ingestion) throws -> Void) throws
        -> IngestSummary
    {
        do {
            return try write { transaction in
                var ingestion = Ingestion(transaction)
                try body(&ingestion)
                let summary = try ingestion.finish()
                if dryRun { throw DryRun(summary: summary) }
                return summary
            }
        } catch let run as DryRun {
            return run.summary
        }
    }

    private static func unknown(_ id: String) -> IngestError {
        IngestError(.unknownDocument, "The graph has no document '\(id)'.")
    }
}
