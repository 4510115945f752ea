/// What a word of a date means: a line of a pack's `[dates]`.
///
///     march = "month 3"      friday = "weekday 5"   yesterday = "day -1"   last = "shift -1"
///     week = "unit week"     summer = "season 6"    two = "count 2"        earlier = "until -1"
///     past = "span -1"       ago = "ago"            late = "part late"     evening = "nothing"
public enum DateWord: Hashable, Sendable {
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        case day, week, weekend, month, year
    }

    public enum Part: String, CaseIterable, Hashable, Sendable {
        case early, middle, late
    }

    case month(Int)
    /// Monday is 1.
    case weekday(Int)
    /// So many days from that of the document.
    case day(Int)
    case unit(Unit)
    /// The first of three months.
    case season(Int)
    case count(Int)
    /// Which of several: the last, this, the next.
    case shift(Int)
    /// As far from now as the unit is long, backwards or forwards: "the past week".
    case span(Int)
    /// From the beginning of the unit to now, or from now to its end: "earlier this week".
    case until(Int)
    case part(Part)
    case ago
    case nothing

    /// Nil where the text tells no meaning.
    public init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard let kind = parts.first, parts.count <= 2 else { return nil }
        let name = parts.count == 2 ? String(parts[1]) : ""
        func number(_ range: ClosedRange<Int>) -> Int? {
            Int(name).flatMap { range.contains($0) ? $0 : nil }
        }
        let word: DateWord? =
            switch kind {
            case "month": number(1...12).map(DateWord.month)
            case "weekday": number(1...7).map(DateWord.weekday)
            case "day": number(-7...7).map(DateWord.day)
            case "unit": Unit(rawValue: name).map(DateWord.unit)
            case "season": number(1...12).map(DateWord.season)
            case "count": number(1...100).map(DateWord.count)
            case "shift": number(-1...1).map(DateWord.shift)
            case "span": number(-1...1).map(DateWord.span)
            case "until": number(-1...1).map(DateWord.until)
            case "part": Part(rawValue: name).map(DateWord.part)
            case "ago" where name.isEmpty: .ago
            case "nothing" where name.isEmpty: .nothing
            default: nil
            }
        guard let word else { return nil }
        self = word
    }
}
