import PatternPacks
import Testing
import TextMatching

@Suite struct PackLoaderTests {
    static func load(_ toml: String, tsv: String? = nil) -> LoadedPack {
        var files = [PackFile(path: "p/pack.toml", bytes: Array(toml.utf8))]
        if let tsv { files.append(PackFile(path: "p/names.tsv", bytes: Array(tsv.utf8))) }
        return PackLoader.load(files)
    }

    @Test func fragmentsWordsAndClassesAreExpanded() throws {
        let loaded = Self.load(
            """
            [words]
            meet = ["met", "meets", "meet with"]
            [define]
            when = '(?: {date})?'
            [[relation]]
            id = "active"
            type = "MEETS_WITH"
            anchors = ["meet"]
            pattern = '{source:actor}{when} {trigger:meet} {target:actor}'
            example = "Ana met Bo."
            """)
        #expect(loaded.findings.map(\.text) == [])
        let relation = try #require(loaded.pack.relations.first)
        #expect(relation.rule.anchors == ["met", "meets", "meet"])
        let person = "\u{E001}\u{F0000}"
        let text = Array("\(person) \u{E009}\u{F0001} Meets \(person)".utf8)
        let match = try text.withUnsafeBufferPointer {
            try TextMatcher().firstMatch(of: relation.rule.pattern, in: $0)
        }
        let groups = relation.rule.pattern.groupNames
        #expect(match?.range(of: groups["source"]) == ByteRange(start: 0, end: 7))
        #expect(match?.range(of: groups["trigger"]) == ByteRange(start: 16, end: 21))
    }

    @Test(arguments: [
        (
            "[[relation]]\nid = \"a\"\ntype = \"FUNDS\"\npattern = '{sorce:actr} x'",
            "p/pack.toml:4:11", "did you mean '{actor}'?"
        ),
        (
            "[[relation]]\nid = \"a\"\ntype = \"FUND\"\npattern = 'x'", ":3:8",
            "did you mean 'FUNDS'?"
        ),
        ("[[relation]]\nid = \"a\"\ntype = \"FUNDS\"\npattern = '(x'", ":4:11", "parenthesis"),
        ("[[relation]]\nid = \"a\"\ntype = \"FUNDS\"\npattern = 'x?'", ":4:11", "match nothing"),
        (
            "[[relation]]\nid = \"a\"\ntype = \"FUNDS\"\npattern = '(?<giver>x)'", ":4:11",
            "no group 'giver'"
        ),
        ("[[relation]]\nid = \"a\"\ntype = \"FUNDS\"", ":1:1", "lacks 'pattern'"),
        ("[[relatoin]]\nid = \"a\"", ":1:1", "did you mean 'relation'?"),
        ("[define]\na = '{b}'\nb = '{a}'\n[[cue]]\nid='c'\npattern='{a}'", ":6:9", "a → b → a"),
        ("[words]\na = 3", ":2:5", "a list of strings"),
        ("[dates]\nmarch = \"mnth 3\"", ":2:9", "write \"month 3\""),
        ("[dates]\nmarch = \"month 13\"", ":2:9", "nothing that a word of a date"),
        (
            "[[circumstance]]\nid = \"w\"\nposition = \"befor\"\npattern = '{date:date}'", ":3:12",
            "did you mean 'before'?"
        ),
        ("[pack]\nname = ", ":2:", "InvalidToml"),
        ("[pack]\nnmae = 'x'", ":2:8", "did you mean 'name'?"),
        (
            "[[cue]]\nid='c'\npattern='x'\n[[cue]]\nid='c'\npattern='y'", ":5:4",
            "another [[cue]] has the id 'c'"
        ),
    ])
    func aFaultTellsItsPlaceAndWhatToDo(toml: String, place: String, words: String) {
        let loaded = Self.load(toml)
        let text = loaded.findings.map(\.text).joined()
        #expect(loaded.hasErrors)
        #expect(text.contains(place), "\(text)")
        #expect(text.contains(words), "\(text)")
    }

    @Test(arguments: [
        ("name\ttype\nA\tContry", ":2:1", "did you mean 'Country'?"),
        ("name\ttpye\nA\tCountry", ":1:1", "did you mean 'type'?"),
        ("name\ttype\n\tCountry", ":2:1", "no name"),
        ("name\ttype\nA\tCountry\tx", ":2:1", "3 fields"),
    ])
    func aFaultyGazetteerTellsItsLine(tsv: String, place: String, words: String) {
        let text = Self.load("", tsv: tsv).findings.map(\.text).joined()
        #expect(text.contains("names.tsv\(place)") && text.contains(words), "\(text)")
    }

    @Test func gazetteersGiveEntries() {
        let tsv = "# source: nobody\nname\ttype\taliases\nUkraine\tCountry\tthe Ukraine|Ukrania\r\n"
        let loaded = Self.load("", tsv: tsv)
        #expect(loaded.findings.isEmpty)
        #expect(loaded.pack.gazetteer.map(\.aliases) == [["the Ukraine", "Ukrania"]])
    }

    @Test func aPackOfNothingIsAFault() {
        #expect(PackLoader.load([]).hasErrors)
    }

    @Test(arguments: [
        (["met", "meets", "meet with", "talk"], "meet with", true),
        (["met", "meets", "meet with", "talk"], "meets", true),
        (["met", "meets", "meet with", "talk"], "mee", false),
        (["a.b", "c+"], "axb", false),
        (["a.b", "c+"], "c+", true),
    ])
    func wordListsMatchTheirWordsAndNoOthers(words: [String], text: String, expected: Bool) throws {
        let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
        let loaded = Self.load(
            "[words]\nw = [\(list)]\n[[cue]]\nid = 'c'\npattern = '^(?:{w}|{w}(?!.)|c\\+)$'")
        let cue = try #require(loaded.pack.cues.first)
        let match = try Array(text.utf8).withUnsafeBufferPointer {
            try TextMatcher().firstMatch(of: cue.rule.pattern, in: $0)
        }
        #expect((match != nil) == expected)
    }
}
