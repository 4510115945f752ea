/// Adds up parts of a duration that may have fractions. What is left of a month becomes days, and
/// what is left of a day seconds.
public struct DurationSum: Sendable {
    public enum Unit: Sendable {
        case months(Int)
        case days(Int)
        case nanoseconds(Int)
    }

    private var months = 0
    private var days = 0
    private var seconds = 0
    private var nanoseconds = 0
    /// Of months and days; both less than one of their unit for each part added.
    private var rest = 0
    private var isOver = false

    private static let second = 1_000_000_000

    public init() {}

    /// So many of a unit that has so many months, days or nanoseconds.
    public mutating func add(_ number: DecimalNumber, _ unit: Unit) {
        switch unit {
        case .months(let size):
            months = sum(months, number.whole, times: size)
            // Half a year is six months, so what is left counts in months first.
            let (whole, left) = number.share(of: size)
            months = sum(months, whole)
            rest += left.share(of: CalendarDuration.secondsOfMonth * Self.second).whole
        case .days(let size):
            days = sum(days, number.whole, times: size)
            let (whole, left) = number.share(of: size)
            days = sum(days, whole)
            rest += left.share(of: 86_400 * Self.second).whole
        case .nanoseconds(let size):
            if size >= Self.second {
                seconds = sum(seconds, number.whole, times: size / Self.second)
            } else {
                seconds = sum(seconds, number.whole / (Self.second / size))
                nanoseconds = sum(
                    nanoseconds, number.whole % (Self.second / size), times: size)
            }
            nanoseconds = sum(nanoseconds, number.share(of: size).whole)
        }
    }

    /// Nil where it does not fit into 64 bits.
    public var duration: CalendarDuration? {
        let day = 86_400 * Self.second
        let days = days.addingReportingOverflow(rest / day)
        let (sum, isLarge) = nanoseconds.addingReportingOverflow(rest % day)
        if isOver || days.overflow || isLarge { return nil }
        return CalendarDuration(
            months: months, days: days.partialValue, seconds: seconds, nanoseconds: sum)
    }

    /// Notes it where a total outgrows 64 bits.
    private mutating func sum(_ total: Int, _ count: Int, times size: Int = 1) -> Int {
        let (product, isLarge) = count.multipliedReportingOverflow(by: size)
        let (sum, isLarger) = total.addingReportingOverflow(product)
        isOver = isOver || isLarge || isLarger
        return sum
    }
}

/// A decimal number of eighteen places, exact where a `Double` would not be.
public struct DecimalNumber: Hashable, Sendable {
    public var whole: Int
    /// Of the sign of the whole, in units of 10^-18.
    var atto: Int

    static let one = 1_000_000_000_000_000_000

    public init(_ whole: Int) {
        self.whole = whole
        atto = 0
    }

    init(whole: Int, atto: Int) {
        self.whole = whole
        self.atto = atto
    }

    /// The number as it is written, so that 1.1 is not 1.100000000000000089; nil beyond 64 bits.
    public init?(_ float: Double) {
        guard let whole = Int(exactly: float.rounded(.towardZero)) else { return nil }
        let rest = float - float.rounded(.towardZero)
        let text = "\(float)"
        self.init(whole: whole, atto: Int(rest * Double(Self.one)))
        guard !text.utf8.contains(UInt8(ascii: "e")),
            let point = text.utf8.firstIndex(of: UInt8(ascii: "."))
        else { return }
        let digits = text[text.utf8.index(after: point)...].prefix(18)
        guard let fraction = Int(digits + String(repeating: "0", count: 18 - digits.utf8.count))
        else { return }
        atto = float < 0 ? -fraction : fraction
    }

    /// The fraction's share of a number of parts, and what is left of one part.
    func share(of parts: Int) -> (whole: Int, left: DecimalNumber) {
        let product = atto.magnitude.multipliedFullWidth(by: parts.magnitude)
        let (quotient, remainder) = Self.one.magnitude.dividingFullWidth(product)
        let sign = atto < 0 ? -1 : 1
        return (Int(quotient) * sign, DecimalNumber(whole: 0, atto: Int(remainder) * sign))
    }
}
