import KnowledgeGraph

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs the statements of a text one after another and writes what they give.
public final class StatementRunner {
    public enum Outcome: Hashable, Sendable {
        case done, failed, interrupted
    }

    public let graph: KnowledgeGraph
    public let console: Console
    public var format: ResultFormat
    public var parameters: [String: Value] = [:]
    /// Nodes that a drawing may have.
    public var limit: Int?
    public var limits = StatementLimits.standard
    /// Whether labels, types and keys that the graph lacks are told: a saved script knows what it
    /// asks, and a graph may not have it yet.
    public var warnsOfSchema = true
    /// Whether a person on a terminal is told how many rows came and how long it took.
    public var isCourteous: Bool
    private let session = QuerySession()
    private let interrupts: InterruptWatch
    private let clock = ContinuousClock()

    /// - Parameter format: nil for the one that suits the output: `table` on a terminal, else `tsv`.
    public init(
        _ graph: KnowledgeGraph, _ console: Console, _ interrupts: InterruptWatch,
        format: ResultFormat? = nil
    ) {
        self.graph = graph
        self.console = console
        self.interrupts = interrupts
        self.format = format ?? (console.isOutputTerminal ? .table : .tsv)
        isCourteous = console.isOutputTerminal
    }

    /// Runs all statements of a text, up to the first that fails or through to the end.
    ///
    /// - Parameter given: parameters for this text alone, over those of the runner.
    public func run(
        _ source: SourceText, given: [String: Value] = [:], keepsGoing: Bool = false
    ) -> Outcome {
        let values = parameters.merging(given) { $1 }
        let statements: [PreparedStatement]
        do throws(QueryFailure) {
            statements = try session.prepare(source, parameters: Set(values.keys))
        } catch {
            console.show(error.diagnostics, in: source)
            return .failed
        }
        var outcome = Outcome.done
        for statement in statements {
            switch run(statement, of: source, values, isAlone: statements.count == 1) {
            case .done: continue
            case .interrupted: return .interrupted
            case .failed:
                outcome = .failed
                if !keepsGoing { return .failed }
            }
        }
        return outcome
    }

    private func run(
        _ statement: PreparedStatement, of source: SourceText, _ values: [String: Value],
        isAlone: Bool
    ) -> Outcome {
        var environment = QueryEnvironment()
        environment.parameters = values
        environment.time = Self.now()
        environment.seed = UInt64.random(in: .min ... .max)
        environment.cancellation = interrupts.flag
        environment.memoryLimit = limits.bytes
        interrupts.reset()
        let start = clock.now
        do {
            let result = try limits.watch(interrupts.flag) {
                try graph.run(statement, in: session, environment)
            }
            try write(result, in: source, clock.now - start)
            console.flush()
            return .done
        } catch let failure as QueryFailure {
            if interrupts.isInterrupted { return interrupted() }
            var diagnostics = failure.diagnostics
            if !isAlone, diagnostics.first?.span == nil {
                diagnostics[0].notes.append(.init("in this statement", at: statement.span))
            }
            console.show(diagnostics, in: source)
            return .failed
        } catch let error as KnowledgeGraph.StorageError {
            console.showError(error.message)
            return .failed
        } catch {
            if interrupts.isInterrupted { return interrupted() }
            console.showError("\(error)")
            return .failed
        }
    }

    private func interrupted() -> Outcome {
        console.note("interrupted; the statement changed nothing\n")
        return .interrupted
    }

    private func write(
        _ result: QueryResult, in source: SourceText, _ elapsed: Duration
    ) throws {
        if warnsOfSchema { console.show(result.warnings, in: source) }
        if !result.columns.isEmpty, result.plan == nil || !result.rows.isEmpty {
            let writer = ResultWriter(format, width: console.columns, limit: limit)
            let output = try writer.output(
                columns: result.columns, rows: result.rows,
                graph: format == .dot ? graph.drawingLookup() : .none)
            console.write(output.text)
            for note in output.notes { console.showWarning(note) }
        }
        if let plan = result.plan { console.write(plan.hasSuffix("\n") ? plan : plan + "\n") }
        if isCourteous {
            console.write(console.painted(Self.summary(result, elapsed), .faint) + "\n")
        }
    }

    /// `3 rows, created 1 node, 1.24 ms`.
    static func summary(_ result: QueryResult, _ elapsed: Duration) -> String {
        var parts: [String] = []
        if !result.columns.isEmpty { parts.append(counted(result.rows.count, "row")) }
        let counters = result.counters
        for (verb, count, noun) in [
            ("created", counters.nodesCreated, "node"), ("deleted", counters.nodesDeleted, "node"),
            ("created", counters.relationshipsCreated, "relationship"),
            ("deleted", counters.relationshipsDeleted, "relationship"),
            ("added", counters.labelsAdded, "label"), ("removed", counters.labelsRemoved, "label"),
            ("set", counters.propertiesSet, "property"),
        ] where count > 0 {
            parts.append("\(verb) \(counted(count, noun))")
        }
        if parts.isEmpty { parts.append("no changes") }
        return parts.joined(separator: ", ") + ", " + text(of: elapsed)
    }

    static func counted(_ count: Int, _ noun: String) -> String {
        if count == 1 { return "1 \(noun)" }
        return noun.hasSuffix("y") ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)s"
    }

    static func text(of elapsed: Duration) -> String {
        let (seconds, attoseconds) = elapsed.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        if microseconds < 1000 { return "\(microseconds) µs" }
        if microseconds < 1_000_000 {
            return "\(microseconds / 1000).\(microseconds / 100 % 10) ms"
        }
        return "\(microseconds / 1_000_000).\(microseconds / 100_000 % 10) s"
    }

    /// The moment that all functions of a statement agree on.
    public static func now() -> StatementTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return StatementTime(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
    }
}
