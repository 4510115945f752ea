import ArgumentParser
import KnowledgeGraph
import Shell

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Try packs of patterns on their own examples, and tell what is wrong with them.",
        discussion: """
            Packs are tried together with the program's own; without PACK the program's own is \
            checked. Exit code 1 says that there are errors; warnings alone give 0.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: ArgumentHelp("Folders with packs.", valueName: "pack"))
    var folders: [String] = []

    @Flag(help: "Leave the program's own pack out.")
    var withoutNewsPack = false

    @Option(help: "text for people, json for programs.")
    var format: Format = .text

    mutating func validate() throws {
        if withoutNewsPack, folders.isEmpty {
            throw ValidationError("--without-news-pack needs a pack to check")
        }
    }

    func run() throws {
        let console = Console()
        let check = try self.check(console)
        switch format {
        case .text:
            for finding in check.findings { console.show([finding.diagnostic], in: finding.source) }
            console.write(Self.summary(check) + "\n")
        case .json: console.write(PackCheckJson.of(check).text + "\n")
        }
        console.flush()
        if check.errors > 0 { throw ExitCode(1) }
    }

    private func check(_ console: Console) throws -> PackCheck {
        if folders.isEmpty { return PackChecker.check([PackLoader.load(Bundled.newsPack)]) }
        var loaded: [LoadedPack] = []
        do throws(InputError) {
            for folder in folders {
                loaded.append(PackLoader.load(try PackInput.files(inFolder: folder)))
            }
        } catch {
            console.showError(error.message)
            throw ExitCode(1)
        }
        let others = withoutNewsPack ? [] : [PackLoader.load(Bundled.newsPack).pack]
        return PackChecker.check(loaded, beside: others)
    }

    private static func summary(_ check: PackCheck) -> String {
        func count(_ number: Int, _ what: String) -> String {
            "\(number) \(what)\(number == 1 ? "" : "s")"
        }
        let faults = "\(count(check.errors, "error")), \(count(check.warnings, "warning"))"
        let checked = "checked \(count(check.packs, "pack")): \(count(check.patterns, "pattern"))"
        if check.isUntried { return "\(checked), examples not tried; \(faults)" }
        return "\(checked), \(count(check.examples, "example")), "
            + "\(count(check.counterexamples, "counterexample")); \(faults)"
    }
}
