import Testing

@Suite struct GherkinTests {
    @Test func anOutlineGivesAScenarioForEachRow() throws {
        let text = #"""
            # a comment
            Feature: F1 - Things

              Background:
                Given an empty graph

              @skipStyleCheck @ignore
              Scenario: [1] Plain
                When executing query:
                  """
                  MATCH (n)
                    RETURN n // <p>

                  """
                Then the result should be, in any order:
                  | n | a\|b |
                  # between
                  | '\n' | '\\' |
                And no side effects

              Scenario Outline: [2] Rows of <p>
                And parameters are:
                  | p | <p> |
                When executing query:
                  """
                  RETURN <p> < <q>
                  """
                And there exists a procedure t() :: ():
                  |
                Examples:
                  | p   | q |
                  | '<q>' | 2 |
                  | 3 | 4 |
            """#
        let scenarios = try FeatureReader.scenarios(of: text, name: "a/b/F1")
        #expect(
            scenarios.map(\.name) == [
                "a/b/F1 [1] Plain", "a/b/F1 [2] Rows of '<q>' (1)", "a/b/F1 [2] Rows of 3 (2)",
            ])
        #expect(scenarios[0].folder == "a/b")
        #expect(scenarios[0].tags == ["@skipStyleCheck", "@ignore"] && scenarios[1].tags.isEmpty)
        #expect(
            scenarios[0].steps.map(\.text) == [
                "an empty graph", "executing query", "the result should be, in any order",
                "no side effects",
            ])
        #expect(scenarios[0].steps[1].document == "MATCH (n)\n  RETURN n // <p>\n")
        #expect(scenarios[0].steps[2].table == [["n", "a|b"], ["'\n'", "'\\'"]])
        #expect(scenarios[1].steps[2].document == "RETURN '<q>' < 2")
        #expect(scenarios[2].steps[1].table == [["p", "3"]])
        #expect(scenarios[2].steps[3].table == [[]])
    }

    /// Some of the suite's files end their lines as Windows does.
    @Test func lineEndsMayBeOfWindows() throws {
        let text =
            "Feature: F\r\n  Scenario: S\r\n    Given any graph\r\n    And a:\r\n      | x |\r\n"
        let scenarios = try FeatureReader.scenarios(of: text, name: "F")
        #expect(scenarios.map(\.title) == ["S"])
        #expect(scenarios[0].steps.map(\.table) == [[], [["x"]]])
    }

    @Test(arguments: [
        "Feature: F\nScenario: S\nGiven a:\n\"\"\"\nx", "Feature: F\nScenario Outline: S\nGiven a",
        "Feature: F\nNonsense",
        "Feature: F\nScenario Outline: S\nGiven a\nExamples:\n| a | b |\n| 1 |",
    ])
    func whatCannotBeReadIsTold(text: String) {
        #expect(throws: FeatureError.self) { try FeatureReader.scenarios(of: text, name: "F") }
    }
}
