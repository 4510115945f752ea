/// All of a graph that is held in memory, as of one commit.
struct GraphState {
    var names: GraphNames
    var topology: Topology
    var record: RecordState

    /// Stands in the store's place of a state while a transaction holds it.
    static func empty() -> GraphState {
        GraphState(
            names: GraphNames(), topology: Topology(AdjacencyIndex.empty()),
            record: RecordState(
                uuid: "", commits: -1, stamp: 0, nextNode: 0, nextRelationship: 0))
    }

    /// Reads the state of a record; its topology from the index file if that is whole and fits,
    /// else from the record itself.
    ///
    /// - Precondition: a read transaction is open, so that all is of one commit.
    static func load(_ connection: Connection, _ file: IndexFile?) throws(StorageError)
        -> GraphState
    {
        let record = try RecordState.read(connection)
        let names = try GraphNames(connection)
        if let image = file?.map(uuid: record.uuid, stamp: record.stamp) {
            return GraphState(
                names: names, topology: Topology(AdjacencyIndex(image)), record: record)
        }
        let image = IndexBuilder(columns: try TopologyColumns(connection))
            .build(uuid: record.uuid, stamp: record.stamp)
        file?.replace(with: image)
        return GraphState(names: names, topology: Topology(AdjacencyIndex(image)), record: record)
    }

    /// Brings the state to the commit that the connection sees, if another process made it.
    mutating func refresh(_ connection: Connection, _ file: IndexFile?) throws(StorageError) {
        let now = try RecordState.read(connection)
        if now == record { return }
        if now.stamp == record.stamp && now.uuid == record.uuid {
            names = try GraphNames(connection)
            record = now
        } else {
            self = try .load(connection, file)
        }
    }
}
