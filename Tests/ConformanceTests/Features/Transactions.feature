Feature: Transactions - what a failing statement leaves behind

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1})-[:T {w: 1}]->(:B {n: 0})
      """

  Scenario: [1] A statement that fails on its second row changes nothing
    When executing query:
      """
      MATCH (x)
      WITH x ORDER BY x.n DESC
      SET x.quotient = 1 / x.n
      """
    Then a ArithmeticError should be raised at runtime: DivisionByZero
    And no side effects

  Scenario: [2] A created node is gone when the statement fails after it
    When executing query:
      """
      CREATE (c:C)
      RETURN toInteger([c])
      """
    Then a TypeError should be raised at runtime: InvalidArgumentValue
    And no side effects

  Scenario: [3] A node that still has relationships stays
    When executing query:
      """
      MATCH (a:A)
      DELETE a
      """
    Then a ConstraintVerificationFailed should be raised at runtime: DeleteConnectedNode
    And no side effects

  Scenario: [4] Labels and properties are read as the statement left them
    When executing query:
      """
      MATCH (a:A)
      SET a.n = 2, a:C
      RETURN labels(a) AS labels, properties(a) AS properties, keys(a) AS keys
      """
    Then the result should be (ignoring element order for lists):
      | labels     | properties | keys  |
      | ['A', 'C'] | {n: 2}     | ['n'] |
    And the side effects should be:
      | +labels     | 1 |
      | +properties | 1 |
      | -properties | 1 |

  Scenario Outline: [5] <function> of what was deleted
    When executing query:
      """
      MATCH (a:A)-[t]->(b)
      DELETE t
      RETURN <function> AS x
      """
    Then a EntityNotFound should be raised at runtime: DeletedEntityAccess
    And no side effects

    Examples:
      | function      |
      | properties(t) |
      | keys(t)       |

  Scenario: [6] The type of what was deleted is still known
    When executing query:
      """
      MATCH (a:A)-[t]->(b)
      DELETE t
      RETURN type(t) AS type
      """
    Then the result should be, in any order:
      | type |
      | 'T'  |
    And the side effects should be:
      | -relationships | 1 |
      | -properties    | 1 |

  Scenario: [7] Functions without a name of their own in the suite
    When executing query:
      """
      RETURN round(2.345, 2) AS a, replace('aXb', 'X', '-') AS b, sign(-3) AS c, left('abc', 2) AS d
      """
    Then the result should be, in order:
      | a    | b     | c  | d    |
      | 2.35 | 'a-b' | -1 | 'ab' |
    And no side effects
