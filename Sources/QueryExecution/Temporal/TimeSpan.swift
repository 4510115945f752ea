import GraphModel

/// From one moment to another. What one lacks, it takes from the other: the day where only one has
/// a date, and the zone where only one has a zone; a date alone is its midnight.
struct TimeSpan {
    private let from: ZonedDateTime
    /// In the zone of `from`.
    private let to: ZonedDateTime
    private let zone: TimeZoneChoice
    private let hasDates: Bool

    init(from: TemporalParts, to: TemporalParts) throws(EvaluationError) {
        let zones = (try from.choice(), try to.choice())
        zone = zones.0 ?? zones.1 ?? .utc
        hasDates = from.date != nil && to.date != nil
        let day = from.date ?? to.date ?? CalendarDate(days: 0)
        guard let day else { throw .beyondCalendar() }
        self.from = try zone.dateTime(
            LocalDateTime(from.date ?? day, from.time ?? .midnight), preferring: from.offset)
        let end = try (zones.1 ?? zone).dateTime(
            LocalDateTime(to.date ?? day, to.time ?? .midnight), preferring: to.offset)
        self.to = try end.at(zone)
    }

    /// Whole months, towards zero; none where either lacks a date.
    func months() -> Int { hasDates ? from.local.date.months(until: end(after: from.local)) : 0 }

    /// Whole days, towards zero; none where either lacks a date.
    func days() -> Int {
        hasDates ? end(after: from.local).days - from.local.date.days : 0
    }

    func seconds() throws(EvaluationError) -> CalendarDuration { try seconds(since: from) }

    /// Whole months, then whole days, then the rest.
    func parts() throws(EvaluationError) -> CalendarDuration {
        guard hasDates else { return try seconds() }
        let months = months()
        guard let month = from.local.date.adding(months: months) else { throw .beyondCalendar() }
        let later = LocalDateTime(month, from.local.time)
        let days = end(after: later).days - month.days
        guard let date = month.adding(days: days) else { throw .beyondCalendar() }
        let rest = try seconds(
            since: zone.dateTime(
                LocalDateTime(date, from.local.time), preferring: from.offset))
        guard
            let sum = CalendarDuration(months: months, days: days, seconds: 0).adding(rest)
        else { throw .largeDuration() }
        return sum
    }

    private func seconds(since start: ZonedDateTime) throws(EvaluationError) -> CalendarDuration {
        let duration = CalendarDuration(
            months: 0, days: 0, seconds: to.epochSeconds - start.epochSeconds,
            nanoseconds: to.local.time.nanosecond - start.local.time.nanosecond)
        guard let duration else { throw .largeDuration() }
        return duration
    }

    /// The last day of which the time of `start` was reached, so that whole days can be counted.
    private func end(after start: LocalDateTime) -> CalendarDate {
        let date = to.local.date
        if date > start.date && to.local.time < start.time {
            return date.adding(days: -1) ?? date
        }
        if date < start.date && to.local.time > start.time {
            return date.adding(days: 1) ?? date
        }
        return date
    }
}
