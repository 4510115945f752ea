Feature: CaseAndTypes - CASE in all forms, ||, reduce, types of values

  Scenario Outline: [1] CASE: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then the result should be, in any order:
      | value   |
      | <value> |
    And no side effects

    Examples:
      | expression                                                          | value  |
      | CASE 3 WHEN 1, 2 THEN 'low' WHEN 3, 4 THEN 'high' END               | 'high' |
      | CASE 3 WHEN < 3 THEN 'a' WHEN >= 3 THEN 'b' END                     | 'b'    |
      | CASE null WHEN IS NULL THEN 1 ELSE 2 END                            | 1      |
      | CASE null WHEN null THEN 1 ELSE 2 END                               | 2      |
      | CASE 'Ana' WHEN STARTS WITH 'B', CONTAINS 'n' THEN 1 END            | 1      |
      | CASE 'x' WHEN =~ '[a-z]', 7 THEN true END                           | true   |
      | CASE 1 WHEN IS :: STRING THEN 's' WHEN IS NOT :: FLOAT THEN 'i' END | 'i'    |
      | CASE 2 WHEN IN [1, 2] THEN 'in' END                                 | 'in'   |
      | CASE WHEN false THEN 1 WHEN null THEN 2 END                         | null   |
      | CASE 5 WHEN > 1 THEN CASE 6 WHEN > 5 THEN 'both' END END            | 'both' |

  Scenario Outline: [2] ||: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then the result should be, in any order:
      | value   |
      | <value> |
    And no side effects

    Examples:
      | expression        | value     |
      | 'a' \|\| 'b' \|\| 'c' | 'abc'     |
      | [1] \|\| [2, 3]   | [1, 2, 3] |
      | 'a' \|\| null     | null      |
      | 'a' \|\| 'b' = 'ab' | true      |

  Scenario Outline: [3] reduce: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then the result should be, in any order:
      | value   |
      | <value> |
    And no side effects

    Examples:
      | expression                                             | value    |
      | reduce(s = 0, x IN [1, 2, 3] \| s + x)                 | 6        |
      | reduce(s = '', x IN ['a', 'b'] \| s \|\| x)            | 'ab'     |
      | reduce(s = 0, x IN [] \| s + x)                        | 0        |
      | reduce(s = 0, x IN null \| s + x)                      | null     |
      | reduce(l = [], x IN [1, 2] \| [x] + l)                 | [2, 1]   |
      | [y IN [1, 2] \| reduce(s = y, x IN [10] \| s + x + y)] | [12, 14] |
      | reduce(s = 0, x IN [1, 2, null] \| s + coalesce(x, 10)) | 13       |

  Scenario Outline: [4] trim and normalize: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then the result should be, in any order:
      | value   |
      | <value> |
    And no side effects

    Examples:
      | expression                      | value |
      | trim(BOTH 'x' FROM 'xxAxx')     | 'A'   |
      | trim(LEADING 'x' FROM 'xxAxx')  | 'Axx' |
      | trim(TRAILING FROM ' A ')       | ' A'  |
      | trim('x' FROM 'xA')             | 'A'   |
      | [from IN [' a '] \| trim(from)] | ['a'] |
      | size(normalize('e\\u0301'))     | 1     |
      | size(normalize('\\u00e9', NFD)) | 2     |
      | normalize('\\uFB01', NFKC)      | 'fi'  |
      | 'e\\u0301' IS NORMALIZED        | false |
      | 'e\\u0301' IS NFD NORMALIZED    | true  |
      | 'abc' IS NOT NORMALIZED         | false |

  Scenario Outline: [5] Types of values: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then the result should be, in any order:
      | value   |
      | <value> |
    And no side effects

    Examples:
      | expression                                                   | value                                               |
      | 1 IS :: INTEGER                                              | true                                                |
      | 1 IS :: INTEGER NOT NULL                                     | true                                                |
      | 1 :: STRING                                                  | false                                               |
      | null IS :: INTEGER                                           | true                                                |
      | null IS :: INTEGER NOT NULL                                  | false                                               |
      | 1.5 IS NOT :: FLOAT                                          | false                                               |
      | 'a' IS TYPED INTEGER \| STRING                               | true                                                |
      | [1, 2] IS :: LIST<INTEGER>                                   | true                                                |
      | [1, 'a'] IS :: LIST<INTEGER>                                 | false                                               |
      | [1, null] IS :: LIST<INTEGER NOT NULL>                       | false                                               |
      | [1, 'a'] IS :: LIST<INTEGER \| STRING>                       | true                                                |
      | [] IS :: LIST<NOTHING>                                       | true                                                |
      | {} IS :: MAP                                                 | true                                                |
      | 1 IS :: ANY                                                  | true                                                |
      | {} IS :: PROPERTY VALUE                                      | false                                               |
      | date('2020-01-01') IS :: DATE                                | true                                                |
      | datetime('2020-01-01T00:00Z') IS :: TIMESTAMP WITH TIME ZONE | true                                                |
      | [x IN [1, 'a', 2] WHERE x IS :: INTEGER \| x]                | [1, 2]                                              |
      | valueType(1)                                                 | 'INTEGER NOT NULL'                                  |
      | valueType(null)                                              | 'NULL'                                              |
      | valueType([1, 'a'])                                          | 'LIST<INTEGER NOT NULL \| STRING NOT NULL> NOT NULL' |
      | valueType([1, null])                                         | 'LIST<INTEGER> NOT NULL'                            |
      | valueType([])                                                | 'LIST<NOTHING> NOT NULL'                            |

  Scenario Outline: [6] Faults: <query>
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>
    And no side effects

    Examples:
      | query | detail |
      | RETURN 1 \|\| 'a' | InvalidArgumentType |
      | RETURN 1 IS :: NUMBER | UnexpectedSyntax |
      | RETURN 1 IS NORMALIZED | InvalidArgumentType |
      | RETURN normalize('a', NFX) | UnexpectedSyntax |
      | RETURN reduce(s = 0, x IN [1] \| y) | UndefinedVariable |
      | RETURN CASE 1 WHEN < THEN 2 END | UnexpectedSyntax |
