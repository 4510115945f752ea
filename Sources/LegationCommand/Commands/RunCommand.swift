import ArgumentParser
import KnowledgeGraph
import Shell

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run saved scripts, from files or of the program's own.",
        discussion: """
            legation run --list \
            legation run talks.legation who-funds-whom --param country=Ukraine
            """)

    @Flag(help: "Show the program's own scripts with their parameters.")
    var list = false

    @Argument(help: "The graph file.")
    var graph: String?

    @Argument(help: "Files of statements, or names that --list shows; - is standard input.")
    var scripts: [String] = []

    @OptionGroup var options: ResultOptions

    @Flag(help: "Go on with the next statement or script where one fails.")
    var keepGoing = false

    mutating func validate() throws {
        if !list, graph == nil || scripts.isEmpty {
            throw ValidationError("name a graph file and at least one script, or --list")
        }
    }

    func run() throws {
        let console = Console()
        console.messageFormat = options.diagnostics
        if list { return showList(console) }
        let found = try scripts.map { try script($0, console) }
        try checkParameters(found)
        let opened = try GraphFile.existing(graph ?? "", console)
        let runner = options.runner(opened, console, InterruptWatch())
        var outcome = StatementRunner.Outcome.done
        for script in found {
            let values = script.values(given: options.values).values
            runner.warnsOfSchema = script.title == nil
            let ended = runner.run(script.source, given: values, keepsGoing: keepGoing)
            if ended != .done { outcome = ended }
            if ended == .interrupted || (ended == .failed && !keepGoing) { break }
        }
        opened.close()
        try outcome.end()
    }

    private func script(_ name: String, _ console: Console) throws -> SavedScript {
        let script: SavedScript
        if name != "-", FileSystem.kind(of: name) == nil {
            guard let bundled = Bundled.script(named: name) else {
                let near = Suggestion.nearest(to: name, among: Bundled.scripts.map(\.name))
                console.showError(
                    "there is no script file '\(name)', nor has the program one of that name; "
                        + (near.map { "did you mean '\($0)'?" }
                            ?? "'legation run --list' shows them"))
                throw ExitCode(1)
            }
            script = bundled
        } else {
            script = SavedScript(try Input.source(name, console))
        }
        guard script.diagnostics.isEmpty else {
            console.show(script.diagnostics, in: script.source)
            throw ExitCode(1)
        }
        return script
    }

    /// What a script needs must be given, and what is given some script must know: else a misspelt
    /// name would silently ask for all.
    private func checkParameters(_ scripts: [SavedScript]) throws {
        for script in scripts {
            if let missing = script.values(given: options.values).missing.first {
                throw ValidationError(
                    "\(script.source.name) needs --param \(missing.name)=… "
                        + "(\(missing.type)): \(missing.meaning)")
            }
        }
        // A script without a header may take any parameter.
        guard scripts.allSatisfy({ $0.title != nil }) else { return }
        let known = scripts.flatMap { $0.parameters.map(\.name) }
        for name in options.values.keys.sorted() where !known.contains(name) {
            let near = Suggestion.nearest(to: name, among: known)
            throw ValidationError(
                "no script here has a parameter '\(name)'"
                    + (near.map { "; did you mean '\($0)'?" } ?? ""))
        }
    }

    private func showList(_ console: Console) {
        for (name, script) in Bundled.scripts {
            console.write("\(console.isOutputTerminal ? console.painted(name, .bold) : name)\n")
            console.write("    \(script.about ?? script.title ?? "")\n")
            for parameter in script.parameters {
                let standard = parameter.standard.map { ", default \(LiteralText.of($0))" } ?? ""
                console.write(
                    "    --param \(parameter.name)=…  (\(parameter.type)\(standard)) "
                        + "\(parameter.meaning)\n")
            }
        }
        console.flush()
    }
}
