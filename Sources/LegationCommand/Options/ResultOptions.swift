import ArgumentParser
import KnowledgeGraph
import Shell

extension ResultFormat: ExpressibleByArgument {}
extension Console.MessageFormat: ExpressibleByArgument {}

/// How results are written, and the parameters of what is run.
struct ResultOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How results are written: table on a terminal and tsv elsewhere, unless given."))
    var format: ResultFormat?

    @Option(
        name: .customLong("param"), parsing: .singleValue,
        help: ArgumentHelp(
            "A parameter; the value is a literal (1, 'x', [1, 2], null) or else plain text.",
            valueName: "name=value"))
    var parameters: [String] = []

    @Option(
        help: ArgumentHelp(
            "How faults and warnings are told: text for people, json for programs (a line each)."))
    var diagnostics = Console.MessageFormat.text

    @Option(help: "Most nodes that a drawing (dot) may have.")
    var limit: Int?

    @Option(
        help: ArgumentHelp("Most time that a statement may take.", valueName: "seconds"))
    var timeLimit: Double?

    @Option(
        help: ArgumentHelp(
            "About the most memory that a statement may need (default: half the machine's).",
            valueName: "MB"))
    var memoryLimit: Int?

    mutating func validate() throws {
        if let timeLimit, !(timeLimit > 0) {
            throw ValidationError("--time-limit must be more than 0")
        }
        if let memoryLimit, memoryLimit < 1 || memoryLimit > 1 << 40 {
            throw ValidationError("--memory-limit must be at least 1")
        }
        for parameter in parameters where Self.pair(parameter) == nil {
            throw ValidationError("--param \(parameter) is not of the form name=value")
        }
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
    }

    /// The parameters by name; of two with one name the later.
    var values: [String: Value] {
        Dictionary(parameters.compactMap(Self.pair)) { $1 }
    }

    private static func pair(_ text: String) -> (String, Value)? {
        guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
        return (
            String(text[..<equals]),
            LiteralReader.valueOrText(String(text[text.index(after: equals)...]))
        )
    }

    func runner(_ graph: KnowledgeGraph, _ console: Console, _ interrupts: InterruptWatch)
        -> StatementRunner
    {
        let runner = StatementRunner(graph, console, interrupts, format: format)
        runner.parameters = values
        runner.limit = limit
        runner.limits.seconds = timeLimit
        if let memoryLimit { runner.limits.bytes = memoryLimit << 20 }
        return runner
    }
}

extension StatementRunner.Outcome {
    /// Ends the program with the code that the outcome has.
    func end() throws {
        switch self {
        case .done: break
        case .failed: throw ExitCode(1)
        case .interrupted: throw ExitCode(InterruptWatch.exitCode)
        }
    }
}
