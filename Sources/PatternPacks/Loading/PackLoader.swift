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
    /// Those of the packs that it uses.
    var usedDefinitions: [PlacedDefinition] = []
    /// The field of each type that it or a pack that it uses declares.
    var fields: [String: RelationField] = [:]
    /// Declared types by name, its own and those of the packs that it uses.
    var types: [String: RelationType] = [:]
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
    /// The packs that this one can use, by name.
    private let library: [String: LoadedPack]
    /// Names of all packs that there are, for what is misspelt.
    private let known: [String]
    private var fields: [String: RelationField] = [:]
    private var types: [String: RelationType] = [:]

    private init(_ library: [String: LoadedPack], _ known: [String]) {
        self.library = library
        self.known = known
    }

    /// Loads a pack; every fault that can be found in one go is found.
    ///
    /// - Parameters:
    ///   - library: the packs that it uses, by name.
    ///   - known: names that it could use.
    public static func load(
        _ files: [PackFile], using library: [String: LoadedPack] = [:], known: [String] = []
    ) -> LoadedPack {
        var loader = PackLoader(library, known)
        loader.read(files.sorted { $0.path < $1.path })
        let used = loader.usedPacks
        return LoadedPack(
            pack: loader.pack, findings: loader.findings, rules: loader.rules,
            definitions: loader.definitions,
            usedDefinitions: used.flatMap { $0.definitions + $0.usedDefinitions },
            fields: loader.fields, types: loader.types)
    }

    /// What a pack calls itself; nil where it has no name or cannot be read.
    public static func name(of files: [PackFile]) -> String? {
        head(of: files).lazy.compactMap { $0.string("name") }.first
    }

    static func uses(of files: [PackFile]) -> [String] {
        head(of: files).flatMap { $0.strings("uses") ?? [] }
    }

    private static func head(of files: [PackFile]) -> [PackSection] {
        files.filter(\.isPatterns).sorted { $0.path < $1.path }.compactMap { file in
            let parsed = PackDocument.parse(SourceText(name: file.path, bytes: file.bytes))
            return try? parsed.get().table("pack")
        }
    }

    private var usedPacks: [LoadedPack] { pack.uses.compactMap { library[$0] } }

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
        for document in documents { readTypes(document) }
        var fragments = fragments
        var words = pack.words
        // A pack's own definition hides that of a pack that it uses.
        for definition in usedPacks.flatMap({ $0.definitions + $0.usedDefinitions }) {
            switch definition.kind {
            case .fragment where fragments[definition.name] == nil:
                fragments[definition.name] = definition.texts.joined()
            case .words where words[definition.name] == nil:
                words[definition.name] = definition.texts
            case .fragment, .words: break
            }
        }
        let expander = FragmentExpander(fragments: fragments, words: words)
        for document in documents { readPatterns(document, expander, words) }
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
            let uses = section.strings("uses") ?? []
            pack.uses += uses
            for name in uses where library[name] == nil {
                report(unknownPack(name, section), document.source)
            }
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
        if let section = document.table("offices") {
            pack.offices.merge(section.allStrings()) { first, _ in first }
            finish(section, document)
        }
        if let section = document.table("currencies") {
            pack.currencies.merge(section.allStrings()) { first, _ in first }
            finish(section, document)
        }
        if let section = document.table("dates") {
            for (word, meaning) in section.allStrings().sorted(by: { $0.key < $1.key }) {
                if let read = DateWord(meaning) {
                    pack.dateWords[word.lowercased()] = read
                } else {
                    report(Self.badDateWord(meaning, section.span(word)), document.source)
                }
            }
            finish(section, document)
        }
    }

    /// The types that the pack declares, beside those of the packs that it uses.
    private mutating func readTypes(_ document: PackDocument) {
        for used in usedPacks {
            fields.merge(used.fields) { first, _ in first }
            types.merge(used.types) { first, _ in first }
        }
        for section in document.tables("type") {
            var reader = TypeReader(section: section)
            if let type = reader.type(among: Array(types.keys)) {
                pack.types.append(type)
                types[type.name] = type
                fields[type.name] = RelationField(pack: pack.name)
                finish(section, document)
            }
            for diagnostic in reader.diagnostics { report(diagnostic, document.source) }
        }
    }

    /// The fields that the pack's cues decide and its anti-patterns guard: that of its own types; of
    /// a pack without such, the standard one and those of the packs that it uses.
    private var ownFields: Set<RelationField> {
        if !pack.types.isEmpty { return [RelationField(pack: pack.name)] }
        return Set(fields.values).union([.standard])
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

    private mutating func readPatterns(
        _ document: PackDocument, _ expander: FragmentExpander, _ words: [String: [String]]
    ) {
        for kind in PatternKind.allCases {
            for section in document.tables(kind.rawValue) {
                var reader = RuleReader(
                    section: section, expander: expander, words: words, types: types)
                let rule = reader.rule(kind)
                if let rule {
                    add(kind, rule, &reader)
                    rules.append(
                        PlacedRule(
                            rule: rule, kind: kind, number: section.number ?? 0,
                            written: section.string("pattern") ?? "",
                            anchors: section.strings("anchors") ?? [],
                            context: section.strings("context") ?? [], source: document.source))
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
            let type = reader.relationType()
            pack.relations.append(
                RelationPattern(
                    rule: rule, type: type,
                    fields: type.map { [fields[$0] ?? .standard] } ?? ownFields,
                    properties: reader.properties(of: rule), status: reader.status(),
                    confidence: reader.confidence()))
        case .cue:
            pack.cues.append(
                CuePattern(
                    rule: rule, status: reader.status(), scope: reader.cueScope(),
                    fields: ownFields))
        case .speaker: pack.speakers.append(SpeakerPattern(rule: rule))
        case .reference:
            pack.references.append(
                ReferencePattern(
                    rule: rule, classes: reader.classes(), antecedent: reader.antecedent(),
                    reach: reader.reach()))
        case .discard:
            pack.discards.append(DiscardPattern(rule: rule, types: reader.types()))
        case .circumstance:
            pack.circumstances.append(
                CircumstancePattern(
                    rule: rule, types: reader.types(), position: reader.position()))
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
        case .circumstance: pack.circumstances.map(\.rule.id)
        }
    }

    private func unknownPack(_ name: String, _ section: PackSection) -> Diagnostic {
        Diagnostic(
            .error, code: "UnknownPack", "there is no pack '\(name)' to use",
            at: section.span("uses"),
            help: Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
                ?? (known.isEmpty ? "" : "there are " + known.sorted().joined(separator: ", ")))
    }

    private static func badDateWord(_ meaning: String, _ span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidValue", "'\(meaning)' is nothing that a word of a date can mean",
            at: span,
            help:
                "write \"month 3\", \"weekday 1\" (Monday), \"day -1\", \"unit week\", \"season 6\", "
                + "\"count 2\", \"shift -1\", \"span -1\", \"until -1\", \"part early\", \"ago\" or "
                + "\"nothing\"")
    }

    private static func emptyPack() -> Diagnostic {
        Diagnostic(
            .error, code: "EmptyPack", "the pack holds neither patterns nor names",
            help: "a pack is a folder with .toml files of patterns and .tsv files of names")
    }
}

/// The kinds of patterns, by the names of their sections.
public enum PatternKind: String, CaseIterable, Hashable, Sendable {
    case name, phrase, relation, cue, speaker, reference, discard, circumstance

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
        case .circumstance: ["date", "place", "amount"]
        case .speaker: ["speaker", "content"]
        case .reference: ["mention"]
        }
    }
}
