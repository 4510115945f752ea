import GraphModel
import PatternPacks
import TextMatching

/// What all stages that match patterns in one sentence share: the matcher, the anchor words that
/// the sentence holds, and the count of patterns that were given up.
final class MatchContext {
    private let matcher: TextMatcher
    private let anchors: AnchorIndex
    private let gates: RuleGates?
    private var plain: [UInt8] = []
    /// By slot: whether the sentence holds an anchor of the rule, or the rule has none; empty where
    /// that was not asked yet.
    private var anchored: [Bool] = []
    /// What the gate knows of the sentence as it stood at this version.
    private var view = RuleGate.View()
    private var viewVersion = -1
    /// Whether rules are left out that need what the sentence lacks.
    var isGated: Bool { gates != nil }
    private(set) var givenUp: [String: Int] = [:]
    /// What patterns do, where a pack is checked.
    var use: PatternUse?
    /// Where the stages note what they do; nil when nobody asks.
    var trace: TraceCollector?

    /// Nobody asks what patterns do.
    var isUnobserved: Bool { use == nil && trace == nil }

    init(_ matcher: TextMatcher, _ anchors: AnchorIndex, _ gates: RuleGates?) {
        self.matcher = matcher
        self.anchors = anchors
        self.gates = gates
    }

    /// Takes up a sentence, before patterns are tried on it.
    func begin(_ sentence: PlainSentence) {
        plain = sentence.bytes
        anchored.removeAll(keepingCapacity: true)
        viewVersion = -1
    }

    /// Whether the sentence holds an anchor of a rule, or the rule has none.
    func holdsAnchor(_ rule: RuleKey) -> Bool {
        if anchored.isEmpty { anchors.find(in: plain, &anchored) }
        return anchored[rule.slot]
    }

    /// Whether a rule over encoded text is known to find nothing, by a look at one bit. It takes the
    /// version alone: a sentence handed over in a loop over all rules costs more than the look.
    @inline(__always)
    func rulesOut(_ rule: RuleKey, at version: Int) -> Bool {
        version == viewVersion && view.rulesOut(rule.slot)
    }

    /// Whether a rule over encoded text is worth trying: what it needs is there.
    func isActive(_ rule: RuleKey, in sentence: EncodedSentence) -> Bool {
        passesGate(rule, sentence.bytes, sentence.version)
            && (!rule.hasAnchors || holdsAnchor(rule))
    }

    /// Whether a rule is worth trying on a part of encoded text.
    func isActive(_ rule: RuleKey, within range: ByteRange, of sentence: EncodedSentence) -> Bool {
        // What is no word of the sentence can be one of a part that begins or ends within it.
        if sentence.cutsWord(at: range.start) || sentence.cutsWord(at: range.end) {
            return !rule.hasAnchors || holdsAnchor(rule)
        }
        return isActive(rule, in: sentence)
    }

    /// Whether a rule over the sentence as it stands is worth trying.
    func isActive(_ rule: RuleKey) -> Bool {
        passesGate(rule, plain, 0) && (!rule.hasAnchors || holdsAnchor(rule))
    }

    private func passesGate(_ rule: RuleKey, _ bytes: [UInt8], _ version: Int) -> Bool {
        guard let gates else { return true }
        let gate = version == 0 ? gates.plain : gates.encoded
        if viewVersion != version {
            gate.look(at: bytes, &view)
            viewVersion = version
        }
        return gate.passes(rule.slot, view)
    }

    func matches(of rule: PatternRule, in bytes: [UInt8]) -> [TextMatch] {
        bytes.withUnsafeBufferPointer { text in
            do {
                let matches = try matcher.matches(of: rule.pattern, in: text)
                if !matches.isEmpty { use?.matched.insert(rule.slot) }
                return matches
            } catch {
                givenUp[rule.id, default: 0] += 1
                return []
            }
        }
    }

    func firstMatch(of rule: PatternRule, in bytes: [UInt8], from start: Int = 0) -> TextMatch? {
        bytes.withUnsafeBufferPointer { text in
            do {
                let match = try matcher.firstMatch(of: rule.pattern, in: text, from: start)
                if match != nil { use?.matched.insert(rule.slot) }
                return match
            } catch {
                givenUp[rule.id, default: 0] += 1
                return nil
            }
        }
    }

    /// How much of a text fits a beginning of a pattern; nil also where that was not found out
    /// within the limits, which no claim depends on.
    func reach(of rule: PatternRule, in bytes: [UInt8]) -> ByteRange? {
        bytes.withUnsafeBufferPointer { try? matcher.reach(of: rule.pattern, in: $0) }
    }
}

/// The readable text of a document, by its spans.
struct DocumentText {
    let bytes: [UInt8]

    subscript(span: TextSpan) -> String {
        String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }
}
