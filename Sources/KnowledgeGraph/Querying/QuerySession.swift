import Diagnostics
import GraphModel
import QueryExecution
import QueryPlanning
import QuerySemantics
import QuerySyntax

/// A statement that was read and checked, ready to be run on any graph.
public struct PreparedStatement: Sendable {
    /// Its place in the text.
    public let span: SourceSpan
    /// Whether running it may change a graph, so that its caller begins a transaction.
    public let isWriting: Bool
    /// What is wrong with it, if anything is.
    public let failure: QueryFailure?
    let bound: BoundStatement?
}

/// What statements need beside their text and the graph.
public struct QueryEnvironment: Sendable {
    public var parameters: [String: Value] = [:]
    /// The moment that all functions of a statement agree on.
    public var time = StatementTime(seconds: 0, nanoseconds: 0)
    /// Of `rand()` and its kin.
    public var seed: UInt64 = 0
    /// Raised from another thread, it stops the running statement.
    public var cancellation = CancellationFlag()
    /// About how many bytes a statement may hold at a time, its result included.
    public var memoryLimit = 4 << 30

    public init() {}
}

/// Runs queries: text through lexer, parser, binder, plan and rules to operators.
///
/// It keeps no graph; each run names one. A statement that writes and fails leaves its changes to
/// the caller to roll back.
public final class QuerySession {
    /// Procedures for `CALL`, those of the schema among them.
    public private(set) var procedures: [Procedure]
    /// The rules by which plans are improved; tests switch them off.
    public var rules: Set<PlanRule>

    public init(
        procedures: [Procedure] = [], rules: Set<PlanRule> = Set(PlanRule.allCases)
    ) {
        self.procedures = Procedure.builtIn + procedures
        self.rules = rules
    }

    /// A later procedure replaces an earlier one of its name.
    public func register(_ procedure: Procedure) {
        procedures.removeAll { $0.signature.name == procedure.signature.name }
        procedures.append(procedure)
    }

    /// Leaves only those of the schema.
    public func forgetProcedures() { procedures = Procedure.builtIn }

    // MARK: Preparing

    /// The statements of a text, in order. A text that cannot be read gives one failure for the
    /// whole, so that no part of a broken script runs.
    public func prepare(
        _ source: SourceText, parameters: Set<String>
    ) throws(QueryFailure) -> [PreparedStatement] {
        let (statements, faults) = Parser.parse(source)
        let prepared = statements.map { prepare($0, in: source, parameters) }
        guard !faults.isEmpty else { return prepared }
        // What is wrong with the statements that could be read is told with the rest.
        let all = faults + Self.others(prepared, faults)
        let first = all.min { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) } ?? faults[0]
        throw QueryFailure(
            all.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) },
            errorClass: QueryFaultClass.ofCode(first.code).rawValue, phase: .compileTime)
    }

    /// Faults of statements in which none was found when they were read.
    private static func others(
        _ prepared: [PreparedStatement], _ faults: [Diagnostic]
    ) -> [Diagnostic] {
        let starts = prepared.map(\.span.start) + [Int.max]
        return zip(prepared, zip([0] + starts.dropFirst(), starts.dropFirst())).flatMap {
            statement, range in
            let isRead = !faults.contains {
                let place = $0.span?.start ?? 0
                return place >= range.0 && place < range.1
            }
            return isRead ? statement.failure?.diagnostics ?? [] : []
        }
    }

    private func prepare(
        _ statement: StatementSyntax, in source: SourceText, _ parameters: Set<String>
    ) -> PreparedStatement {
        // EXPLAIN runs nothing and so needs no parameters.
        let (bound, faults) = Binder.bind(
            statement, in: source, procedures: procedures.map(\.signature),
            parameters: statement.mode == .explain ? nil : parameters)
        let failure = faults.first.map {
            QueryFailure(
                faults.map(\.diagnostic), errorClass: $0.errorClass.rawValue,
                phase: .compileTime)
        }
        return PreparedStatement(
            span: statement.span, isWriting: bound?.isWriting ?? false, failure: failure,
            bound: bound)
    }

    // MARK: Running

    /// Runs a statement.
    ///
    /// - Parameter graph: a `GraphWriting`, if the statement writes.
    public func run(
        _ statement: PreparedStatement, on graph: any GraphReading,
        _ environment: QueryEnvironment = QueryEnvironment()
    ) throws(QueryFailure) -> QueryResult {
        if let failure = statement.failure { throw failure }
        guard let bound = statement.bound else { return QueryResult() }
        var result = QueryResult()
        result.columns = bound.query.columns.map(\.name)
        result.warnings = bound.warnings
        if !bound.isWriting { result.warnings += SchemaCheck.warnings(bound.mentions, graph) }
        result.warnings.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
        let plan = try plan(bound)
        if bound.mode == .explain {
            result.plan = PlanPrinter.text(of: plan)
            return result
        }
        let context = ExecutionContext(
            graph: graph, writer: bound.isWriting ? graph as? any GraphWriting : nil,
            parameters: environment.parameters, statementTime: environment.time,
            seed: environment.seed, procedures: procedures,
            cancellation: environment.cancellation, memoryLimit: environment.memoryLimit,
            isProfiling: bound.mode == .profile)
        do {
            try plan.run(in: context) { rows in
                if !result.columns.isEmpty { result.rows += rows }
            }
        } catch {
            throw QueryFailure(
                [.atRuntime(error, statement.span)],
                errorClass: error.kind.rawValue, phase: .runtime)
        }
        result.counters = context.counters
        if bound.mode == .profile {
            result.plan = PlanPrinter.text(of: plan, rows: context.rows)
        }
        return result
    }

    private func plan(_ statement: BoundStatement) throws(QueryFailure) -> PhysicalPlan {
        do { return try PhysicalPlanner.plan(statement, rules: rules) } catch {
            throw QueryFailure(
                [.unplannable(error.message)], errorClass: "InternalError", phase: .compileTime)
        }
    }

    /// Runs the statements of a text in order, up to the first that fails.
    public func run(
        _ text: String, on graph: any GraphReading,
        _ environment: QueryEnvironment = QueryEnvironment()
    ) -> [Result<QueryResult, QueryFailure>] {
        var outcomes: [Result<QueryResult, QueryFailure>] = []
        do throws(QueryFailure) {
            let source = SourceText(name: "query", text)
            for statement in try prepare(source, parameters: Set(environment.parameters.keys)) {
                outcomes.append(.success(try run(statement, on: graph, environment)))
            }
        } catch { outcomes.append(.failure(error)) }
        return outcomes
    }
}

// MARK: - Wording

extension Diagnostic {
    /// What fails while it runs is told where it stands, or at the beginning of its statement.
    fileprivate static func atRuntime(
        _ error: ExecutionError, _ span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: error.detail, error.message,
            at: error.span ?? SourceSpan(start: span.start, end: min(span.start + 1, span.end)))
    }

    fileprivate static func unplannable(_ message: String) -> Diagnostic {
        Diagnostic(
            .error, code: "InternalError", "no plan could be made: \(message)",
            help: "this is a fault of the engine; please report it with the query")
    }
}
