import GraphModel

/// What a scenario came to.
enum Outcome: Sendable, Hashable {
    case passed
    case failed(Failure)
    /// Tagged `@ignore` by the suite itself.
    case ignored
}

struct Failure: Sendable, Hashable {
    /// Groups failures of one cause: `SyntaxError at compile time: UnknownFunction, not a result`.
    var reason: String
    var detail: String
}

/// Runs one scenario's steps on one engine.
struct ScenarioRunner<Engine: ConformanceEngine> {
    private struct Stop: Error {
        var failure: Failure
    }

    private var engine: Engine
    /// Text of a named graph's script.
    private let namedGraph: (String) -> String?
    private var parameters: [String: Value] = [:]
    private var outcome: Result<ConformanceResult, ConformanceFault>?
    private var query = ""
    private var effects: [String: Int] = [:]

    static func run(
        _ scenario: Scenario, on engine: Engine, namedGraph: (String) -> String?
    ) -> Outcome {
        if scenario.tags.contains("@ignore") { return .ignored }
        return withoutActuallyEscaping(namedGraph) { namedGraph in
            var runner = ScenarioRunner(engine: engine, namedGraph: namedGraph)
            do {
                for step in scenario.steps { try runner.take(step) }
                return .passed
            } catch let stop as Stop {
                return .failed(stop.failure)
            } catch {
                return .failed(Failure(reason: "the engine threw", detail: "\(error)"))
            }
        }
    }

    private init(engine: Engine, namedGraph: @escaping (String) -> String?) {
        self.engine = engine
        self.namedGraph = namedGraph
    }

    private mutating func take(_ step: Step) throws {
        switch step.text {
        case "any graph", "an empty graph": break
        case "having executed": try prepare(step.document ?? "")
        case "parameters are": try readParameters(step.table)
        case "executing query", "executing control query": try execute(step.document ?? "")
        case "the side effects should be": try checkEffects(step.table)
        case "no side effects": try checkEffects([])
        case "the result should be empty": try checkRows([[]], inOrder: true, .init())
        case let text where text.hasPrefix("the result should be"):
            try checkRows(
                step.table, inOrder: text.contains("in order"),
                ExpectedComparison(ignoresListOrder: text.contains("ignoring element order")))
        case let text where text.hasPrefix("there exists a procedure "):
            try register(String(text.dropFirst("there exists a procedure ".count)), step.table)
        case let text where text.contains(" should be raised at "): try checkFault(text)
        case let text where text.hasPrefix("the ") && text.hasSuffix(" graph"):
            let name = String(text.dropFirst(4).dropLast(6))
            guard let script = namedGraph(name) else {
                throw Self.stop("unknown graph", name)
            }
            try prepare(script)
        default: throw Self.stop("unknown step", step.text)
        }
    }

    // MARK: Given and When

    private mutating func prepare(_ query: String) throws {
        do {
            _ = try engine.execute(query, parameters: parameters)
        } catch {
            throw Self.stop("\(error), while preparing", "\(error.message)\n\(query)")
        }
    }

    private mutating func readParameters(_ table: [[String]]) throws {
        for row in table {
            guard row.count == 2, let value = try ExpectedValueReader.value(of: row[1]).value
            else { throw Self.stop("unreadable parameters", "\(row)") }
            parameters[row[0]] = value
        }
    }

    private mutating func register(_ signature: String, _ table: [[String]]) throws {
        guard let procedure = ProcedureTable(signature: signature, table: table) else {
            throw Self.stop("unreadable procedure", signature)
        }
        try engine.register(procedure)
    }

    private mutating func execute(_ query: String) throws {
        let before = try engine.contents()
        self.query = query
        do {
            outcome = .success(try engine.execute(query, parameters: parameters))
        } catch {
            outcome = .failure(error)
        }
        effects = GraphContents.effects(from: before, to: try engine.contents())
    }

    // MARK: Then

    private func checkRows(
        _ table: [[String]], inOrder: Bool, _ comparison: ExpectedComparison
    ) throws {
        let result: ConformanceResult
        switch outcome {
        case nil: throw Self.stop("nothing was run", "")
        case .failure(let fault):
            throw Self.stop("\(fault), not a result", "\(fault.message)\n\(query)")
        case .success(let success): result = success
        }
        guard let header = table.first else { throw Self.stop("no expected result", "") }
        if header.isEmpty {
            guard result.rows.isEmpty else {
                throw Self.stop("rows instead of none", describe(result, table))
            }
            return
        }
        let places = header.compactMap { result.columns.firstIndex(of: $0) }
        guard places.count == header.count, result.columns.count == header.count else {
            throw Self.stop("other columns", describe(result, table))
        }
        let rows = result.rows.map { row in places.map { row[$0] } }
        var expected: [[ExpectedValue]] = []
        for row in table.dropFirst() {
            expected.append(try row.map { try ExpectedValueReader.value(of: $0) })
        }
        let isRight =
            inOrder
            ? rows.count == expected.count && zip(rows, expected).allSatisfy(comparison.matches)
            : comparison.matchesInAnyOrder(rows, expected, by: comparison.matches)
        guard isRight else { throw Self.stop("other rows", describe(result, table)) }
    }

    private func checkEffects(_ table: [[String]]) throws {
        var expected: [String: Int] = [:]
        for row in table where row.count == 2 { expected[row[0]] = Int(row[1]) }
        expected = expected.filter { $0.value != 0 }
        guard effects == expected else {
            throw Self.stop(
                "other side effects",
                "expected \(Self.list(expected)), found \(Self.list(effects))\n\(query)")
        }
    }

    /// `a TypeError should be raised at runtime: InvalidArgumentValue`
    private func checkFault(_ text: String) throws {
        let halves = text.split(separator: " should be raised at ")
        let place = halves.last?.split(separator: ": ").map(String.init) ?? []
        guard halves.count == 2, place.count == 2, let type = halves[0].split(separator: " ").last
        else { throw Self.stop("unknown step", text) }
        let expected = ConformanceFault(type: String(type), phase: place[0], detail: place[1])
        switch outcome {
        case nil: throw Self.stop("nothing was run", "")
        case .success: throw Self.stop("a result, not \(expected)", query)
        case .failure(let fault):
            let isRight =
                fault.type == expected.type
                && (expected.phase == "any time" || fault.phase == expected.phase)
                && (expected.detail == "*" || fault.detail == expected.detail)
            guard isRight else {
                throw Self.stop("\(fault), not \(expected)", "\(fault.message)\n\(query)")
            }
        }
    }

    // MARK: Telling

    private func describe(_ result: ConformanceResult, _ table: [[String]]) -> String {
        let expected = table.map { $0.joined(separator: " | ") }.joined(separator: "\n  ")
        let rows = result.rows.prefix(20).map { "\($0.map(ValueNotation.text))" }
            .joined(separator: "\n  ")
        return "\(query)\n expected\n  \(expected)\n found \(result.columns)\n  \(rows)"
    }

    private static func list(_ effects: [String: Int]) -> String {
        effects.isEmpty
            ? "none"
            : effects.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                .joined(separator: ", ")
    }

    private static func stop(_ reason: String, _ detail: String) -> Stop {
        Stop(failure: Failure(reason: reason, detail: detail))
    }
}
