Feature: ShortestPaths - SHORTEST, ANY and ALL before a path

  Scenario: [1] SHORTEST 1
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 1})-[:R]->+(b {n: 4}) RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n         |
      | [1, 3, 4] |
    And no side effects

  Scenario: [2] ANY SHORTEST to each node, back to the start too
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = ANY SHORTEST (a {n: 1})-[:R]->+(b) RETURN b.n AS n, length(p) AS l
      """
    Then the result should be, in any order:
      | n | l |
      | 2 | 1 |
      | 3 | 1 |
      | 4 | 2 |
      | 1 | 3 |
    And no side effects

  Scenario: [3] ALL SHORTEST
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R]->({n: 2})-[:R]->(d {n: 4})-[:R]->({n: 5}), (a)-[:R]->({n: 3})-[:R]->(d)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (a {n: 1})-[:R]->+(b {n: 5}) RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n            |
      | [1, 2, 4, 5] |
      | [1, 3, 4, 5] |
    And no side effects

  Scenario: [4] SHORTEST 2
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = SHORTEST 2 PATHS (a {n: 1})-[:R]->+(b {n: 4}) RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n            |
      | [1, 3, 4]    |
      | [1, 2, 3, 4] |
    And no side effects

  Scenario: [5] SHORTEST 2 GROUPS
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R]->({n: 2})-[:R]->(d {n: 4})-[:R]->({n: 5}), (a)-[:R]->({n: 3})-[:R]->(d)
      """
    When executing query:
      """
      MATCH p = SHORTEST 2 GROUPS (a {n: 1})-[:R]-+(b {n: 2}) RETURN length(p) AS l
      """
    Then the result should be, in any order:
      | l |
      | 1 |
      | 3 |
    And no side effects

  Scenario: [6] A group holds all paths of its length
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R]->({n: 2})-[:R]->(d {n: 4})-[:R]->({n: 5}), (a)-[:R]->({n: 3})-[:R]->(d)
      """
    When executing query:
      """
      MATCH p = SHORTEST 1 PATH GROUP (a {n: 1})-[:R]-+(b {n: 4}) RETURN length(p) AS l
      """
    Then the result should be, in any order:
      | l |
      | 2 |
      | 2 |
    And no side effects

  Scenario: [7] WHERE of the clause comes behind the choice
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 1})-[:R]->+(b {n: 4}) WHERE length(p) > 2 RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n |
    And no side effects

  Scenario: [8] WHERE in brackets comes before it
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = SHORTEST 1 ((a {n: 1})-[r:R]->+(b {n: 4}) WHERE size(r) > 2) RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n            |
      | [1, 2, 3, 4] |
    And no side effects

  Scenario: [9] A part with a condition
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH SHORTEST 1 (a {n: 1}) ((x)-[:R]->(y) WHERE x.n + 1 = y.n)+ (b {n: 4}) RETURN [z IN y | z.n] AS n
      """
    Then the result should be, in any order:
      | n         |
      | [2, 3, 4] |
    And no side effects

  Scenario: [10] A path of several parts
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 2})-[:R]->(x)-[:R]->*(b {n: 1}) RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n            |
      | [2, 3, 4, 1] |
    And no side effects

  Scenario: [11] The shortest way around, without a direction
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = ANY SHORTEST (a {n: 1})-[:R]-+(a) RETURN length(p) AS l
      """
    Then the result should be, in any order:
      | l |
      | 3 |
    And no side effects

  Scenario: [12] There is no way around along one relationship
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)
      """
    When executing query:
      """
      MATCH p = ANY SHORTEST (a:A)-[:R]-+(a) RETURN p
      """
    Then the result should be, in any order:
      | p |
    And no side effects

  Scenario: [13] OPTIONAL MATCH where there is no path
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)
      """
    When executing query:
      """
      MATCH (b:B) OPTIONAL MATCH p = ANY SHORTEST (b)-[:R]->+(x) RETURN p, x
      """
    Then the result should be, in any order:
      | p    | x    |
      | null | null |
    And no side effects

  Scenario: [14] A path of no relationship
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 1})-[:R]->*(b {n: 1}) RETURN length(p) AS l
      """
    Then the result should be, in any order:
      | l |
      | 0 |
    And no side effects

  Scenario: [15] ANY
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R]->({n: 2})-[:R]->(d {n: 4})-[:R]->({n: 5}), (a)-[:R]->({n: 3})-[:R]->(d)
      """
    When executing query:
      """
      MATCH p = ANY (a {n: 1})-[:R]->{2,3}(b {n: 4}) RETURN length(p) AS l
      """
    Then the result should be, in any order:
      | l |
      | 2 |
    And no side effects

  Scenario: [16] ALL SHORTEST ACYCLIC
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST ACYCLIC PATHS (a {n: 1})-[:R]->+(b) RETURN b.n AS n, length(p) AS l
      """
    Then the result should be, in any order:
      | n | l |
      | 2 | 1 |
      | 3 | 1 |
      | 4 | 2 |
    And no side effects

  Scenario: [17] For each row its own
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (a) WHERE a.n < 3 MATCH p = SHORTEST 1 (a)-[:R]->+({n: 4}) RETURN a.n AS n, length(p) AS l
      """
    Then the result should be, in any order:
      | n | l |
      | 1 | 2 |
      | 2 | 2 |
    And no side effects

  Scenario: [18] From a bound end, against the arrow
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (b {n: 2}) MATCH p = SHORTEST 1 (a {n: 3})-[:R]->+(b) RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n            |
      | [3, 4, 1, 2] |
    And no side effects

  Scenario: [19] A lower bound that the shortest misses
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 1})-[:R]->{2,}(b {n: 3}) RETURN length(p) AS l
      """
    Then the result should be, in any order:
      | l |
      | 2 |
    And no side effects

  Scenario: [20] The relationships as a list, by the older length too
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH SHORTEST 1 (a {n: 1})-[r:R*]->(b {n: 4}) RETURN [y IN r | y.x] AS x
      """
    Then the result should be, in any order:
      | x      |
      | [4, 3] |
    And no side effects

  Scenario: [21] In a subquery
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH (a) RETURN a.n AS n, COUNT { SHORTEST 1 (a)-[:R]->+({n: 4}) } AS c
      """
    Then the result should be, in any order:
      | n | c |
      | 1 | 1 |
      | 2 | 1 |
      | 3 | 1 |
      | 4 | 1 |
    And no side effects

  Scenario: [22] A fixed pattern
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 1})-[:R {x: 1}]->(b:N {n: 2})-[:R {x: 2}]->(c:N {n: 3})-[:R {x: 3}]->(d:N {n: 4}),
             (a)-[:R {x: 4}]->(c), (d)-[:R {x: 5}]->(a)
      """
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 1})-[:R]->(x)-[:R]->(b) RETURN [x IN nodes(p) | x.n] AS n
      """
    Then the result should be, in any order:
      | n         |
      | [1, 2, 3] |
      | [1, 3, 4] |
    And no side effects

  Scenario: [23] The words are names still
    Given an empty graph
    When executing query:
      """
      WITH 1 AS shortest, 2 AS path, 3 AS walk RETURN shortest + path + walk AS groups
      """
    Then the result should be, in any order:
      | groups |
      | 6      |
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
      | MATCH SHORTEST 1 (a)-->+(b), (c) RETURN a | InvalidRelationshipPattern |
      | MATCH SHORTEST 0 (a)-->+(b) RETURN a | InvalidRelationshipPattern |
      | MATCH SHORTEST 1 shortestPath((a)-[*]-(b)) RETURN a | UnexpectedSyntax |
      | MATCH SHORTEST -1 (a)-->+(b) RETURN a | UnexpectedSyntax |
      | CREATE SHORTEST 1 (a)-[:R]->(b) | UnexpectedSyntax |
      | MERGE ANY (a)-[:R]->(b) | UnexpectedSyntax |
