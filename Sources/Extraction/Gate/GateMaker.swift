import PatternPacks
import Synchronization

/// Makes the gates when they are worth their making: to read what all patterns need takes as long as
/// to read some long articles without it.
final class GateMaker: Sendable {
    private struct State {
        var bytesRead = 0
        var gates: RuleGates?
    }

    /// Bytes of text from which on it is worth while.
    private static let least = 100_000

    private let rules: [PatternRule]
    /// Slots of the rules that are tried on sentences before mentions are encoded.
    private let names: Set<Int>
    private let state = Mutex(State())

    init(_ rules: [PatternRule], names: Set<Int>) {
        self.rules = rules
        self.names = names
    }

    /// Nil where so little was read that all rules are rather tried.
    func gates(beforeReading bytes: Int) -> RuleGates? {
        state.withLock { state in
            if state.gates == nil {
                state.bytesRead += bytes
                if state.bytesRead > Self.least { state.gates = made() }
            }
            return state.gates
        }
    }

    func gates() -> RuleGates {
        state.withLock { state in
            let gates = state.gates ?? made()
            state.gates = gates
            return gates
        }
    }

    private func made() -> RuleGates {
        RuleGates(
            plain: RuleGate.of(rules) { names.contains($0.slot) },
            encoded: RuleGate.of(rules) { !names.contains($0.slot) })
    }
}
