/// One run of a scenario: for an outline, one row of its examples with the values put in.
struct Scenario: Sendable, Hashable {
    /// Path of the feature file without its ending, below the folder read: `clauses/match/Match1`.
    var feature: String
    /// `[3] Matching nodes`, and for a row of an outline ` (2)` with the row's number.
    var title: String
    var tags: Set<String> = []
    var steps: [Step] = []

    /// Unique in the suite; what the list of known failures holds.
    var name: String { "\(feature) \(title)" }
    /// `clauses/match`
    var folder: String {
        feature.split(separator: "/").dropLast().joined(separator: "/")
    }
}

/// A line `Given …`, `When …`, `Then …` or `And …` with what stands below it.
struct Step: Sendable, Hashable {
    /// Without the leading word and the colon at the end.
    var text: String
    var document: String?
    var table: [[String]] = []
    /// From 1.
    var line: Int
}

/// What keeps a feature file from being read.
struct FeatureError: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var message: String
    var description: String { "\(file):\(line): \(message)" }
}
