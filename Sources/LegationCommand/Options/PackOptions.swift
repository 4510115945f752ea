import ArgumentParser
import KnowledgeGraph
import Shell

/// Which packs of patterns texts are read by.
struct PackOptions: ParsableArguments {
    @Option(
        name: .customLong("pack"), parsing: .singleValue,
        help: ArgumentHelp(
            """
            A pack of patterns and names beside the news pack: a folder, or the name of one that the \
            program has (see legation pack list). One that is called news replaces the news pack.
            """,
            valueName: "pack"))
    var places: [String] = []

    @Flag(help: "Leave the news pack out, so that only those of --pack count.")
    var withoutNewsPack = false

    mutating func validate() throws {
        if withoutNewsPack, places.isEmpty {
            throw ValidationError("--without-news-pack needs a --pack to read by")
        }
    }

    /// Reads the packs; where one has a fault, tells it and ends the program.
    func load(_ console: Console) throws -> [Pack] {
        let set = try Self.set(places, withoutNewsPack: withoutNewsPack, console)
        for loaded in set.loaded {
            for finding in loaded.findings {
                console.show([finding.diagnostic], in: finding.source)
            }
        }
        if set.loaded.contains(where: \.hasErrors) {
            console.showError("a pack has faults; nothing was read")
            throw ExitCode(1)
        }
        return set.packs
    }

    /// The packs of some places, and the news pack unless it is left out or another has its name. A
    /// user's own names and patterns come before those of the program.
    static func set(_ places: [String], withoutNewsPack: Bool, _ console: Console) throws -> PackSet
    {
        var given = try PackSources.files(of: places, console)
        let hasNews = given.contains { PackLoader.name(of: $0) == "news" }
        if !withoutNewsPack, !hasNews { given.append(Bundled.newsPack) }
        return PackSet(given, bundled: Bundled.packs)
    }
}
