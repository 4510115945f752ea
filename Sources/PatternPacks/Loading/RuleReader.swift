import Diagnostics
import TextMatching

/// Reads one pattern's table: expands and compiles the pattern and checks what is said of it.
struct RuleReader {
    private let section: PackSection
    private let expander: FragmentExpander
    private let words: [String: [String]]
    /// Types that are declared, by their names.
    private let declared: [String: RelationType]
    private(set) var diagnostics: [Diagnostic] = []

    init(
        section: PackSection, expander: FragmentExpander, words: [String: [String]],
        types: [String: RelationType]
    ) {
        self.section = section
        self.expander = expander
        self.words = words
        declared = types
    }

    /// What every pattern has; nil where that is faulty, which is reported.
    mutating func rule(_ kind: PatternKind) -> PatternRule? {
        let priority = section.integer("priority") ?? 0
        let examples = section.strings("example") ?? []
        let counterexamples = section.strings("counterexample") ?? []
        let anchors = anchorWords()
        guard let id = section.string("id"), !id.isEmpty else {
            diagnostics.append(missing("id"))
            return nil
        }
        guard let source = section.string("pattern") else {
            diagnostics.append(missing("pattern"))
            return nil
        }
        guard let pattern = compiled(source, kind) else { return nil }
        let rule = PatternRule(
            id: id, pattern: pattern, anchors: anchors, priority: priority, examples: examples,
            counterexamples: counterexamples)
        check(rule, kind)
        return rule
    }

    mutating func isNew(_ id: String, among ids: [String]) -> Bool {
        if !ids.contains(id) { return true }
        diagnostics.append(duplicate(id))
        return false
    }

    private mutating func compiled(_ source: String, _ kind: PatternKind) -> TextPattern? {
        let expanded: String
        do {
            expanded = try expander.expand(source)
        } catch {
            diagnostics.append(badReference(error))
            return nil
        }
        do {
            // Names are told by their capitals; all else is matched in any letter case.
            return try TextPattern(
                expanded, ignoringCase: kind != .name, unicodeClasses: kind == .name)
        } catch {
            diagnostics.append(badPattern(error, source))
            return nil
        }
    }

    private mutating func check(_ rule: PatternRule, _ kind: PatternKind) {
        let groups = kind.groups.union(kind == .relation ? typeProperties : [])
        for group in rule.pattern.groupNames.keys.sorted() where !groups.contains(group) {
            diagnostics.append(unknownGroup(group, groups))
        }
        let empty: [UInt8] = []
        let matchesEmpty = empty.withUnsafeBufferPointer { text in
            (try? TextMatcher().firstMatch(of: rule.pattern, in: text)) != nil
        }
        if matchesEmpty { diagnostics.append(matchesNothing()) }
    }

    /// `anchors` and `context` name word lists, or words themselves.
    private mutating func anchorWords() -> [String] {
        let context = section.strings("context")
        let anchors = section.strings("anchors")
        if context != nil, anchors != nil { diagnostics.append(anchorsAndContext()) }
        return (anchors ?? context ?? []).flatMap { words[$0] ?? [$0] }
            .compactMap { $0.lowercased().split(separator: " ").first.map(String.init) }
    }

    mutating func mentionClass() -> MentionClass {
        choice("class", MentionClass.allCases.map { ($0.name, $0) }) ?? .person
    }

    mutating func phraseResult() -> PhrasePattern.Result {
        choice("result", PhrasePattern.Result.allCases.map { ($0.rawValue, $0) }) ?? .head
    }

    mutating func cueScope() -> CuePattern.Scope {
        choice("scope", CuePattern.Scope.allCases.map { ($0.rawValue, $0) }) ?? .verb
    }

    mutating func relationType() -> String? {
        guard let name = section.string("type") else {
            diagnostics.append(missing("type"))
            return nil
        }
        if name == "none" { return nil }
        if !RelationType.standard.contains(name), declared[name] == nil {
            diagnostics.append(unknownType(name))
        }
        return name
    }

    /// Properties that the pattern's type alone has.
    private var typeProperties: [String] {
        section.string("type").flatMap { declared[$0]?.properties } ?? []
    }

    /// Those of them that the pattern captures.
    func properties(of rule: PatternRule) -> [String] {
        typeProperties.filter { rule.pattern.groupNames[$0] != nil }
    }

    mutating func status() -> String {
        choice("status", Self.statuses.map { ($0, $0) }) ?? "asserted"
    }

