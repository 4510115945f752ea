import ArgumentParser
import KnowledgeGraph
import Shell

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "List and make packs of patterns.",
        subcommands: [List.self, New.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the packs that the program has, which --pack takes by name.")

        func run() throws {
            let console = Console()
            let names = ["news"] + Bundled.packs.keys.filter { $0 != "news" }.sorted()
            let set = PackSet(names.compactMap { Bundled.packs[$0] }, bundled: Bundled.packs)
            for (name, loaded) in zip(names, set.loaded) {
                console.write(Self.line(name, loaded))
            }
            console.flush()
        }

        private static func line(_ name: String, _ loaded: LoadedPack) -> String {
            let pack = loaded.pack
            var types: [String] = []
            for type in RelationType.standard + pack.types.map(\.name)
            where pack.relations.contains(where: { $0.type == type }) { types.append(type) }
            let uses = pack.uses.isEmpty ? "" : "; uses \(pack.uses.joined(separator: ", "))"
            return "\(name): \(pack.about)\n"
                + "    finds \(types.joined(separator: ", "))\n"
                + "    \(loaded.rules.count) patterns, \(pack.gazetteer.count) names\(uses)\n"
        }
    }

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: "Write a pack to begin with: a folder with one tested pattern and one name.")

        @Argument(help: "The folder to make; its last part is the name of the pack.")
        var name: String

        func run() throws {
            let console = Console()
            let name = String(self.name.reversed().drop { $0 == "/" }.reversed())
            let title = name.split(separator: "/").last.map(String.init) ?? ""
            guard PackSkeleton.isName(title) else {
                console.showError(
                    "'\(title)' is no name for a pack: use letters, digits, '-' and '_'")
                throw ExitCode(1)
            }
            guard FileSystem.kind(of: name) == nil else {
                console.showError("'\(name)' is there already; nothing was written")
                throw ExitCode(1)
            }
            let files = PackSkeleton.files(named: title)
            do throws(InputError) {
                try FileSystem.makeFolder(name)
                for file in files {
                    try FileSystem.write(Array(file.text.utf8), toNew: "\(name)/\(file.name)")
                }
            } catch {
                console.showError(error.message)
                throw ExitCode(1)
            }
            let written = files.map { "\(name)/\($0.name)" }.joined(separator: " and ")
            console.write("wrote \(written)\nnext: legation check \(name)\n")
            console.flush()
        }
    }
}
