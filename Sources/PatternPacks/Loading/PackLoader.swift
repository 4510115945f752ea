import Diagnostics
import TextMatching

/// What loading a pack gave: the pack, where it has no fault, and what was found wrong.
public struct LoadedPack: Sendable {
    /// A fault or warning with the file that it stands in.
    public struct Finding: Sendable {
        public var source: SourceText
        public var diagnostic: Diagnostic

        public init(source: SourceText, diagnostic: Diagnostic) {
            self.source = source
            self.diagnostic = diagnostic
        }

        /// As shown to people, with place, line and caret.
        public var text: String { DiagnosticRenderer().render(diagnostic, in: source) }
    }

    public var pack: Pack
    public var findings: [Finding]
    /// Every pattern with its place in the files, in their order.
    public var rules: [PlacedRule]
    /// Every fragment and word list with its place.
    public var definitions: [PlacedDefinition]
    public var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }
}

/// Reads the files of one pack: TOML files of patterns, TSV files of names.
///
/// All `.toml` files are one: fragments and word lists of any are usable in every one. Of patterns
/// with equal priority that of the earlier file, then the earlier in its file, comes first; files
/// are taken in the order of their paths.
public struct PackLoader {
    private var pack = Pack()
    private var findings: [LoadedPack.Finding] = []
    private var fragments: [String: String] = [:]
    private var rules: [PlacedRule] = []
    private var definitions: [PlacedDefinition] = []

    private init() {}

    /// Loads a pack; every fault that can be found in one go is found.
    public static func load(_ files: [PackFile]) -> LoadedPack {
        var loader = PackLoader()
        loader.read(files.sorted { $0.path < $1.path })
        return LoadedPack(
            pack: loader.pack, findings: loader.findings, rules: loader.rules,
            definitions: loader.definitions)
    }

    private mutating func read(_ files: [PackFile]) {
        var documents: [PackDocument] = []
        for file in files where file.isPatterns {
            let source = SourceText(name: file.path, bytes: file.bytes)
            switch PackDocument.parse(source) {
            case .success(let document): documents.append(document)
            case .failure(let fault): report(fault.diagnostic, source)
            }
        }
        for document in documents { readPlainSections(document) }
        let expander = FragmentExpander(fragments: fragments, words: pack.words)
        for document in documents { readPatterns(document, expander) }
        for file in files where file.isGazetteer {
            let source = SourceText(name: file.path, bytes: file.bytes)
            let read = GazetteerReader.read(source)
            pack.gazetteer += read.entries
            for diagnostic in read.diagnostics { report(diagnostic, source) }
        }
        if documents.isEmpty && pack.gazetteer.isEmpty && findings.isEmpty {
            let place = files.first?.path ?? "pack"
            report(Self.emptyPack(), SourceText(name: place, ""))
        }
        pack.phrases.sort { $0.rule.priority > $1.rule.priority }
        pack.relations.sort { $0.rule.priority > $1.rule.priority }
        pack.cues.sort { $0.rule.priority > $1.rule.priority }
    }

    private mutating func report(_ diagnostic: Diagnostic, _ source: SourceText) {
        findings.append(LoadedPack.Finding(source: source, diagnostic: diagnostic))
    }

    private mutating func readPlainSections(_ document: PackDocument) {
        for diagnostic in document.unknownSections() { report(diagnostic, document.source) }
        if let section = document.table("pack") {
            pack.name = section.string("name") ?? pack.name
            pack.about = section.string("about") ?? pack.about
            finish(section, document)
        }
        if let section = document.table("define") {
            let read = section.allStrings()
            fragments.merge(read) { first, _ in first }
            define(read.mapValues { [$0] }, .fragment, document)
            finish(section, document)
        }
        if let section = document.table("words") {
            let read = section.allStringLists()
            pack.words.merge(read) { $0 + $1 }
            define(read, .words, document)
            finish(section, document)
        }
        if let section = document.table("scales") {
            pack.scales.merge(section.allNumbers()) { first, _ in first }
            finish(section, document)
        }
        if let section = document.table("currencies") {
            pack.currencies.merge(section.allStrings()) { first, _ in first }
            finish(section, document)
        }
    }

