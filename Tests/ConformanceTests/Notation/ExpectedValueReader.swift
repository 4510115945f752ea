/// Reads the notation of expected results.
struct ExpectedValueReader {
    struct Fault: Error, CustomStringConvertible {
        var text: String
        var description: String { "'\(text)' is no value" }
    }

    private let text: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    static func value(of text: String) throws(Fault) -> ExpectedValue {
        var reader = ExpectedValueReader(text)
        let value = try reader.value()
        reader.skipSpace()
        guard reader.position == reader.scalars.count else { throw Fault(text: text) }
        return value
    }

    private init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
    }

    private var peek: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private mutating func skipSpace() {
        while let scalar = peek, scalar.properties.isWhitespace { position += 1 }
    }

    private mutating func take(_ literal: String) -> Bool {
        skipSpace()
        guard scalars[position...].starts(with: literal.unicodeScalars) else { return false }
        position += literal.unicodeScalars.count
        return true
    }

    private mutating func expect(_ literal: String) throws(Fault) {
        if !take(literal) { throw Fault(text: text) }
    }

    private mutating func value() throws(Fault) -> ExpectedValue {
        skipSpace()
        switch peek {
        case "'": return .string(try string())
        case "{": return .map(try map())
        case "(": return .node(try node())
        case "<": return try path()
        case "[":
            let start = position
            position += 1
            skipSpace()
            let isRelationship = peek == ":"
            position = start
            return isRelationship ? .relationship(try relationship()) : .list(try list())
        default: return try word()
        }
    }

    private mutating func word() throws(Fault) -> ExpectedValue {
        var word = ""
        while let scalar = peek, !",]}|)".unicodeScalars.contains(scalar),
            !scalar.properties.isWhitespace
        {
            word.unicodeScalars.append(scalar)
            position += 1
        }
        switch word {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "NaN": return .float(.nan)
        case "Inf", "Infinity": return .float(.infinity)
        case "-Inf", "-Infinity": return .float(-.infinity)
        default:
            if let integer = Int64(word) { return .integer(integer) }
            // Swift itself reads "nan" and "0x1p3" too, which no scenario means.
            guard word.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
                let float = Double(word)
            else { throw Fault(text: text) }
            return .float(float)
        }
    }

    /// Only the quotation mark is escaped; any other backslash is itself.
    private mutating func string() throws(Fault) -> String {
        try expect("'")
        var string = String.UnicodeScalarView()
        while let scalar = peek {
            position += 1
            if scalar == "'" { return String(string) }
            if scalar == "\\", peek == "'" {
                string.append("'")
                position += 1
            } else {
                string.append(scalar)
            }
        }
        throw Fault(text: text)
    }

    private mutating func list() throws(Fault) -> [ExpectedValue] {
        try expect("[")
        if take("]") { return [] }
        var items = [try value()]
        while take(",") { items.append(try value()) }
        try expect("]")
        return items
    }

    private mutating func map() throws(Fault) -> [String: ExpectedValue] {
        try expect("{")
        var entries: [String: ExpectedValue] = [:]
        if take("}") { return entries }
        repeat {
            let key = try name()
            try expect(":")
            entries[key] = try value()
        } while take(",")
        try expect("}")
        return entries
    }

    private mutating func name() throws(Fault) -> String {
        skipSpace()
        var name = String.UnicodeScalarView()
        if take("`") {
            while let scalar = peek, scalar != "`" {
                name.append(scalar)
                position += 1
            }
            try expect("`")
            return String(name)
        }
        while let scalar = peek,
            scalar == "_" || scalar.properties.isAlphabetic
                || scalar.properties.numericType != nil
        {
            name.append(scalar)
            position += 1
        }
        if name.isEmpty { throw Fault(text: text) }
        return String(name)
    }

    private mutating func node() throws(Fault) -> ExpectedNode {
        try expect("(")
        var node = ExpectedNode()
        while take(":") { node.labels.insert(try name()) }
        if !take(")") {
            node.properties = try map()
            try expect(")")
        }
        return node
    }

    private mutating func relationship() throws(Fault) -> ExpectedRelationship {
        try expect("[")
        try expect(":")
        var relationship = ExpectedRelationship(type: try name())
        if !take("]") {
            relationship.properties = try map()
            try expect("]")
        }
        return relationship
    }

    private mutating func path() throws(Fault) -> ExpectedValue {
        try expect("<")
        let first = try node()
        var hops: [ExpectedHop] = []
        while !take(">") {
            let isBackward = take("<")
            try expect("-")
            let relationship = try relationship()
            try expect("-")
            if !isBackward { try expect(">") }
            hops.append(
                ExpectedHop(
                    relationship: relationship, isForward: !isBackward, node: try node()))
        }
        return .path(first, hops)
    }
}
