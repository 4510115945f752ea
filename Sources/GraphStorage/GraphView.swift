import GraphModel

/// What snapshots and transactions read alike: topology and labels from memory, the rest from the
/// record.
public class GraphView: GraphReading {
    let connection: Connection
    var state: GraphState

    init(_ connection: Connection, _ state: GraphState) {
        self.connection = connection
        self.state = state
    }

    public var labels: [String] { state.names.labels.names }
    public var relationshipTypes: [String] { state.names.relationshipTypes.names }
    public var propertyKeys: [String] { state.names.propertyKeys.names }
    public var nodeCount: Int { state.topology.nodeCount }
    public var relationshipCount: Int { state.topology.relationshipCount }

    /// The place of a label, if the graph knows it.
    public func label(_ name: String) -> LabelID? {
        state.names.labels.place(of: name).map(LabelID.init(rawValue:))
    }

    /// The place of a relationship type, if the graph knows it.
    public func relationshipType(_ name: String) -> RelationshipTypeID? {
        state.names.relationshipTypes.place(of: name).map(RelationshipTypeID.init(rawValue:))
    }

    /// The place of a property key, if the graph knows it.
    public func propertyKey(_ name: String) -> PropertyKeyID? {
        state.names.propertyKeys.place(of: name).map(PropertyKeyID.init(rawValue:))
    }

    public func nodes(withLabel label: LabelID?) throws -> [NodeID] {
        state.topology.nodes(withLabel: label?.rawValue)
    }

    public func nodes(withLabel label: LabelID?, where key: PropertyKeyID, equals value: String)
        throws -> [NodeID]
    {
        let row = try connection.statement(
            """
            SELECT node FROM node_properties
            WHERE key = ? AND value = ? AND kind IS NULL AND typeof(value) = 'text' ORDER BY node
            """
        ).bind(1, Int64(key.rawValue)).bind(2, value)
        defer { row.reset() }
        var result: [NodeID] = []
        while try row.step() {
            let id = UInt32(truncatingIfNeeded: row.integer(0))
            if label.map({ state.topology.hasLabel($0.rawValue, id) }) ?? true {
                result.append(NodeID(rawValue: id))
            }
        }
        return result
    }

    public func expand(
        _ sources: [NodeID], _ direction: Direction, types: [RelationshipTypeID]?,
        into result: inout Expansion
    ) throws {
        state.topology.expand(
            sources, direction, types: types?.map(\.rawValue), into: &result)
    }

    public func hasLabel(_ label: LabelID, nodes: [NodeID]) throws -> [Bool] {
        nodes.map { state.topology.hasLabel(label.rawValue, $0.rawValue) }
    }

    public func property(_ key: PropertyKeyID, ofNodes nodes: [NodeID]) throws -> [Value] {
        let row = try connection.statement(
            "SELECT kind, value FROM node_properties WHERE node = ? AND key = ?")
        return try values(row, key, nodes.lazy.map(\.rawValue))
    }

    public func property(_ key: PropertyKeyID, ofRelationships relationships: [RelationshipID])
        throws -> [Value]
    {
        let row = try connection.statement(
            "SELECT kind, value FROM relationship_properties WHERE relationship = ? AND key = ?")
        return try values(row, key, relationships.lazy.map(\.rawValue))
    }

    private func values(_ row: Statement, _ key: PropertyKeyID, _ ids: some Collection<UInt32>)
        throws(StorageError) -> [Value]
    {
        defer { row.reset() }
        row.bind(2, Int64(key.rawValue))
        var result: [Value] = []
        result.reserveCapacity(ids.count)
        for id in ids {
            row.bind(1, Int64(id))
            result.append(try row.step() ? row.property(kind: 0, value: 1) : .null)
            row.reset()
        }
        return result
    }

    public func relationships(ofType type: RelationshipTypeID?) throws -> [RelationshipID] {
        state.topology.relationships(ofType: type?.rawValue)
    }

    public func ends(of relationships: [RelationshipID]) throws -> [(start: NodeID, end: NodeID)] {
        try relationships.map { id in
            let found = try known(id)
            return (NodeID(rawValue: found.start), NodeID(rawValue: found.end))
        }
    }

    public func type(of relationships: [RelationshipID]) throws -> [RelationshipTypeID] {
        try relationships.map { RelationshipTypeID(rawValue: try known($0).type) }
    }

    public func node(_ id: NodeID) throws -> Node? {
        guard state.topology.hasNode(id.rawValue) else { return nil }
        return Node(
            id: id, labels: try labelPlaces(of: id).map { labels[Int($0)] }.sorted(),
            properties: try properties(
                "SELECT key, kind, value FROM node_properties WHERE node = ?", id.rawValue))
    }

    public func relationship(_ id: RelationshipID) throws -> Relationship? {
        guard let found = state.topology.relationship(id.rawValue) else { return nil }
        return Relationship(
            id: id, type: relationshipTypes[Int(found.type)], start: NodeID(rawValue: found.start),
            end: NodeID(rawValue: found.end),
            properties: try properties(
                "SELECT key, kind, value FROM relationship_properties WHERE relationship = ?",
                id.rawValue))
    }

    func labelPlaces(of node: NodeID) throws(StorageError) -> [UInt32] {
        let row = try connection.statement("SELECT label FROM node_labels WHERE node = ?")
            .bind(1, Int64(node.rawValue))
        defer { row.reset() }
        var result: [UInt32] = []
        while try row.step() {
            let place = UInt32(truncatingIfNeeded: row.integer(0))
            guard place < labels.count else { throw Self.unnamed() }
            result.append(place)
        }
        return result
    }

    private func properties(_ query: String, _ id: UInt32) throws(StorageError) -> [String: Value] {
        let row = try connection.statement(query).bind(1, Int64(id))
        defer { row.reset() }
        let keys = propertyKeys
        var result: [String: Value] = [:]
        while try row.step() {
            let place = row.integer(0)
            guard keys.indices.contains(Int(place)) else { throw Self.unnamed() }
            result[keys[Int(place)]] = try row.property(kind: 1, value: 2)
        }
        return result
    }

    func known(_ id: RelationshipID) throws(StorageError) -> (
        type: UInt32, start: UInt32, end: UInt32
    ) {
        guard let found = state.topology.relationship(id.rawValue) else {
            throw StorageError(.damaged, "The graph has no relationship \(id.rawValue).")
        }
        return found
    }

    private static func unnamed() -> StorageError {
        StorageError(
            .damaged, "The graph file lacks names of labels, types or keys; it is damaged.")
    }
}

/// The graph as of one commit. Holding it keeps that commit readable.
public final class GraphSnapshot: GraphView {
    private let pool: ReaderPool?

    init(_ connection: Connection, _ state: GraphState, pool: ReaderPool?) {
        self.pool = pool
        super.init(connection, state)
    }

    deinit { pool?.giveBack(connection) }
}
