/// The encoding of Western European texts before Unicode; a page that says ISO-8859-1 means it too.
enum Windows1252 {
    /// The characters of 0x80 to 0x9F; the five that have none are the control characters of
    /// ISO-8859-1. All other bytes are the character of their number.
    private static let special: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func scalar(_ byte: UInt8) -> UInt32 {
        byte &- 0x80 < 0x20 ? special[Int(byte) - 0x80] : UInt32(byte)
    }

    /// Share of letters beyond ASCII, in hundredths, above which a text is of another alphabet.
    private static let mostBeyondASCII = 25

    /// Whether the bytes are probably a text in this encoding: none of the five without a character,
    /// and mostly ASCII.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        var written = 0
        var beyond = 0
        for byte in bytes {
            if byte >= 0x80 {
                if byte < 0xA0, scalar(byte) < 0xA0 { return false }
                beyond += 1
            }
            if byte > 0x20 { written += 1 }
        }
        return beyond * 100 <= written * mostBeyondASCII
    }
}
