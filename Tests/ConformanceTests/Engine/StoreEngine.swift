import Diagnostics
import GraphModel
import GraphStorage
import KnowledgeGraph
import QueryExecution
import QueryPlanning

/// The project's engine on a graph store in memory, one transaction a statement.
struct StoreEngine: ConformanceEngine {
    private let store: GraphStore
    private let session = QuerySession()

    init() throws { store = try GraphStore.inMemory() }

    func register(_ procedure: ProcedureTable) {
        session.register(
            Procedure(
                CallSignature(
                    name: procedure.name,
                    inputs: procedure.inputs.map { .init(name: $0.name, type: $0.type) },
                    outputs: procedure.outputs.map { .init(name: $0.name, type: $0.type) }),
                table: procedure.rows))
    }

    func execute(
        _ query: String, parameters: [String: Value]
    ) throws(ConformanceFault) -> ConformanceResult {
        var environment = QueryEnvironment()
        environment.parameters = parameters
        environment.time = StatementTime(seconds: 1_800_000_000, nanoseconds: 0)
        do {
            var result = QueryResult()
            let source = SourceText(name: "scenario", query)
            for statement in try session.prepare(source, parameters: Set(parameters.keys)) {
                result = try run(statement, environment)
            }
            return ConformanceResult(columns: result.columns, rows: result.rows)
        } catch let failure as QueryFailure {
            let first = failure.diagnostics.first
            throw ConformanceFault(
                type: failure.errorClass, phase: failure.phase.rawValue,
                detail: first?.code ?? "none", message: first?.message ?? "")
        } catch {
            throw ConformanceFault(
                type: "\(type(of: error))", phase: "runtime", detail: "store", message: "\(error)")
        }
    }

    /// What throws is rolled back.
    private func run(
        _ statement: PreparedStatement, _ environment: QueryEnvironment
    ) throws -> QueryResult {
        guard statement.isWriting else {
            return try session.run(statement, on: store.read(), environment)
        }
        return try store.write { try session.run(statement, on: $0, environment) }
    }

    func contents() throws -> GraphContents { try GraphContents(of: store.read()) }
}
