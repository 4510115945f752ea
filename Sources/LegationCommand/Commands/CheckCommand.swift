import ArgumentParser
import KnowledgeGraph
import Shell

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Try packs of patterns on their own examples, and tell what is wrong with them.",
        discussion: """
            Packs are tried together with the news pack; without PACK the news pack is checked. Exit code 1 says that there are errors; warnings alone give 0.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(
        help: ArgumentHelp("Folders with packs, or names of the program's.", valueName: "pack"))
    var places: [String] = []

    @Flag(help: "Leave the news pack out.")
    var withoutNewsPack = false

    @Option(help: "text for people, json for programs.")
    var format: Format = .text

    mutating func validate() throws {
        if withoutNewsPack, places.isEmpty {
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
        let asked = max(places.count, 1)
        let set = try PackOptions.set(places, withoutNewsPack: withoutNewsPack, console)
        let beside = set.loaded.dropFirst(asked).map(\.pack) + set.others
        return PackChecker.check(Array(set.loaded.prefix(asked)), beside: beside)
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
