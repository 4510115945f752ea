/// Values from their text; all are nil where the text is none.
extension CalendarDate {
    /// Any form of ISO 8601: `2015-07-21`, `2015-W30-2`, `2015-202`.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        guard let date = reader.date(), reader.isAtEnd else { return nil }
        self = date
    }
}

extension LocalTime {
    /// `21:40:32.142`, `2140`.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        guard let time = reader.time(), reader.isAtEnd else { return nil }
        self = time
    }
}

extension UTCOffset {
    /// `Z`, `+01:00`.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        self = offset
    }
}

extension OffsetTime {
    /// `21:40:32+01:00`; UTC where no offset stands.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        guard let time = reader.time() else { return nil }
        let offset = reader.isAtEnd ? UTCOffset.utc : reader.offset()
        guard let offset, reader.isAtEnd else { return nil }
        self.init(time, offset)
    }
}

extension LocalDateTime {
    /// `2015-07-21T21:40:32`; midnight where no time stands.
    public init?(_ text: String) {
        guard let parts = DateTimeText(text), parts.offset == nil, parts.zone == nil else {
            return nil
        }
        self = parts.local
    }
}

extension ZonedDateTime {
    /// With offset, as `description` writes it: no zone is looked up.
    public init?(_ text: String) {
        guard let parts = DateTimeText(text), let offset = parts.offset else { return nil }
        self.init(parts.local, offset, zone: parts.zone)
    }
}

extension CalendarDuration {
    /// `P12Y5M14DT16H`, `P5M1.5D`, `P2012-02-02T14:37:21.545`.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        guard let duration = reader.duration() else { return nil }
        self = duration
    }
}

/// What a text says of a moment; its zone may still have to be looked up.
public struct DateTimeText: Hashable, Sendable {
    public var local: LocalDateTime
    public var offset: UTCOffset?
    public var zone: String?

    public init?(_ text: String) {
        var reader = TemporalReader(text)
        guard let date = reader.date() else { return nil }
        var time = LocalTime.midnight
        if reader.take("T") {
            guard let read = reader.time() else { return nil }
            time = read
            offset = reader.offset()
        }
        local = LocalDateTime(date, time)
        if !reader.isAtEnd {
            zone = reader.zone()
            if zone == nil { return nil }
        }
    }
}
