/// What an ingest did, or with `dryRun` would do.
public struct IngestSummary: Hashable, Sendable {
    /// Why a claim of a document did not enter the graph.
    public enum SkipReason: String, Hashable, Sendable {
        /// Both its ends are the same entity.
        case oneEntity
        /// It names an end that the document has no entity for.
        case withoutEnd
    }

    /// Ids of documents, in the order in which they were given.
    public var newDocuments: [String] = []
    public var changedDocuments: [String] = []
    public var unchangedDocuments: [String] = []
    public var newEntities = 0
    /// By relationship type.
    public var newClaims: [String: Int] = [:]
    /// Sentences that the new and changed documents gave.
    public var evidenceAdded = 0
    public var skippedClaims: [SkipReason: Int] = [:]
    /// How often a pattern was given up in a sentence because it exceeded its limits, by its id.
    public var givenUp: [String: Int] = [:]

    public init() {}
}
