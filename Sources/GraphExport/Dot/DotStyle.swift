import GraphModel

/// Colours, shapes and lines of a drawing.
enum DotStyle {
    struct NodeStyle {
        var shape: String
        var fill: String
        var line: String
    }

    /// By the first label that has a style of its own.
    static func node(labels: [String]) -> NodeStyle {
        for label in labels {
            switch label {
            case "Person": return NodeStyle(shape: "box", fill: "#E3F0FB", line: "#3B7DB8")
            case "Organization": return NodeStyle(shape: "box", fill: "#EFE7F8", line: "#7A55B0")
            case "Country": return NodeStyle(shape: "ellipse", fill: "#E4F4E6", line: "#3E8E4E")
            case "Group": return NodeStyle(shape: "box", fill: "#E2F4F3", line: "#2F8C88")
            case "Place": return NodeStyle(shape: "ellipse", fill: "#FBF1DC", line: "#B5842B")
            case "Demand": return NodeStyle(shape: "note", fill: "#FCE8E3", line: "#C0553A")
            case "Document": return NodeStyle(shape: "folder", fill: "#F2F2F2", line: "#777777")
            default: continue
            }
        }
        return NodeStyle(shape: "box", fill: "#FFFFFF", line: "#555555")
    }

    static func relationship(type: String) -> String {
        switch type {
        case "REPRESENTS": "#7A55B0"
        case "MEETS_WITH": "#3B7DB8"
        case "FUNDS": "#3E8E4E"
        case "DEMANDS", "ADDRESSED_TO": "#C0553A"
        case "MENTIONED_IN": "#777777"
        default: palette[Int(hash(type) % UInt32(palette.count))]
        }
    }

    /// For types that have no colour of their own: the same for the same name in every drawing.
    private static let palette = [
        "#B5842B", "#2F8C88", "#A23B72", "#4C5FD5", "#6B8E23", "#8C4A2F", "#1F7A8C", "#C2185B",
    ]

    /// FNV-1a: Swift's own hash differs from run to run.
    private static func hash(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }

    /// The status that a claim has; nil for what is no claim.
    static func status(_ relationship: Relationship) -> ClaimStatus? {
        guard case .string(let text)? = relationship.properties["status"] else { return nil }
        return ClaimStatus(rawValue: text)
    }

    /// Dashed for what is planned or possible; dotted, with another arrowhead, for what is not so.
    /// A relationship without direction shows that head too, or a denied meeting would look held.
    static func statusAttributes(_ status: ClaimStatus?, hasDirection: Bool) -> String {
        switch status {
        case nil, .asserted: return hasDirection ? "" : " dir=none"
        case .planned, .possible: return " style=dashed" + (hasDirection ? "" : " dir=none")
        case .refused, .failed: return " style=dotted penwidth=1.8 arrowhead=tee"
        case .negated: return " style=dotted penwidth=1.8 arrowhead=odot"
        }
    }
}
