/// What became of all scenarios, and how that stands to the list of known failures.
struct SuiteReport {
    var outcomes: [(scenario: Scenario, outcome: Outcome)]

    var failed: [String] { names { if case .failed = $0 { true } else { false } } }
    var passed: [String] { names { $0 == .passed } }

    private func names(where isWanted: (Outcome) -> Bool) -> [String] {
        outcomes.filter { isWanted($0.outcome) }.map(\.scenario.name)
    }

    /// Scenarios that fail though the list does not say so.
    func regressions(known: Set<String>) -> [String] { failed.filter { !known.contains($0) } }

    /// Scenarios that pass though the list says they fail.
    func mended(known: Set<String>) -> [String] { passed.filter(known.contains) }

    /// Passed and all by folder, then the failures by reason, most frequent first.
    var summary: String {
        var folders: [String: (passed: Int, all: Int)] = [:]
        var reasons: [String: Int] = [:]
        for (scenario, outcome) in outcomes {
            switch outcome {
            case .ignored: continue
            case .passed: folders[scenario.folder, default: (0, 0)].passed += 1
            case .failed(let failure): reasons[failure.reason, default: 0] += 1
            }
            folders[scenario.folder, default: (0, 0)].all += 1
        }
        var lines = folders.sorted { $0.key < $1.key }.map {
            "\($0.value.passed)/\($0.value.all)\t\($0.key)"
        }
        let all = folders.values.reduce(0) { $0 + $1.all }
        lines.append("\(passed.count)/\(all)\tall")
        lines += reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.value)\t\($0.key)" }
        return lines.joined(separator: "\n")
    }

    /// Every failure with its query and what was found.
    var details: String {
        outcomes.compactMap { scenario, outcome in
            guard case .failed(let failure) = outcome else { return nil }
            return "## \(scenario.name)\n\(failure.reason)\n\(failure.detail)\n"
        }.joined(separator: "\n")
    }
}
