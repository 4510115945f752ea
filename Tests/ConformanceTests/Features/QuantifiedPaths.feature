Feature: QuantifiedPaths - repeated parts of patterns, and what may come twice

  Scenario: [1] A number of relationships
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 1})-[:R]->{2}(m) RETURN m.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
      | 4 |
    And no side effects

  Scenario: [2] At most
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 1})-[:R]->{,1}(m) RETURN m.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 2 |
      | 3 |
    And no side effects

  Scenario: [3] One or more
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 2})-[:R]->+(m) RETURN m.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
      | 4 |
      | 1 |
      | 2 |
      | 3 |
    And no side effects

  Scenario: [4] Any number
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 4})-[:R {x: 5}]->*(m) RETURN m.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 4 |
      | 1 |
    And no side effects

  Scenario: [5] The relationship is a list
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 1})-[r:R]->{1,2}() RETURN [y IN r | y.x] AS x
      """
    Then the result should be, in any order:
      | x      |
      | [1]    |
      | [4]    |
      | [1, 2] |
      | [4, 3] |
    And no side effects

  Scenario: [6] A part with a condition; its variables are lists
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 1}) ((a)-[r:R]->(b) WHERE a.n < b.n){1,3} (z)
      RETURN [x IN a | x.n] AS a, [x IN b | x.n] AS b, z.n AS z
      """
    Then the result should be, in any order:
      | a         | b         | z |
      | [1]       | [2]       | 2 |
      | [1]       | [3]       | 3 |
      | [1, 2]    | [2, 3]    | 3 |
      | [1, 3]    | [3, 4]    | 4 |
      | [1, 2, 3] | [2, 3, 4] | 4 |
    And no side effects

  Scenario: [7] A part alone
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ((a)-[:R]->(b)){2} WHERE a[0].n = 1 RETURN [x IN b | x.n] AS b
      """
    Then the result should be, in any order:
      | b      |
      | [2, 3] |
      | [3, 4] |
    And no side effects

  Scenario: [8] Two relationships in a part
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (s {n: 1}) ((:N)-[:R]->(m)-[:R]->(:N)){1,2} (e) RETURN [x IN m | x.n] AS m, e.n AS e
      """
    Then the result should be, in any order:
      | m      | e |
      | [2]    | 3 |
      | [3]    | 4 |
      | [2, 4] | 1 |
      | [3, 1] | 2 |
    And no side effects

  Scenario: [9] From the end to the start
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (s) ((a)-[r:R]->(b)){2} (e {n: 4}) RETURN [x IN a | x.n] AS a, [y IN r | y.x] AS x
      """
    Then the result should be, in any order:
      | a      | x      |
      | [2, 3] | [2, 3] |
      | [1, 3] | [4, 3] |
    And no side effects

  Scenario: [10] No repetition gives empty lists
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (s {n: 4}) ((a)-[:R]->(b)){0,1} (e) RETURN [x IN a | x.n] AS a, e.n AS e
      """
    Then the result should be, in any order:
      | a   | e |
      | []  | 4 |
      | [4] | 1 |
    And no side effects

  Scenario: [11] Between bound nodes
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (s {n: 1}), (e {n: 3}) MATCH (s) ((a)-[:R]->(b)){1,2} (e) RETURN size(a) AS l
      """
    Then the result should be, in any order:
      | l |
      | 1 |
      | 2 |
    And no side effects

  Scenario: [12] A named path
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = ({n: 1})-[:R]->{2}() RETURN length(p) AS l, [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | l | n         |
      | 2 | [1, 2, 3] |
      | 2 | [1, 3, 4] |
    And no side effects

  Scenario: [13] A named path through parts and relationships
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = ({n: 2})-[:R]->() ((a)-[:R]->(b)){2} RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n            |
      | [2, 3, 4, 1] |
    And no side effects

  Scenario: [14] No relationship of the MATCH is met again
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (x {n: 1})-[:R]->(y {n: 2}), (x) ((a)-[:R]->(b)){2} (z) RETURN z.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 4 |
    And no side effects

  Scenario: [15] With REPEATABLE ELEMENTS it is
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH REPEATABLE ELEMENTS (x {n: 1})-[:R]->(y {n: 2}), (x) ((a)-[:R]->(b)){2} (z) RETURN z.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
      | 4 |
    And no side effects

  Scenario: [16] So too by single relationships
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)
      """
    When executing query:
      """
      MATCH REPEATABLE ELEMENTS (a)-[r]->(b)<-[s]-(c) RETURN r = s AS same
      """
    Then the result should be, in any order:
      | same |
      | true |
    And no side effects

  Scenario: [17] DIFFERENT RELATIONSHIPS is what MATCH does anyway
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)
      """
    When executing query:
      """
      MATCH DIFFERENT RELATIONSHIPS (a)-[r]->(b)<-[s]-(c) RETURN r = s AS same
      """
    Then the result should be, in any order:
      | same |
    And no side effects

  Scenario: [18] A walk goes back and forth, a trail does not
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)
      """
    When executing query:
      """
      MATCH REPEATABLE ELEMENTS (a:A)-[:R]-{2}(b) WITH labels(b) AS walk
      OPTIONAL MATCH REPEATABLE ELEMENTS p = TRAIL (:A)-[:R]-{2}() RETURN walk, p AS trail
      """
    Then the result should be, in any order:
      | walk  | trail |
      | ['A'] | null  |
    And no side effects

  Scenario: [19] ACYCLIC
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = ACYCLIC ({n: 2})-[:R]->+() RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n            |
      | [2, 3]       |
      | [2, 3, 4]    |
      | [2, 3, 4, 1] |
    And no side effects

  Scenario: [20] SIMPLE may end where it began
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = SIMPLE PATH ({n: 2})-[:R]->+() RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n               |
      | [2, 3]          |
      | [2, 3, 4]       |
      | [2, 3, 4, 1]    |
      | [2, 3, 4, 1, 2] |
    And no side effects

  Scenario: [21] A condition that reads what was bound before
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      WITH 2 AS k MATCH (s {n: 1}) ((a)-[:R]->(b WHERE b.n <= k + 1)){2} (e) RETURN e.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
    And no side effects

  Scenario: [22] Labels and properties in a part
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 1}) ((a:N)-[:R {x: 1}]->(b:N))+ (e) RETURN e.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 2 |
    And no side effects

  Scenario: [23] A quantified relationship with a condition
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 1})-[r:R WHERE r.x <> 4]->{2}(e) RETURN e.n AS n, [y IN r | y.x] AS x
      """
    Then the result should be, in any order:
      | n | x      |
      | 3 | [1, 2] |
    And no side effects

  Scenario: [24] In conditions
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (a) WHERE (a)-[:R]->{3}({n: 4}) AND EXISTS { (a) ((x)-[:R]->(y) WHERE y.n > x.n)+ ({n: 4}) } RETURN a.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
    And no side effects

  Scenario: [25] OPTIONAL MATCH
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (a) OPTIONAL MATCH (a) ((x)-[:S]->(y))+ (b) RETURN a.n AS n, x, b
      """
    Then the result should be, in any order:
      | n | x    | b    |
      | 1 | null | null |
      | 2 | null | null |
      | 3 | null | null |
      | 4 | null | null |
    And no side effects

  Scenario: [26] Aggregates within a row's list
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 1}) ((a)-[:R]->(b) WHERE a.n < b.n)+ ({n: 4}) RETURN reduce(s = 0, x IN b | s + x.n) AS s
      """
    Then the result should be, in any order:
      | s |
      | 9 |
      | 7 |
    And no side effects

  Scenario Outline: [27] Faults: <query>
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>
    And no side effects

    Examples:
      | query | detail |
      | MATCH (x) ((x)-->(y))+ (z) RETURN z | VariableAlreadyBound |
      | MATCH ((a)-->+(b)){2} RETURN a | InvalidRelationshipPattern |
      | MATCH ((a)){2} RETURN a | InvalidRelationshipPattern |
      | MATCH ((a)-->(b)){3,1} RETURN a | InvalidRelationshipPattern |
      | MATCH (a)-[r*2]->{2}(b) RETURN a | InvalidRelationshipPattern |
      | MATCH REPEATABLE ELEMENTS (a)-->+(b) RETURN a | InvalidRelationshipPattern |
      | MATCH (a) ((x)-->(y))+ (y) RETURN y | VariableTypeConflict |
      | MATCH (a) ((x)-->(y) WHERE a.n = x.n)+ (b) RETURN a | UndefinedVariable |
      | CREATE (a)-[:R]->{2}(b) | CreatingVarLength |
      | CREATE (a) ((x)-[:R]->(y)){2} (b) | UnexpectedSyntax |
      | MATCH ((a)-->(b)){} RETURN a | UnexpectedSyntax |
