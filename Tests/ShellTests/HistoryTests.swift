import Shell
import Testing

@Suite struct HistoryTests {
    @Test func theWalkComesBackToTheDraft() {
        var history = History()
        history.add("one")
        history.add("two")
        history.add("two")
        #expect(history.entries == ["one", "two"])
        let back = ["dra", "two", "one"].map { text in history.previous(whileTyping: text) }
        #expect(back == ["two", "one", nil])
        let forth = (0..<3).map { _ in history.next() }
        #expect(forth == ["two", "dra", nil])
    }

    @Test(arguments: ["plain", "two\nlines", "back\\slash", "\\n", "ends\\", "a\r\nb"])
    func theFileGivesBackWhatWasWritten(entry: String) {
        var history = History()
        history.add(entry)
        history.add("last")
        #expect(History(fileText: history.fileText).entries == [entry, "last"])
    }

    @Test func theOldestGoFirst() {
        var history = History(limit: 2)
        for entry in ["a", "b", "c"] { history.add(entry) }
        #expect(history.entries == ["b", "c"])
    }

    @Test func searchGoesFromNewToOld() {
        var history = History()
        for entry in ["MATCH (a)", "RETURN 1", "match (b)"] { history.add(entry) }
        #expect(history.search("Match") == "match (b)")
        #expect(history.search("Match", skipping: 1) == "MATCH (a)")
        #expect(history.search("Match", skipping: 2) == nil)
    }
}
