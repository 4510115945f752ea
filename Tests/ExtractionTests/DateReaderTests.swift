import GraphModel
import PatternPacks
import Testing

@testable import Extraction

@Suite struct DateReaderTests {
    private static let reader = Result { DateReader([try NewsPackTests.pack.get()]) }

    private static func iso(
        _ words: String, on day: String? = "2025-12-21", _ direction: DateReader.Direction = .past
    ) throws -> String? {
        try reader.get().iso(words, on: day.flatMap { CalendarDate($0) }, direction)
    }

    /// As a document of Sunday, 21 December 2025 tells of what was.
    @Test(arguments: [
        ("Sunday", "2025-12-21"), ("Friday evening", "2025-12-19"), ("Monday", "2025-12-15"),
        ("last Friday", "2025-12-19"), ("last Sunday", "2025-12-14"),
        ("this Tuesday", "2025-12-16"), ("next Tuesday", "2025-12-23"),
        ("Tuesday next week", "2025-12-23"),
        ("yesterday", "2025-12-20"), ("today", "2025-12-21"), ("tomorrow", "2025-12-22"),
        ("12 March", "2025-03-12"), ("March 12, 2024", "2024-03-12"), ("Dec. 25", "2024-12-25"),
        ("21st of March", "2025-03-21"), ("Friday, December 19", "2025-12-19"),
        ("Feb. 29", "2024-02-29"), ("29 February 2024", "2024-02-29"),
        ("March", "2025-03"), ("last December", "2024-12"), ("next March", "2026-03"),
        ("March 2024", "2024-03"), ("early March", "2025-03-01/2025-03-10"),
        ("mid-March", "2025-03-11/2025-03-20"), ("the end of February", "2025-02-21/2025-02-28"),
        ("2019", "2019"), ("in 2019", "2019"),
        ("last week", "2025-12-08/2025-12-14"), ("this week", "2025-12-15/2025-12-21"),
        ("next week", "2025-12-22/2025-12-28"),
        ("earlier this week", "2025-12-15/2025-12-21"),
        ("earlier this month", "2025-12-01/2025-12-21"),
        ("later this month", "2025-12-21/2025-12-31"),
        ("earlier this year", "2025-01-01/2025-12-21"),
        ("last month", "2025-11"), ("next month", "2026-01"), ("last year", "2024"),
        ("two weeks ago", "2025-12-01/2025-12-07"), ("two days ago", "2025-12-19"),
        ("three months ago", "2025-09"), ("a year ago", "2024"),
        ("the past two weeks", "2025-12-07/2025-12-21"),
        ("last three days", "2025-12-18/2025-12-21"),
        ("the weekend", "2025-12-20/2025-12-21"), ("last weekend", "2025-12-13/2025-12-14"),
        ("next weekend", "2025-12-27/2025-12-28"),
        ("last summer", "2025-06-01/2025-08-31"), ("last winter", "2024-12-01/2025-02-28"),
    ])
    func whatWasIsReadBackwards(words: String, iso: String) throws {
        #expect(try Self.iso(words) == iso)
    }

    @Test(arguments: [
        ("Sunday", "2025-12-21"), ("Tuesday", "2025-12-23"), ("12 March", "2026-03-12"),
        ("March", "2026-03"), ("December", "2025-12"), ("Dec. 20", "2026-12-20"),
        ("the weekend", "2025-12-20/2025-12-21"), ("last Friday", "2025-12-19"),
    ])
    func whatIsPlannedIsReadForwards(words: String, iso: String) throws {
        #expect(try Self.iso(words, .future) == iso)
    }

    /// A weekday is that of another week, whatever day it is.
    @Test func weekdaysAreNearest() throws {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        for number in 0..<14 {
            let today = try #require(CalendarDate(days: 20_000 + number))
            for (place, name) in names.enumerated() {
                for (direction, range) in [
                    (DateReader.Direction.past, -6...0), (.future, 0...6),
                ] {
                    let text = try #require(try Self.iso(name, on: "\(today)", direction))
                    let day = try #require(CalendarDate(text))
                    #expect(day.dayOfWeek == place + 1)
                    #expect(range.contains(day.days - today.days))
                }
            }
        }
    }

    @Test(arguments: [
        ("March 12, 2024", "2024-03-12"), ("2019", "2019"), ("March 2024", "2024-03"),
    ])
    func theAbsoluteNeedsNoDocument(words: String, iso: String) throws {
        #expect(try Self.iso(words, on: nil) == iso)
    }

    @Test(arguments: ["Sunday", "last month", "12 March", "yesterday", "two weeks ago"])
    func theRelativeNeedsTheDocumentsDate(words: String) throws {
        #expect(try Self.iso(words, on: nil) == nil)
    }

    /// What says no time by itself, and what is no date.
    @Test(arguments: [
        "several days ago", "a few days ago", "the following week", "two days earlier",
        "the day before",
        "31 June", "last", "Friday to Sunday", "", "the battle", "March 12, 13", "past few weeks",
    ])
    func theVagueGivesNothing(words: String) throws {
        #expect(try Self.iso(words) == nil)
    }
}
