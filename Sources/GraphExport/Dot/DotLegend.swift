import GraphModel

/// What the colours and lines of a drawing mean: a table below it, of what the drawing holds.
///
/// It is the graph's own label and not a cluster of nodes, because not every layout of Graphviz
/// keeps clusters together.
enum DotLegend {
    /// The `label` attribute's value, or nil where there is nothing to explain.
    static func label(nodes: [Node], edges: [DotDocument.Edge]) -> String? {
        var cells: [String] = []
        for label in Set(nodes.flatMap { $0.labels.prefix(1) }).sorted() {
            let style = DotStyle.node(labels: [label])
            cells.append(
                "<TD BGCOLOR=\"\(style.fill)\" COLOR=\"\(style.line)\" BORDER=\"1\">"
                    + "\(escaped(label))</TD>")
        }
        for type in Set(edges.map(\.relationship.type)).sorted() {
            let color = DotStyle.relationship(type: type)
            cells.append("<TD><FONT COLOR=\"\(color)\">→ \(escaped(type))</FONT></TD>")
        }
        let statuses = Set(edges.compactMap { DotStyle.status($0.relationship) })
        if !statuses.isDisjoint(with: [.planned, .possible]) {
            cells.append("<TD>dashed: planned or possible</TD>")
        }
        if !statuses.isDisjoint(with: [.refused, .failed, .negated]) {
            cells.append("<TD>dotted: refused, failed or denied</TD>")
        }
        guard !cells.isEmpty else { return nil }
        return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"6\"><TR>" + cells.joined()
            + "</TR></TABLE>>"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case _ where scalar.properties.generalCategory == .control: escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
