import KnowledgeGraph
import Shell

/// Answers requests of a program, each a line of JSON, with one line each.
final class PipeServer {
    private var graph: KnowledgeGraph
    private let isInMemory: Bool
    private let session = QuerySession()
    private let clock = ContinuousClock()

    init(_ graph: KnowledgeGraph, isInMemory: Bool) {
        self.graph = graph
        self.isInMemory = isInMemory
    }

    func close() { graph.close() }

    func answer(to line: [UInt8]) -> Json {
        let request: Json
        do throws(JsonFault) { request = try JsonReader.value(of: line) } catch {
            return Self.fault(
                "InvalidJson", "the request is no JSON: \(error.message)", column: error.offset + 1)
        }
        guard case .object(let members) = request else {
            return Self.fault("InvalidRequest", "a request is a JSON object")
        }
        if let query = request["query"] { return answer(query, request) }
        if request["reset"] == .boolean(true) { return reset() }
        if let procedure = request["procedure"] { return register(procedure) }
        let names = members.map(\.name).joined(separator: ", ")
        return Self.fault(
            "InvalidRequest",
            "a request has 'query', 'reset' or 'procedure'; this one has: \(names)")
    }

    // MARK: Requests

    private func answer(_ query: Json, _ request: Json) -> Json {
        guard let text = query.string else {
            return Self.fault("InvalidRequest", "'query' is a string")
        }
        var environment = QueryEnvironment()
        environment.time = StatementRunner.now()
        environment.seed = UInt64.random(in: .min ... .max)
        environment.memoryLimit = StatementLimits.standard.bytes
        do throws(JsonValues.Fault) {
            let values = try JsonValues.value(of: request["parameters"] ?? .object([]))
            switch values {
            case .map(let parameters): environment.parameters = parameters
            case .null: break
            default: return Self.fault("InvalidRequest", "'parameters' is an object")
            }
        } catch {
            return Self.fault("InvalidRequest", error.message)
        }
        let source = SourceText(name: "query", text)
        let start = clock.now
        do {
            let (result, counters) = try run(source, environment)
            return Self.response(
                result, counters, source, clock.now - start,
                isPlain: request["plain"] == .boolean(true))
        } catch let failure as QueryFailure {
            return Self.fault(failure, source)
        } catch let error as KnowledgeGraph.StorageError {
            return Self.fault(error.code.rawValue, error.message, type: "StorageError")
        } catch {
            return Self.fault("Unknown", "\(error)", type: "DatabaseError")
        }
    }

    /// All statements of a text; the result is the last one's, the changes are those of all.
    private func run(
        _ source: SourceText, _ environment: QueryEnvironment
    ) throws -> (QueryResult, WriteCounters) {
        var last = QueryResult()
        var sum = WriteCounters()
        let names = Set(environment.parameters.keys)
        for statement in try session.prepare(source, parameters: names) {
            last = try graph.run(statement, in: session, environment)
            sum.add(last.counters)
        }
        return (last, sum)
    }

    private func reset() -> Json {
        guard isInMemory else {
            return Self.fault("InvalidRequest", "only a graph in memory can be reset")
        }
        do throws(KnowledgeGraph.StorageError) {
            let fresh = try KnowledgeGraph.inMemory()
            graph.close()
            graph = fresh
        } catch {
            return Self.fault(error.code.rawValue, error.message, type: "StorageError")
        }
        session.forgetProcedures()
        return .object([.init("ok", .boolean(true))])
    }

    private func register(_ procedure: Json) -> Json {
        do throws(ProcedureTable.Fault) {
            session.register(try ProcedureTable.procedure(procedure))
        } catch {
            return Self.fault("InvalidRequest", error.message)
        }
        return .object([.init("ok", .boolean(true))])
    }

    // MARK: Responses

    private static func response(
        _ result: QueryResult, _ counters: WriteCounters, _ source: SourceText,
        _ elapsed: Duration, isPlain: Bool
    ) -> Json {
        let write = isPlain ? PlainJson.of : TypedJson.of
        var members: [Json.Member] = [
            .init("columns", .array(result.columns.map(Json.string))),
            .init("rows", .array(result.rows.map { .array($0.map(write)) })),
            .init("counters", .object(counters.members)),
            .init("warnings", .array(result.warnings.map { warning($0, source) })),
        ]
        if let plan = result.plan { members.append(.init("plan", .string(plan))) }
        let (seconds, attoseconds) = elapsed.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        members.append(.init("elapsed_ms", .float(Double(microseconds) / 1000)))
        return .object(members)
    }

    private static func warning(_ diagnostic: Diagnostic, _ source: SourceText) -> Json {
        .object(
            [.init("code", .string(diagnostic.code))] + described(diagnostic, source))
    }

    private static func fault(_ failure: QueryFailure, _ source: SourceText) -> Json {
        let first =
            failure.diagnostics.first ?? Diagnostic(.error, code: "Unknown", "the query failed")
        return .object([
            .init(
                "error",
                .object(
                    [
                        .init("type", .string(failure.errorClass)),
                        .init("detail", .string(first.code)),
                        .init("phase", .string(failure.phase.rawValue)),
                    ] + described(first, source)))
        ])
    }

    private static func described(_ diagnostic: Diagnostic, _ source: SourceText) -> [Json.Member] {
        let message = diagnostic.message + (diagnostic.help.map { "; " + $0 } ?? "")
        let position = diagnostic.span.map { source.position(of: $0.start) }
        return [
            .init("message", .string(message)),
            .init("line", position.map { .integer(Int64($0.line)) } ?? .null),
            .init("column", position.map { .integer(Int64($0.column)) } ?? .null),
        ]
    }

    /// A fault of the request itself or of the store.
    private static func fault(
        _ detail: String, _ message: String, type: String = "ProtocolError", column: Int? = nil
    ) -> Json {
        .object([
            .init(
                "error",
                .object([
                    .init("type", .string(type)), .init("detail", .string(detail)),
                    .init("phase", .string(type == "ProtocolError" ? "compile time" : "runtime")),
                    .init("message", .string(message)),
                    .init("line", column == nil ? .null : .integer(1)),
                    .init("column", column.map { .integer(Int64($0)) } ?? .null),
                ]))
        ])
    }
}

extension WriteCounters {
    fileprivate mutating func add(_ other: WriteCounters) {
        nodesCreated += other.nodesCreated
        nodesDeleted += other.nodesDeleted
        relationshipsCreated += other.relationshipsCreated
        relationshipsDeleted += other.relationshipsDeleted
        propertiesSet += other.propertiesSet
        labelsAdded += other.labelsAdded
        labelsRemoved += other.labelsRemoved
    }

    fileprivate var members: [Json.Member] {
        [
            ("nodesCreated", nodesCreated), ("nodesDeleted", nodesDeleted),
            ("relationshipsCreated", relationshipsCreated),
            ("relationshipsDeleted", relationshipsDeleted), ("propertiesSet", propertiesSet),
            ("labelsAdded", labelsAdded), ("labelsRemoved", labelsRemoved),
        ].map { .init($0.0, .integer(Int64($0.1))) }
    }
}
