Feature: Faults - queries that are refused before they run

  Scenario Outline: [1] <query>
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>
    And no side effects

    Examples:
      | query                                                              | detail                          |
      | MATCH (a)--(b) WITH a.x + count(b.x) AS agg RETURN agg             | AmbiguousAggregationExpression  |
      | MATCH (n) RETURN n.x + count(*)                                    | AmbiguousAggregationExpression  |
      | RETURN 1 AS a, 2 AS a                                              | ColumnNameConflict              |
      | WITH 1 AS a, 2 AS a RETURN a                                       | ColumnNameConflict              |
      | CREATE (a)-[:T*2]->(b)                                             | CreatingVarLength               |
      | MATCH (a), (b) MERGE (a)-[:A*2]->(b)                               | CreatingVarLength               |
      | RETURN 1 AS x UNION RETURN 2 AS y                                  | DifferentColumnsInUnion         |
      | MATCH (n) RETURN n.n ORDER BY count(n)                             | InvalidAggregation              |
      | MATCH (n) WHERE count(n) > 1 RETURN n                              | InvalidAggregation              |
      | MATCH () DELETE 1 + 1                                              | InvalidArgumentType             |
      | MATCH ()-[r]->() RETURN length(r)                                  | InvalidArgumentType             |
      | MATCH (n) RETURN n LIMIT 1.5                                       | InvalidArgumentType             |
      | MATCH (n) RETURN n SKIP 1.5                                        | InvalidArgumentType             |
      | MATCH (n) WHERE (n) RETURN n                                       | InvalidArgumentType             |
      | MATCH p = (a)-->() RETURN labels(p)                                | InvalidArgumentType             |
      | MATCH (n) WHERE EXISTS { MATCH (n)-->(m) SET m.prop = 1 } RETURN n | InvalidClauseComposition        |
      | RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a          | InvalidClauseComposition        |
      | MATCH (n) DELETE n:A                                               | InvalidDelete                   |
      | MATCH (a:A) MATCH (a)-[:T*-2]->(c) RETURN c                        | InvalidRelationshipPattern      |
      | MATCH (n) RETURN n LIMIT -1                                        | NegativeIntegerArgument         |
      | MATCH (n) RETURN n SKIP -1                                         | NegativeIntegerArgument         |
      | RETURN count(count(*))                                             | NestedAggregation               |
      | MATCH (a) WITH a, count(*) RETURN a                                | NoExpressionAlias               |
      | MATCH (a)--(b) WITH a.x + b.x, count(*) AS c RETURN c              | NoExpressionAlias               |
      | CREATE (a)-[:A\|B]->(b)                                            | NoSingleRelationshipType        |
      | CREATE (a)-[]->(b)                                                 | NoSingleRelationshipType        |
      | MATCH (a), (b) MERGE (a)-->(b)                                     | NoSingleRelationshipType        |
      | MATCH (a), (b) MERGE (a)-[:A\|B]->(b)                              | NoSingleRelationshipType        |
      | MATCH () RETURN *                                                  | NoVariablesInScope              |
      | MATCH (n) RETURN n LIMIT n.count                                   | NonConstantExpression           |
      | MATCH (n) RETURN n SKIP n.count                                    | NonConstantExpression           |
      | RETURN count(rand())                                               | NonConstantExpression           |
      | MATCH (a)-[r]->()-[r]->(a) RETURN r                                | RelationshipUniquenessViolation |
      | CREATE (a)-[:T]-(b)                                                | RequiresDirectedRelationship    |
      | CREATE (a)<-[:T]->(b)                                              | RequiresDirectedRelationship    |
      | CREATE (b {name: missing}) RETURN b                                | UndefinedVariable               |
      | MATCH () DELETE x                                                  | UndefinedVariable               |
      | MATCH (a) WHERE a.n RETURN b                                       | UndefinedVariable               |
      | MATCH (n) RETURN DISTINCT n.k AS k ORDER BY n.z                    | UndefinedVariable               |
      | MATCH (n) WHERE (n)-[r]->(a) RETURN n                              | UndefinedVariable               |
      | MERGE (n) ON CREATE SET x.num = 1                                  | UndefinedVariable               |
      | MERGE (n) ON MATCH SET x.num = 1                                   | UndefinedVariable               |
      | MATCH (a) RETURN size((a)-->())                                    | UnexpectedSyntax                |
      | MATCH (n) RETURN (n)-->()                                          | UnexpectedSyntax                |
      | MATCH (n) SET n.p = (n)-->()                                       | UnexpectedSyntax                |
      | MATCH (n) WITH (n)-->() AS x RETURN x                              | UnexpectedSyntax                |
      | MATCH (a) RETURN foo(a)                                            | UnknownFunction                 |
      | CREATE (a), (a)                                                    | VariableAlreadyBound            |
      | MATCH (a) CREATE (a {x: 1}) RETURN a                               | VariableAlreadyBound            |
      | MATCH (a) CREATE (a)                                               | VariableAlreadyBound            |
      | MATCH (a) CREATE (a:B)-[:T]->()                                    | VariableAlreadyBound            |
      | MATCH (a) MERGE (a)                                                | VariableAlreadyBound            |
      | MATCH (a) MERGE (a:B)-[:T]->()                                     | VariableAlreadyBound            |
      | MATCH (a)-[r]->(b) MERGE (a)-[r:T]->(b)                            | VariableAlreadyBound            |
      | MATCH (p) MATCH p = ()-->() RETURN p                               | VariableAlreadyBound            |
      | MATCH ()-[r]->() MATCH (r) RETURN r                                | VariableTypeConflict            |
      | MATCH (n) MATCH ()-[n]->() RETURN n                                | VariableTypeConflict            |
      | WITH 'a' AS r MATCH ()-[r]->() RETURN r                            | VariableTypeConflict            |
      | WITH 123 AS n MATCH (n) RETURN n                                   | VariableTypeConflict            |