    mutating func confidence() -> Double {
        let confidence = section.number("confidence") ?? 0.8
        if !(0...1).contains(confidence) { diagnostics.append(outOfRange("confidence")) }
        return confidence
    }

    mutating func classes() -> [MentionClass] {
        (section.strings("classes") ?? []).compactMap { name in
            let found = MentionClass.allCases.first { $0.name == name }
            if found == nil { diagnostics.append(notAChoice("classes", name, Self.classNames)) }
            return found
        }
    }

    mutating func antecedent() -> ReferencePattern.Antecedent {
        choice("antecedent", ReferencePattern.Antecedent.allCases.map { ($0.rawValue, $0) })
            ?? .subject
    }

    func isPart() -> Bool { section.boolean("part") ?? false }

    func reach() -> Int { section.integer("reach") ?? 2 }

    func types() -> [String] { section.strings("types") ?? [] }

    mutating func position() -> CircumstancePattern.Position {
        choice("position", CircumstancePattern.Position.allCases.map { ($0.rawValue, $0) })
            ?? .after
    }

    private mutating func choice<T>(_ key: String, _ choices: [(String, T)]) -> T? {
        guard let name = section.string(key) else { return nil }
        if let found = choices.first(where: { $0.0 == name }) { return found.1 }
        diagnostics.append(notAChoice(key, name, choices.map(\.0)))
        return nil
    }

    private static let statuses = [
        "asserted", "planned", "possible", "refused", "failed", "negated",
    ]
    private static let classNames = MentionClass.allCases.map(\.name)
}

extension RuleReader {
    private func missing(_ key: String) -> Diagnostic {
        Diagnostic(
            .error, code: "MissingKey", "[[\(section.name)]] lacks '\(key)'", at: section.span(nil))
    }

    private func duplicate(_ id: String) -> Diagnostic {
        Diagnostic(
            .error, code: "DuplicateId", "another [[\(section.name)]] has the id '\(id)'",
            at: section.span("id"), help: "ids tell which pattern found a claim: give it its own")
    }

    private func badReference(_ fault: FragmentExpander.Fault) -> Diagnostic {
        Diagnostic(
            .error, code: "UnknownFragment", fault.message, at: section.span("pattern"),
            help: fault.help)
    }

    /// The offset is of the expanded pattern; it is told by what stands before it there.
    private func badPattern(_ fault: PatternFault, _ source: String) -> Diagnostic {
        var notes: [Diagnostic.Note] = []
        if let expanded = try? expander.expand(source) {
            let before = Array(expanded.utf8.prefix(fault.offset).suffix(40))
            notes.append(.init("behind '…\(String(decoding: before, as: UTF8.self))'"))
        }
        return Diagnostic(
            .error, code: "InvalidPattern", fault.message, at: section.span("pattern"),
            notes: notes)
    }

    private func unknownType(_ name: String) -> Diagnostic {
        let known = RelationType.standard + declared.keys.sorted()
        return Diagnostic(
            .error, code: "UnknownType", "there is no type '\(name)'", at: section.span("type"),
            help: Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
                ?? "declare it: [[type]] with name = \"\(name)\"; there are "
                + known.joined(separator: ", "))
    }

    private func unknownGroup(_ group: String, _ groups: Set<String>) -> Diagnostic {
        Diagnostic(
            .error, code: "UnknownGroup", "[[\(section.name)]] knows no group '\(group)'",
            at: section.span("pattern"),
            help: Suggestion.nearest(to: group, among: groups).map { "did you mean '\($0)'?" }
                ?? "its groups are " + groups.sorted().joined(separator: ", "))
    }

    private func anchorsAndContext() -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidValue", "a pattern has 'anchors' or 'context', not both",
            at: section.span("context"),
            help: "anchors are words of the pattern; context are words anywhere in its sentence")
    }

    private func matchesNothing() -> Diagnostic {
        Diagnostic(
            .error, code: "MatchesEmpty", "the pattern can match nothing at all",
            at: section.span("pattern"), help: "make one of its parts obligatory")
    }

    private func outOfRange(_ key: String) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidValue", "'\(key)' has to lie between 0 and 1",
            at: section.span(key))
    }

    private func notAChoice(_ key: String, _ name: String, _ choices: [String]) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidValue", "'\(name)' is no \(key)", at: section.span(key),
            help: Suggestion.nearest(to: name, among: choices).map { "did you mean '\($0)'?" }
                ?? "one of " + choices.joined(separator: ", "))
    }
}
