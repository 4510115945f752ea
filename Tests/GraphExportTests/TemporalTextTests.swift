import GraphModel
import Testing

@testable import GraphExport

/// Dates and times in every format, and back where a format can be read.
@Suite struct TemporalTextTests {
    static let cases: [(value: Value, type: String, text: String, literal: String)] = [
        (.date(CalendarDate("1984-10-11")!), "Date", "1984-10-11", "date('1984-10-11')"),
        (.localTime(LocalTime("12:31")!), "LocalTime", "12:31", "localtime('12:31')"),
        (.time(OffsetTime("12:31+01")!), "Time", "12:31+01:00", "time('12:31+01:00')"),
        (
            .localDateTime(LocalDateTime("1984-10-11T12:31")!), "LocalDateTime",
            "1984-10-11T12:31", "localdatetime('1984-10-11T12:31')"
        ),
        (
            .dateTime(ZonedDateTime("1984-10-11T12:31Z")!), "OffsetDateTime",
            "1984-10-11T12:31Z", "datetime('1984-10-11T12:31Z')"
        ),
        (
            .dateTime(ZonedDateTime("1984-10-11T12:31+01:00[Europe/Stockholm]")!),
            "ZonedDateTime", "1984-10-11T12:31+01:00[Europe/Stockholm]",
            "datetime('1984-10-11T12:31+01:00[Europe/Stockholm]')"
        ),
        (.duration(CalendarDuration("P1YT0.5S")!), "Duration", "P1YT0.5S", "duration('P1YT0.5S')"),
    ]

    @Test(arguments: cases.indices)
    func everyFormatTellsIt(index: Int) throws {
        let (value, type, text, literal) = Self.cases[index]
        let typed = TypedJson.of(value)
        #expect(typed.text == "{\"$type\":\"\(type)\",\"_value\":\"\(text)\"}")
        #expect(try JsonValues.value(of: typed) == value)
        #expect(PlainJson.of(value).text == "\"\(text)\"")
        #expect(LiteralText.of(value) == literal)
        #expect(LiteralText.cell(value) == text)
        #expect(LiteralText.of(.list([value])) == "[\(literal)]")
    }

    @Test(arguments: ["Date", "LocalTime", "Time", "LocalDateTime", "OffsetDateTime", "Duration"])
    func unreadableTextIsTold(type: String) {
        let json = Json.object([.init("$type", .string(type)), .init("_value", .string("soon"))])
        #expect(throws: JsonValues.Fault.self) { try JsonValues.value(of: json) }
    }
}
