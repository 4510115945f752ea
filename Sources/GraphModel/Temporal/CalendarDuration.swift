/// A length of time in parts of the calendar. The parts stay apart, since months and days differ
/// in length; only seconds carry.
public struct CalendarDuration: Hashable, Sendable {
    public let months: Int
    public let days: Int
    public let seconds: Int
    /// Never negative, and less than a second: -0.1 s is -1 s and 900,000,000 ns.
    public let nanoseconds: Int

    public static let zero = CalendarDuration(months: 0, days: 0, seconds: 0)

    public init(months: Int, days: Int, seconds: Int) {
        self.months = months
        self.days = days
        self.seconds = seconds
        nanoseconds = 0
    }

    /// Nil where the seconds do not fit into 64 bits.
    public init?(months: Int, days: Int, seconds: Int, nanoseconds: Int) {
        let (sum, isOver) = seconds.addingReportingOverflow(
            nanoseconds.quotientDown(1_000_000_000))
        if isOver { return nil }
        self.months = months
        self.days = days
        self.seconds = sum
        self.nanoseconds = nanoseconds.remainderDown(1_000_000_000)
    }

    /// Nil where the sum does not fit into 64 bits.
    public func adding(_ other: CalendarDuration) -> CalendarDuration? {
        let months = months.addingReportingOverflow(other.months)
        let days = days.addingReportingOverflow(other.days)
        let seconds = seconds.addingReportingOverflow(other.seconds)
        if months.overflow || days.overflow || seconds.overflow { return nil }
        return CalendarDuration(
            months: months.partialValue, days: days.partialValue, seconds: seconds.partialValue,
            nanoseconds: nanoseconds + other.nanoseconds)
    }

    /// Nil where it does not fit into 64 bits.
    public var negated: CalendarDuration? {
        if months == .min || days == .min || seconds == .min { return nil }
        return CalendarDuration(
            months: -months, days: -days, seconds: -seconds, nanoseconds: -nanoseconds)
    }

    /// A month of the calendar on average: 400 years have 146,097 days.
    public static let secondsOfMonth = 2_629_746

    /// For sorting, where a month counts as on average: -1, 0 or 1, and 0 for equal ones alone.
    public func order(_ other: CalendarDuration) -> Int {
        let parts = [
            (months, other.months), (days, other.days), (seconds, other.seconds),
            (nanoseconds, other.nanoseconds),
        ]
        let (a, b) = (averageSeconds, other.averageSeconds)
        let first =
            if let a, let b { [(a, b), (nanoseconds, other.nanoseconds)] } else {
                [(Int, Int)]()
            }
        if first.isEmpty {
            let (a, b) = (roughSeconds, other.roughSeconds)
            if a != b { return a < b ? -1 : 1 }
        }
        for (x, y) in first + parts where x != y { return x < y ? -1 : 1 }
        return 0
    }

    private var averageSeconds: Int? {
        let months = months.multipliedReportingOverflow(by: Self.secondsOfMonth)
        let days = days.multipliedReportingOverflow(by: 86_400)
        let sum = months.partialValue.addingReportingOverflow(days.partialValue)
        let all = sum.partialValue.addingReportingOverflow(seconds)
        return months.overflow || days.overflow || sum.overflow || all.overflow
            ? nil : all.partialValue
    }

    private var roughSeconds: Double {
        Double(months) * Double(Self.secondsOfMonth) + Double(days) * 86_400 + Double(seconds)
    }
}

extension CalendarDuration: CustomStringConvertible {
    /// `P12Y5M14DT16H13M10.000000001S`; each part bears its own sign.
    public var description: String {
        if self == .zero { return "PT0S" }
        let date = part(months / 12, "Y") + part(months % 12, "M") + part(days, "D")
        if seconds == 0 && nanoseconds == 0 { return "P" + date }
        // The text's parts all bear the sign of the whole, the fields' nanoseconds never do.
        let borrows = seconds < 0 && nanoseconds > 0
        let whole = borrows ? seconds + 1 : seconds
        let fraction = LocalTime.fraction(borrows ? 1_000_000_000 - nanoseconds : nanoseconds)
        let rest = whole % 60
        let sign = borrows && rest == 0 ? "-" : ""
        let tail = rest == 0 && fraction.isEmpty ? "" : "\(sign)\(rest)\(fraction)S"
        return "P" + date + "T" + part(whole / 3600, "H") + part(whole / 60 % 60, "M") + tail
    }

    private func part(_ count: Int, _ letter: String) -> String {
        count == 0 ? "" : "\(count)\(letter)"
    }
}
