import ArgumentParser
import KnowledgeGraph
import Shell

/// Which packs of patterns texts are read by.
struct PackOptions: ParsableArguments {
    @Option(
        name: .customLong("pack"), parsing: .singleValue,
        help: ArgumentHelp(
            "A folder with a pack of patterns and names, beside the one of the program.",
            valueName: "dir"))
    var folders: [String] = []

    @Flag(help: "Leave the program's own pack out, so that only those of --pack count.")
    var withoutNewsPack = false

    mutating func validate() throws {
        if withoutNewsPack, folders.isEmpty {
            throw ValidationError("--without-news-pack needs a --pack to read by")
        }
    }

    /// Reads the packs; where one has a fault, tells it and ends the program.
    func load(_ console: Console) throws -> [Pack] {
        var sources: [[PackFile]] = []
        do throws(InputError) {
            // A user's own names and patterns come before those of the program.
            for folder in folders { sources.append(try PackInput.files(inFolder: folder)) }
        } catch {
            console.showError(error.message)
            throw ExitCode(1)
        }
        if !withoutNewsPack { sources.append(Bundled.newsPack) }
        var packs: [Pack] = []
        var isFaulty = false
        for files in sources {
            let loaded = PackLoader.load(files)
            for finding in loaded.findings {
                console.show([finding.diagnostic], in: finding.source)
            }
            isFaulty = isFaulty || loaded.hasErrors
            packs.append(loaded.pack)
        }
        if isFaulty {
            console.showError("a pack has faults; nothing was read")
            throw ExitCode(1)
        }
        return packs
    }
}
