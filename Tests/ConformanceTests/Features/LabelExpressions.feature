Feature: LabelExpressions - labels and types by &, |, ! and %, WHERE in patterns

  Scenario: [1] Or
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n:A|C) RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 3 |
      | 4 |
    And no side effects

  Scenario: [2] And
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n:A&B) RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
    And no side effects

  Scenario: [3] Not
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n:!A) RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 2 |
      | 4 |
      | 5 |
    And no side effects

  Scenario: [4] Any label, and none
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n:%) RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 2 |
      | 3 |
      | 4 |
    And no side effects

  Scenario: [5] No label
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n:!%) RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 5 |
    And no side effects

  Scenario: [6] Brackets
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n:(A|B)&!(A&B)) RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 2 |
    And no side effects

  Scenario: [7] And binds tighter than or
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n:C|A&B) RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
      | 4 |
    And no side effects

  Scenario: [8] IS
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n IS A&!B) RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
    And no side effects

  Scenario: [9] As a condition
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n) WHERE n:A|C AND NOT n IS B RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 4 |
    And no side effects

  Scenario: [10] Within a comprehension the bar begins the result
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n) WITH n ORDER BY n.n WITH collect(n) AS ns RETURN [n IN ns WHERE n:A | n.n] AS a, [n IN ns WHERE (n:A|C) | n.n] AS b
      """
    Then the result should be, in any order:
      | a      | b         |
      | [1, 3] | [1, 3, 4] |
    And no side effects

  Scenario: [11] Null has no labels
    Given an empty graph
    When executing query:
      """
      OPTIONAL MATCH (n:X) RETURN n:A|B AS a, n:!A AS b, n:% AS c
      """
    Then the result should be, in any order:
      | a    | b    | c    |
      | null | null | null |
    And no side effects

  Scenario: [12] Types: not
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH (a)-[r:!R]->() RETURN type(r) AS t
      """
    Then the result should be, in any order:
      | t   |
      | 'S' |
      | 'T' |
    And no side effects

  Scenario: [13] Types: not both
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH (a)-[r:!(R|S)]->() RETURN type(r) AS t
      """
    Then the result should be, in any order:
      | t   |
      | 'T' |
    And no side effects

  Scenario: [14] Types: and is never met
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH (a)-[r:R&S]->() RETURN type(r) AS t
      """
    Then the result should be, in any order:
      | t |
    And no side effects

  Scenario: [15] Types: any
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH (a)-[r IS %]->() RETURN type(r) AS t
      """
    Then the result should be, in any order:
      | t   |
      | 'R' |
      | 'S' |
      | 'T' |
    And no side effects

  Scenario: [16] Types along a variable length
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH ({n: 1})-[:!T*]->(m) RETURN m.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 2 |
      | 3 |
    And no side effects

  Scenario: [17] Types on the shortest path
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH p = shortestPath((a {n: 1})-[:!S*]-(c {n: 3})) RETURN length(p) AS l
      """
    Then the result should be, in any order:
      | l |
      | 1 |
    And no side effects

  Scenario: [18] Types of a bound relationship
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH ()-[r]->() WITH r MATCH (a)-[r:!S]->(b) RETURN a.n AS a, b.n AS b
      """
    Then the result should be, in any order:
      | a | b |
      | 1 | 2 |
      | 3 | 1 |
    And no side effects

  Scenario: [19] WHERE in a node pattern
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:C {n: 4}), ({n: 5})
      """
    When executing query:
      """
      MATCH (n:A|B WHERE n.n > 1)  RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 2 |
      | 3 |
    And no side effects

  Scenario: [20] WHERE in a relationship pattern
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH (a)-[r WHERE r.x > 1]->(b WHERE b.n = 1) RETURN a.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
    And no side effects

  Scenario: [21] WHERE that reads another element
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH (a)-->(b WHERE b.n > a.n) RETURN a.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 2 |
    And no side effects

  Scenario: [22] WHERE within EXISTS and comprehensions
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 1})-[:R {x: 1}]->(b {n: 2})-[:S {x: 2}]->(c {n: 3})-[:T {x: 3}]->(a)
      """
    When executing query:
      """
      MATCH (a) WHERE EXISTS { (a)-[r WHERE r.x = 2]->() } RETURN [(a)-->(b WHERE b.n = 3) | b.n] AS l
      """
    Then the result should be, in any order:
      | l   |
      | [3] |
    And no side effects

  Scenario: [23] CREATE, SET and REMOVE take names
    Given an empty graph
    And having executed:
      """
      CREATE ({n: 1})
      """
    When executing query:
      """
      MATCH (n) SET n IS A&B, n:C REMOVE n IS B CREATE (:D&E) RETURN labels(n) AS l
      """
    Then the result should be, in any order:
      | l          |
      | ['A', 'C'] |
    And the side effects should be:
      | +nodes | 1 |
      | +labels | 4 |

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
      | CREATE (:A\|B) | UnexpectedSyntax |
      | MERGE (n:!A) | UnexpectedSyntax |
      | CREATE (n WHERE n.x = 1) | UnexpectedSyntax |
      | MATCH (n) SET n:A\|B | UnexpectedSyntax |
      | CREATE ()-[:A&B]->() | NoSingleRelationshipType |
      | CREATE ()-[:!A]->() | NoSingleRelationshipType |
      | MATCH ()-[r*1..2 WHERE r.x = 1]->() RETURN r | InvalidRelationshipPattern |
      | MATCH (n:A\|) RETURN n | UnexpectedSyntax |
      | MATCH (n WHERE m.x = 1) RETURN n | UndefinedVariable |
      | RETURN 1 != 2 | UnexpectedSyntax |
      | MATCH (n WHERE 1) RETURN n | InvalidArgumentType |
