/// Reads the ISO 8601 forms of dates and times, short and long.
struct TemporalReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    // MARK: Dates and times

    /// `2015-07-21`, `20150721`, `2015-07`, `201507`, `2015-W30-2`, `2015W302`, `2015-Q2-60`,
    /// `2015-202`, `2015202`, `2015`; with a sign, years of up to nine digits.
    mutating func date() -> CalendarDate? {
        let sign = takeSign()
        let run = digitRun
        if sign == nil && run > 4 { return compactDate(run) }
        guard run == 4 || (sign != nil && (1...9).contains(run)), let size = digits(run) else {
            return nil
        }
        let year = size * (sign ?? 1)
        let isLong = take("-")
        if take("W") { return week(year, isLong) }
        if take("Q") { return quarter(year, isLong) }
        guard isLong else { return CalendarDate(year: year, month: 1, day: 1) }
        if digitRun == 3 { return digits(3).flatMap { CalendarDate(year: year, ordinalDay: $0) } }
        guard let month = digits(2) else { return nil }
        guard take("-") else { return CalendarDate(year: year, month: month, day: 1) }
        return digits(2).flatMap { CalendarDate(year: year, month: month, day: $0) }
    }

    private mutating func compactDate(_ run: Int) -> CalendarDate? {
        guard (6...8).contains(run), let year = digits(4) else { return nil }
        if run == 7 { return digits(3).flatMap { CalendarDate(year: year, ordinalDay: $0) } }
        guard let month = digits(2) else { return nil }
        guard run == 8 else { return CalendarDate(year: year, month: month, day: 1) }
        return digits(2).flatMap { CalendarDate(year: year, month: month, day: $0) }
    }

    private mutating func week(_ year: Int, _ isLong: Bool) -> CalendarDate? {
        guard let week = digits(2) else { return nil }
        let hasDay = isLong ? take("-") : digitRun > 0
        guard let day = hasDay ? digits(1) : 1 else { return nil }
        return CalendarDate(weekYear: year, week: week, dayOfWeek: day)
    }

    private mutating func quarter(_ year: Int, _ isLong: Bool) -> CalendarDate? {
        guard let quarter = digits(1) else { return nil }
        let hasDay = isLong ? take("-") : digitRun > 0
        guard let day = hasDay ? digits(2) : 1 else { return nil }
        return CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
    }

    /// `21:40:32.142`, `214032.142`, `21:40`, `2140`, `21`.
    mutating func time() -> LocalTime? {
        let run = digitRun
        guard [2, 4, 6].contains(run), let hour = digits(2) else { return nil }
        var (minute, second, nanosecond) = (0, 0, 0)
        if run > 2 || take(":") {
            guard let value = digits(2) else { return nil }
            minute = value
            if run == 6 || (run == 2 && take(":")) {
                guard let value = digits(2), let fraction = fraction() else { return nil }
                (second, nanosecond) = (value, fraction)
            }
        }
        return LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    }

    /// `Z`, `+01:00`, `+0100`, `+01`, `+02:05:59`; nil where there is none.
    mutating func offset() -> UTCOffset? {
        if take("Z") || take("z") { return .utc }
        guard let sign = takeSign() else { return nil }
        let run = digitRun
        guard [2, 4, 6].contains(run), let hours = digits(2) else { return nil }
        var (minutes, seconds) = (0, 0)
        if run > 2 || take(":") {
            guard let value = digits(2), value < 60 else { return nil }
            minutes = value
            if run == 6 || (run == 2 && take(":")) {
                guard let value = digits(2), value < 60 else { return nil }
                seconds = value
            }
        }
        return UTCOffset(seconds: sign * ((hours * 60 + minutes) * 60 + seconds))
    }

    /// `[Europe/Stockholm]`
    mutating func zone() -> String? {
        guard take("["), bytes.last == UInt8(ascii: "]"), position < bytes.count - 1 else {
            return nil
        }
        defer { position = bytes.count }
        return String(decoding: bytes[position..<(bytes.count - 1)], as: UTF8.self)
    }

    // MARK: Durations

    /// `P1Y2M3W4DT5H6M7.8S` with a sign or a fraction on any part, `P2012-02-02T14:37:21.545`.
    mutating func duration() -> CalendarDuration? {
        let sign = takeSign() ?? 1
        guard take("P"), !isAtEnd else { return nil }
        if digitRun == 4, position + 4 < bytes.count, bytes[position + 4] == UInt8(ascii: "-") {
            return dateLikeDuration(sign)
        }
        var sum = DurationSum()
        var isTime = false
        var isEmpty = true
        while !isAtEnd {
            if take("T") {
                if isTime { return nil }
                isTime = true
                isEmpty = true
                continue
            }
            guard let number = decimal(sign), let unit = unit(isTime) else { return nil }
            sum.add(number, unit)
            isEmpty = false
        }
        return isEmpty ? nil : sum.duration
    }

    private mutating func unit(_ isTime: Bool) -> DurationSum.Unit? {
        guard !isAtEnd else { return nil }
        defer { position += 1 }
        switch (isTime, bytes[position] & ~0x20) {
        case (false, UInt8(ascii: "Y")): return .months(12)
        case (false, UInt8(ascii: "M")): return .months(1)
        case (false, UInt8(ascii: "W")): return .days(7)
        case (false, UInt8(ascii: "D")): return .days(1)
        case (true, UInt8(ascii: "H")): return .nanoseconds(3_600_000_000_000)
        case (true, UInt8(ascii: "M")): return .nanoseconds(60_000_000_000)
        case (true, UInt8(ascii: "S")): return .nanoseconds(1_000_000_000)
        default: return nil
        }
    }

    private mutating func dateLikeDuration(_ sign: Int) -> CalendarDuration? {
        guard let years = digits(4), take("-"), let months = digits(2), take("-"),
            let days = digits(2), months <= 12, days <= 31
        else { return nil }
        let time = take("T") ? self.time() : .midnight
        guard let time, isAtEnd else { return nil }
        return CalendarDuration(
            months: sign * (years * 12 + months), days: sign * days,
            seconds: sign * time.secondOfDay, nanoseconds: sign * time.nanosecond)
    }

    private mutating func decimal(_ outer: Int) -> DecimalNumber? {
        let sign = (takeSign() ?? 1) * outer
        guard (1...18).contains(digitRun), let whole = digits(digitRun) else { return nil }
        guard take(".") || take(",") else { return DecimalNumber(whole * sign) }
        let run = digitRun
        guard (1...18).contains(run), var fraction = digits(run) else { return nil }
        for _ in run..<18 { fraction *= 10 }
        return DecimalNumber(whole: whole * sign, atto: fraction * sign)
    }

    // MARK: Pieces

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else {
            return false
        }
        position += 1
        return true
    }

    private mutating func takeSign() -> Int? { take("-") ? -1 : take("+") ? 1 : nil }

    private var digitRun: Int {
        bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    }

    private mutating func digits(_ count: Int) -> Int? {
        guard digitRun >= count else { return nil }
        defer { position += count }
        return bytes[position..<(position + count)].reduce(0) {
            $0 * 10 + Int($1 - UInt8(ascii: "0"))
        }
    }

    /// Nanoseconds; none is 0, and more than nine digits are a fault.
    private mutating func fraction() -> Int? {
        guard take(".") || take(",") else { return 0 }
        let run = digitRun
        guard (1...9).contains(run), var fraction = digits(run) else { return nil }
        for _ in run..<9 { fraction *= 10 }
        return fraction
    }
}
