/// A time of the day without a zone.
public struct LocalTime: Hashable, Comparable, Sendable {
    /// Since midnight, below one day.
    public let nanoseconds: Int

    public static let midnight = LocalTime(wrapping: 0)
    public static let nanosecondsOfDay = 86_400_000_000_000

    /// Nil where a day has no such time.
    public init?(hour: Int, minute: Int = 0, second: Int = 0, nanosecond: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
            (0..<1_000_000_000).contains(nanosecond)
        else { return nil }
        nanoseconds = ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + nanosecond
    }

    /// As far after midnight, whole days left out.
    public init(wrapping nanoseconds: Int) {
        self.nanoseconds = nanoseconds.remainderDown(Self.nanosecondsOfDay)
    }

    public static func < (a: Self, b: Self) -> Bool { a.nanoseconds < b.nanoseconds }

    public var hour: Int { nanoseconds / 3_600_000_000_000 }
    public var minute: Int { nanoseconds / 60_000_000_000 % 60 }
    public var second: Int { nanoseconds / 1_000_000_000 % 60 }
    public var nanosecond: Int { nanoseconds % 1_000_000_000 }
    public var secondOfDay: Int { nanoseconds / 1_000_000_000 }

    /// The time of another moment, as far on as the duration's seconds say.
    public func adding(seconds: Int, nanoseconds more: Int) -> LocalTime {
        LocalTime(wrapping: nanoseconds + seconds.remainderDown(86_400) * 1_000_000_000 + more)
    }
}

extension LocalTime: CustomStringConvertible {
    /// `12:31`, `12:31:14`, `12:31:14.645`: as short as it goes.
    public var description: String {
        let minutes = hour.padded(2) + ":" + minute.padded(2)
        if second == 0 && nanosecond == 0 { return minutes }
        return minutes + ":" + second.padded(2) + Self.fraction(nanosecond)
    }

    /// `.645` without zeros at the end, or nothing.
    static func fraction(_ nanosecond: Int) -> String {
        if nanosecond == 0 { return "" }
        var digits = nanosecond.padded(9)
        while digits.last == "0" { digits.removeLast() }
        return "." + digits
    }
}

/// How far a clock stands ahead of UTC.
public struct UTCOffset: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let seconds: Int

    public static let utc = UTCOffset(unchecked: 0)
    /// ISO 8601 sets no limit; no zone has ever gone further.
    private static let limit = 18 * 3600

    public init?(seconds: Int) {
        guard abs(seconds) <= Self.limit else { return nil }
        self.seconds = seconds
    }

    private init(unchecked seconds: Int) { self.seconds = seconds }

    public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

    /// `Z`, `+01:00`, `-02:05:07`.
    public var description: String {
        if seconds == 0 { return "Z" }
        let size = abs(seconds)
        let rest = size % 60 == 0 ? "" : ":" + (size % 60).padded(2)
        return (seconds < 0 ? "-" : "+") + (size / 3600).padded(2) + ":"
            + (size / 60 % 60).padded(2) + rest
    }
}

/// A time of the day at an offset from UTC.
public struct OffsetTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var time: LocalTime
    public var offset: UTCOffset

    public init(_ time: LocalTime, _ offset: UTCOffset) {
        self.time = time
        self.offset = offset
    }

    /// By the moment of the day; the same moment, by offset.
    public static func < (a: Self, b: Self) -> Bool {
        (a.nanosecondsUTC, a.offset) < (b.nanosecondsUTC, b.offset)
    }

    /// Of the same moment at another offset.
    public func at(_ other: UTCOffset) -> OffsetTime {
        OffsetTime(time.adding(seconds: other.seconds - offset.seconds, nanoseconds: 0), other)
    }

    private var nanosecondsUTC: Int { time.nanoseconds - offset.seconds * 1_000_000_000 }

    public var description: String { "\(time)\(offset)" }
}
