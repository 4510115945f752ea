import GraphModel

/// A result as CSV (RFC 4180) or TSV: a header row, then a row a record. Null is an empty field.
public struct DelimitedText: Sendable {
    public enum Format: Sendable {
        /// Fields with a comma, a quotation mark or a line break stand in quotation marks.
        case csv
        /// Tabs, line breaks and backslashes within a field are written `\t`, `\n`, `\r`, `\\`.
        case tsv
    }

    public var format: Format

    public init(_ format: Format) { self.format = format }

    public func text(columns: [String], rows: [[Value]]) -> String {
        var text = line(columns)
        for row in rows { text += line(row.map { $0 == .null ? "" : LiteralText.cell($0) }) }
        return text
    }

    private func line(_ fields: [String]) -> String {
        switch format {
        case .csv: fields.map(csvField).joined(separator: ",") + "\r\n"
        case .tsv: fields.map(tsvField).joined(separator: "\t") + "\n"
        }
    }

    private func csvField(_ field: String) -> String {
        let needsMarks = field.utf8.contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        }
        guard needsMarks else { return field }
        // By scalars: a mark that combines with the quotation mark would hide it.
        let doubled = field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"" + doubled + "\""
    }

    private func tsvField(_ field: String) -> String {
        field.unicodeScalars.map { scalar in
            switch scalar {
            case "\t": "\\t"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\\": "\\\\"
            default: String(scalar)
            }
        }.joined()
    }
}
