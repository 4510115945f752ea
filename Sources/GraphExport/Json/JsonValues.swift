import GraphModel

/// Values of the query language from JSON: plain, or typed as in Neo4j's Query API wherever an
/// object has a `$type`.
public enum JsonValues {
    /// Why a JSON value is none of the query language.
    public struct Fault: Error, Hashable, Sendable {
        public var message: String
    }

    public static func value(of json: Json) throws(Fault) -> Value {
        switch json {
        case .null: return .null
        case .boolean(let boolean): return .boolean(boolean)
        case .integer(let integer): return .integer(integer)
        case .float(let float): return .float(float)
        case .string(let text): return .string(text)
        case .array(let items): return .list(try list(items))
        case .object(let members):
            if let type = json["$type"] { return try typed(type, json["_value"] ?? .null) }
            return .map(try map(members))
        }
    }

    private static func list(_ items: [Json]) throws(Fault) -> [Value] {
        var values: [Value] = []
        for item in items { values.append(try value(of: item)) }
        return values
    }

    private static func map(_ members: [Json.Member]) throws(Fault) -> [String: Value] {
        var entries: [String: Value] = [:]
        for member in members { entries[member.name] = try value(of: member.value) }
        return entries
    }

    private static func typed(_ type: Json, _ value: Json) throws(Fault) -> Value {
        switch (type.string, value) {
        case ("Null", _): return .null
        case ("Boolean", .boolean(let boolean)): return .boolean(boolean)
        case ("Integer", .integer(let integer)): return .integer(integer)
        case ("Integer", .string(let text)):
            if let integer = Int64(text) { return .integer(integer) }
        case ("Float", .float(let float)): return .float(float)
        case ("Float", .integer(let integer)): return .float(Double(integer))
        case ("Float", .string(let text)):
            if let float = float(text) { return .float(float) }
        case ("String", .string(let text)): return .string(text)
        case ("List", .array(let items)): return .list(try list(items))
        case ("Map", .object(let members)): return .map(try map(members))
        case (let type?, .string(let text)):
            if let temporal = temporal(type, text) { return temporal }
        default: break
        }
        throw Fault(message: "\(type.text) with \(value.text) is no value of a parameter")
    }

    private static func temporal(_ type: String, _ text: String) -> Value? {
        switch type {
        case "Date": CalendarDate(text).map(Value.date)
        case "LocalTime": LocalTime(text).map(Value.localTime)
        case "Time": OffsetTime(text).map(Value.time)
        case "LocalDateTime": LocalDateTime(text).map(Value.localDateTime)
        case "OffsetDateTime", "ZonedDateTime": ZonedDateTime(text).map(Value.dateTime)
        case "Duration": CalendarDuration(text).map(Value.duration)
        default: nil
        }
    }

    private static func float(_ text: String) -> Double? {
        switch text {
        case "NaN": .nan
        case "Infinity": .infinity
        case "-Infinity": -.infinity
        default: Double(text)
        }
    }
}
