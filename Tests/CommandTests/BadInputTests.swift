import Foundation
import Testing

/// What is wrong with an input is told, counted and shown in the exit code, and the graph is as it
/// was before.
@Suite struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var told: String
        var counted: String
        var testDescription: String { name }
    }

    static let texts = [
        Case(
            name: "empty.txt", bytes: [], told: "empty.txt: the document holds no text",
            counted: "1 empty"),
        Case(
            name: "space.md", bytes: Array(" \n\t".utf8), told: "holds no text", counted: "1 empty"),
        Case(
            name: "binary.txt", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 1], told: "byte 4 is zero",
            counted: "1 not a text"),
        Case(
            name: "russian.txt",
            bytes: Array("Moskva ".utf8) + [0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1],
            told: "byte 7 is not UTF-8", counted: "1 unknown encoding"),
        Case(
            name: "lines.jsonl", bytes: Array("\n{\"id\": 1, \"text\": }\n".utf8),
            told: "lines.jsonl:2: byte 19 of the line", counted: "1 not a document line"),
        Case(
            name: "noid.jsonl", bytes: Array(#"{"text": "a"}"#.utf8), told: "has no 'id'",
            counted: "1 not a document line"),
    ]

    /// Beside a good text the bad one is left out; alone it leaves nothing to do.
    @Test(arguments: texts)
    func badTextsAreSkippedAndCounted(text: Case) throws {
        let place = try Workplace.withGraph()
        let before = try place.bytes("talks.legation")
        try place.write(text.name, text.bytes)
        let alone = try place.run("ingest", "talks.legation", text.name)
        #expect(alone.code == 1 && alone.errors.contains(text.told), "\(alone)")
        #expect(alone.errors.contains("the graph is as it was"))
        #expect(try place.bytes("talks.legation") == before)

        let both = try place.run("ingest", "talks.legation", "talks.txt", text.name)
        #expect(both.code == 1 && both.output.contains("skipped 1: \(text.counted)"), "\(both)")
        #expect(both.output.contains("1 unchanged"))

        let fresh = try place.run("ingest", "new.legation", text.name)
        #expect(fresh.code == 1 && !place.exists("new.legation"))
        #expect(try place.run("extract", text.name).code == 1)
    }

    @Test func aLineThatIsNoJsonDoesNotStopTheOthers() throws {
        let place = try Workplace()
        try place.write(
            "a.jsonl",
            "{\"id\":\"a\",\"text\":\"Germany met France.\"}\nnonsense\n"
                + "{\"id\":\"a\",\"text\":\"again\"}\n{\"id\":\"b\",\"text\":\"Spain met Italy.\"}\n"
        )
        let ended = try place.run("ingest", "g.legation", "a.jsonl")
        #expect(ended.code == 1)
        #expect(ended.errors.contains("a.jsonl:2: byte 1 of the line"), "\(ended)")
        #expect(ended.output.contains("read 2 documents: 2 new"))
        #expect(ended.output.contains("skipped 2: 1 not a document line, 1 id given twice"))
    }

    @Test func aFolderWithoutTextsIsTold() throws {
        let place = try Workplace()
        try place.write("pictures/a.png", [0x89, 0x50])
        let ended = try place.run("ingest", "g.legation", "pictures")
        #expect(ended.code == 1 && ended.errors.contains("no text was found to read"), "\(ended)")
        #expect(!place.exists("g.legation"))
    }

    /// A long line is no reason to run out of memory or time; see also the fifty megabytes below.
    @Test(arguments: [1, 50]) func oneLongLineIsRead(megabytes: Int) throws {
        // The unoptimised build takes minutes for the longer one.
        let isLong = ProcessInfo.processInfo.environment["LEGATION_SLOW_TESTS"] != nil
        guard megabytes == 1 || isLong else { return }
        let place = try Workplace()
        try place.write("a.txt", [UInt8](repeating: UInt8(ascii: "x"), count: megabytes << 20))
        let ended = try place.run("ingest", "g.legation", "a.txt")
        #expect(ended.code == 0 && ended.output.contains("1 new"), "\(ended)")
    }

    @Test(arguments: [
        (["ingest", "g.legation", "missing"], 1, "there is no file or folder 'missing'"),
        (["query", "g.legation", "RETURN 1"], 1, "there is no graph file 'g.legation'"),
        (["stats", "g.legation"], 1, "there is no graph file"),
        (["extract", "missing.txt"], 1, "there is no file or folder"),
        (["ingest", "g.legation", "a.txt", "--pack", "missing"], 1, "no folder 'missing'"),
        (["ingest", "g.legation", "a.txt", "--pack", "broken"], 1, "broken/pack.toml:"),
        (["ingest", "g.legation", "a.txt", "--pack", "none"], 1, "is no pack"),
        (["ingest", "g.legation", "a.txt", "--colour"], 2, "--colour"),
        (["ingest", "g.legation"], 2, "paths"),
        (["query", "g.legation", "RETURN 1", "--format", "xml"], 2, "xml"),
        (["query", "g.legation", "RETURN $x", "--param", "x"], 2, "name=value"),
        (["run", "g.legation"], 2, "at least one script"),
        (["run", "g.legation", "who-funds-who"], 1, "did you mean 'who-funds-whom'?"),
        (["run", "g.legation", "meetings-of"], 2, "needs --param person="),
        (
            ["run", "g.legation", "who-funds-whom", "--param", "contry=x"], 2,
            "did you mean 'country'?"
        ),
        (["export", "g.legation", "--format", "csv"], 2, "needs a --query"),
        (["ingset"], 2, "did you mean 'ingest'?"),
    ])
    func wrongUseIsTold(arguments: [String], code: Int32, told: String) throws {
        let place = try Workplace()
        try place.write("a.txt", "Germany met France.")
        try place.write("broken/pack.toml", "[pack\nname = 1")
        try place.write("none/readme.txt", "")
        let ended = try Command.run(arguments, in: place.folder)
        #expect(ended.code == code && ended.errors.contains(told), "\(ended)")
        #expect(ended.output.isEmpty && !place.exists("g.legation"))
    }

    @Test(arguments: ["SQLite format 3\0 but cut", "<html></html>", "x"])
    func aFileThatIsNoGraphIsLeftAlone(text: String) throws {
        let place = try Workplace()
        try place.write("a.txt", "Germany met France.")
        try place.write("g.legation", text)
        for arguments in [
            ["ingest", "g.legation", "a.txt"], ["query", "g.legation", "CREATE (n)"],
            ["stats", "g.legation"], ["pipe", "g.legation"], ["g.legation"],
        ] {
            let ended = try Command.run(arguments, in: place.folder)
            #expect(ended.code == 1 && ended.errors.hasPrefix("error: "), "\(arguments) \(ended)")
            #expect(try place.bytes("g.legation") == Data(text.utf8))
        }
    }

    @Test func aFailedStatementStopsAScriptUnlessToldToGoOn() throws {
        let place = try Workplace.withGraph()
        try place.write("s.cypher", "RETURN 1 AS a;\nRETURN 1 / 0 AS b;\nRETURN 3 AS c;\n")
        let stopped = try place.run("run", "talks.legation", "s.cypher")
        #expect(stopped.code == 1 && stopped.output == "a\n1\n", "\(stopped)")
        #expect(stopped.errors.contains("s.cypher:2:8"), "\(stopped)")
        let whole = try place.run("run", "talks.legation", "s.cypher", "--keep-going")
        #expect(whole.code == 1 && whole.output == "a\n1\nc\n3\n", "\(whole)")
    }
}
