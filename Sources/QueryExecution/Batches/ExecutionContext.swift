import GraphModel
import QueryPlanning
import Synchronization

/// What stops a running statement: the query's own fault, the store's, or a cancellation.
public typealias ExecutionError = EvaluationError

/// A flag that another thread may raise to stop a statement.
public final class CancellationFlag: Sendable {
    /// Why a statement is to stop.
    public enum Reason: Sendable {
        /// Someone wants it.
        case wish
        /// It took longer than allowed: who runs the statement keeps the time.
        case timeLimit
    }

    private let state = Atomic<UInt8>(0)

    public init() {}

    public func raise(_ reason: Reason = .wish) {
        state.store(reason == .wish ? 1 : 2, ordering: .relaxed)
    }

    public func lower() { state.store(0, ordering: .relaxed) }
    public var isCancelled: Bool { state.load(ordering: .relaxed) != 0 }

    /// Nil where the flag is not raised.
    public var reason: Reason? {
        switch state.load(ordering: .relaxed) {
        case 0: nil
        case 1: .wish
        default: .timeLimit
        }
    }
}

/// How a statement changed the graph.
public struct WriteCounters: Hashable, Sendable {
    public var nodesCreated = 0
    public var nodesDeleted = 0
    public var relationshipsCreated = 0
    public var relationshipsDeleted = 0
    public var propertiesSet = 0
    public var labelsAdded = 0
    public var labelsRemoved = 0

    public init() {}
}

/// What all operators of a running statement share.
public final class ExecutionContext {
    let graph: any GraphReading
    /// Nil where the statement may not write.
    let writer: (any GraphWriting)?
    let parameters: [String: Value]
    let functions: FunctionContext
    let procedures: [String: Procedure]
    let cancellation: CancellationFlag
    let memory: MemoryMeter
    let isProfiling: Bool
    public internal(set) var counters = WriteCounters()
    /// Rows that each operator gave, by its id.
    public internal(set) var rows: [Int: Int] = [:]
    /// What was deleted, as it was before: it may still be returned.
    var deletedNodes: [NodeID: Node] = [:]
    var deletedRelationships: [RelationshipID: Relationship] = [:]
    let patterns = PatternCache()
    /// Of reading statements alone: what is written must be seen at once.
    let propertyCache: PropertyCache?

    public init(
        graph: any GraphReading, writer: (any GraphWriting)? = nil, parameters: [String: Value],
        statementTime: StatementTime, seed: UInt64, procedures: [Procedure] = [],
        cancellation: CancellationFlag, memoryLimit: Int = .max, isProfiling: Bool = false
    ) {
        self.graph = graph
        self.writer = writer
        propertyCache = writer == nil ? PropertyCache(nodeCount: graph.nodeCount) : nil
        self.parameters = parameters
        functions = FunctionContext(
            graph: graph, statementTime: statementTime, random: RandomSource(seed: seed),
            sizeLimit: memoryLimit, cancellation: cancellation)
        self.procedures = Dictionary(
            procedures.map { ($0.signature.name, $0) }, uniquingKeysWith: { $1 })
        self.cancellation = cancellation
        memory = MemoryMeter(limit: memoryLimit)
        self.isProfiling = isProfiling
    }

    /// To be called for each batch, and within what may take long.
    func checkCancellation() throws(ExecutionError) {
        switch cancellation.reason {
        case nil: return
        case .wish?: throw .cancelled()
        case .timeLimit?: throw .timeLimit()
        }
    }

    /// To be called for each item of a list: looks at the flag now and then.
    @inline(__always)
    func checkCancellation(at index: Int) throws(ExecutionError) {
        if index & 0xFF == 0xFF { try checkCancellation() }
    }

    // MARK: Names of the schema

    func label(_ name: String) -> LabelID? {
        graph.labels.firstIndex(of: name).map { LabelID(rawValue: UInt32($0)) }
    }

    func propertyKey(_ name: String) -> PropertyKeyID? {
        graph.propertyKeys.firstIndex(of: name).map { PropertyKeyID(rawValue: UInt32($0)) }
    }

    /// The ids of types; nil for any type, empty where the graph has none of them.
    func types(_ set: PhysicalTypeSet) -> [RelationshipTypeID]? {
        let known = graph.relationshipTypes
        let indices: [Int]
        switch set {
        case .any: return nil
        case .names(let names): indices = names.compactMap { known.firstIndex(of: $0) }
        case .matching: indices = known.indices.filter { set.contains(known[$0]) }
        }
        return indices.map { RelationshipTypeID(rawValue: UInt32($0)) }
    }

    /// Runs what reads the store, and tells what it throws as an error of execution.
    func reading<Result>(_ body: () throws -> Result) throws(ExecutionError) -> Result {
        do { return try body() } catch { throw .reading(error) }
    }

    func expand(
        _ sources: [NodeID], _ direction: Direction, _ types: [RelationshipTypeID]?,
        into expansion: inout Expansion
    ) throws(ExecutionError) {
        expansion.removeAll()
        if types?.isEmpty == true { return }
        do {
            try graph.expand(sources, direction, types: types, into: &expansion)
        } catch { throw .reading(error) }
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func cancelled() -> ExecutionError {
        ExecutionError(
            kind: .cancelled, detail: "Cancelled", message: "the statement was cancelled")
    }

    fileprivate static func timeLimit() -> ExecutionError {
        ExecutionError(
            kind: .limitExceeded, detail: "TimeLimitExceeded",
            message: "the statement took longer than the time limit allows")
    }
}
