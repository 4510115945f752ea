import GraphModel

/// A graph as a drawing for Graphviz: labels by colour and shape, relationship types by colour,
/// status by line and arrowhead, and the evidence as a tooltip.
///
/// Written as `digraph` and never `strict`, which would merge parallel relationships.
public struct DotDocument: Sendable {
    /// An edge of the drawing: a relationship with the sentence to show on pointing at it.
    public struct Edge: Hashable, Sendable {
        public var relationship: Relationship
        public var sentence: String?

        public init(_ relationship: Relationship, sentence: String? = nil) {
            self.relationship = relationship
            self.sentence = sentence
        }
    }

    /// The drawing's text and what the limit left out of it.
    public struct Output: Hashable, Sendable {
        public var text: String
        public var omittedNodes: Int
        public var omittedRelationships: Int

        /// What was left out, for the user; nil where nothing was.
        public var note: String? {
            guard omittedNodes > 0 || omittedRelationships > 0 else { return nil }
            return "left out: \(omittedNodes) nodes and \(omittedRelationships) relationships"
        }
    }

    /// Above this many nodes the layout is `sfdp`, which `dot`'s layers cannot serve any more.
    public static let layeredNodes = 100

    public var nodes: [Node]
    public var edges: [Edge]
    /// How many nodes are drawn at most; the first ones.
    public var limit: Int?
    /// What was left out before, to be told with what the limit leaves out.
    public var omittedNodes = 0
    public var omittedRelationships = 0

    public init(nodes: [Node], edges: [Edge], limit: Int? = nil) {
        self.nodes = nodes
        self.edges = edges
        self.limit = limit
    }

    public func output() -> Output {
        let drawn = Array(nodes.prefix(max(0, limit ?? nodes.count)))
        let ids = Set(drawn.map(\.id))
        let joined = edges.filter {
            ids.contains($0.relationship.start) && ids.contains($0.relationship.end)
        }
        var output = Output(
            text: "", omittedNodes: omittedNodes + nodes.count - drawn.count,
            omittedRelationships: omittedRelationships + edges.count - joined.count)
        var text = "digraph legation {\n"
        if let note = output.note { text += "  // \(note)\n" }
        let layout = drawn.count > Self.layeredNodes ? "sfdp" : "dot"
        text += "  graph [layout=\(layout) rankdir=LR overlap=false splines=true"
        text += " fontname=\"Helvetica\" pad=0.3 nodesep=0.35 ranksep=0.9];\n"
        text += "  node [fontname=\"Helvetica\" fontsize=11 style=\"filled,rounded\" shape=box"
        text += " penwidth=1.2 margin=\"0.15,0.07\"];\n"
        text += "  edge [fontname=\"Helvetica\" fontsize=9 arrowsize=0.7];\n"
        if let legend = DotLegend.label(nodes: drawn, edges: joined) {
            text += "  label=\(legend);\n  labelloc=b;\n"
        }
        for node in drawn { text += line(node) }
        for edge in joined { text += line(edge) }
        output.text = text + "}\n"
        return output
    }

    private func line(_ node: Node) -> String {
        let style = DotStyle.node(labels: node.labels)
        let caption = Self.caption(node)
        return "  \(Self.quoted("n\(node.id.rawValue)")) [label=\(Self.quoted(caption))"
            + " shape=\(style.shape) fillcolor=\"\(style.fill)\" color=\"\(style.line)\""
            + " tooltip=\(Self.quoted(node.labels.joined(separator: ", ")))"
            + "\(Self.link(node).map { " URL=\(Self.quoted($0)) target=\"_blank\"" } ?? "")];\n"
    }

    /// Where a click on the node leads: a document's source on the web.
    private static func link(_ node: Node) -> String? {
        for key in ["url", "source"] {
            guard case .string(let text)? = node.properties[key] else { continue }
            if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
        }
        return nil
    }

    private func line(_ edge: Edge) -> String {
        let relationship = edge.relationship
        let color = DotStyle.relationship(type: relationship.type)
        var attributes = "label=\(Self.quoted(Self.caption(relationship)))"
        attributes += " color=\"\(color)\" fontcolor=\"\(color)\""
        attributes += DotStyle.statusAttributes(
            DotStyle.status(relationship), hasDirection: relationship.type != "MEETS_WITH")
        if let sentence = edge.sentence {
            attributes += " edgetooltip=\(Self.quoted(sentence))"
            attributes += " labeltooltip=\(Self.quoted(sentence))"
        }
        return "  \(Self.quoted("n\(relationship.start.rawValue)"))"
            + " -> \(Self.quoted("n\(relationship.end.rawValue)")) [\(attributes)];\n"
    }

    private static func caption(_ node: Node) -> String {
        for key in ["name", "title", "text", "id"] {
            if let value = node.properties[key], value != .null {
                return wrapped(LiteralText.cell(value))
            }
        }
        return node.labels.first ?? "\(node.id.rawValue)"
    }

    private static func caption(_ relationship: Relationship) -> String {
        let words = relationship.type.split(separator: "_").joined(separator: " ").lowercased()
        for key in ["amount_text", "role"] {
            if let value = relationship.properties[key], value != .null {
                return words + "\n" + LiteralText.cell(value)
            }
        }
        return words
    }

    /// Long texts, such as demands, on several lines: one would push all else off the page.
    private static func wrapped(_ text: String) -> String {
        var lines = [""]
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let line = lines[lines.count - 1]
            if !line.isEmpty, line.count + word.count >= captionWidth {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] = lines == [""] ? String(word) : line + " " + word
            }
        }
        return lines.joined(separator: "\n")
    }

    private static let captionWidth = 32

    /// A quoted string: Graphviz reads `\n`, `\l`, `\N` and the like in labels, so backslashes are
    /// doubled; `&` begins an HTML entity, so it is one itself.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "&": quoted += "&amp;"
            case "\n": quoted += "\\n"
            case _ where scalar.properties.generalCategory == .control: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
