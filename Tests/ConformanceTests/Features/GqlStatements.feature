Feature: GqlStatements - clauses that openCypher took over from GQL

  Scenario: [1] INSERT
    Given an empty graph
    When executing query:
      """
      INSERT (a:A {x: 1})-[:R]->(b:B) RETURN a.x AS x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
    And the side effects should be:
      | +nodes | 2 |
      | +relationships | 1 |
      | +labels | 2 |
      | +properties | 1 |

  Scenario: [2] FILTER behind MATCH and LET
    Given an empty graph
    And having executed:
      """
      CREATE ({x: 1}), ({x: 2}), ({x: 3})
      """
    When executing query:
      """
      MATCH (n) FILTER n.x > 1 LET y = n.x * 2, z = y + 1 FILTER WHERE z < 7 RETURN y, z
      """
    Then the result should be, in any order:
      | y | z |
      | 4 | 5 |
    And no side effects

  Scenario: [3] FOR, counted from 1 and from 0
    Given an empty graph
    When executing query:
      """
      FOR x IN ['a', 'b'] WITH ORDINALITY i FOR y IN [x] WITH OFFSET j RETURN x, i, j
      """
    Then the result should be, in any order:
      | x   | i | j |
      | 'a' | 1 | 0 |
      | 'b' | 2 | 0 |
    And no side effects

  Scenario: [4] FOR without a count, and WITH behind it
    Given an empty graph
    When executing query:
      """
      FOR x IN [1, 2] WITH x AS offset RETURN offset
      """
    Then the result should be, in any order:
      | offset |
      | 1      |
      | 2      |
    And no side effects

  Scenario: [5] NEXT goes on with the columns
    Given an empty graph
    When executing query:
      """
      UNWIND [3, 1, 2] AS x RETURN x ORDER BY x LIMIT 2 NEXT RETURN sum(x) AS s NEXT RETURN s + 1 AS t
      """
    Then the result should be, in any order:
      | t |
      | 4 |
    And no side effects

  Scenario: [6] NEXT behind a union
    Given an empty graph
    When executing query:
      """
      RETURN 1 AS x UNION RETURN 2 AS x NEXT RETURN collect(x) AS l
      """
    Then the result should be, in any order:
      | l      |
      | [1, 2] |
    And no side effects

  Scenario: [7] A union behind NEXT gives its rows to both parts
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN x NEXT RETURN sum(x) AS y UNION RETURN max(x) AS y
      """
    Then the result should be, in any order:
      | y |
      | 3 |
      | 2 |
    And no side effects

  Scenario: [8] NEXT in a subquery
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x CALL (x) { RETURN x AS y NEXT RETURN x + y AS z } RETURN z
      """
    Then the result should be, in any order:
      | z |
      | 2 |
      | 4 |
    And no side effects

  Scenario: [9] OFFSET is SKIP
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2, 3] AS x RETURN x ORDER BY x OFFSET 1 LIMIT 1
      """
    Then the result should be, in any order:
      | x |
      | 2 |
    And no side effects

  Scenario: [10] ORDER BY, OFFSET and LIMIT as clauses
    Given an empty graph
    When executing query:
      """
      UNWIND [3, 1, 2] AS x ORDER BY x LIMIT 2 OFFSET 1 RETURN x
      """
    Then the result should be, in any order:
      | x |
      | 2 |
    And no side effects

  Scenario: [11] FINISH gives no rows
    Given an empty graph
    And having executed:
      """
      CREATE (), ()
      """
    When executing query:
      """
      MATCH (n) SET n.x = 1 FINISH
      """
    Then the result should be empty
    And the side effects should be:
      | +properties | 2 |

  Scenario: [12] NODETACH DELETE is DELETE
    Given an empty graph
    And having executed:
      """
      CREATE ()
      """
    When executing query:
      """
      MATCH (n) NODETACH DELETE n
      """
    Then the result should be empty
    And the side effects should be:
      | -nodes | 1 |

  Scenario: [13] The new words are names still
    Given an empty graph
    When executing query:
      """
      LET let = 1 LET next = let, filter = 2 FILTER filter > 1 RETURN let, next, filter AS finish
      """
    Then the result should be, in any order:
      | let | next | finish |
      | 1   | 1    | 2      |
    And no side effects

  Scenario Outline: [14] Faults: <query>
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>
    And no side effects

    Examples:
      | query | detail |
      | LET x = 1 LET x = 2 RETURN x | VariableAlreadyBound |
      | LET x = count(*) RETURN x | InvalidAggregation |
      | MATCH (n) FILTER 1 RETURN n | InvalidArgumentType |
      | MATCH (n) FILTER n.x = 1 | InvalidClauseComposition |
      | FINISH RETURN 1 | InvalidClauseComposition |
      | CREATE (n) NEXT RETURN 1 AS x | InvalidClauseComposition |
      | RETURN 1 AS x NEXT | UnexpectedSyntax |
