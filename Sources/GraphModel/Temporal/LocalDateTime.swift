/// A day and a time without a zone.
public struct LocalDateTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var date: CalendarDate
    public var time: LocalTime

    public init(_ date: CalendarDate, _ time: LocalTime) {
        self.date = date
        self.time = time
    }

    /// Of a clock that was at zero on 1970-01-01T00:00; nil beyond the years.
    public init?(seconds: Int, nanosecond: Int) {
        guard let date = CalendarDate(days: seconds.quotientDown(86_400)) else { return nil }
        self.date = date
        time = LocalTime(wrapping: seconds.remainderDown(86_400) * 1_000_000_000 + nanosecond)
    }

    public static func < (a: Self, b: Self) -> Bool { (a.date, a.time) < (b.date, b.time) }

    /// By a clock that was at zero on 1970-01-01T00:00.
    public var seconds: Int { date.days * 86_400 + time.secondOfDay }

    /// Nil beyond the years.
    public func adding(seconds: Int, nanoseconds: Int) -> LocalDateTime? {
        let (sum, isOver) = self.seconds.addingReportingOverflow(seconds)
        let nanoseconds = time.nanosecond + nanoseconds
        let (whole, isOverAgain) = sum.addingReportingOverflow(
            nanoseconds.quotientDown(1_000_000_000))
        if isOver || isOverAgain { return nil }
        return LocalDateTime(
            seconds: whole, nanosecond: nanoseconds.remainderDown(1_000_000_000))
    }

    public var description: String { "\(date)T\(time)" }
}

/// A moment, with the offset and, where it has one, the zone that it is told in.
public struct ZonedDateTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var local: LocalDateTime
    public var offset: UTCOffset
    /// Of the IANA's list: `Europe/Stockholm`; nil where the offset is all that is known.
    public var zone: String?

    public init(_ local: LocalDateTime, _ offset: UTCOffset, zone: String? = nil) {
        self.local = local
        self.offset = offset
        self.zone = zone
    }

    /// Since 1970-01-01T00:00Z.
    public var epochSeconds: Int { local.seconds - offset.seconds }

    /// By the moment; the same moment, by offset and zone.
    public static func < (a: Self, b: Self) -> Bool {
        (a.epochSeconds, a.local.time.nanosecond, a.offset, a.zone ?? "")
            < (b.epochSeconds, b.local.time.nanosecond, b.offset, b.zone ?? "")
    }

    public var description: String { "\(local)\(offset)" + (zone.map { "[\($0)]" } ?? "") }
}
