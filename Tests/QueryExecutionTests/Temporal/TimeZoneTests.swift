import Foundation
import GraphModel
import Testing

@testable import QueryExecution

/// Zones against Foundation's own reading of the database.
@Suite struct TimeZoneTests {
    static let names = [
        "Europe/Stockholm", "Europe/London", "America/New_York", "Australia/Sydney", "Asia/Tokyo",
        "Asia/Kolkata", "UTC",
    ]

    @Test(arguments: names)
    func offsetsAreFoundations(name: String) throws {
        let rules = try #require(TimeZones.rules(of: name))
        let zone = try #require(TimeZone(identifier: name))
        var random = RandomSource(seed: 5)
        // From 1975 to 2037, where all editions of the database agree.
        for _ in 0..<2000 {
            let moment = Int.random(in: 157_766_400...2_114_380_800, using: &random)
            let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
            #expect(rules.offset(at: moment) == expected, "\(name) at \(moment)")
        }
    }

    @Test(arguments: [
        ("2017-03-26T01:59", "2017-03-26T01:59+01:00"),
        // Leapt over, so it is told an hour later.
        ("2017-03-26T02:30", "2017-03-26T03:30+02:00"),
        ("2017-03-26T03:00", "2017-03-26T03:00+02:00"),
        // Met twice, and the first counts.
        ("2017-10-29T02:30", "2017-10-29T02:30+02:00"),
        ("2017-10-29T03:00", "2017-10-29T03:00+01:00"),
        // By the rule for all years to come.
        ("2150-07-01T12:00", "2150-07-01T12:00+02:00"),
        ("2150-12-01T12:00", "2150-12-01T12:00+01:00"),
    ])
    func clocksAreSetForwardAndBack(local: String, expected: String) throws {
        let local = try #require(LocalDateTime(local))
        let moment = try TimeZoneChoice("Europe/Stockholm").dateTime(local)
        #expect("\(moment)" == expected + "[Europe/Stockholm]")
    }

    @Test func theSecondOfTwoIsHadByItsOffset() throws {
        let local = try #require(LocalDateTime("2017-10-29T02:30"))
        let moment = try TimeZoneChoice("Europe/Stockholm").dateTime(
            local, preferring: UTCOffset(seconds: 3600))
        #expect("\(moment)" == "2017-10-29T02:30+01:00[Europe/Stockholm]")
    }

    @Test(arguments: [
        "", "Europe", "Europe/Atlantis", "../../../etc/passwd", "/etc/passwd", "zone.tab", "+19:00",
        "Europe/Stockholm\0", "tzdata.zi",
    ])
    func whatIsNoZoneIsTold(name: String) {
        let error = #expect(throws: EvaluationError.self) { try TimeZoneChoice(name) }
        #expect(error?.detail == "InvalidArgumentValue")
    }

    @Test func damagedFilesAreNoZones() throws {
        let whole = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Stockholm"))
        #expect(ZoneRules(Array(whole)) != nil)
        for count in stride(from: 0, to: whole.count - 100, by: 7) {
            #expect(ZoneRules(Array(whole.prefix(count))) == nil)
        }
        var random = RandomSource(seed: 6)
        for _ in 0..<2000 {
            var bytes = Array(whole)
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            // Any answer will do, as long as it is one.
            _ = ZoneRules(bytes)?.offset(at: 4_000_000_000)
        }
    }
}
