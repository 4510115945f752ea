import GraphModel

/// When summer time begins and ends in every year to come, in the notation of POSIX:
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct YearlyRule: Sendable {
    private var standard: Int
    private var summer: Summer?

    private struct Summer {
        var offset: Int
        var start: Moment
        var end: Moment
    }

    private enum Day {
        /// The week's day (Sunday is 0) in a week of a month; the fifth is the last.
        case weekday(month: Int, week: Int, day: Int)
        /// From 1, and the leap day is not counted.
        case withoutLeapDay(Int)
        /// From 0.
        case ofYear(Int)
    }

    private struct Moment {
        var day: Day
        var seconds: Int

        /// By the clock that runs until then, since 1970.
        func local(in year: Int) -> Int {
            let date: CalendarDate? =
                switch day {
                case .ofYear(let day): CalendarDate(year: year, ordinalDay: 1)?.adding(days: day)
                case .withoutLeapDay(let day):
                    CalendarDate(
                        year: year,
                        ordinalDay: day + (day > 59 && CalendarDate.isLeap(year) ? 1 : 0))
                case .weekday(let month, let week, let day):
                    Self.weekday(year: year, month: month, week: week, day: day)
                }
            return (date?.days ?? 0) * 86_400 + seconds
        }

        private static func weekday(year: Int, month: Int, week: Int, day: Int) -> CalendarDate? {
            guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
            var place = (day - first.dayOfWeek).remainderDown(7) + (week - 1) * 7
            while place >= CalendarDate.length(ofMonth: month, in: year) { place -= 7 }
            return first.adding(days: place)
        }
    }

    /// Nil where the text is no rule.
    init?(_ text: String) {
        var reader = Reader(bytes: Array(text.utf8))
        guard reader.name(), let west = reader.time() else { return nil }
        standard = -west
        if reader.isAtEnd { return }
        guard reader.name() else { return nil }
        var offset = standard + 3600
        if !reader.isNext(",") {
            guard let west = reader.time() else { return nil }
            offset = -west
        }
        guard let start = reader.moment(), let end = reader.moment(), reader.isAtEnd else {
            return nil
        }
        summer = Summer(offset: offset, start: start, end: end)
    }

    func offset(at moment: Int) -> Int {
        guard let summer,
            let year = CalendarDate(days: (moment + standard).quotientDown(86_400))?.year
        else { return standard }
        let start = summer.start.local(in: year) - standard
        let end = summer.end.local(in: year) - summer.offset
        // South of the equator summer goes over the new year.
        let isSummer =
            start < end ? start <= moment && moment < end : !(end <= moment && moment < start)
        return isSummer ? summer.offset : standard
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        var isAtEnd: Bool { position == bytes.count }

        func isNext(_ character: Unicode.Scalar) -> Bool {
            position < bytes.count && bytes[position] == UInt8(ascii: character)
        }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard isNext(character) else { return false }
            position += 1
            return true
        }

        /// `CET`, `<+03>`
        mutating func name() -> Bool {
            let start = position
            if take("<") {
                while !isAtEnd, !isNext(">") { position += 1 }
                return take(">")
            }
            while position < bytes.count, bytes[position] | 0x20 >= UInt8(ascii: "a"),
                bytes[position] | 0x20 <= UInt8(ascii: "z")
            {
                position += 1
            }
            return position > start
        }

        /// `-1`, `3:30`, in seconds.
        mutating func time() -> Int? {
            let sign = take("-") ? -1 : 1
            _ = take("+")
            guard let hours = number() else { return nil }
            let minutes = take(":") ? number() : 0
            let seconds = minutes != nil && take(":") ? number() : 0
            guard let minutes, let seconds else { return nil }
            return sign * (hours * 3600 + minutes * 60 + seconds)
        }

        mutating func number() -> Int? {
            let start = position
            var value = 0
            while position < bytes.count,
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(
                    bytes[position]), position - start < 4
            {
                value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
                position += 1
            }
            return position > start ? value : nil
        }

        /// `,M3.5.0/2`
        mutating func moment() -> Moment? {
            guard take(","), let day = day() else { return nil }
            guard take("/") else { return Moment(day: day, seconds: 7200) }
            return time().map { Moment(day: day, seconds: $0) }
        }

        private mutating func day() -> Day? {
            if take("J") { return number().map(Day.withoutLeapDay) }
            guard take("M") else { return number().map(Day.ofYear) }
            guard let month = number(), take("."), let week = number(), take("."),
                let day = number(), (1...12).contains(month), (1...5).contains(week), day < 7
            else { return nil }
            return .weekday(month: month, week: week, day: day)
        }
    }
}
