/// The tables of a graph file, made so that any SQLite tool can read them.
enum RecordSchema {
    /// "Lgtn" in the file's header: tells a graph file from any other SQLite database.
    static let applicationID: Int64 = 0x4C67_746E
    /// Raised with every change of the tables.
    static let version: Int64 = 2

    static func create(in connection: Connection, uuid: String) throws(StorageError) {
        try connection.execute(
            "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);")
        try connection.execute(tables)
        try connection.statement("INSERT INTO graph VALUES (?, 0, 0, 1, 1)").bind(1, uuid).run()
    }

    private static let tables = """
        -- One row. The stamp is drawn anew by each commit that changes nodes, labels or
        -- relationships; the index beside the file carries the stamp it was made for.
        CREATE TABLE graph (
            uuid TEXT NOT NULL, commits INTEGER NOT NULL, topology_stamp INTEGER NOT NULL,
            next_node INTEGER NOT NULL, next_relationship INTEGER NOT NULL);
        CREATE TABLE labels (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE relationship_types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE property_keys (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE nodes (id INTEGER PRIMARY KEY);
        CREATE TABLE node_labels (
            node INTEGER NOT NULL, label INTEGER NOT NULL,
            PRIMARY KEY (node, label)) WITHOUT ROWID;
        CREATE TABLE relationships (
            id INTEGER PRIMARY KEY, type INTEGER NOT NULL,
            start_node INTEGER NOT NULL, end_node INTEGER NOT NULL);
        -- kind is NULL where SQLite's own type tells the value's: integer, real, text. Else it is
        -- 'boolean' (0 or 1), 'float' ('NaN') or 'list' (JSON).
        CREATE TABLE node_properties (
            node INTEGER NOT NULL, key INTEGER NOT NULL, kind TEXT, value NOT NULL,
            PRIMARY KEY (node, key)) WITHOUT ROWID;
        CREATE INDEX node_properties_by_text ON node_properties (key, value)
            WHERE kind IS NULL AND typeof(value) = 'text';
        CREATE TABLE relationship_properties (
            relationship INTEGER NOT NULL, key INTEGER NOT NULL, kind TEXT, value NOT NULL,
            PRIMARY KEY (relationship, key)) WITHOUT ROWID;
        CREATE TABLE documents (
            id TEXT PRIMARY KEY NOT NULL, title TEXT, date TEXT, source TEXT, path TEXT,
            sha256 TEXT NOT NULL) WITHOUT ROWID;
        -- Spans are half-open UTF-8 byte offsets in the original document.
        CREATE TABLE mentions (
            id INTEGER PRIMARY KEY, document TEXT NOT NULL, span_start INTEGER NOT NULL,
            span_end INTEGER NOT NULL, words TEXT NOT NULL, entity INTEGER NOT NULL,
            rule TEXT NOT NULL);
        CREATE INDEX mentions_by_document ON mentions (document);
        CREATE INDEX mentions_by_entity ON mentions (entity);
        CREATE TABLE evidence (
            id INTEGER PRIMARY KEY, relationship INTEGER NOT NULL, document TEXT NOT NULL,
            sentence TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
            source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
            target_start INTEGER NOT NULL, target_end INTEGER NOT NULL,
            pattern TEXT NOT NULL, cue TEXT, speaker TEXT, quotation_hash TEXT NOT NULL,
            confidence REAL, attributed_to TEXT);
        CREATE INDEX evidence_by_document ON evidence (document);
        CREATE INDEX evidence_by_relationship ON evidence (relationship);
        -- What each document gave, so that it can be resolved anew when other documents or
        -- judgements change what its names mean. entity_names tells which node a name became.
        CREATE TABLE shares (document TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE entity_names (
            document TEXT NOT NULL, place INTEGER NOT NULL, entity INTEGER, kind TEXT NOT NULL,
            name TEXT NOT NULL, mentions INTEGER NOT NULL, rule TEXT, is_local INTEGER NOT NULL,
            PRIMARY KEY (document, place)) WITHOUT ROWID;
        CREATE INDEX entity_names_by_name ON entity_names (name);
        CREATE INDEX entity_names_by_entity ON entity_names (entity);
        CREATE TABLE entity_aliases (
            document TEXT NOT NULL, place INTEGER NOT NULL, alias TEXT NOT NULL,
            PRIMARY KEY (document, place, alias)) WITHOUT ROWID;
        CREATE INDEX entity_aliases_by_alias ON entity_aliases (alias);
        -- By which names are found that may mean the same: their spelling, their short forms.
        CREATE TABLE entity_keys (
            document TEXT NOT NULL, place INTEGER NOT NULL, key TEXT NOT NULL,
            PRIMARY KEY (document, place, key)) WITHOUT ROWID;
        CREATE INDEX entity_keys_by_key ON entity_keys (key);
        -- What tells two persons of one name apart.
        CREATE TABLE entity_countries (
            document TEXT NOT NULL, place INTEGER NOT NULL, country TEXT NOT NULL,
            PRIMARY KEY (document, place, country)) WITHOUT ROWID;
        -- The sentences that hold mentions.
        CREATE TABLE sentences (
            document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
            words TEXT NOT NULL, PRIMARY KEY (document, span_start)) WITHOUT ROWID;
        -- What makes a claim or a demand the same as another.
        CREATE TABLE claims (relationship INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
        CREATE TABLE demands (node INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
        CREATE TABLE judgements (
            first TEXT NOT NULL, second TEXT NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('same', 'distinct')),
            PRIMARY KEY (first, second)) WITHOUT ROWID;
        """
}

/// The one row of table `graph`.
struct RecordState: Hashable {
    var uuid: String
    /// Counts the commits, so that another process's are noticed.
    var commits: Int64
    /// Drawn at random by each commit that changes the topology; 0 in a new graph.
    var stamp: Int64
    var nextNode: Int64
    var nextRelationship: Int64

    static func read(_ connection: Connection) throws(StorageError) -> RecordState {
        let row = try connection.statement(
            "SELECT uuid, commits, topology_stamp, next_node, next_relationship FROM graph")
        defer { row.reset() }
        guard try row.step(), let uuid = row.text(0) else { throw incomplete() }
        return RecordState(
            uuid: uuid, commits: row.integer(1), stamp: row.integer(2), nextNode: row.integer(3),
            nextRelationship: row.integer(4))
    }

    func write(_ connection: Connection) throws(StorageError) {
        try connection.statement(
            """
            UPDATE graph SET commits = ?, topology_stamp = ?, next_node = ?, next_relationship = ?
            """
        ).bind(1, commits).bind(2, stamp).bind(3, nextNode).bind(4, nextRelationship).run()
    }

    private static func incomplete() -> StorageError {
        StorageError(
            .damaged,
            "The graph file lacks its first row; restore it from a copy, or build it anew.")
    }
}
