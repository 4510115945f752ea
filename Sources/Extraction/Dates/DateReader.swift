import GraphModel
import PatternPacks

/// Reads the words of a date into ISO 8601, as seen from the day of the document.
///
///     "Friday evening"      2025-12-19
///     "last month"          2025-11
///     "in 2019"             2019
///     "earlier this week"   2025-12-15/2025-12-21
///
/// What does not say when without knowing more ("several days ago", "the following day") gives
/// nothing, and so does what is relative in a document without a date.
struct DateReader {
    /// Where a date without a year or week is looked for first: news tell of the day that was or,
    /// of what is planned, of the day to come.
    enum Direction {
        case past, future
    }

    private let words: [String: DateWord]

    init(_ packs: [Pack]) {
        words = packs.reduce(into: [:]) { $0.merge($1.dateWords) { first, _ in first } }
    }

    func iso(_ text: String, on today: CalendarDate?, _ direction: Direction) -> String? {
        guard let phrase = DatePhrase(text, words) else { return nil }
        if phrase.month != nil { return Self.month(phrase, today, direction) }
        if let year = phrase.year { return Self.year(phrase, year) }
        guard let today else { return nil }
        if phrase.dayShift != nil { return Self.relativeDay(phrase, today) }
        if phrase.weekday != nil { return Self.weekday(phrase, today, direction) }
        if phrase.season != nil { return Self.season(phrase, today, direction) }
        return Self.period(phrase, today, direction)
    }

    /// The day of a document's date: "2025-12-21", "2025-12-21T09:30:00Z", "21 December 2025".
    func day(_ text: String) -> CalendarDate? {
        CalendarDate(String(text.prefix(10)))
            ?? iso(text, on: nil, .past).flatMap { $0.count == 10 ? CalendarDate($0) : nil }
    }

    // MARK: Months

    /// "12 March", "March 2024", "early March".
    private static func month(
        _ phrase: DatePhrase, _ today: CalendarDate?, _ direction: Direction
    ) -> String? {
        guard phrase.unit == nil, phrase.count == nil, !phrase.isAgo, let month = phrase.month
        else { return nil }
        if let day = phrase.day {
            if let year = phrase.year {
                return CalendarDate(year: year, month: month, day: day)?.description
            }
            return today.flatMap {
                nearestDay(month, day, $0, phrase.shift, direction)?.description
            }
        }
        guard
            let year = phrase.year
                ?? today.map({ nearestYear(month, $0, phrase.shift, direction) })
        else { return nil }
        guard let part = phrase.part else { return text(year, month) }
        let last = CalendarDate.length(ofMonth: month, in: year)
        let days =
            switch part {
            case .early: 1...10
            case .middle: 11...20
            case .late: 21...last
            }
        return interval(
            CalendarDate(year: year, month: month, day: days.lowerBound),
            CalendarDate(year: year, month: month, day: days.upperBound))
    }

    private static func nearestDay(
        _ month: Int, _ day: Int, _ today: CalendarDate, _ shift: Int?, _ direction: Direction
    ) -> CalendarDate? {
        let isPast = shift.map { $0 < 0 } ?? (direction == .past)
        // Eight years hold a leap day.
        let years = (0...8).map { isPast ? today.year - $0 : today.year + $0 }
        let days = years.compactMap { CalendarDate(year: $0, month: month, day: day) }
        return days.first { isPast ? $0 <= today : $0 >= today }
    }

    private static func nearestYear(
        _ month: Int, _ today: CalendarDate, _ shift: Int?, _ direction: Direction
    ) -> Int {
        let (year, now, _) = today.parts
        switch (shift, direction) {
        case (-1, _): return month < now ? year : year - 1
        case (1, _): return month > now ? year : year + 1
        case (0, _): return year
        case (_, .past): return month <= now ? year : year - 1
        case (_, .future): return month >= now ? year : year + 1
        }
    }

    // MARK: Days

    private static func relativeDay(_ phrase: DatePhrase, _ today: CalendarDate) -> String? {
        guard phrase.weekday == nil, phrase.unit == nil, phrase.count == nil, !phrase.isAgo
        else { return nil }
        return phrase.dayShift.flatMap(today.adding(days:))?.description
    }

    /// "Sunday", "last Friday", "next Tuesday", "Tuesday next week".
    private static func weekday(
        _ phrase: DatePhrase, _ today: CalendarDate, _ direction: Direction
    ) -> String? {
        guard let weekday = phrase.weekday, phrase.count == nil, !phrase.isAgo else { return nil }
        let ahead = (weekday - today.dayOfWeek).remainderDown(7)
        let offset: Int
        switch (phrase.unit, phrase.shift) {
        case (.week?, let shift?): offset = weekday - today.dayOfWeek + 7 * shift
        case (.some, _): return nil
        case (nil, -1): offset = ahead - 7
        case (nil, 0): offset = weekday - today.dayOfWeek
        case (nil, 1): offset = ahead == 0 ? 7 : ahead
        case (nil, _):
            offset = direction == .future || ahead == 0 ? ahead : ahead - 7
        }
        return today.adding(days: offset)?.description
    }

