/// A day of the proleptic Gregorian calendar, in which ISO 8601 counts.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Since 1970-01-01.
    public let days: Int

    /// Years that a date may have.
    public static let years = -999_999_999...999_999_999

    /// The last day of that range is as far as `days` goes.
    private static let allDays =
        count(
            year: years.lowerBound, month: 1, day: 1)...count(
            year: years.upperBound, month: 12, day: 31)

    /// Nil outside the years that a date may have.
    public init?(days: Int) {
        guard Self.allDays.contains(days) else { return nil }
        self.days = days
    }

    /// Nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, in: year)).contains(day)
        else { return nil }
        days = Self.count(year: year, month: month, day: day)
    }

    /// By ISO week; the week-year may differ from the year in its first and last days.
    public init?(weekYear: Int, week: Int, dayOfWeek: Int) {
        guard Self.years.contains(weekYear), (1...53).contains(week), (1...7).contains(dayOfWeek)
        else { return nil }
        // The fourth of January is always in the first week.
        let fourth = Self.count(year: weekYear, month: 1, day: 4)
        let firstMonday = fourth - (fourth + 3).remainderDown(7)
        self.init(days: firstMonday + (week - 1) * 7 + dayOfWeek - 1)
        guard self.week.year == weekYear else { return nil }
    }

    /// By quarter and the day in it.
    public init?(year: Int, quarter: Int, dayOfQuarter: Int) {
        guard Self.years.contains(year), (1...4).contains(quarter),
            (1...Self.length(ofQuarter: quarter, in: year)).contains(dayOfQuarter)
        else { return nil }
        days = Self.count(year: year, month: quarter * 3 - 2, day: 1) + dayOfQuarter - 1
    }

    /// By the day in the year.
    public init?(year: Int, ordinalDay: Int) {
        guard Self.years.contains(year),
            (1...(Self.isLeap(year) ? 366 : 365)).contains(ordinalDay)
        else { return nil }
        days = Self.count(year: year, month: 1, day: 1) + ordinalDay - 1
    }

    public static func < (a: Self, b: Self) -> Bool { a.days < b.days }

    // MARK: Parts

    /// Year, month and day, found together.
    public var parts: (year: Int, month: Int, day: Int) {
        // Counted in eras of 400 years from 0000-03-01, so that leap days come last.
        let shifted = days + 719_468
        let era = shifted.quotientDown(146_097)
        let dayOfEra = shifted.remainderDown(146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    public var year: Int { parts.year }
    public var month: Int { parts.month }
    public var day: Int { parts.day }
    public var quarter: Int { (month - 1) / 3 + 1 }
    /// From 1.
    public var ordinalDay: Int { days - Self.count(year: year, month: 1, day: 1) + 1 }

    /// From 1.
    public var dayOfQuarter: Int {
        let parts = parts
        let firstMonth = (parts.month - 1) / 3 * 3 + 1
        return days - Self.count(year: parts.year, month: firstMonth, day: 1) + 1
    }

    /// Monday is 1, Sunday 7.
    public var dayOfWeek: Int { (days + 3).remainderDown(7) + 1 }

    /// The ISO week and the year that it counts in: that of its Thursday.
    public var week: (year: Int, week: Int) {
        let thursday = days - dayOfWeek + 4
        let year = CalendarDate(unchecked: thursday).year
        return (year, (thursday - Self.count(year: year, month: 1, day: 1)) / 7 + 1)
    }

    // MARK: Arithmetic

    /// The same day of another month, or that month's last; nil beyond the years.
    public func adding(months: Int) -> CalendarDate? {
        let (year, month, day) = parts
        let (sum, isOver) = (year * 12 + month - 1).addingReportingOverflow(months)
        let newYear = sum.quotientDown(12)
        guard !isOver, Self.years.contains(newYear) else { return nil }
        let newMonth = sum.remainderDown(12) + 1
        return CalendarDate(
            year: newYear, month: newMonth,
            day: min(day, Self.length(ofMonth: newMonth, in: newYear)))
    }

    /// Nil beyond the years.
    public func adding(days count: Int) -> CalendarDate? {
        let (sum, isOver) = days.addingReportingOverflow(count)
        return isOver ? nil : CalendarDate(days: sum)
    }

    /// Whole months until another day, towards zero.
    public func months(until end: CalendarDate) -> Int {
        let (a, b) = (parts, end.parts)
        // No month is as long as 32 days, so the days decide whether the last month is whole.
        return ((b.year * 12 + b.month) * 32 + b.day - (a.year * 12 + a.month) * 32 - a.day) / 32
    }

    // MARK: The calendar

    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// - Precondition: the month is one of twelve.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func length(ofQuarter quarter: Int, in year: Int) -> Int {
        (quarter * 3 - 2...quarter * 3).reduce(0) { $0 + length(ofMonth: $1, in: year) }
    }

    private init(unchecked days: Int) { self.days = days }

    private static func count(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.quotientDown(400)
        let yearOfEra = shifted.remainderDown(400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `1984-10-11`; a year of more than four digits bears its sign.
    public var description: String {
        let (year, month, day) = parts
        let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
        return sign + abs(year).padded(4) + "-" + month.padded(2) + "-" + day.padded(2)
    }
}

extension Int {
    /// Towards minus infinity.
    package func quotientDown(_ divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// Never negative.
    package func remainderDown(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    func padded(_ width: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, width - text.utf8.count)) + text
    }
}
