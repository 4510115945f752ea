import Foundation
import Testing

/// Holds the gazetteers of the news pack to their form: a name that two entries of one file claim
/// would be resolved by chance.
@Suite struct GazetteerFileTests {
    static let folder = Sample.root.appending(path: "Grammar/Packs/news")
    static let columns: Set = [
        "name", "type", "aliases", "adjectives", "seats", "note", "from", "until",
    ]
    static let types: Set = ["Country", "Organization", "Place", "Person"]
    /// The files of this form; word lists of the pack have columns of their own.
    static let files = [
        "cities", "countries", "media", "offices", "organizations", "people",
    ]

    static func table(_ file: String) throws -> TabTable {
        TabTable(text: try Sample.text(of: folder.appending(path: "\(file).tsv")))
    }

    static func entries(_ file: String) throws -> [(line: Int, fields: [String: String])] {
        let table = try table(file)
        return table.rows.map { row in
            (
                row.line,
                Dictionary(zip(table.header, row.cells), uniquingKeysWith: { first, _ in first })
            )
        }
    }

    static func surfaces(_ fields: [String: String]) -> [String] {
        [fields["name", default: ""]]
            + ["aliases", "adjectives", "seats"].flatMap { column in
                let cell = fields[column, default: ""]
                return cell.isEmpty ? [] : cell.components(separatedBy: "|")
            }
    }

    @Test(arguments: files) func fileIsWellFormed(file: String) throws {
        let table = try Self.table(file)
        #expect(Set(table.header).isSubset(of: Self.columns))
        #expect(table.header.starts(with: ["name", "type"]))
        #expect(!table.rows.isEmpty)
        for row in table.rows {
            #expect(row.cells.count == table.header.count, "line \(row.line)")
            for cell in row.cells {
                #expect(cell == cell.trimmingCharacters(in: .whitespaces), "line \(row.line)")
            }
        }
        let form = #/\d{4}(-\d\d(-\d\d)?)?/#
        for entry in try Self.entries(file) {
            #expect(Self.types.contains(entry.fields["type", default: ""]), "line \(entry.line)")
            for surface in Self.surfaces(entry.fields) {
                #expect(!surface.isEmpty, "line \(entry.line) has an empty name")
            }
            for column in ["from", "until"] {
                let date = entry.fields[column, default: ""]
                #expect(
                    date.isEmpty || date.wholeMatch(of: form) != nil, "line \(entry.line)")
            }
        }
    }

    @Test(arguments: files) func noNameIsClaimedTwice(file: String) throws {
        var owner: [String: Int] = [:]
        for entry in try Self.entries(file) {
            for surface in Self.surfaces(entry.fields) {
                let earlier = owner.updateValue(entry.line, forKey: surface)
                #expect(
                    earlier == nil,
                    "“\(surface)” stands on line \(earlier ?? 0) and again on line \(entry.line)")
            }
        }
    }

    /// A capital stands twice, as the place and as the seat of its government; any other word
    /// means one thing in the whole pack.
    @Test func noNameMeansTwoActors() throws {
        var owner: [String: String] = [:]
        for file in Self.files where file != "cities" {
            for entry in try Self.entries(file) {
                let name = entry.fields["name", default: ""]
                for surface in Self.surfaces(entry.fields) {
                    let earlier = owner.updateValue(name, forKey: surface)
                    #expect(
                        earlier == nil || earlier == name,
                        "“\(surface)” means \(earlier ?? "") and, in \(file), \(name)")
                }
            }
        }
    }

    /// The offices add seats to countries that countries.tsv names; one misspelt would make a
    /// second country.
    @Test func officesBelongToKnownCountries() throws {
        let countries = Set(try Self.entries("countries").map { $0.fields["name", default: ""] })
        for entry in try Self.entries("offices") {
            #expect(
                countries.contains(entry.fields["name", default: ""]), "line \(entry.line)")
        }
    }

    /// The note of a city is its country, so that a query can go from one to the other.
    @Test func citiesLieInKnownCountries() throws {
        let countries = Set(try Self.entries("countries").map { $0.fields["name", default: ""] })
        for entry in try Self.entries("cities") {
            let note = entry.fields["note", default: ""]
            #expect(
                countries.contains(note) || ["region", "waters"].contains(note),
                "line \(entry.line): no country “\(note)”")
        }
    }
}
