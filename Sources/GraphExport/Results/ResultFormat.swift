import GraphModel

/// The forms in which a query's result is written.
public enum ResultFormat: String, CaseIterable, Hashable, Sendable {
    /// A box for people, as wide as the terminal at most.
    case table
    /// One field a line, for records too wide for a table.
    case line
    /// RFC 4180.
    case csv
    case tsv
    /// One array of objects.
    case json
    /// One object a line.
    case jsonl
    /// A table in GitHub's Markdown.
    case markdown
    /// A drawing of the nodes, relationships and paths in the rows, for Graphviz.
    case dot
}

/// Writes whole results in any format.
public struct ResultWriter: Sendable {
    public var format: ResultFormat
    /// Cells that a table may take; nil for no bound.
    public var width: Int?
    /// Nodes that a drawing may have; nil for no bound.
    public var limit: Int?

    public init(_ format: ResultFormat, width: Int? = nil, limit: Int? = nil) {
        self.format = format
        self.width = width
        self.limit = limit
    }

    /// What was written, and what the user should be told beside it.
    public struct Output: Hashable, Sendable {
        public var text: String
        public var notes: [String] = []
    }

    /// - Parameter graph: looks up, for a drawing, what the rows do not hold themselves.
    public func output(
        columns: [String], rows: [[Value]], graph: ResultGraph.Lookup = .none
    ) throws -> Output {
        switch format {
        case .table: Output(text: BoxTable(width: width).text(columns: columns, rows: rows))
        case .line: Output(text: BoxTable.lines(columns: columns, rows: rows))
        case .csv: Output(text: DelimitedText(.csv).text(columns: columns, rows: rows))
        case .tsv: Output(text: DelimitedText(.tsv).text(columns: columns, rows: rows))
        case .json: Output(text: JsonRows.array(columns: columns, rows: rows))
        case .jsonl: Output(text: JsonRows.lines(columns: columns, rows: rows))
        case .markdown: Output(text: BoxTable.markdown(columns: columns, rows: rows))
        case .dot: try drawing(of: rows, graph)
        }
    }

    private func drawing(of rows: [[Value]], _ lookup: ResultGraph.Lookup) throws -> Output {
        let graph = try ResultGraph(rows: rows, lookup: lookup)
        let output = DotDocument(nodes: graph.nodes, edges: graph.edges, limit: limit).output()
        var result = Output(text: output.text)
        if graph.nodes.isEmpty, !rows.isEmpty { result.notes.append(Self.nothingToDraw) }
        if let note = output.note { result.notes.append(note) }
        return result
    }

    private static let nothingToDraw =
        "the rows hold no node, relationship or path to draw: return them whole, as in RETURN a, r, b"
}
