import GraphModel
import TextMatching

/// What the first lines of an article tell about it: its title and the day of its dateline.
///
///     Envoys Meet in Nairobi           the title: a first line that no mark ends
///
///     NAIROBI, March 4, 2026 — Envoys of … the dateline
struct DocumentHead {
    var title: String?
    /// ISO 8601.
    var date: String?

    /// Bytes that a title has at most.
    private static let longestTitle = 240
    /// Where a dateline is looked for.
    private static let headBytes = 800

    init(_ text: [UInt8], _ matcher: TextMatcher) {
        title = Self.title(text)
        date = Self.date(Array(text.prefix(Self.headBytes)), matcher)
    }

    private static func title(_ text: [UInt8]) -> String? {
        let lines = text.drop { $0 <= 32 }
        guard let end = lines.firstIndex(of: 0x0A), end - lines.startIndex <= longestTitle else {
            return nil
        }
        let line = lines[..<end]
        let rest = lines[(end + 1)...].drop { $0 == 0x0D }
        let isAlone = rest.first == 0x0A
        let isHeadline = line.withUnsafeBufferPointer { SentenceSplitter.isHeadline($0) }
        guard isAlone || isHeadline, let last = line.last(where: { $0 > 32 }),
            last != UInt8(ascii: ".")
        else { return nil }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static func date(_ head: [UInt8], _ matcher: TextMatcher) -> String? {
        // The head may end within a character; what is behind the last line break is not read.
        guard let end = head.lastIndex(where: { $0 == 0x0A || $0 == 0x20 }) else { return nil }
        let match = head[..<end].withUnsafeBufferPointer { text in
            try? matcher.firstMatch(of: pattern, in: text)
        }
        guard let match else { return nil }
        func group(_ name: String) -> String {
            match.range(of: pattern.groupNames[name])
                .map { String(decoding: head[$0.start..<$0.end], as: UTF8.self) } ?? ""
        }
        if let date = CalendarDate(group("iso")) { return date.description }
        guard let month = months.firstIndex(of: String(group("month").prefix(3))),
            let day = Int(group("day")), let year = Int(group("year"))
        else { return nil }
        return CalendarDate(year: year, month: month + 1, day: day)?.description
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// "NAIROBI, March 4, 2026 —", "Geneva, 4 March 2026 (Agency) -", "Sunday, December 21, 2025",
    /// "Published: 21 December 2025, 10:30 GMT", "2025-12-21"
    private static let pattern: TextPattern = {
        let source =
            #"(?m)^(?:(?:Published|Posted|Updated|Filed|Date)(?::| on)? |[\p{Lu}][^\n—–]{0,60}[,(] ?)?"#
            + #"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"#
            + #"(?:(?<month>[A-Z][a-z]{2,8})\.? (?<day>[0-9]{1,2}), (?<year>(?:19|20)[0-9]{2})"#
            + #"|(?<day>[0-9]{1,2}) (?<month>[A-Z][a-z]{2,8})\.? (?<year>(?:19|20)[0-9]{2})"#
            + #"|(?<iso>(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}))"#
            + #"\)?(?: ?\([^)\n]{1,40}\))?(?: ?(?:—|–|-|:|\||$)|(?:,| at|T| )+[0-9]{1,2}[:.][0-9]{2})"#
        do {
            return try TextPattern(source)
        } catch {
            preconditionFailure("the dateline's pattern does not compile: \(error)")
        }
    }()
}
