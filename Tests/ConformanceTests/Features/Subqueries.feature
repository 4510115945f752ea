Feature: Subqueries - in expressions, CALL and FOREACH

  Scenario: [1] COUNT of a pattern
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person) RETURN p.name AS name, COUNT { (p)-[:KNOWS]->() } AS n
      """
    Then the result should be, in any order:
      | name  | n |
      | 'Ana' | 2 |
      | 'Bo'  | 1 |
      | 'Cy'  | 0 |
    And no side effects

  Scenario: [2] COUNT of a pattern with a condition, in WHERE
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person) WHERE COUNT { (p)-[k]->(q) WHERE k.since > 1 AND q.age < p.age } = 1 RETURN p.name AS name
      """
    Then the result should be, in any order:
      | name  |
      | 'Ana' |
      | 'Bo'  |
    And no side effects

  Scenario: [3] COUNT of a query with DISTINCT
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      RETURN COUNT { MATCH (:Person)-->(q) RETURN DISTINCT q } AS n, COUNT { MATCH (:Person)-->(q) RETURN q } AS m
      """
    Then the result should be, in any order:
      | n | m |
      | 2 | 3 |
    And no side effects

  Scenario: [4] COUNT of a union
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person {name: 'Bo'})
      RETURN COUNT { MATCH (p)-->(q) RETURN q UNION MATCH (p)<--(q) RETURN q } AS n
      """
    Then the result should be, in any order:
      | n |
      | 2 |
    And no side effects

  Scenario: [5] COLLECT keeps the order of its query
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person {name: 'Ana'})
      RETURN COLLECT { MATCH (p)-->(q) RETURN q.name ORDER BY q.age } AS names
      """
    Then the result should be, in any order:
      | names        |
      | ['Cy', 'Bo'] |
    And no side effects

  Scenario: [6] COLLECT of nothing is the empty list
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person {name: 'Cy'}) RETURN COLLECT { MATCH (p)-->(q) RETURN q } AS l
      """
    Then the result should be, in any order:
      | l  |
      | [] |
    And no side effects

  Scenario: [7] EXISTS of a union
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person) WHERE EXISTS { MATCH (p)-->({name: 'Cy'}) RETURN p UNION MATCH (p {name: 'Cy'}) RETURN p }
      RETURN count(*) AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
    And no side effects

  Scenario: [8] A subquery sees the outer variables behind WITH
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person) WHERE EXISTS { MATCH (p)-->(q) WITH count(q) AS n WHERE n * 20 = p.age RETURN n }
      RETURN p.name AS name
      """
    Then the result should be, in any order:
      | name  |
      | 'Ana' |
    And no side effects

  Scenario: [9] Subqueries in subqueries
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person) RETURN p.name AS name, COLLECT { MATCH (p)-->(q) WHERE COUNT { (q)-->() } > 0 RETURN q.name } AS l
      """
    Then the result should be, in any order:
      | name  | l      |
      | 'Ana' | ['Bo'] |
      | 'Bo'  | []     |
      | 'Cy'  | []     |
    And no side effects

  Scenario: [10] COUNT beside an aggregate
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 1, 2] AS x RETURN x, count(*) AS n, COUNT { UNWIND range(1, x) AS y RETURN y } AS m
      """
    Then the result should be, in any order:
      | x | n | m |
      | 1 | 2 | 1 |
      | 2 | 1 | 2 |
    And no side effects

  Scenario: [11] CALL with imported variables
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person) CALL (p) { MATCH (p)-->(q) RETURN max(q.age) AS oldest, count(q) AS n } RETURN p.name AS name, oldest, n
      """
    Then the result should be, in any order:
      | name  | oldest | n |
      | 'Ana' | 30     | 2 |
      | 'Bo'  | 20     | 1 |
      | 'Cy'  | null   | 0 |
    And no side effects

  Scenario: [12] CALL drops the rows for which the query gives none
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person) CALL (*) { MATCH (p)-->(q) RETURN q.name AS friend ORDER BY friend LIMIT 1 } RETURN p.name AS name, friend
      """
    Then the result should be, in any order:
      | name  | friend |
      | 'Ana' | 'Bo'   |
      | 'Bo'  | 'Cy'   |
    And no side effects

  Scenario: [13] OPTIONAL CALL keeps them
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person) OPTIONAL CALL (p) { MATCH (p)-->(q) RETURN q.name AS friend ORDER BY friend LIMIT 1 } RETURN p.name AS name, friend
      """
    Then the result should be, in any order:
      | name  | friend |
      | 'Ana' | 'Bo'   |
      | 'Bo'  | 'Cy'   |
      | 'Cy'  | null   |
    And no side effects

  Scenario: [14] CALL that imports by WITH
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person) CALL { WITH p MATCH (p)<--(q) RETURN collect(q.name) AS l } RETURN p.name AS name, size(l) AS n
      """
    Then the result should be, in any order:
      | name  | n |
      | 'Ana' | 0 |
      | 'Bo'  | 1 |
      | 'Cy'  | 2 |
    And no side effects

  Scenario: [15] CALL of a union
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x CALL (x) { RETURN x AS y UNION ALL RETURN x * 10 AS y } RETURN y
      """
    Then the result should be, in any order:
      | y  |
      | 1  |
      | 10 |
      | 2  |
      | 20 |
    And no side effects

  Scenario: [16] CALL without imports runs for each row
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      UNWIND [1, 2] AS x CALL { MATCH (p:Person) RETURN count(p) AS n } RETURN x, n
      """
    Then the result should be, in any order:
      | x | n |
      | 1 | 3 |
      | 2 | 3 |
    And no side effects

  Scenario: [17] A unit subquery leaves the rows as they are
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x CALL (x) { UNWIND range(1, x) AS y CREATE (:N {y: y}) } RETURN x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
      | 2 |
    And the side effects should be:
      | +nodes | 3 |
      | +labels | 1 |
      | +properties | 3 |

  Scenario: [18] Each row sees what the rows before it wrote
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2, 3] AS x CALL (x) { MERGE (c:C) ON CREATE SET c.n = 0 SET c.n = c.n + x RETURN c.n AS n } RETURN x, n
      """
    Then the result should be, in any order:
      | x | n |
      | 1 | 1 |
      | 2 | 3 |
      | 3 | 6 |
    And the side effects should be:
      | +nodes | 1 |
      | +labels | 1 |
      | +properties | 1 |

  Scenario: [19] An imported variable is seen behind WITH
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH (p:Person {name: 'Ana'}) CALL (p) { MATCH (p)-->(q) WITH q ORDER BY q.age LIMIT 1 RETURN p.name || q.name AS both } RETURN both
      """
    Then the result should be, in any order:
      | both    |
      | 'AnaCy' |
    And no side effects

  Scenario: [20] FOREACH creates for each element
    Given an empty graph
    When executing query:
      """
      FOREACH (x IN [1, 2] | CREATE (:N {x: x}))
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes | 2 |
      | +labels | 1 |
      | +properties | 2 |

  Scenario: [21] FOREACH finishes one element before the next
    Given an empty graph
    And having executed:
      """
      CREATE (:S {v: 0})
      """
    When executing query:
      """
      MATCH (s:S) FOREACH (x IN [1, 2] | SET s.v = s.v + x CREATE (:T {v: s.v}))
      WITH DISTINCT s MATCH (t:T) RETURN t.v AS v ORDER BY v
      """
    Then the result should be, in order:
      | v |
      | 1 |
      | 3 |
    And the side effects should be:
      | +nodes | 2 |
      | +labels | 1 |
      | +properties | 3 |
      | -properties | 1 |

  Scenario: [22] FOREACH in FOREACH, over the nodes of a path
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Ana', age: 40})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo', age: 30}),
             (a)-[:KNOWS {since: 2}]->(c:Person {name: 'Cy', age: 20}), (b)-[:KNOWS {since: 3}]->(c)
      """
    When executing query:
      """
      MATCH p = (:Person {name: 'Ana'})-[{since: 1}]->() FOREACH (n IN nodes(p) | FOREACH (x IN [n.age] | SET n.seen = x))
      """
    Then the result should be empty
    And the side effects should be:
      | +properties | 2 |

  Scenario: [23] FOREACH over null does nothing
    Given an empty graph
    When executing query:
      """
      FOREACH (x IN null | CREATE ())
      """
    Then the result should be empty
    And no side effects

  Scenario Outline: [24] Faults: <query>
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>
    And no side effects

    Examples:
      | query | detail |
      | RETURN COLLECT { (a)-->(b) } AS x | InvalidClauseComposition |
      | RETURN COLLECT { MATCH (a) RETURN a, 1 AS b } AS x | InvalidClauseComposition |
      | RETURN COUNT { CREATE (a) } AS x | InvalidClauseComposition |
      | RETURN COUNT { CALL { CREATE (a) } RETURN 1 AS y } AS x | InvalidClauseComposition |
      | MATCH (a) CALL { RETURN a.x AS y } RETURN y | UndefinedVariable |
      | MATCH (a) CALL (b) { RETURN 1 AS y } RETURN y | UndefinedVariable |
      | MATCH (a) CALL (a) { MATCH (b) RETURN b AS a } RETURN a | VariableAlreadyBound |
      | CALL { RETURN 1 AS y } | InvalidClauseComposition |
      | CALL { MATCH (a) } RETURN 1 AS x | InvalidClauseComposition |
      | CALL { CREATE (a) } IN TRANSACTIONS | UnexpectedSyntax |
      | FOREACH (x IN [1] \| MATCH (n)) | InvalidClauseComposition |
      | FOREACH (x IN 1 \| CREATE (n)) | InvalidArgumentType |
      | FOREACH (x IN [1] \| CREATE (n)) RETURN x | UndefinedVariable |
