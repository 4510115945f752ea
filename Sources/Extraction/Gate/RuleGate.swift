import PatternPacks
import TextMatching

/// Tells which rules can match in a sentence at all: what a pattern needs is read from the pattern
/// itself, and what of it a sentence holds is found in one pass over its bytes.
///
/// Words that stand for mentions count as other words do, so that "needs an actor before *met* and
/// one behind it" keeps most rules away from most sentences.
final class RuleGate: Sendable {
    /// What a sentence holds.
    struct View {
        fileprivate var hits: [LiteralAutomaton.Hit] = []
        /// One bit for each set of literals.
        fileprivate var held: [UInt64] = []
        /// One bit for each rule, by slot: whether its rarest literal is there.
        fileprivate var candidates: [UInt64] = []
        /// It holds a character that a small letter matches where case is ignored: nothing is
        /// told then.
        fileprivate var isOpen = false

        /// Whether a rule lacks what it needs, by a look at one bit.
        @inline(__always)
        func rulesOut(_ slot: Int) -> Bool {
            !isOpen && candidates[slot >> 6] >> UInt64(slot & 63) & 1 == 0
        }
    }

    private struct Needs: Sendable {
        var held: [UInt64]
        /// Numbers of sets.
        var inOrder: [Int]
    }

    private let automaton: LiteralAutomaton
    private let words: Int
    /// By literal: the sets that it is of, as bits; all literals one after another.
    private let setsOfLiteral: [UInt64]
    private let needs: [Needs]
    /// Words of a set of rules.
    private let ruleWords: Int
    /// By set: the rules of which it is the rarest; most rules are told by that alone. One bit for
    /// each rule; behind the last set those that need none.
    private let rulesOfSet: [UInt64]
    /// Literals from here on are those of `odd`.
    private let firstOdd: Int32

    /// Beyond ASCII, and yet equal to `s` and `k` where case is ignored.
    private static let odd = ["\u{17F}", "\u{212A}"]

    /// Bytes of literals that are looked for, at most: the first number with which they fit.
    private static let lengths = [12, 8, 6, 4]

    /// - Parameter rules: all, by their slots.
    /// - Parameter isUsed: whether the gate is asked about a rule.
    static func of(_ rules: [PatternRule], where isUsed: (PatternRule) -> Bool) -> RuleGate {
        let needs = rules.map { rule in
            isUsed(rule)
                ? PatternNeeds(rule.pattern.source, ignoringCase: rule.pattern.ignoresCase) : .none
        }
        let made = lengths.lazy.compactMap { RuleGate(needs, longest: $0) }.first
        guard let gate = made ?? RuleGate(needs.map { _ in .none }, longest: 4) else {
            preconditionFailure("an automaton without literals is always possible")
        }
        return gate
    }

    /// Nil where the literals are too many.
    private init?(_ read: [PatternNeeds], longest: Int) {
        var sets: [LiteralSet: Int] = [:]
        var literals: [Literal: Int] = [:]
        var order: [LiteralSet] = []
        var names: [Literal] = []
        func number(_ whole: LiteralSet) -> Int {
            let set = whole.cut(to: longest)
            if let known = sets[set] { return known }
            sets[set] = order.count
            order.append(set)
            for literal in set.literals where literals[literal] == nil {
                literals[literal] = names.count
                names.append(literal)
            }
            return order.count - 1
        }
        let numbers = read.map { ($0.inOrder.map(number), $0.anywhere.map(number)) }
        let words = (order.count + 63) / 64
        self.words = words
        func bits(_ numbers: [Int]) -> [UInt64] {
            var bits = [UInt64](repeating: 0, count: words)
            for number in numbers { bits[number / 64] |= 1 << UInt64(number % 64) }
            return bits
        }
        needs = numbers.map { Needs(held: bits($0 + $1), inOrder: $0) }
        let rarities = order.map(\.rarity)
        let ruleWords = (read.count + 63) / 64
        self.ruleWords = ruleWords
        var rulesOfSet = [UInt64](repeating: 0, count: (order.count + 1) * ruleWords)
        for (rule, (ordered, anywhere)) in numbers.enumerated() {
            let rarest = (ordered + anywhere).max { rarities[$0] < rarities[$1] }
            let place = (rarest ?? order.count) * ruleWords
            rulesOfSet[place + rule / 64] |= 1 << UInt64(rule % 64)
        }
        self.rulesOfSet = rulesOfSet
        var setsOfLiteral = [UInt64](repeating: 0, count: words * names.count)
        for (number, set) in order.enumerated() {
            for literal in set.literals {
                guard let place = literals[literal] else { continue }
                setsOfLiteral[place * words + number / 64] |= 1 << UInt64(number % 64)
            }
        }
        self.setsOfLiteral = setsOfLiteral
        firstOdd = Int32(names.count)
        let odd = Self.odd.map { Literal(Array($0.utf8)) }
        guard let automaton = LiteralAutomaton(names + odd) else { return nil }
        self.automaton = automaton
    }

    func look(at bytes: [UInt8], _ view: inout View) {
        view.hits.removeAll(keepingCapacity: true)
        view.held.removeAll(keepingCapacity: true)
        view.held.append(contentsOf: repeatElement(0, count: words))
        view.isOpen = false
        bytes.withUnsafeBufferPointer { automaton.find(in: $0, &view.hits) }
        for hit in view.hits {
            if hit.literal >= firstOdd {
                view.isOpen = true
                return
            }
            let place = Int(hit.literal) * words
            for word in 0..<words { view.held[word] |= setsOfLiteral[place + word] }
        }
        addCandidates(to: &view)
    }

    private func addCandidates(to view: inout View) {
        let none = rulesOfSet.count - ruleWords
        view.candidates.removeAll(keepingCapacity: true)
        view.candidates.append(contentsOf: rulesOfSet[none...])
        for word in 0..<words {
            var held = view.held[word]
            while held != 0 {
                let place = (word * 64 + held.trailingZeroBitCount) * ruleWords
                for rules in 0..<ruleWords {
                    view.candidates[rules] |= rulesOfSet[place + rules]
                }
                held &= held - 1
            }
        }
    }

    func passes(_ slot: Int, _ view: View) -> Bool {
        if view.isOpen { return true }
        if view.rulesOut(slot) { return false }
        for word in 0..<words where needs[slot].held[word] & ~view.held[word] != 0 { return false }
        return needs[slot].inOrder.count < 2 || holdsInOrder(needs[slot].inOrder, view)
    }

    /// Whether each set has a literal behind that of the set before. Of several the one that ends
    /// first is taken: it leaves most room.
    private func holdsInOrder(_ sets: [Int], _ view: View) -> Bool {
        var wanted = 0
        var position: Int32 = 0
        for hit in view.hits where hit.start >= position {
            let set = sets[wanted]
            let bits = setsOfLiteral[Int(hit.literal) * words + set / 64]
            guard bits >> UInt64(set % 64) & 1 == 1 else { continue }
            position = hit.end
            wanted += 1
            if wanted == sets.count { return true }
        }
        return false
    }
}

/// Two gates, each with its own few literals: names are told in the sentence as it stands, all else
/// where mentions are encoded.
struct RuleGates {
    let plain: RuleGate
    let encoded: RuleGate
}
