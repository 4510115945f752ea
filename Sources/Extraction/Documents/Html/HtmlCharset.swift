/// The encoding that a page declares near its beginning:
///
///     <meta charset="windows-1252">
///     <meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
///     <?xml version="1.0" encoding="ISO-8859-1"?>
enum HtmlCharset {
    /// Bytes in which a declaration is looked for (HTML Standard, "prescan").
    private static let prescan = 1024

    /// Names that mean Windows-1252 (Encoding Standard, "Names and labels").
    static let western: Set<String> = [
        "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591",
        "latin1", "latin-1", "l1", "ascii", "us-ascii", "ansi_x3.4-1968", "cp819", "ibm819",
    ]

    /// Names after which the bytes decide; what says UTF-16 in ASCII is not.
    static let unicode: Set<String> = ["utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le"]

    /// In small letters; nil where none is declared.
    static func declared(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(prescan).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        var position = 0
        while let open = head[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = open + 1
            let close = head[open...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
            let tag = head[open..<close]
            if tag.starts(with: Array("<meta".utf8)) {
                if let name = value(of: "charset", in: tag) { return name }
            } else if tag.starts(with: Array("<?xml".utf8)) {
                if let name = value(of: "encoding", in: tag) { return name }
            }
        }
        return nil
    }

    private static func value(of key: String, in tag: ArraySlice<UInt8>) -> String? {
        let wanted = Array(key.utf8)
        guard let found = tag.indices.first(where: { tag[$0...].starts(with: wanted) }) else {
            return nil
        }
        var rest = tag[(found + wanted.count)...].drop { $0 <= 32 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop { $0 <= 32 || $0 == 0x22 || $0 == 0x27 }
        let name = rest.prefix { $0 > 32 && !Array("\"';/?".utf8).contains($0) }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}
