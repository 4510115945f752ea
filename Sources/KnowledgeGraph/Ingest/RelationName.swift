import Extraction

/// The names of what ingesting makes.
enum RelationName {
    static let mentionedIn = "MENTIONED_IN"
    static let addressedTo = "ADDRESSED_TO"
    static let demands = RelationKind.demands.rawValue
    static let document = "Document"
    static let demand = "Demand"
}
