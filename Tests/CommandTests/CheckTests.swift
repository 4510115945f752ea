import Foundation
import Testing

/// Packs are made, checked and told about as their authors meet it.
@Suite struct CheckTests {
    @Test(arguments: ["dinners", "packs/my_pack-2/"])
    func aNewPackPasses(name: String) throws {
        let place = try Workplace()
        let made = try place.run("pack", "new", name)
        #expect(made.code == 0 && made.errors.isEmpty, "\(made)")
        let checked = try place.run("check", name)
        #expect(checked.code == 0 && checked.errors.isEmpty, "\(checked)")
        #expect(
            checked.output
                == "checked 1 pack: 1 pattern, 2 examples, 1 counterexample; 0 errors, 0 warnings\n"
        )
        let before = try place.bytes("\(name)/pack.toml")
        let again = try place.run("pack", "new", name)
        #expect(again.code == 1 && again.errors.contains("is there already"), "\(again)")
        #expect(try place.bytes("\(name)/pack.toml") == before)
    }

    @Test func aNameThatIsNoneIsTold() throws {
        let place = try Workplace()
        let ended = try place.run("pack", "new", "my \"pack\"")
        #expect(ended.code == 1 && ended.errors.contains("is no name for a pack"), "\(ended)")
    }

    @Test func theProgramsOwnPackHasNoErrors() throws {
        let ended = try Workplace().run("check", "--format", "json")
        #expect(ended.code == 0 && ended.errors.isEmpty)
        let json = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
        let check = try #require(json as? [String: Any])
        #expect(check["errors"] as? Int == 0)
        #expect(try #require(check["examples"] as? Int) > 150)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var code: String
        var toml: String
        var place: String
        var told: String
        var isError = true
        var testDescription: String { code }
    }

    static func relation(_ rest: String, _ before: String = "") -> String {
        "\(before)[[relation]]\nid = \"x\"\ntype = \"FUNDS\"\n\(rest)\n"
    }

    static let pattern = "pattern = '{source:actor} (?<trigger>hired a bus) for {target:actor}'\n"
    static let example = "example = \"Qatar hired a bus for Kenya.\"\n"

    static let cases = [
        Case(
            code: "ExampleMissed", toml: relation(pattern + "example = \"Qatar lost a bus.\""),
            place: "p/pack.toml:5:12: error", told: "nothing matched"),
        Case(
            code: "ExampleMissed",
            toml: relation(pattern + "example = \"Germany met France in Paris.\""),
            place: "p/pack.toml:5:12: error", told: "taken by 'meets-"),
        Case(
            code: "CounterexampleFound",
            toml: relation(
                pattern + example + "counterexample = [\n  \"Oman hired a bus for Laos.\"]"),
            place: "p/pack.toml:7:4: error", told: "finds its counterexample"),
        Case(
            code: "UnknownFragment", toml: relation("pattern = '{source:actr} x'\n" + example),
            place: "p/pack.toml:4:11: error", told: "did you mean '{actor}'?"),
        Case(
            code: "NoExample", toml: relation(pattern), place: "p/pack.toml:1:1: warning",
            told: "'x' has no example", isError: false),
        Case(
            code: "IdleAnchor",
            toml: relation("anchors = [\"bus\", \"rented\"]\n" + pattern + example),
            place: "p/pack.toml:4:11: warning", told: "the anchors 'rented'", isError: false),
        Case(
            code: "UnusedDefinition",
            toml: relation(pattern + example, "[words]\nrent = [\"rents\"]\n"),
            place: "p/pack.toml:2:8: warning", told: "the word list 'rent'", isError: false),
        Case(
            code: "UnusedDefinition",
            toml: relation(pattern + example, "[define]\nfoo = 'bar'\n"),
            place: "p/pack.toml:2:7: warning", told: "the fragment 'foo'", isError: false),
        Case(
            code: "CatastrophicPattern",
            toml: relation(
                "pattern = '(?:[a-z]+ ?)+{source:actor} (?<trigger>hired a bus) for {target:actor}'\n"
                    + "example = \"It said Qatar hired a bus for Kenya.\""),
            place: "p/pack.toml:4:11: warning", told: "'x' tries too many ways", isError: false),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsTold(test: Case) throws {
        let place = try Workplace()
        try place.write("p/pack.toml", test.toml)
        let ended = try place.run("check", "p")
        #expect(ended.code == (test.isError ? 1 : 0), "\(ended)")
        #expect(ended.errors.contains(test.place), "\(ended)")
        #expect(ended.errors.contains("[\(test.code)]"), "\(ended)")
        #expect(ended.errors.contains(test.told), "\(ended)")
        #expect(ended.errors.contains("^"))
        #expect(ended.output.contains(test.isError ? "1 error, " : "0 errors, 1 warning"))
        let json = try place.run("check", "p", "--format", "json")
        #expect(json.code == ended.code && json.errors.isEmpty)
        #expect(json.output.contains("\"code\":\"\(test.code)\""))
    }

    /// A phrase without target has to join; lists that the program itself reads are used.
    @Test func phrasesAreTriedByWhatTheyJoin() throws {
        let place = try Workplace()
        func toml(_ example: String) -> String {
            "[words]\nabbreviation = [\"Bgm\"]\n[[phrase]]\nid = \"p\"\n"
                + "pattern = 'brave little {head:country}'\nexample = \"\(example)\"\n"
        }
        try place.write("p/pack.toml", toml("They met brave little Laos."))
        let good = try place.run("check", "p")
        #expect(good.code == 0 && good.errors.isEmpty, "\(good)")
        try place.write("p/pack.toml", toml("They met little Laos."))
        #expect(try place.run("check", "p").code == 1)
    }

    @Test func theProgramsPacksAreListed() throws {
        let ended = try Workplace().run("pack", "list")
        #expect(ended.code == 0 && ended.errors.isEmpty)
        #expect(
            ended.output.hasPrefix(
                "news: Actors and their relations in English news texts\n"
                    + "    finds REPRESENTS, MEETS_WITH, FUNDS, DEMANDS\n"), "\(ended.output)")
    }

    @Test(arguments: [
        (["check", "missing"], 1, "no folder 'missing'"),
        (["check", "nws"], 1, "did you mean 'news'?"),
        (["extract", "--pack", "nws", "-"], 1, "did you mean 'news'?"),
        (["check", "--without-news-pack"], 2, "needs a pack"),
        (["check", "--format", "xml"], 2, "xml"),
        (["pack", "new"], 2, "name"),
    ])
    func wrongUseIsTold(arguments: [String], code: Int32, told: String) throws {
        let place = try Workplace()
        let ended = try Command.run(arguments, in: place.folder)
        #expect(ended.code == code && ended.errors.contains(told), "\(ended)")
    }
}
