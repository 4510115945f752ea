import TextMatching

/// What a folder of patterns and gazetteers says, read, expanded and compiled.
public struct Pack: Sendable {
    public var name = ""
    public var about = ""
    /// Types of relations that the pack declares.
    public var types: [RelationType] = []
    /// Packs whose fragments and words its patterns use, and whose names and phrases it needs.
    public var uses: [String] = []
    public var gazetteer: [GazetteerEntry] = []
    /// Shapes of names, over the sentence as it stands.
    public var names: [NamePattern] = []
    /// Complex phrases, over entity-encoded text, in order of priority.
    public var phrases: [PhrasePattern] = []
    /// Relations, over entity-encoded text, in order of priority.
    public var relations: [RelationPattern] = []
    /// What decides a claim's status; the first that fits counts.
    public var cues: [CuePattern] = []
    public var speakers: [SpeakerPattern] = []
    public var references: [ReferencePattern] = []
    /// Sentences that tell of something else: no claim is taken from them.
    public var discards: [DiscardPattern] = []
    /// When and where something took place.
    public var circumstances: [CircumstancePattern] = []
    public var words: [String: [String]] = [:]
    /// What a word multiplies an amount by: "million".
    public var scales: [String: Double] = [:]
    /// ISO 4217 codes by the words and signs of currencies.
    public var currencies: [String: String] = [:]
    /// What words of dates mean, by the words in small letters.
    public var dateWords: [String: DateWord] = [:]
    /// What else an office is called, by that, in small letters: "premier" → "prime minister".
    public var offices: [String: String] = [:]

    /// Words of a list, empty where the pack has none of that name.
    public func words(_ list: String) -> [String] { words[list] ?? [] }
}

/// What every pattern has.
public struct PatternRule: Sendable {
    public var id: String
    public var pattern: TextPattern
    /// Lower-case words of which a sentence must hold one for the pattern to be tried; empty: always.
    public var anchors: [String]
    public var priority: Int
    public var examples: [String]
    public var counterexamples: [String]
    /// The rule's place among all rules of the packs that are read together (`numbered`).
    public var slot = 0
}

extension Pack {
    /// All rules of some packs with a slot each, from 0, so that whether a rule is worth trying in
    /// a sentence is a look into a flat array.
    public static func numbered(_ packs: [Pack]) -> (packs: [Pack], rules: [PatternRule]) {
        var packs = packs
        var rules: [PatternRule] = []
        func number(_ rule: inout PatternRule) {
            rule.slot = rules.count
            rules.append(rule)
        }
        for place in packs.indices {
            for index in packs[place].names.indices { number(&packs[place].names[index].rule) }
            for index in packs[place].phrases.indices { number(&packs[place].phrases[index].rule) }
            for index in packs[place].relations.indices {
                number(&packs[place].relations[index].rule)
            }
            for index in packs[place].cues.indices { number(&packs[place].cues[index].rule) }
            for index in packs[place].speakers.indices {
                number(&packs[place].speakers[index].rule)
            }
            for index in packs[place].references.indices {
                number(&packs[place].references[index].rule)
            }
            for index in packs[place].discards.indices {
                number(&packs[place].discards[index].rule)
            }
            for index in packs[place].circumstances.indices {
                number(&packs[place].circumstances[index].rule)
            }
        }
        return (packs, rules)
    }
}

/// `[[name]]`: a shape by which a name outside every gazetteer is known, or an amount or date.
///
/// Groups: `name` is the mention; `acronym` a short form that the text introduces beside it.
public struct NamePattern: Sendable {
    public var rule: PatternRule
    public var mentionClass: MentionClass
}

/// `[[phrase]]`: several mentions and words that are one mention to all later patterns.
public struct PhrasePattern: Sendable {
    public enum Result: String, CaseIterable, Hashable, Sendable {
        /// The mention in group `head`, longer now.
        case head
        /// A collective actor of its own, named by its words; acts for group `target`.
        case group
        /// A collective actor of its own for each of `target`, side by side: "French and German
        /// officials".
        case groups
        /// The actors in it, side by side.
        case list
        /// Something by the way; group `speaker`, if any, says what the sentence says.
        case aside
        /// An office; group `target`, if any, is whose.
        case role
        /// The seat in group `head` is meant as a place, and not as the government there.
        case place
    }

    public var rule: PatternRule
    public var result: Result
    /// Of a group: it is a part of its target, so that who acts for it acts for the target as well.
    public var isPart = false
}

/// `[[relation]]`: a claim. Groups: `source`, `target`, `parties`, `what`, `addressee`, `amount`,
/// `purpose`, `place`, `date`, `role`, and the properties that its type declares; `trigger`, the words
/// that one claim alone may use; `vg`, the words in which cues are looked for.
public struct RelationPattern: Sendable {
    public var rule: PatternRule
    /// A standard type or one that a pack declares; nil for an anti-pattern, which uses up its
    /// trigger and claims nothing.
    public var type: String?
    /// Within which it competes with other patterns for words; one, unless it claims nothing.
    public var fields: Set<RelationField>
    /// Properties of its type alone, which groups of the same names capture.
    public var properties: [String]
    /// A claim status, where the words themselves say it and no cue speaks against it.
    public var status: String
    public var confidence: Double
}

/// `[[cue]]`: words that decide a claim's status.
public struct CuePattern: Sendable {
    public enum Scope: String, CaseIterable, Hashable, Sendable {
        /// In the verb group of the claim.
        case verb
        /// Anywhere before the claim in its sentence.
        case before
    }

    public var rule: PatternRule
    public var status: String
    public var scope: Scope
    /// Whose claims it decides.
    public var fields: Set<RelationField>
}

/// `[[speaker]]`: group `speaker` says what group `content` holds, or the whole sentence.
public struct SpeakerPattern: Sendable {
    public var rule: PatternRule
}

/// `[[reference]]`: group `mention` stands for somebody of these classes who was mentioned before.
public struct ReferencePattern: Sendable {
    public var rule: PatternRule
    public var classes: [MentionClass]
    /// Where the antecedent is looked for.
    public enum Antecedent: String, CaseIterable, Hashable, Sendable {
        /// What was named first, here or in the nearest sentence before.
        case subject
        /// What was named last in an earlier sentence, as for "it" behind a verb.
        case object
        /// What was named last before it.
        case nearest
    }

    public var antecedent: Antecedent
    /// How many sentences back the antecedent may be.
    public var reach: Int
}

/// `[[discard]]`: no claim of these relations (all, where none is named) in a sentence that matches.
public struct DiscardPattern: Sendable {
    public var rule: PatternRule
    public var types: [String]
}

/// `[[circumstance]]`: groups `date`, `place` and `amount` say when, where and over what sum a claim of
/// these relations (any, where none is named) holds.
public struct CircumstancePattern: Sendable {
    /// Which part of the sentence it is tried on.
    public enum Position: String, CaseIterable, Hashable, Sendable {
        /// What is behind the claim's trigger, up to the next claim's.
        case after
        /// What is before the trigger, from that of the claim before.
        case before
    }

    public var rule: PatternRule
    public var types: [String]
    public var position: Position
}

/// One line of a gazetteer.
public struct GazetteerEntry: Hashable, Sendable {
    public var name: String
    /// `Person`, `Organization`, `Country` or `Place`.
    public var type: String
    public var aliases: [String]
    public var adjectives: [String]
    /// Names of places that stand for it: "Kyiv", "the Kremlin".
    public var seats: [String]
    public var note: String
    /// ISO 8601, inclusive, where the entry holds for a time only.
    public var from: String?
    public var until: String?
}
