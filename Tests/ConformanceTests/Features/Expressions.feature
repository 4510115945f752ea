Feature: Expressions - one expression, its value or its fault

  Scenario Outline: [1] Literals: <expression>
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
      | expression                | value                |
      | -0                        | 0                    |
      | 0x1                       | 1                    |
      | 0x7FFFFFFFFFFFFFFF        | 9223372036854775807  |
      | -0x8000000000000000       | -9223372036854775808 |
      | 0xdeadBEEF                | 3735928559           |
      | 0o755                     | 493                  |
      | -0o0                      | 0                    |
      | -0o1000000000000000000000 | -9223372036854775808 |
      | .1e9                      | 100000000.0          |
      | -.1e-5                    | -0.000001            |
      | -0.0                      | 0.0                  |
      | 1e308                     | 1e308                |
      | 1E9                       | 1e9                  |
      | -1e-305                   | -1e-305              |
      | ''                        | ''                   |
      | ""                        | ''                   |
      | '\\u00E9'                 | 'é'                  |
      | [[[]],[]]                 | [[[]], []]           |
      | {k: {l: null}}            | {k: {l: null}}       |
      | NULL                      | null                 |
      | tRUe                      | true                 |
      | {TRUE: 1}                 | {TRUE: 1}            |

  Scenario Outline: [2] Literals that are refused: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | expression               | detail                |
      | 9223372036854775808      | IntegerOverflow       |
      | -9223372036854775809     | IntegerOverflow       |
      | 12ab34                   | InvalidNumberLiteral  |
      | 12#34                    | UnexpectedSyntax      |
      | 0x8000000000000000       | IntegerOverflow       |
      | -0x8000000000000001      | IntegerOverflow       |
      | 0x                       | InvalidNumberLiteral  |
      | 0x12g4                   | InvalidNumberLiteral  |
      | 0xAB#                    | UnexpectedSyntax      |
      | 0o778                    | InvalidNumberLiteral  |
      | 0o1000000000000000000000 | IntegerOverflow       |
      | 2.5E400                  | FloatingPointOverflow |
      | '\\uH'                   | InvalidUnicodeLiteral |
      | 'abc                     | UnexpectedSyntax      |
      | [[[]                     | UnexpectedSyntax      |
      | [,]                      | UnexpectedSyntax      |
      | [, ]                     | UnexpectedSyntax      |
      | [['a', ']                | UnexpectedSyntax      |
      | {1st: 1}                 | UnexpectedSyntax      |
      | {a#b: 1}                 | UnexpectedSyntax      |
      | {, }                     | UnexpectedSyntax      |
      | {1}                      | UnexpectedSyntax      |
      | {a: 1                    | UnexpectedSyntax      |
      | {F-r: 1}                 | UnexpectedSyntax      |

  Scenario Outline: [3] Arithmetic and numbers: <expression>
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
      | expression                        | value  |
      | 1 + 2.5                           | 3.5    |
      | 7 / 2                             | 3      |
      | -7 / 2                            | -3     |
      | 7 % 3                             | 1      |
      | 2 ^ 3                             | 8.0    |
      | 4 ^ 3 ^ 2                         | 4096.0 |
      | -2 ^ 2                            | 4.0    |
      | 'a' + 'b'                         | 'ab'   |
      | 1.5 % 1                           | 0.5    |
      | 1 / 0.0                           | Inf    |
      | 0.0 / 0.0                         | NaN    |
      | abs(-1.5)                         | 1.5    |
      | ceil(1.7)                         | 2.0    |
      | floor(1.7)                        | 1.0    |
      | sign(-2)                          | -1     |
      | round(1.7)                        | 2.0    |
      | toInteger(ceil(4.2 * rand()) * 0) | 0      |
      | 18 / 3 * (2 - 3 * 2)              | -24    |
      | pi() > 3.14 AND e() < 2.72        | true   |
      | radians(180.0) = pi()             | true   |

  Scenario Outline: [4] Strings: <expression>
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
      | expression              | value      |
      | reverse('lager')        | 'regal'    |
      | substring('abcd', 1, 2) | 'bc'       |
      | toUpper('abc')          | 'ABC'      |
      | toLower('WORDS')        | 'words'    |
      | trim('  a ')            | 'a'        |
      | replace('abc','b','x')  | 'axc'      |
      | split('a-b', '-')       | ['a', 'b'] |
      | size('abc')             | 3          |
      | left('abc',2)           | 'ab'       |
      | 'abc' =~ 'a.c'          | true       |
      | 'abc' =~ 'b'            | false      |
      | 'a' STARTS WITH ''      | true       |
      | null CONTAINS 'a'       | null       |
      | NOT 'a' ENDS WITH 1     | null       |

  Scenario Outline: [5] Lists: <expression>
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
      | expression                          | value                |
      | head([1,2])                         | 1                    |
      | last([1,2])                         | 2                    |
      | head([])                            | null                 |
      | tail([1])                           | []                   |
      | reverse([1,2])                      | [2, 1]               |
      | [1,2,3][-1]                         | 3                    |
      | [1,2,3][5]                          | null                 |
      | [1,2,3][1..]                        | [2, 3]               |
      | [1,2,3][..-1]                       | [1, 2]               |
      | [1,2,3][-3..-1]                     | [1, 2]               |
      | [1,2,3][3..1]                       | []                   |
      | [1,2,3][null..2]                    | null                 |
      | [1,2,3][0..0]                       | []                   |
      | [1,2,3][-5..5]                      | [1, 2, 3]            |
      | range(0, 10, 5)                     | [0, 5, 10]           |
      | range(5, 0)                         | []                   |
      | range(0,-3,-1)                      | [0, -1, -2, -3]      |
      | size(range(0,100))                  | 101                  |
      | [1,2] + [3]                         | [1, 2, 3]            |
      | [1] + 2                             | [1, 2]               |
      | 0 + [1]                             | [0, 1]               |
      | [1] + null                          | null                 |
      | [7, 8] + [9, 6]                     | [7, 8, 9, 6]         |
      | [false, true] + false               | [false, true, false] |
      | 3 IN [1,2,3]                        | true                 |
      | 3 IN [1,null]                       | null                 |
      | null IN []                          | false                |
      | [1,2] IN [1,[1,2]]                  | true                 |
      | [1,null] IN [[1,2]]                 | null                 |
      | [1,2] IN [[1,null]]                 | null                 |
      | 1 IN null                           | null                 |
      | 1 IN ['1']                          | false                |
      | [null] IN [[null]]                  | null                 |
      | [] IN [[]]                          | true                 |
      | 1 IN [[1]]                          | false                |
      | [x IN [1,2,3] WHERE x > 1 \| x * 2] | [4, 6]               |
      | [x IN [1,2,3] WHERE x > 1]          | [2, 3]               |
      | [x IN [] \| x]                      | []                   |
      | [x IN null \| x]                    | null                 |
      | [1, 2] = [1, 2.0]                   | true                 |
      | [1] = [1, null]                     | false                |
      | [null] = [null]                     | null                 |
      | [[1]] = [[1], [null]]               | false                |
      | [1, 2] = 'foo'                      | false                |
      | [1] = null                          | null                 |
      | [1,2] <> [1]                        | true                 |

  Scenario Outline: [6] Lists that are refused: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | expression | detail              |
      | 1 IN 'foo' | InvalidArgumentType |
      | 1 IN 1     | InvalidArgumentType |

  Scenario Outline: [7] Maps: <expression>
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
      | expression               | value      |
      | {a: 1}.a                 | 1          |
      | {a: 1}.b                 | null       |
      | {a: 1}['a']              | 1          |
      | {a: 1, B: 2}.A           | null       |
      | null.a                   | null       |
      | keys({a: 1, b: null})    | ['a', 'b'] |
      | keys(null)               | null       |
      | properties({a: 1})       | {a: 1}     |
      | {a: 1} = {a: 1.0}        | true       |
      | {a: null} = {a: null}    | null       |
      | {a: 1} = {a: 1, b: null} | false      |
      | {} = {}                  | true       |
      | {k: 1} = 1               | false      |

  Scenario Outline: [8] Comparison and logic: <expression>
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
      | expression              | value |
      | 1 < 1.5                 | true  |
      | 1 < 'a'                 | null  |
      | null < 1                | null  |
      | 1 = 1.0                 | true  |
      | 'a' < 'b'               | true  |
      | [1] < [1, 0]            | true  |
      | [1, null] < [1, 2]      | null  |
      | [2, null] > [1]         | true  |
      | true > false            | true  |
      | 1 < 2 < 3               | true  |
      | 1 < 3 < 2               | false |
      | 0.0/0.0 = 0.0/0.0       | false |
      | 0.0/0.0 <> 0.0/0.0      | true  |
      | 0.0/0.0 < 1             | false |
      | 0.0/0.0 < 'a'           | null  |
      | 1 <> null               | null  |
      | NOT null                | null  |
      | null XOR true           | null  |
      | [1,2] >= [1,null]       | null  |
      | {a:1} < {a:2}           | null  |
      | null IS NULL            | true  |
      | 1 IS NOT NULL           | true  |
      | NOT true OR true        | true  |
      | 1 + 2 = 3 AND NOT 1 = 2 | true  |
      | 'a' + 1                 | 'a1'  |

  Scenario Outline: [9] Comparison and logic that are refused: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | expression  | detail              |
      | NOT 1       | InvalidArgumentType |
      | 1 AND true  | InvalidArgumentType |
      | 'a' OR true | InvalidArgumentType |
      | [] XOR true | InvalidArgumentType |
      | {} AND true | InvalidArgumentType |

  Scenario Outline: [10] CASE and coalesce: <expression>
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
      | expression                                       | value |
      | CASE 1 WHEN 1 THEN 'a' ELSE 'b' END              | 'a'   |
      | CASE WHEN null THEN 1 END                        | null  |
      | CASE null WHEN null THEN 1 ELSE 2 END            | 2     |
      | CASE -1 WHEN 1.0 THEN 'a' WHEN -1.0 THEN 'b' END | 'b'   |
      | coalesce(null, 1, 2)                             | 1     |

  Scenario Outline: [11] Quantifiers: <expression>
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
      | expression                            | value |
      | all(x IN [] WHERE x)                  | true  |
      | any(x IN [] WHERE x)                  | false |
      | none(x IN [null] WHERE x = 1)         | null  |
      | single(x IN [1, null] WHERE x = 1)    | null  |
      | single(x IN [1, 1, null] WHERE x = 1) | false |
      | any(x IN null WHERE x)                | null  |
      | all(x IN [1, null] WHERE x = 2)       | false |

  Scenario Outline: [12] Quantifiers that are refused: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | expression                        | detail              |
      | all(x IN [1] WHERE x + 2)         | InvalidArgumentType |
      | any(x IN ['a'] WHERE x % 2 = 0)   | InvalidArgumentType |
      | none(x IN [true] WHERE x % 2 = 0) | InvalidArgumentType |

  Scenario Outline: [13] Conversions and calls: <expression>
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
      | expression                               | value        |
      | toInteger(17.9)                          | 17           |
      | [x IN ['2','2.9','foo'] \| toInteger(x)] | [2, 2, null] |
      | toFloat('5.5')                           | 5.5          |
      | toString(1.5)                            | '1.5'        |
      | toBoolean('true')                        | true         |
      | toInteger('-5')                          | -5           |
      | toInteger(null)                          | null         |

  Scenario Outline: [14] Conversions and calls that are refused: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | expression | detail                   |
      | foo(1)     | UnknownFunction          |
      | size(1, 2) | InvalidNumberOfArguments |
      | x          | UndefinedVariable        |
