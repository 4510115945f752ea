import Foundation
import Testing

/// The company pack as a user meets it: by its name, with its saved scripts.
@Suite struct CompanyTests {
    static let articles = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/samples-company/")

    static func place() throws -> Workplace {
        let place = try Workplace()
        let read = try place.run(
            "ingest", "deals.legation", "\(articles.path)/01-turbine-takeover.txt",
            "\(articles.path)/02-app-bank.txt", "--pack", "company", "--without-news-pack")
        #expect(read.code == 0 && read.errors.isEmpty, "\(read)")
        return place
    }

    @Test func itsScriptsAreAsked() throws {
        let place = try Self.place()
        func rows(_ arguments: String...) throws -> [String] {
            let ended = try Command.run(
                ["run", "deals.legation"] + arguments + ["--format", "tsv"], in: place.folder)
            #expect(ended.code == 0 && ended.errors.isEmpty, "\(ended)")
            return ended.output.split(separator: "\n").map(String.init)
        }
        let bought = try rows("who-bought-whom")
        #expect(bought.contains("Castellan\tNorrvind\t\t\trefused\t1"), "\(bought)")
        #expect(bought.contains("Castellan\tNorrvind\t\t\tplanned\t1"), "\(bought)")
        #expect(bought.contains { $0.contains("\t310 million euros\t\tplanned\t1") }, "\(bought)")
        let suits = try rows("suits-against", "--param", "company=Castellan")
        #expect(suits.count == 2 && suits[1].contains("in a London court"), "\(suits)")
        let appointments = try rows("appointments-of", "--param", "name=Norrvind")
        #expect(
            appointments.contains("Norrvind\tJens Toft\tfinance director\tasserted"),
            "\(appointments)")
    }

    @Test func itsTypesAreCountedAndDrawn() throws {
        let place = try Self.place()
        let statistics = try place.run("stats", "deals.legation")
        #expect(statistics.output.contains("ACQUIRES") && statistics.output.contains("refused"))
        let drawing = try place.run("export", "deals.legation", "--format", "dot")
        #expect(drawing.output.contains("label=\"acquires"), "\(drawing)")
        #expect(drawing.output.contains("color=\"#B5842B\"") && drawing.output.contains("dotted"))
        let stakes = try place.run(
            "query", "deals.legation", "MATCH ({name: 'Temasek'})-[i:INVESTS_IN]->() RETURN i.stake"
        )
        #expect(stakes.output == "i.stake\n8 percent\n", "\(stakes)")
    }

    @Test func itIsListedAndChecked() throws {
        let place = try Workplace()
        let list = try place.run("pack", "list")
        #expect(list.output.contains("finds ACQUIRES, INVESTS_IN, SUES, APPOINTS\n"), "\(list)")
        #expect(list.output.contains("; uses news\n"), "\(list)")
        let unknown = try place.run("extract", "--pack", "compny", "-")
        #expect(unknown.code == 1 && unknown.errors.contains("did you mean 'company'?"))
    }
}
