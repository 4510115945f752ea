/// A word of SQL or of another dialect, and how the same is said here.
struct ForeignWord {
    let help: String
    /// It begins a statement of its own, of which nothing can be read.
    let isStatement: Bool

    /// - Parameter word: in capitals.
    static func named(_ word: String) -> ForeignWord? {
        if let help = statements[word] { return ForeignWord(help: help, isStatement: true) }
        return words[word].map { ForeignWord(help: $0, isStatement: false) }
    }

    /// Whether a word stands before what it belongs to, where a name could stand as well.
    static func isFirst(_ word: String) -> Bool { ["SELECT", "TOP", "RECURSIVE"].contains(word) }

    private static let statements: [String: String] = [
        "SELECT": "rows are asked for by MATCH (n:Label) RETURN n.name",
        "UPDATE": "properties are changed by MATCH (n:Label) SET n.name = 'new'",
        "INTO": "nodes are made by CREATE (:Label {name: 'Ada'})",
        "TABLE": "there are no tables: nodes are made by CREATE (:Label {name: 'Ada'})",
        "INDEX": "there is nothing to declare: the graph file keeps its indexes itself",
        "CONSTRAINT": "constraints are not known; MERGE makes a node only where it is missing",
        "DROP": "there is nothing to drop: nodes are deleted by MATCH (n) DETACH DELETE n",
        "ALTER": "there are no tables: SET and REMOVE change properties and labels",
        "TRUNCATE": "nodes are deleted by MATCH (n) DETACH DELETE n",
        "SHOW": "the schema is told by CALL db.labels(), db.relationshipTypes(), db.propertyKeys()",
        "DESCRIBE": "the schema is told by CALL db.labels() and CALL db.propertyKeys()",
        "BEGIN": "each statement is a transaction of its own",
        "COMMIT": "each statement is a transaction of its own",
        "ROLLBACK": "each statement is a transaction of its own: one that fails changes nothing",
        "LOAD": "files are read by the program's commands, not by queries",
        "USE": "a query asks the one graph that was opened",
        "RECURSIVE": "paths of any length are matched by -[:TYPE*1..5]->",
    ]

    private static let words: [String: String] = [
        "LIKE": "use CONTAINS 'a', STARTS WITH 'a', ENDS WITH 'a', or =~ with a regular expression",
        "ILIKE": "use toLower(n.name) CONTAINS 'a', or =~ '(?i).*a.*'",
        "RLIKE": "use =~ with a regular expression",
        "REGEXP": "use =~ with a regular expression",
        "BETWEEN": "write 1 <= n.x <= 9",
        "GROUP": "RETURN groups by itself, by all columns that hold no aggregate",
        "HAVING": "filter behind a WITH: WITH n.name AS name, count(*) AS c WHERE c > 1",
        "JOIN": "nodes are joined by relationships: MATCH (a)-[:TYPE]->(b)",
        "INNER": "nodes are joined by relationships: MATCH (a)-[:TYPE]->(b)",
        "LEFT": "OPTIONAL MATCH keeps rows without a match",
        "OUTER": "OPTIONAL MATCH keeps rows without a match",
        "TOP": "the number of rows stands last: RETURN n.name LIMIT 5",
        "FETCH": "the number of rows stands last: RETURN n.name LIMIT 5",
        "NULLS": "null is sorted last, and first with DESC; ORDER BY n.x IS NULL, n.x changes that",
        "INTERSECT": "filter by EXISTS { … } instead",
        "EXCEPT": "filter by NOT EXISTS { … } instead",
        "VALUES": "rows of values are made by UNWIND [1, 2] AS x",
        "IFNULL": "use coalesce(n.x, 0)",
        "UNIQUE": "CREATE always creates; MERGE creates only what is missing",
        "ELSEIF": "a CASE has several WHEN … THEN …",
        "ELIF": "a CASE has several WHEN … THEN …",
    ]
}