    private mutating func define(
        _ read: [String: [String]], _ kind: PlacedDefinition.Kind, _ document: PackDocument
    ) {
        for (name, texts) in read.sorted(by: { $0.key < $1.key }) {
            definitions.append(
                PlacedDefinition(kind: kind, name: name, texts: texts, source: document.source))
        }
    }

    private mutating func finish(_ section: PackSection, _ document: PackDocument) {
        for diagnostic in section.finish() { report(diagnostic, document.source) }
    }

    private mutating func readPatterns(_ document: PackDocument, _ expander: FragmentExpander) {
        for kind in PatternKind.allCases {
            for section in document.tables(kind.rawValue) {
                var reader = RuleReader(section: section, expander: expander, words: pack.words)
                let rule = reader.rule(kind)
                if let rule {
                    add(kind, rule, &reader)
                    rules.append(
                        PlacedRule(
                            rule: rule, kind: kind, number: section.number ?? 0,
                            written: section.string("pattern") ?? "",
                            anchors: section.strings("anchors") ?? [], source: document.source))
                }
                for diagnostic in reader.diagnostics { report(diagnostic, document.source) }
                // Of a faulty pattern not every key was asked for.
                if rule != nil { finish(section, document) }
            }
        }
    }

    private mutating func add(_ kind: PatternKind, _ rule: PatternRule, _ reader: inout RuleReader)
    {
        if !reader.isNew(rule.id, among: ids(of: kind)) { return }
        switch kind {
        case .name:
            pack.names.append(NamePattern(rule: rule, mentionClass: reader.mentionClass()))
        case .phrase:
            pack.phrases.append(
                PhrasePattern(
                    rule: rule, result: reader.phraseResult(), isPart: reader.isPart()))
        case .relation:
            pack.relations.append(
                RelationPattern(
                    rule: rule, type: reader.relationType(), status: reader.status(),
                    confidence: reader.confidence()))
        case .cue:
            pack.cues.append(
                CuePattern(rule: rule, status: reader.status(), scope: reader.cueScope()))
        case .speaker: pack.speakers.append(SpeakerPattern(rule: rule))
        case .reference:
            pack.references.append(
                ReferencePattern(
                    rule: rule, classes: reader.classes(), antecedent: reader.antecedent(),
                    reach: reader.reach()))
        case .discard:
            pack.discards.append(DiscardPattern(rule: rule, types: reader.types()))
        }
    }

    private func ids(of kind: PatternKind) -> [String] {
        switch kind {
        case .name: pack.names.map(\.rule.id)
        case .phrase: pack.phrases.map(\.rule.id)
        case .relation: pack.relations.map(\.rule.id)
        case .cue: pack.cues.map(\.rule.id)
        case .speaker: pack.speakers.map(\.rule.id)
        case .reference: pack.references.map(\.rule.id)
        case .discard: pack.discards.map(\.rule.id)
        }
    }

    private static func emptyPack() -> Diagnostic {
        Diagnostic(
            .error, code: "EmptyPack", "the pack holds neither patterns nor names",
            help: "a pack is a folder with .toml files of patterns and .tsv files of names")
    }
}

/// The kinds of patterns, by the names of their sections.
public enum PatternKind: String, CaseIterable, Hashable, Sendable {
    case name, phrase, relation, cue, speaker, reference, discard

    /// Groups that a pattern of the kind may name.
    var groups: Set<String> {
        switch self {
        case .name: ["name", "acronym"]
        case .phrase: ["head", "source", "target", "role", "speaker", "member"]
        case .relation:
            [
                "source", "target", "parties", "what", "addressee", "amount", "purpose", "place",
                "date", "role", "trigger", "vg",
            ]
        case .cue, .discard: []
        case .speaker: ["speaker", "content"]
        case .reference: ["mention"]
        }
    }
}
