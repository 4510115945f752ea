import Diagnostics
import PatternPacks

/// What checking packs gave.
public struct PackCheck: Sendable {
    public var findings: [LoadedPack.Finding] = []
    public var packs = 0
    public var patterns = 0
    public var examples = 0
    public var counterexamples = 0
    /// Faults of a pack that keep its examples from being tried at all.
    public var isUntried = false

    public var errors: Int { findings.count { $0.diagnostic.severity == .error } }
    public var warnings: Int { findings.count { $0.diagnostic.severity == .warning } }
}

/// Tries packs on their own examples, and their patterns on sentences made to be slow.
public struct PackChecker {
    private let loaded: [LoadedPack]
    private let extractor: Extractor
    private let slots: [[Int]]
    private var check = PackCheck()

    /// Checks packs that are read together.
    ///
    /// - Parameter others: packs that are read beside them and are not checked themselves.
    public static func check(_ loaded: [LoadedPack], beside others: [Pack] = []) -> PackCheck {
        var checker = PackChecker(loaded, others)
        checker.run()
        return checker.check
    }

    private init(_ loaded: [LoadedPack], _ others: [Pack]) {
        self.loaded = loaded
        let packs = loaded.map(\.pack) + others
        extractor = Extractor(packs: packs)
        let numbered = Pack.numbered(packs).packs
        slots = zip(loaded, numbered).map { loaded, pack in
            loaded.rules.map { placed in pack.slot(of: placed) ?? -1 }
        }
    }

    private mutating func run() {
        check.packs = loaded.count
        check.patterns = loaded.reduce(0) { $0 + $1.rules.count }
        for loaded in loaded {
            check.findings += loaded.findings
            check.findings += PackLinter.findings(in: loaded)
        }
        check.isUntried = loaded.contains(where: \.hasErrors)
        if check.isUntried { return }
        for (loaded, slots) in zip(loaded, slots) {
            for (placed, slot) in zip(loaded.rules, slots) { tryOut(placed, slot) }
        }
        check.findings += SlowPatternTrial(extractor).findings(in: loaded)
    }

    private mutating func tryOut(_ placed: PlacedRule, _ slot: Int) {
        for example in placed.rule.examples {
            check.examples += 1
            let tried = trial(placed, slot, example)
            if !tried.isFound { report(placed, missed(placed, example, tried)) }
        }
        for example in placed.rule.counterexamples {
            check.counterexamples += 1
            let tried = trial(placed, slot, example)
            if tried.isFound { report(placed, found(placed, example)) }
        }
    }

    private mutating func report(_ placed: PlacedRule, _ diagnostic: Diagnostic) {
        check.findings.append(.init(source: placed.source, diagnostic: diagnostic))
    }

    private struct Trial {
        var isFound: Bool
        /// The pattern matched, though nothing came of it.
        var isMatched: Bool
        /// Other patterns that claim something of the sentence.
        var others: [String]
    }

    private func trial(_ placed: PlacedRule, _ slot: Int, _ text: String) -> Trial {
        let use = PatternUse()
        let source = SourceDocument(id: "example", bytes: Array(text.utf8))
        guard let read = try? extractor.extract(source, noting: use) else {
            return Trial(isFound: false, isMatched: false, others: [])
        }
        let id = placed.rule.id
        let claimants = read.claims.map(\.evidence.pattern)
        let isMatched = use.matched.contains(slot)
        let claims = placed.rule.pattern.groupNames
        let isFound =
            switch placed.kind {
            case .name: read.entities.contains { $0.mentions.contains { $0.rule == id } }
            case .phrase:
                claims["target"] == nil ? use.joined.contains(slot) : claimants.contains(id)
            case .relation:
                claims["source"] == nil && claims["parties"] == nil
                    ? isMatched : claimants.contains(id)
            case .cue, .speaker, .reference, .discard, .circumstance: isMatched
            }
        var others: [String] = []
        for other in claimants where other != id && !others.contains(other) { others.append(other) }
        return Trial(isFound: isFound, isMatched: isMatched, others: others)
    }
}

extension Pack {
    /// The slot of a rule of this numbered pack.
    fileprivate func slot(of placed: PlacedRule) -> Int? {
        let rules: [PatternRule] =
            switch placed.kind {
            case .name: names.map(\.rule)
            case .phrase: phrases.map(\.rule)
            case .relation: relations.map(\.rule)
            case .cue: cues.map(\.rule)
            case .speaker: speakers.map(\.rule)
            case .reference: references.map(\.rule)
            case .discard: discards.map(\.rule)
            case .circumstance: circumstances.map(\.rule)
            }
        return rules.first { $0.id == placed.rule.id }?.slot
    }
}

extension PackChecker {
    private func missed(_ placed: PlacedRule, _ example: String, _ trial: Trial) -> Diagnostic {
        var notes: [Diagnostic.Note] = []
        if trial.isMatched { notes.append(.init("the pattern matched, and no claim came of it")) }
        if trial.others.isEmpty {
            if !trial.isMatched { notes.append(.init("nothing matched")) }
        } else {
            let names = trial.others.map { "'\($0)'" }.joined(separator: ", ")
            notes.append(.init("taken by \(names)"))
        }
        return Diagnostic(
            .error, code: "ExampleMissed", "'\(placed.rule.id)' does not find its example",
            at: placed.span(ofExample: example, "example"), notes: notes,
            help: trial.others.isEmpty
                ? "try the sentence in parts; mind anchors and what stands between the words"
                : "give the pattern a higher priority, or another example")
    }

    private func found(_ placed: PlacedRule, _ example: String) -> Diagnostic {
        Diagnostic(
            .error, code: "CounterexampleFound", "'\(placed.rule.id)' finds its counterexample",
            at: placed.span(ofExample: example, "counterexample"),
            help: "make the pattern narrower")
    }
}
