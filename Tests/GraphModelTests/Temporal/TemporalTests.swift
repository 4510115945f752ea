import GraphModel
import Testing

/// The laws that dates, times and durations must keep, over random values.
@Suite struct TemporalTests {
    struct Seeded: RandomNumberGenerator {
        var state: UInt64 = 41

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = state
            bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            return bits ^ (bits >> 31)
        }
    }

    static let allDays =
        CalendarDate("-999999999-01-01")!.days...CalendarDate("+999999999-12-31")!.days

    static func dates(_ count: Int) -> [CalendarDate] {
        var random = Seeded()
        return (0..<count).compactMap { index in
            let days = index % 2 == 0 ? allDays : -1_000_000...1_000_000
            return CalendarDate(days: Int.random(in: days, using: &random))
        }
    }

    @Test func everyDayIsReadBack() {
        let dates = Self.dates(20_000)
        #expect(dates.count == 20_000)
        for date in dates {
            let (year, month, day) = date.parts
            #expect(CalendarDate(year: year, month: month, day: day) == date)
            #expect(CalendarDate(year: year, ordinalDay: date.ordinalDay) == date)
            #expect(
                CalendarDate(
                    year: year, quarter: date.quarter, dayOfQuarter: date.dayOfQuarter) == date)
            let week = date.week
            #expect(
                CalendarDate(weekYear: week.year, week: week.week, dayOfWeek: date.dayOfWeek)
                    == date)
            #expect(CalendarDate("\(date)") == date)
        }
    }

    @Test func daysFollowEachOther() throws {
        var date = try #require(CalendarDate(year: -401, month: 12, day: 31))
        for _ in 0..<(1000 * 366) {
            let next = try #require(date.adding(days: 1))
            let (a, b) = (date.parts, next.parts)
            if a.day < CalendarDate.length(ofMonth: a.month, in: a.year) {
                #expect(b == (a.year, a.month, a.day + 1))
            } else {
                #expect(b == (a.month == 12 ? (a.year + 1, 1, 1) : (a.year, a.month + 1, 1)))
            }
            #expect(next.dayOfWeek == date.dayOfWeek % 7 + 1)
            date = next
        }
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("0000-03-01", -719_468),
        ("2026-11-24", 20_781),
    ])
    func daysAreCountedFrom1970(text: String, days: Int) {
        #expect(CalendarDate(text)?.days == days)
    }

    @Test(arguments: [
        "2015-07-21", "20150721", "2015-W30-2", "2015W302", "2015-202", "2015202", "2015-Q3-21",
        "2015Q321", "+2015-07-21", "+002015-07-21",
    ])
    func aDayHasManyTexts(text: String) {
        #expect(CalendarDate(text).map { "\($0)" } == "2015-07-21")
    }

    @Test(arguments: [
        "", "2015-02-29", "2015-13", "2015-00-10", "2015-W54", "2014-W53", "2015-366", "2015-Q5-01",
        "15-07-21", "2015-7-21", "2015-07-21 ", "201572", "+1000000000-01-01", "2015-07-21T12", "é",
        "99999",
    ])
    func whatIsNoDayIsRefused(text: String) { #expect(CalendarDate(text) == nil) }

    @Test(arguments: [
        "24:00", "12:60", "12:31:60", "1", "123", "12:3", "12:31:14.", "12:31:14.1234567890",
        "12:31Z", "12:31:1", "",
    ])
    func whatIsNoTimeIsRefused(text: String) { #expect(LocalTime(text) == nil) }

    @Test(arguments: [
        "12:31+19:00", "12:31+1", "12:31+01:60", "12:31+01:00x", "12:31[Europe/Stockholm]", "Z",
    ])
    func whatIsNoOffsetIsRefused(text: String) { #expect(OffsetTime(text) == nil) }

    @Test(arguments: [
        "", "P", "PT", "P1", "1D", "P1S", "PT1D", "P1DT", "P1H", "PTT1H", "P1.D",
        "P99999999999999Y9",
        "P2012-13-02", "P9223372036854775808D",
    ])
    func whatIsNoDurationIsRefused(text: String) { #expect(CalendarDuration(text) == nil) }

    @Test func timesAndMomentsAreReadBack() throws {
        var random = Seeded()
        for date in Self.dates(5000) {
            // Fractions of every length.
            let size = [1, 1000, 1_000_000, 1_000_000_000, 60_000_000_000].randomElement(
                using: &random)!
            let count = Int.random(in: 0..<LocalTime.nanosecondsOfDay, using: &random)
            let time = LocalTime(wrapping: count / size * size)
            let local = LocalDateTime(date, time)
            let offset = try #require(
                UTCOffset(seconds: Int.random(in: -64_800...64_800, using: &random)))
            #expect(LocalTime("\(time)") == time)
            #expect(OffsetTime("\(OffsetTime(time, offset))") == OffsetTime(time, offset))
            #expect(LocalDateTime("\(local)") == local)
            #expect(LocalDateTime(seconds: local.seconds, nanosecond: time.nanosecond) == local)
            for zone in [nil, "Europe/Stockholm"] {
                let moment = ZonedDateTime(local, offset, zone: zone)
                #expect(ZonedDateTime("\(moment)") == moment)
            }
        }
    }

    static func durations(_ count: Int) -> [CalendarDuration] {
        var random = Seeded()
        return (0..<count).compactMap { index in
            let size = [2, 100, 1_000_000_000][index % 3]
            return CalendarDuration(
                months: Int.random(in: -size...size, using: &random),
                days: Int.random(in: -size...size, using: &random),
                seconds: Int.random(in: -size...size, using: &random),
                nanoseconds: Int.random(in: -2_000_000_000...2_000_000_000, using: &random))
        }
    }

    @Test func durationsKeepTheirLaws() {
        let durations = Self.durations(3000)
        for (a, b) in zip(durations, durations.reversed()) {
            #expect(CalendarDuration("\(a)") == a)
            #expect(a.adding(b) == b.adding(a))
            #expect(b.negated.flatMap { a.adding(b)?.adding($0) } == a)
            #expect(a.negated?.negated == a)
            #expect(a.order(b) == -b.order(a))
            #expect((a.order(b) == 0) == (a == b))
        }
        let sorted = durations.sorted { $0.order($1) < 0 }
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.order($1) <= 0 })
    }

    @Test(arguments: [
        ("P5M1.5D", "P5M1DT12H"), ("P0.75M", "P22DT19H51M49.5S"), ("P1.1D", "P1DT2H24M"),
        ("-P1DT0.5S", "P-1DT-0.5S"), ("P0.5Y", "P6M"), ("PT0.000000001S", "PT0.000000001S"),
        ("P2012-02-02T14:37:21.545", "P2012Y2M2DT14H37M21.545S"), ("PT1H-1M", "PT59M"),
    ])
    func fractionsGoDown(text: String, result: String) {
        #expect(CalendarDuration(text).map { "\($0)" } == result)
    }

    @Test func monthsAreAddedAndCounted() throws {
        var random = Seeded()
        for date in Self.dates(5000) {
            let count = Int.random(in: -5000...5000, using: &random)
            guard let later = date.adding(months: count) else { continue }
            let whole = date.months(until: later)
            // The last day of a shorter month is reached a month early when counted back.
            #expect(whole == count || (date.day > later.day && abs(whole - count) == 1))
            #expect(
                later.day
                    == min(date.day, CalendarDate.length(ofMonth: later.month, in: later.year)))
        }
        let january = try #require(CalendarDate("2015-01-31"))
        #expect(january.adding(months: 1).map { "\($0)" } == "2015-02-28")
    }
}
