import KnowledgeGraph

/// The shell on a terminal: reads statements and commands until the user leaves.
public final class Repl {
    private let runner: StatementRunner
    private let console: Console
    private let editor: LineEditor
    private let historyFile: HistoryFile?

    public init(
        _ runner: StatementRunner, terminal: Terminal, historyFile: HistoryFile? = .ofUser()
    ) {
        self.runner = runner
        console = runner.console
        self.historyFile = historyFile
        editor = LineEditor(
            terminal: terminal, history: historyFile?.read() ?? History(),
            width: { DisplayWidth.of($0) }, isComplete: Self.isComplete)
    }

    /// Runs until the user leaves.
    public func run(greeting: String) {
        console.write(greeting)
        while true {
            console.flush()
            switch editor.read(prompt: "legation> ", continuation: "     ...> ") {
            case .interrupted: continue
            case .endOfInput: return
            case .statement(let text):
                if let historyFile, !historyFile.write(editor.history) { warnOfHistory() }
                if perform(text) { return }
            }
        }
    }

    private var hasWarned = false
    private func warnOfHistory() {
        guard !hasWarned else { return }
        hasWarned = true
        console.showWarning(
            "the history cannot be kept in \(historyFile?.path ?? ""); LEGATION_HISTORY names "
                + "another file")
    }

    /// Whether Enter runs the text: a command is one line, a statement ends with a semicolon.
    static func isComplete(_ text: String) -> Bool {
        isCommand(text) || ScriptText(SourceText(name: "input", text)).isComplete
    }

    private static func isCommand(_ text: String) -> Bool {
        text.first { !$0.isWhitespace } == ":"
    }

    /// True where the user wants to leave.
    private func perform(_ text: String) -> Bool {
        guard Self.isCommand(text) else {
            _ = runner.run(SourceText(name: "input", text))
            return false
        }
        do throws(ReplCommand.Fault) {
            let command = try ReplCommand(text)
            if command == .quit { return true }
            perform(command)
        } catch {
            console.showError(error.message)
        }
        return false
    }

    private func perform(_ command: ReplCommand) {
        switch command {
        case .quit: break
        case .help: console.write(ReplCommand.helpText)
        case .schema: showSchema()
        case .why(let name): explain(name)
        case .format(let format): runner.format = format
        case .showFormat:
            console.write("\(runner.format.rawValue)  (of \(ReplCommand.formats))\n")
        case .parameter(let name, let value): runner.parameters[name] = value
        case .clearParameters: runner.parameters = [:]
        case .showParameters:
            if runner.parameters.isEmpty { console.write("no parameters are set\n") }
            for (name, value) in runner.parameters.sorted(by: { $0.key < $1.key }) {
                console.write("$\(name) = \(LiteralText.of(value))\n")
            }
        }
    }

    private func explain(_ name: String) {
        reading {
            let explanations = try runner.graph.explanations(ofName: name)
            guard explanations.isEmpty else {
                return console.write(EntityExplanationText.of(explanations))
            }
            console.showError(
                EntityExplanationText.unknown(
                    name, nearest: try runner.graph.nearestEntityName(to: name)))
        }
    }

    private func showSchema() {
        reading {
            let statistics = try runner.graph.statistics()
            console.write(
                SchemaText.of(
                    statistics, keys: try runner.graph.propertyKeys(), width: console.columns))
        }
    }

    private func reading(_ body: () throws -> Void) {
        do { try body() } catch let error as KnowledgeGraph.StorageError {
            console.showError(error.message)
        } catch {
            console.showError("\(error)")
        }
    }
}
