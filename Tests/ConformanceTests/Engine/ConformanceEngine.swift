import GraphModel

/// An engine as a scenario sees it: one fresh graph and what is run on it.
protocol ConformanceEngine {
    mutating func register(_ procedure: ProcedureTable) throws
    /// Runs one query or several separated by semicolons; the result is the last one's.
    mutating func execute(
        _ query: String, parameters: [String: Value]
    ) throws(ConformanceFault) -> ConformanceResult
    /// All that the graph holds, for the comparison before and after.
    func contents() throws -> GraphContents
}

struct ConformanceResult: Sendable {
    var columns: [String] = []
    var rows: [[Value]] = []
}

/// An error in the suite's words.
struct ConformanceFault: Error, Hashable, CustomStringConvertible {
    /// `SyntaxError`
    var type: String
    /// `compile time` or `runtime`
    var phase: String
    /// `UndefinedVariable`
    var detail: String
    var message = ""

    var description: String { "\(type) at \(phase): \(detail)" }
}

/// A procedure that looks its rows up by its inputs.
struct ProcedureTable: Sendable, Hashable {
    struct Field: Sendable, Hashable {
        var name: String
        /// `INTEGER?`
        var type: String
    }

    var name: String
    var inputs: [Field]
    var outputs: [Field]
    /// Each the inputs' values, then the outputs'.
    var rows: [[Value]]

    /// From `test.my.proc(in :: INTEGER?) :: (out :: STRING?)` and the table below it, whose first
    /// row names the columns.
    init?(signature: String, table: [[String]]) {
        let parts = signature.split(separator: "(", maxSplits: 1)
        guard parts.count == 2, let close = parts[1].firstIndex(of: ")"),
            let open = parts[1].lastIndex(of: "("), let end = parts[1].lastIndex(of: ")"),
            open < end,
            let inputs = Self.fields(parts[1][..<close]),
            let outputs = Self.fields(parts[1][parts[1].index(after: open)..<end])
        else { return nil }
        name = Self.trimmed(parts[0])
        self.inputs = inputs
        self.outputs = outputs
        rows = []
        for cells in table.dropFirst() where !cells.isEmpty {
            let values = cells.compactMap { try? ExpectedValueReader.value(of: $0).value }
            guard values.count == inputs.count + outputs.count else { return nil }
            rows.append(values)
        }
    }

    private static func fields(_ text: Substring) -> [Field]? {
        let items = text.split(separator: ",").map(Self.trimmed).filter { !$0.isEmpty }
        let fields = items.compactMap { item -> Field? in
            let words = item.split(separator: " ").filter { $0 != "::" }
            return words.count == 2 ? Field(name: String(words[0]), type: String(words[1])) : nil
        }
        return fields.count == items.count ? fields : nil
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.split(separator: " ").joined(separator: " ")
    }
}
