import GraphModel
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The zones of the system's database, each read when it is first asked for.
enum TimeZones {
    private static let cache = Mutex<[String: ZoneRules]>([:])
    private static let folders = ["/usr/share/zoneinfo/", "/var/db/timezone/zoneinfo/"]

    /// Nil where the system knows no such zone.
    static func rules(of name: String) -> ZoneRules? {
        if let known = cache.withLock({ $0[name] }) { return known }
        guard isName(name) else { return nil }
        for folder in folders {
            guard let bytes = bytes(of: folder + name), let rules = ZoneRules(bytes) else {
                continue
            }
            cache.withLock { $0[name] = rules }
            return rules
        }
        return nil
    }

    /// A name comes from a query, and must not lead out of the folder.
    private static func isName(_ name: String) -> Bool {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"),
                UInt8(ascii: "+"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isPlain && name.utf8.count < 100 && !name.isEmpty && name.utf8.first != 0x2F
    }

    private static func bytes(of path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(file, &bytes, bytes.count)
        // The largest has 4 kB; a folder cannot be read.
        return count > 0 ? Array(bytes[..<count]) : nil
    }
}

/// What a moment is told in: an offset, or a place whose offsets change.
enum TimeZoneChoice {
    case offset(UTCOffset)
    case named(String, ZoneRules)

    static let utc = TimeZoneChoice.offset(.utc)

    /// `+01:00`, `Z`, `Europe/Stockholm`
    init(_ text: String) throws(EvaluationError) {
        if let offset = UTCOffset(text) {
            self = .offset(offset)
        } else if let rules = TimeZones.rules(of: text) {
            self = .named(text, rules)
        } else {
            throw .unknownZone(text)
        }
    }

    /// The offset at a moment.
    func offset(at moment: Int) -> UTCOffset {
        switch self {
        case .offset(let offset): offset
        case .named(_, let rules): UTCOffset(seconds: rules.offset(at: moment)) ?? .utc
        }
    }

    /// What the clocks of the zone show at a moment.
    func dateTime(at moment: Int, nanosecond: Int) throws(EvaluationError) -> ZonedDateTime {
        let offset = offset(at: moment)
        let (seconds, isOver) = moment.addingReportingOverflow(offset.seconds)
        guard !isOver, let local = LocalDateTime(seconds: seconds, nanosecond: nanosecond) else {
            throw .beyondCalendar()
        }
        return ZonedDateTime(local, offset, zone: name)
    }

    /// The moment at which the clocks of the zone show a time. Of two, the one with the preferred
    /// offset, else the earlier; a time that is leapt over is moved on by the leap.
    func dateTime(
        _ local: LocalDateTime, preferring preferred: UTCOffset? = nil
    ) throws(EvaluationError) -> ZonedDateTime {
        switch self {
        case .offset(let offset): return ZonedDateTime(local, offset)
        case .named(let name, let rules):
            let before = rules.offset(at: local.seconds - 86_400)
            let after = rules.offset(at: local.seconds + 86_400)
            let valid = [preferred?.seconds ?? before, before, after].first {
                rules.offset(at: local.seconds - $0) == $0
            }
            guard let offset = valid.flatMap(UTCOffset.init(seconds:)) else {
                return try dateTime(
                    at: local.seconds - before, nanosecond: local.time.nanosecond)
            }
            return ZonedDateTime(local, offset, zone: name)
        }
    }

    private var name: String? {
        switch self {
        case .offset: nil
        case .named(let name, _): name
        }
    }
}

extension ZonedDateTime {
    func choice() throws(EvaluationError) -> TimeZoneChoice {
        guard let zone else { return .offset(offset) }
        return try TimeZoneChoice(zone)
    }

    /// The same moment elsewhere.
    func at(_ zone: TimeZoneChoice) throws(EvaluationError) -> ZonedDateTime {
        try zone.dateTime(at: epochSeconds, nanosecond: local.time.nanosecond)
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func unknownZone(_ name: String) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "the system knows no time zone '\(name)'; "
                + "a zone is an offset such as '+01:00' or a name such as 'Europe/Stockholm'")
    }

    static func beyondCalendar() -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "the result lies beyond the years -999999999 to 999999999")
    }
}
