import KnowledgeGraph

/// What begins with a colon: an order to the shell and no statement to the graph.
enum ReplCommand: Hashable {
    case help, schema, showFormat, showParameters, clearParameters, quit
    case format(ResultFormat)
    case parameter(name: String, value: Value)
    case why(name: String)

    /// Why a line is no command, with what to do.
    struct Fault: Error, Hashable {
        var message: String
    }

    static let names = [
        ":help", ":schema", ":format", ":params", ":param", ":why", ":quit", ":exit",
    ]

    static let helpText = """
        A statement ends with ';' and may have several lines. Ctrl-C drops it, or cancels it while it
        runs; Ctrl-R searches the history; Ctrl-D leaves.

          :help                  this text
          :schema                labels, relationship types and property keys of the graph
          :format [NAME]         how results are written: \(formats)
          :params [clear]        the parameters that are set, or none any more
          :param NAME VALUE      sets a parameter: :param country 'Ukraine'
          :why NAME              which rule made a name the entity that it is
          :quit                  leaves

        Try:  MATCH (a)-[f:FUNDS]->(b) RETURN a.name, f.amount_text, b.name;
              MATCH (a)-[m:MEETS_WITH]-(b) UNWIND evidence(m) AS e RETURN e.sentence, e.document;

        """

    static let formats = ResultFormat.allCases.map(\.rawValue).joined(separator: ", ")

    init(_ line: String) throws(Fault) {
        let words = line.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
        let rest = words.dropFirst().map { Self.trimmed($0) }
        if words.first == ":why", !rest.isEmpty {
            self = .why(name: rest.joined(separator: " "))
            return
        }
        switch (words.first ?? ":", rest.count) {
        case (":help", 0), (":h", 0), (":?", 0): self = .help
        case (":schema", 0): self = .schema
        case (":quit", 0), (":exit", 0), (":q", 0): self = .quit
        case (":params", 0), (":param", 0): self = .showParameters
        case (":params", 1) where rest[0] == "clear": self = .clearParameters
        case (":format", 0): self = .showFormat
        case (":format", 1):
            guard let format = ResultFormat(rawValue: rest[0]) else {
                throw Self.unknownFormat(rest[0])
            }
            self = .format(format)
        case (":param", 2):
            self = .parameter(name: rest[0], value: LiteralReader.valueOrText(rest[1]))
        case (let name, _): throw Self.unknown(name)
        }
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
        return String(text)
    }

    private static func unknownFormat(_ name: String) -> Fault {
        let near = Suggestion.nearest(to: name, among: ResultFormat.allCases.map(\.rawValue))
        return Fault(
            message: "there is no format '\(name)'; "
                + (near.map { "did you mean '\($0)'?" } ?? "there are \(formats)"))
    }

    private static func unknown(_ name: String) -> Fault {
        if names.contains(name) {
            return Fault(message: "'\(name)' is not used so; :help tells how")
        }
        let near = Suggestion.nearest(to: name, among: names)
        return Fault(
            message: "there is no command '\(name)'; "
                + (near.map { "did you mean '\($0)'?" } ?? ":help tells what there is"))
    }
}
