Feature: Temporal - dates, times and durations beyond the suite

  Scenario Outline: [1] Values: <expression>
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
      | expression                                                                              | value                                         |
      | date('2015-Q3-21')                                                                      | '2015-07-21'                                  |
      | date('-0044-03-15')                                                                     | '-0044-03-15'                                 |
      | date({date: date('2015-01-31'), month: 2})                                              | '2015-02-28'                                  |
      | date({year: 2015, week: 53})                                                            | '2015-12-28'                                  |
      | date(null)                                                                              | null                                          |
      | localtime({time: time('21:40:32.5+02:00'), millisecond: 7})                             | '21:40:32.007'                                |
      | datetime({epochMillis: 237821673987})                                                   | '1977-07-15T13:34:33.987Z'                    |
      | datetime({epochSeconds: 1, timezone: 'Europe/Stockholm'})                               | '1970-01-01T01:00:01+01:00[Europe/Stockholm]' |
      | datetime('2017-03-26T02:30[Europe/Stockholm]')                                          | '2017-03-26T03:30+02:00[Europe/Stockholm]'    |
      | datetime('2017-10-28T12:00[Europe/Stockholm]') + duration('P1D')                        | '2017-10-29T12:00+01:00[Europe/Stockholm]'    |
      | datetime('2017-10-28T12:00[Europe/Stockholm]') + duration('PT24H')                      | '2017-10-29T11:00+01:00[Europe/Stockholm]'    |
      | date('2016-02-29') + duration('P1Y')                                                    | '2017-02-28'                                  |
      | duration('P1D') + date('2016-02-28')                                                    | '2016-02-29'                                  |
      | date('2016-02-28') + null                                                               | null                                          |
      | -duration('P1DT0.5S')                                                                   | 'P-1DT-0.5S'                                  |
      | duration.inDays(date('2016-02-28'), localdatetime('2016-03-01T12:00'))                  | 'P2D'                                         |
      | date.truncate('decade', date('-0044-03-15'))                                            | '-0050-01-01'                                 |
      | datetime.truncate('day', datetime('2017-10-29T12:00[Europe/Stockholm]'))                | '2017-10-29T00:00+02:00[Europe/Stockholm]'    |
      | date('2015-07-21') = date('20150721')                                                   | true                                          |
      | date('2015-07-21') = localdatetime('2015-07-21T00:00')                                  | false                                         |
      | date('2015-07-21') < localdatetime('2015-07-22T00:00')                                  | null                                          |
      | duration('P1M') < duration('P1Y')                                                       | null                                          |
      | date('2015-07-21') IN [null, date('2015-07-21')]                                        | true                                          |
      | datetime('2015-07-21T12:00+02:00') > datetime('2015-07-21T11:00Z')                      | false                                         |
      | datetime('2015-07-21T12:00+02:00').timezone                                             | '+02:00'                                      |
      | duration('PT-0.1S').seconds                                                             | -1                                            |
      | toString(duration('P1.1D'))                                                             | 'P1DT2H24M'                                   |
      | toStringList([date('20150721')])                                                        | ['2015-07-21']                                |

  Scenario Outline: [2] Faults: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then a <type> should be raised at runtime: <detail>

    Examples:
      | expression                                    | type            | detail               |
      | date('2015-02-29')                            | ArgumentError   | InvalidArgumentValue |
      | date({year: 2015, day: 3})                    | ArgumentError   | InvalidArgumentValue |
      | datetime('2015-07-21T12:00[Europe/Atlantis]') | ArgumentError   | InvalidArgumentValue |
      | date('2015-07-21').hour                       | ArgumentError   | InvalidArgumentValue |
      | date.truncate('hour')                         | ArgumentError   | InvalidArgumentValue |
      | date('+999999999-12-31') + duration('P1D')    | ArgumentError   | InvalidArgumentValue |
      | duration({years: 9223372036854775807})        | ArithmeticError | IntegerOverflow      |
      | duration('P1D') / 0                           | ArithmeticError | DivisionByZero       |
      | date('2015-07-21') - date('2015-07-20')       | TypeError       | InvalidArgumentType  |
      | date('2015-07-21') + 1                        | TypeError       | InvalidArgumentType  |
      | duration.between(1, date('2015-07-20'))       | TypeError       | InvalidArgumentType  |

  Scenario: [3] Grouping and aggregates
    Given any graph
    When executing query:
      """
      UNWIND [date('2015-07-21'), date('2015-W30-2'), date('2015-07-20'), null] AS day
      RETURN day, count(*) AS rows
      ORDER BY day
      """
    Then the result should be, in order:
      | day          | rows |
      | '2015-07-20' | 1    |
      | '2015-07-21' | 2    |
      | null         | 1    |

  Scenario: [4] Sums and means of durations
    Given any graph
    When executing query:
      """
      UNWIND [duration('P1D'), duration('PT12H'), null] AS time
      RETURN sum(time) AS sum, avg(time) AS mean, max(time) AS max, count(time) AS count
      """
    Then the result should be, in any order:
      | sum       | mean      | max   | count |
      | 'P1DT12H' | 'PT18H'   | 'P1D' | 2     |

  Scenario: [5] A stored value is found by its equal
    Given an empty graph
    And having executed:
      """
      CREATE (:Talk {on: date('2015-07-21'), took: [duration('PT2H'), duration('PT90M')]})
      """
    When executing query:
      """
      MATCH (t:Talk {on: date({year: 2015, ordinalDay: 202})})
      WHERE t.on >= date('2015-07-01')
      RETURN t.on.month AS month, t.took[1] AS second
      """
    Then the result should be, in any order:
      | month | second   |
      | 7     | 'PT1H30M' |
