import GraphModel
import Testing

@testable import QueryExecution

@Suite struct TemporalArithmeticTests {
    static var context: FunctionContext {
        FunctionContext(
            graph: OneNodeGraph(),
            statementTime: StatementTime(seconds: 1_800_000_000, nanoseconds: 5),
            random: RandomSource(seed: 1))
    }

    static func call(_ name: String, _ arguments: Value...) throws -> Value {
        let function = try #require(FunctionLibrary.scalar(named: name))
        return try function.evaluate(arguments, context)
    }

    static func moments(_ count: Int) -> [LocalDateTime] {
        var random = RandomSource(seed: 3)
        return (0..<count).compactMap { _ in
            LocalDateTime(
                seconds: Int.random(in: -99_000_000_000...99_000_000_000, using: &random),
                nanosecond: Int.random(in: 0..<1_000_000_000, using: &random))
        }
    }

    /// From one moment, the duration between leads to the other.
    @Test func durationsBetweenLeadThere() throws {
        let moments = Self.moments(2000)
        for (a, b) in zip(moments, moments.reversed()) {
            for name in ["duration.between", "duration.inSeconds"] {
                let duration = try Self.call(name, .localDateTime(a), .localDateTime(b))
                let end = try ValueArithmetic.apply(.add, .localDateTime(a), duration)
                #expect(end == .localDateTime(b), "\(a) to \(b) by \(name)")
            }
        }
    }

    /// Days and seconds can be taken back, which months cannot.
    @Test func whatIsAddedCanBeTakenBack() throws {
        var random = RandomSource(seed: 4)
        for local in Self.moments(2000) {
            let duration = try #require(
                CalendarDuration(
                    months: 0, days: Int.random(in: -10_000...10_000, using: &random),
                    seconds: Int.random(in: -1_000_000...1_000_000, using: &random),
                    nanoseconds: Int.random(in: 0..<1_000_000_000, using: &random)))
            let values: [Value] = [
                .localDateTime(local), .date(local.date), .localTime(local.time),
                .dateTime(ZonedDateTime(local, .utc)),
            ]
            for value in values {
                let sum = try ValueArithmetic.apply(.add, value, .duration(duration))
                #expect(try ValueArithmetic.apply(.subtract, sum, .duration(duration)) == value)
            }
        }
    }

    @Test(arguments: [
        ("P1Y", Value.float(0.5), "P6M"), ("P1M", .float(0.5), "P15DT5H14M33S"),
        ("PT1S", .integer(-3), "PT-3S"), ("P3M", .integer(2), "P6M"),
        ("PT0.1S", .integer(3), "PT0.3S"),
    ])
    func durationsAreMultiplied(text: String, factor: Value, expected: String) throws {
        let duration = Value.duration(try #require(CalendarDuration(text)))
        let product = try ValueArithmetic.apply(.multiply, duration, factor)
        #expect(product.temporalText == expected)
        #expect(try ValueArithmetic.apply(.multiply, factor, duration) == product)
    }

    @Test(arguments: [
        ("date", Value.string("2015-02-29")), ("date", .map([:])), ("date", .integer(1)),
        ("date", .map(["year": .float(1984)])), ("date", .map(["yeer": .integer(1984)])),
        ("date", .map(["year": .integer(1984), "day": .integer(1)])),
        ("date", .map(["year": .integer(1984), "week": .integer(1), "month": .integer(1)])),
        ("date", .map(["year": .integer(2015), "month": .integer(2), "day": .integer(29)])),
        ("date", .localTime(.midnight)), ("localtime", .date(CalendarDate(days: 0)!)),
        ("localtime", .map(["hour": .integer(24)])),
        ("localtime", .map(["hour": .integer(1), "second": .integer(1)])),
        ("localtime", .map(["hour": .integer(1), "millisecond": .integer(1)])),
        ("datetime", .string("2015-07-21T21:40+05:00[Europe/Stockholm]")),
        ("datetime", .string("2015-07-21T21:40[Europe/Atlantis]")),
        ("datetime", .map(["year": .integer(1), "timezone": .string("nowhere")])),
        ("datetime", .map(["epochSeconds": .integer(.max)])),
        ("duration", .string("1D")), ("duration", .map(["day": .integer(1)])),
        ("duration", .map(["years": .integer(.max)])), ("duration", .map(["days": .string("1")])),
        ("date.truncate", .string("hour")), ("localtime.truncate", .string("year")),
        ("date.realtime", .string("nowhere")),
    ])
    func whatCannotBeMadeIsTold(name: String, argument: Value) {
        let error = #expect(throws: EvaluationError.self) { try Self.call(name, argument) }
        #expect(error.map { !$0.message.isEmpty } == true)
    }

    @Test func momentsAreOrderedAndDurationsNotCompared() throws {
        let early = Value.dateTime(try #require(ZonedDateTime("1984-10-11T12:00+05:00")))
        let late = Value.dateTime(try #require(ZonedDateTime("1984-10-11T10:00Z")))
        #expect(ValueComparison.compare(early, late) == -1)
        let month = Value.duration(try #require(CalendarDuration("P1M")))
        let days = Value.duration(try #require(CalendarDuration("P30D")))
        #expect(ValueComparison.compare(month, days) == nil)
        #expect(ValueComparison.order(days, month) == -1)
        #expect(ValueComparison.equals(month, days) == false)
        let date = try Self.call("date", late)
        #expect(ValueComparison.compare(date, late) == nil)
        #expect(ValueComparison.equals(date, late) == false)
    }

    @Test func thePresentIsTheStatements() throws {
        #expect(try Self.call("datetime").temporalText == "2027-01-15T08:00:00.000000005Z")
        #expect(
            try Self.call("time", .map(["timezone": .string("Europe/Stockholm")]))
                .temporalText == "09:00:00.000000005+01:00")
        #expect(try Self.call("date.statement", .string("-11:00")).temporalText == "2027-01-14")
    }
}
