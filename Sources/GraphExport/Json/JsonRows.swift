import GraphModel

/// A whole result as plain JSON: an object a row, with the columns as its members.
///
/// RFC 8259 leaves open what a name that stands twice means, so a column of the same name as one
/// before gets a number: `n`, `n_2`.
public enum JsonRows {
    /// One array, an object a line.
    public static func array(columns: [String], rows: [[Value]]) -> String {
        let names = distinct(columns)
        var bytes: [UInt8] = Array("[".utf8)
        for (index, row) in rows.enumerated() {
            bytes.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
            object(names, row).append(to: &bytes)
        }
        bytes.append(contentsOf: (rows.isEmpty ? "]\n" : "\n]\n").utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// JSON Lines: an object a line, nothing around.
    public static func lines(columns: [String], rows: [[Value]]) -> String {
        let names = distinct(columns)
        var bytes: [UInt8] = []
        for row in rows {
            object(names, row).append(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func object(_ names: [String], _ row: [Value]) -> Json {
        .object(zip(names, row).map { Json.Member($0, PlainJson.of($1)) })
    }

    private static func distinct(_ columns: [String]) -> [String] {
        var taken = Set<String>()
        return columns.map { column in
            var name = column
            var number = 1
            while !taken.insert(name).inserted {
                number += 1
                name = "\(column)_\(number)"
            }
            return name
        }
    }
}
