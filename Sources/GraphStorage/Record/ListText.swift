import GraphModel

/// A list as JSON, so that other tools read it, and back exactly: a number with a point or an
/// exponent is a float, and what JSON has no form for is `{"float":"NaN"}` or
/// `{"date":"1984-10-11"}`.
enum ListText {
    static let maximumDepth = 64

    /// Nil where a list holds what no property can: maps, nodes, relationships and paths.
    static func encode(_ items: [Value], depth: Int = 0) -> String? {
        guard depth < maximumDepth else { return nil }
        var parts: [String] = []
        parts.reserveCapacity(items.count)
        for item in items {
            switch item {
            case .null: parts.append("null")
            case .boolean(let value): parts.append(value ? "true" : "false")
            case .integer(let value): parts.append(String(value))
            case .float(let value):
                parts.append(value.isFinite ? "\(value)" : "{\"float\":\"\(name(of: value))\"}")
            case .string(let value): parts.append(quoted(value))
            case .list(let value):
                guard let text = encode(value, depth: depth + 1) else { return nil }
                parts.append(text)
            case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
                guard let kind = TemporalKind(of: item), let text = item.temporalText else {
                    return nil
                }
                parts.append("{\"\(kind.rawValue)\":\(quoted(text))}")
            case .map, .node, .relationship, .path: return nil
            }
        }
        return "[" + parts.joined(separator: ",") + "]"
    }

    /// Nil where the text is none that `encode` gives.
    static func decode(_ text: String) -> [Value]? {
        var reader = Reader(bytes: Array(text.utf8))
        guard let items = reader.list(depth: 0), reader.position == reader.bytes.count else {
            return nil
        }
        return items
    }

    private static func name(of value: Double) -> String {
        value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        mutating func take(_ text: StaticString) -> Bool {
            let count = text.utf8CodeUnitCount
            guard position + count <= bytes.count else { return false }
            for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] {
                return false
            }
            position += count
            return true
        }

        mutating func list(depth: Int) -> [Value]? {
            guard depth < ListText.maximumDepth, take("[") else { return nil }
            var items: [Value] = []
            if take("]") { return items }
            repeat {
                guard let item = value(depth: depth) else { return nil }
                items.append(item)
            } while take(",")
            return take("]") ? items : nil
        }

        mutating func value(depth: Int) -> Value? {
            guard position < bytes.count else { return nil }
            switch bytes[position] {
            case UInt8(ascii: "["): return list(depth: depth + 1).map(Value.list)
            case UInt8(ascii: "\""): return string().map(Value.string)
            case UInt8(ascii: "{"):
                if take("{\"float\":\"NaN\"}") { return .float(.nan) }
                if take("{\"float\":\"Infinity\"}") { return .float(.infinity) }
                return take("{\"float\":\"-Infinity\"}") ? .float(-.infinity) : temporal()
            case UInt8(ascii: "n"): return take("null") ? .null : nil
            case UInt8(ascii: "t"): return take("true") ? .boolean(true) : nil
            case UInt8(ascii: "f"): return take("false") ? .boolean(false) : nil
            default: return number()
            }
        }

        mutating func temporal() -> Value? {
            guard take("{\""), position > 0 else { return nil }
            position -= 1
            guard let kind = string().flatMap(TemporalKind.init), take(":\"") else { return nil }
            position -= 1
            guard let text = string(), take("}") else { return nil }
            return kind.value(of: text)
        }

        mutating func number() -> Value? {
            let start = position
            while position < bytes.count, !Self.endsNumber(bytes[position]) { position += 1 }
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            if let integer = Int64(text) { return .integer(integer) }
            return Double(text).map(Value.float)
        }

        static func endsNumber(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
        }

        mutating func string() -> String? {
            position += 1
            var content: [UInt8] = []
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
                guard byte == UInt8(ascii: "\\") else {
                    content.append(byte)
                    continue
                }
                guard let escaped = escape() else { return nil }
                content.append(escaped)
            }
            return nil
        }

        mutating func escape() -> UInt8? {
            if take("\"") { return UInt8(ascii: "\"") }
            if take("\\") { return UInt8(ascii: "\\") }
            guard take("u00"), position + 2 <= bytes.count else { return nil }
            defer { position += 2 }
            return UInt8(
                String(decoding: bytes[position..<position + 2], as: UTF8.self), radix: 16)
        }
    }
}
