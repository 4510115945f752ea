import Extraction
import Foundation

/// One sentence of the company gold with what it claims.
struct GoldItem: Decodable {
    struct Argument: Decodable {
        var text: String
    }

    struct Relation: Decodable {
        var type: String
        var source: Argument
        var target: Argument
        var status: String
        var optional: Bool?
    }

    var id: String
    var text: String
    var relations: [Relation]

    static func read(_ name: String) throws -> [GoldItem] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Gold/\(name).jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(GoldItem.self, from: Data($0.utf8))
        }
    }
}

/// How many claims were found, and how many of those found were right: type, source and target.
struct GoldScore: CustomStringConvertible {
    var expected = 0
    var found = 0
    var right = 0
    var rightStatus = 0

    var f1: Double { 2 * Double(right) / Double(max(expected + found, 1)) }
    var description: String {
        "\(right) right of \(found) found and \(expected) expected, F1 \(f1)"
    }

    /// Scores one sentence. What is optional counts neither way, nor does a second claim of the
    /// same.
    mutating func add(_ item: GoldItem, _ claims: [ExtractedClaim]) {
        var open = item.relations.filter { $0.optional != true }
        var closed = item.relations.filter { $0.optional == true }
        expected += open.count
        for claim in claims {
            if let place = open.firstIndex(where: { Self.agree($0, claim) }) {
                right += 1
                found += 1
                if Self.group(open[place].status) == Self.group(claim.status.rawValue) {
                    rightStatus += 1
                }
                closed.append(open.remove(at: place))
            } else if !closed.contains(where: { Self.agree($0, claim) }) {
                found += 1
            }
        }
    }

    private static func agree(_ gold: GoldItem.Relation, _ claim: ExtractedClaim) -> Bool {
        gold.type == claim.kind.rawValue && agree(gold.source.text, claim.source.words)
            && agree(gold.target.text, claim.target?.words ?? "")
    }

    /// Done, coming or not so.
    private static func group(_ status: String) -> Int {
        switch status {
        case "asserted": 0
        case "planned", "possible": 1
        default: 2
        }
    }

    /// Whether one name's words hold the other's, or half of both are shared; words that many
    /// companies have in their names prove nothing.
    private static func agree(_ one: String, _ other: String) -> Bool {
        let (first, second) = (words(one), words(other))
        let shared = first.intersection(second)
        if shared.subtracting(common).isEmpty { return false }
        return shared == first || shared == second
            || 2 * shared.count >= first.union(second).count
    }

    private static func words(_ name: String) -> Set<String> {
        Set(
            name.lowercased().replacing("'s", with: "")
                .split { !$0.isLetter && !$0.isNumber }.map(String.init)
        ).subtracting(["the", "a", "an", "of", "and", "its", "inc", "ltd", "plc", "ag"])
    }

    private static let common: Set<String> = [
        "group", "holdings", "capital", "partners", "ventures", "fund", "bank", "foods", "media",
        "motors", "energy", "power", "health", "pharma", "systems", "technologies", "labs", "games",
        "robotics", "chemicals", "international", "unit", "business", "company", "firm",
    ]
}
