import GraphModel

/// Values as openCypher writes them: `'text'`, `1.0`, `(:Person {name: 'Ana'})`.
public enum LiteralText {
    public static func of(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .boolean(let boolean): boolean ? "true" : "false"
        case .integer(let integer): "\(integer)"
        case .float(let float): number(float)
        case .string(let string): quoted(string)
        case .list(let items): "[" + items.map(of).joined(separator: ", ") + "]"
        case .map(let entries): map(entries)
        case .node(let node): self.node(node)
        case .relationship(let relationship): "[" + inner(relationship) + "]"
        case .path(let path): self.path(path)
        case .date: call("date", value)
        case .localTime: call("localtime", value)
        case .time: call("time", value)
        case .localDateTime: call("localdatetime", value)
        case .dateTime: call("datetime", value)
        case .duration: call("duration", value)
        }
    }

    /// `date('1984-10-11')`: the query language has no literals of dates and times.
    private static func call(_ function: String, _ value: Value) -> String {
        "\(function)(\(quoted(value.temporalText ?? "")))"
    }

    /// As `of`, but strings, dates and times stand bare: for a table's cells.
    public static func cell(_ value: Value) -> String {
        if case .string(let string) = value { string } else { value.temporalText ?? of(value) }
    }

    /// Shortest text that reads back as the same number, always with a point or an exponent.
    static func number(_ float: Double) -> String {
        if float.isNaN { return "NaN" }
        if float.isInfinite { return float < 0 ? "-Infinity" : "Infinity" }
        // Swift writes `1e+20`, the query language `1e20`.
        return "\(float)".split(separator: "+").joined()
    }

    static func quoted(_ string: String) -> String {
        var text = "'"
        for scalar in string.unicodeScalars {
            switch scalar {
            case "'": text += "\\'"
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "'"
    }

    /// A name, in backticks where it is no plain word.
    static func name(_ name: String) -> String {
        let isPlain =
            name.unicodeScalars.first.map { $0 == "_" || $0.properties.isAlphabetic } == true
            && name.unicodeScalars.allSatisfy {
                $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
        if isPlain { return name }
        return "`" + name.unicodeScalars.map { $0 == "`" ? "``" : String($0) }.joined() + "`"
    }

    private static func map(_ entries: [String: Value]) -> String {
        let texts = entries.sorted { $0.key < $1.key }.map { "\(name($0.key)): \(of($0.value))" }
        return "{" + texts.joined(separator: ", ") + "}"
    }

    private static func node(_ node: Node) -> String {
        let labels = node.labels.map { ":" + name($0) }.joined()
        let properties = node.properties.isEmpty ? "" : map(node.properties)
        let space = labels.isEmpty || properties.isEmpty ? "" : " "
        return "(" + labels + space + properties + ")"
    }

    private static func inner(_ relationship: Relationship) -> String {
        let properties =
            relationship.properties.isEmpty ? "" : " " + map(relationship.properties)
        return ":" + name(relationship.type) + properties
    }

    private static func path(_ path: Path) -> String {
        guard var text = path.nodes.first.map(node) else { return "<>" }
        for (index, relationship) in path.relationships.enumerated() {
            let isForward = relationship.start == path.nodes[index].id
            text += isForward ? "-" : "<-"
            text += "[" + inner(relationship) + "]"
            text += (isForward ? "->" : "-") + node(path.nodes[index + 1])
        }
        return "<" + text + ">"
    }
}