    // MARK: Longer

    /// "in 2019", "summer 2024".
    private static func year(_ phrase: DatePhrase, _ year: Int) -> String? {
        guard phrase.weekday == nil, phrase.dayShift == nil, phrase.unit == nil,
            phrase.count == nil, phrase.shift == nil, phrase.span == nil
        else { return nil }
        return phrase.season.map { season($0, year) } ?? text(year)
    }

    private static func season(
        _ phrase: DatePhrase, _ today: CalendarDate, _ direction: Direction
    ) -> String? {
        guard let first = phrase.season, phrase.count == nil else { return nil }
        let (year, now, _) = today.parts
        switch phrase.shift {
        case -1: return season(first, first + 2 < now ? year : year - 1)
        case 1: return season(first, first > now ? year : year + 1)
        case 0: return season(first, year)
        default:
            let isPast = direction == .past
            return season(first, isPast ? (first <= now ? year : year - 1) : year)
        }
    }

    /// Three months; a winter goes on into the next year.
    private static func season(_ first: Int, _ year: Int) -> String? {
        let start = CalendarDate(year: year, month: first, day: 1)
        return interval(start, start?.adding(months: 3)?.adding(days: -1))
    }

    /// "last month", "earlier this week", "the past two weeks", "three years ago", "the weekend".
    private static func period(
        _ phrase: DatePhrase, _ today: CalendarDate, _ direction: Direction
    ) -> String? {
        guard let unit = phrase.unit else { return nil }
        if phrase.isAgo {
            guard let count = phrase.count, phrase.shift == nil, phrase.span == nil else {
                return nil
            }
            return period(unit, -count, today)
        }
        if let way = phrase.span ?? (phrase.count == nil ? nil : phrase.shift) {
            guard way != 0, let other = moved(today, unit, way * (phrase.count ?? 1)) else {
                return nil
            }
            return way < 0 ? interval(other, today) : interval(today, other)
        }
        if unit == .weekend, phrase.shift == nil {
            return weekend(direction == .past ? (today.dayOfWeek >= 6 ? 0 : -1) : 0, today)
        }
        guard let shift = phrase.shift, phrase.count == nil else { return nil }
        guard let until = phrase.until, shift == 0,
            let bounds = bounds(unit, today)
        else { return period(unit, shift, today) }
        return until < 0 ? interval(bounds.first, today) : interval(today, bounds.last)
    }

    private static func period(_ unit: DateWord.Unit, _ shift: Int, _ today: CalendarDate)
        -> String?
    {
        switch unit {
        case .day: return today.adding(days: shift)?.description
        case .week:
            let monday = today.adding(days: 1 - today.dayOfWeek + 7 * shift)
            return interval(monday, monday?.adding(days: 6))
        case .weekend: return weekend(shift, today)
        case .month:
            return today.adding(months: shift).map { text($0.year, $0.month) }
        case .year: return text(today.year + shift)
        }
    }

    /// The last weekend is the one before today's week ends, unless today is in it.
    private static func weekend(_ shift: Int, _ today: CalendarDate) -> String? {
        let saturday = today.adding(days: 6 - today.dayOfWeek + 7 * shift)
        return interval(saturday, saturday?.adding(days: 1))
    }

    private static func moved(_ today: CalendarDate, _ unit: DateWord.Unit, _ count: Int)
        -> CalendarDate?
    {
        switch unit {
        case .day: today.adding(days: count)
        case .week: today.adding(days: 7 * count)
        case .weekend: nil
        case .month: today.adding(months: count)
        case .year: today.adding(months: 12 * count)
        }
    }

    private static func bounds(_ unit: DateWord.Unit, _ today: CalendarDate)
        -> (first: CalendarDate?, last: CalendarDate?)?
    {
        let (year, month, _) = today.parts
        switch unit {
        case .day, .weekend: return nil
        case .week:
            let monday = today.adding(days: 1 - today.dayOfWeek)
            return (monday, monday?.adding(days: 6))
        case .month:
            let last = CalendarDate.length(ofMonth: month, in: year)
            return (
                CalendarDate(year: year, month: month, day: 1),
                CalendarDate(year: year, month: month, day: last)
            )
        case .year:
            return (
                CalendarDate(year: year, month: 1, day: 1),
                CalendarDate(year: year, month: 12, day: 31)
            )
        }
    }

    // MARK: Texts

    private static func interval(_ first: CalendarDate?, _ last: CalendarDate?) -> String? {
        guard let first, let last, first <= last else { return nil }
        return first == last ? first.description : "\(first)/\(last)"
    }

    private static func text(_ year: Int, _ month: Int? = nil) -> String {
        // A year's first day, cut: the calendar knows how years are written.
        let day = CalendarDate(year: year, month: month ?? 1, day: 1)?.description ?? ""
        return String(day.dropLast(month == nil ? 6 : 3))
    }
}
