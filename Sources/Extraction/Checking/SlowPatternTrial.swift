import Diagnostics
import PatternPacks
import TextMatching

/// Runs patterns over long sentences made of their own examples and of repeated words, within small
/// limits: which need too much there would be given up, or be slow, in somebody's text.
struct SlowPatternTrial {
    private let extractor: Extractor
    private let matcher: TextMatcher
    /// Bytes of a sentence; long for a news text, and not beyond what occurs.
    private static let length = 1_500
    private static let steps: UInt32 = 200_000
    /// A pattern is slow that takes both so much longer than the middle one, and so many seconds.
    private static let ratio = 100.0
    private static let seconds = 0.1

    init(_ extractor: Extractor) {
        self.extractor = extractor
        var limits = TextMatcher.Limits()
        limits.steps = Self.steps
        matcher = TextMatcher(limits: limits)
    }

    func findings(in loaded: [LoadedPack]) -> [LoadedPack.Finding] {
        let rules = loaded.flatMap(\.rules)
        let outcomes = rules.map { run($0.rule) }
        let times = outcomes.map(\.seconds).sorted()
        let middle = times.isEmpty ? 0 : times[times.count / 2]
        return zip(rules, outcomes).compactMap { placed, outcome in
            let isSlow = outcome.seconds > max(Self.seconds, middle * Self.ratio)
            guard outcome.isGivenUp || isSlow else { return nil }
            return .init(
                source: placed.source,
                diagnostic: outcome.isGivenUp ? Self.givenUp(placed) : Self.slow(placed))
        }
    }

    private struct Outcome {
        var seconds = 0.0
        var isGivenUp = false
    }

    private func run(_ rule: PatternRule) -> Outcome {
        var outcome = Outcome()
        for sentence in sentences(for: rule) {
            let start = ContinuousClock.now
            sentence.withUnsafeBufferPointer { text in
                do {
                    _ = try matcher.firstMatch(of: rule.pattern, in: text)
                } catch {
                    outcome.isGivenUp = true
                }
            }
            let time = (ContinuousClock.now - start).components
            let seconds = Double(time.seconds) + Double(time.attoseconds) / 1e18
            outcome.seconds = max(outcome.seconds, seconds)
            if outcome.isGivenUp { break }
        }
        return outcome
    }

    private func sentences(for rule: PatternRule) -> [[UInt8]] {
        let use = PatternUse()
        for example in rule.examples.prefix(1) {
            let source = SourceDocument(id: "example", bytes: Array(example.utf8))
            _ = try? extractor.extract(source, noting: use)
        }
        var sentences = Self.repeated
        for example in use.sentences {
            let words = example.split(separator: UInt8(ascii: " ")).map(Array.init)
            let opening = words.dropLast().joined(separator: Self.space)
            sentences.append(Self.filled(with: Array(opening) + Self.space))
            // The beginning as it should be, then no end: all ways to go on are tried.
            for word in words.dropFirst().prefix(4) {
                let rest = Self.filled(with: word + Self.space)
                sentences.append((words.first ?? []) + Self.space + rest)
            }
        }
        return sentences
    }

    private static let space = Array(" ".utf8)

    private static let repeated: [[UInt8]] = [
        "a", "said ", "aaa ", "Aaa ", "\u{E001}\u{F0000} ", "\u{E001}\u{F0000}, ",
        "\u{E001}\u{F0000} said ", "\u{E003}\u{F0000} and the ", "1 ", ", ",
    ].map { filled(with: Array($0.utf8)) }

    private static func filled(with part: [UInt8]) -> [UInt8] {
        if part.isEmpty { return [] }
        let times = max(length / part.count, 1)
        return Array(Array(repeating: part, count: times).joined()) + Array("!".utf8)
    }
}

extension SlowPatternTrial {
    private static func givenUp(_ placed: PlacedRule) -> Diagnostic {
        Diagnostic(
            .warning, code: "CatastrophicPattern",
            "'\(placed.rule.id)' tries too many ways to match a long sentence",
            at: placed.span("pattern"), help: advice)
    }

    private static func slow(_ placed: PlacedRule) -> Diagnostic {
        Diagnostic(
            .warning, code: "SlowPattern",
            "'\(placed.rule.id)' takes far longer than the others on a long sentence",
            at: placed.span("pattern"), help: advice)
    }

    private static let advice =
        "bound what repeats ({0,5} for *), and let no two repetitions match the same words"
}
