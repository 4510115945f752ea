/// What is wrong with a JSON text, and where.
public struct JsonFault: Error, Hashable, Sendable {
    public var message: String
    /// Byte offset.
    public var offset: Int
}

/// Reads one JSON value from UTF-8 bytes, strictly after RFC 8259.
///
/// Integers that fit into 64 bits stay integers and all other numbers are floats, which Foundation's
/// reader does not tell apart.
public struct JsonReader {
    /// How deep arrays and objects may lie in each other.
    public static let depthLimit = 128

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// - Throws: also where anything but white space follows the value.
    public static func value(of bytes: some Sequence<UInt8>) throws(JsonFault) -> Json {
        var reader = JsonReader(bytes: Array(bytes))
        guard String(validating: reader.bytes, as: UTF8.self) != nil else {
            throw JsonFault(message: "the text is not UTF-8", offset: 0)
        }
        let value = try reader.value()
        reader.skipSpace()
        if reader.position < reader.bytes.count {
            throw reader.fault("something follows the value")
        }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func fault(_ message: String) -> JsonFault {
        JsonFault(message: message, offset: position)
    }

    private mutating func skipSpace() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            position += 1
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JsonFault) -> Json {
        skipSpace()
        switch byte {
        case UInt8(ascii: "{"): return try nested { (r) throws(JsonFault) in try r.object() }
        case UInt8(ascii: "["): return try nested { (r) throws(JsonFault) in try r.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return try number()
        default: throw fault("a value is missing")
        }
    }

    private mutating func nested(
        _ part: (inout JsonReader) throws(JsonFault) -> Json
    ) throws(JsonFault) -> Json {
        guard depth < Self.depthLimit else {
            throw fault("arrays and objects lie more than \(Self.depthLimit) deep in each other")
        }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return try part(&self)
    }

    private mutating func word(_ text: String, _ value: Json) throws(JsonFault) -> Json {
        guard bytes[position...].starts(with: text.utf8) else { throw fault("a value is missing") }
        position += text.utf8.count
        return value
    }

    private mutating func array() throws(JsonFault) -> Json {
        var items: [Json] = []
        skipSpace()
        if take("]") { return .array(items) }
        while true {
            items.append(try value())
            skipSpace()
            if take("]") { return .array(items) }
            guard take(",") else { throw fault("',' or ']' is missing") }
        }
    }

    private mutating func object() throws(JsonFault) -> Json {
        var members: [Json.Member] = []
        skipSpace()
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            guard byte == UInt8(ascii: "\"") else { throw fault("a name in quotes is missing") }
            let name = try string()
            skipSpace()
            guard take(":") else { throw fault("':' is missing") }
            members.append(.init(name, try value()))
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { throw fault("',' or '}' is missing") }
        }
    }

    private mutating func number() throws(JsonFault) -> Json {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        var isFloat = false
        if take(".") {
            isFloat = true
            try digits()
        }
        if take("e") || take("E") {
            isFloat = true
            if !take("-") { _ = take("+") }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if !isFloat, let integer = Int64(text) { return .integer(integer) }
        guard let float = Double(text), float.isFinite else {
            position = start
            throw fault("the number \(text) is too large")
        }
        return .float(float)
    }

    private mutating func digits() throws(JsonFault) {
        let start = position
        while let byte, byte &- 0x30 < 10 { position += 1 }
        if position == start { throw fault("a digit is missing") }
    }

    private mutating func string() throws(JsonFault) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                position += 1
                text.append(contentsOf: String(try escaped()).utf8)
            case 0..<0x20: throw fault("a control character stands bare in a string")
            default:
                let start = position
                while let byte = self.byte, byte >= 0x20, byte != UInt8(ascii: "\""),
                    byte != UInt8(ascii: "\\")
                {
                    position += 1
                }
                text += bytes[start..<position]
            }
        }
        throw fault("a string is not closed")
    }

    private mutating func escaped() throws(JsonFault) -> Unicode.Scalar {
        guard let byte else { throw fault("a string is not closed") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicode()
        default:
            position -= 1
            throw fault("no escape begins so")
        }
    }

    /// `\u0041`, or a pair of surrogates.
    private mutating func unicode() throws(JsonFault) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        if first < 0xDC00, take("\\"), take("u") {
            let second = try hexadecimal()
            let value = 0x10000 + (first - 0xD800) << 10 + (second &- 0xDC00)
            if (0xDC00...0xDFFF).contains(second), let scalar = Unicode.Scalar(value) {
                return scalar
            }
        }
        throw fault("half a surrogate pair stands alone")
    }

    private mutating func hexadecimal() throws(JsonFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("four hexadecimal digits are due")
            }
            value = value << 4 + UInt32(digit)
            position += 1
        }
        return value
    }
}

extension Json {
    /// A member by its name; the last of those with the same name.
    public subscript(name: String) -> Json? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// The text of a string.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
}
