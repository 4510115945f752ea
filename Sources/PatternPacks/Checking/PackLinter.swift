import Diagnostics

/// What is no fault of a pack and yet hardly meant: it can be told without reading any text.
public struct PackLinter {
    private let loaded: LoadedPack
    private let definitions: [String: [PlacedDefinition]]
    /// Lists that the program itself asks for by name.
    private static let readByProgram: Set<String> = [
        "abbreviation", "name_suffix", "name_particle",
    ]
    private static let mostNamed = 5

    private init(_ loaded: LoadedPack) {
        self.loaded = loaded
        definitions = Dictionary(
            grouping: loaded.definitions + loaded.usedDefinitions, by: \.name)
    }

    /// Relations without example, anchors that a pattern cannot hold, definitions that nothing uses.
    public static func findings(in loaded: LoadedPack) -> [LoadedPack.Finding] {
        let linter = PackLinter(loaded)
        return linter.withoutExample() + linter.idleAnchors() + linter.unused()
    }

    private func withoutExample() -> [LoadedPack.Finding] {
        loaded.rules.filter { $0.kind == .relation && $0.rule.examples.isEmpty }.map {
            .init(source: $0.source, diagnostic: Self.noExample($0))
        }
    }

    private func idleAnchors() -> [LoadedPack.Finding] {
        var vocabularies: [String: PatternVocabulary] = [:]
        return loaded.rules.compactMap { placed in
            if placed.anchors.isEmpty { return nil }
            var words = PatternVocabulary()
            for name in collect(placed.written, into: &words) {
                if vocabularies[name] == nil { vocabularies[name] = vocabulary(of: name) }
                words.formUnion(vocabularies[name] ?? PatternVocabulary())
            }
            let idle = Set(placed.rule.anchors).filter { !words.canSpell($0) }.sorted()
            if idle.isEmpty { return nil }
            let named = idle.prefix(Self.mostNamed).map { "'\($0)'" }.joined(separator: ", ")
            let more = idle.count - min(idle.count, Self.mostNamed)
            return .init(
                source: placed.source,
                diagnostic: Self.idleAnchor(placed, named + (more > 0 ? " and \(more) more" : "")))
        }
    }

    /// Adds the text of a pattern, and gives the names of all that it uses, at any depth.
    private func collect(_ pattern: String, into words: inout PatternVocabulary) -> Set<String> {
        words.add(expression: Self.text(of: pattern))
        return closure(of: Self.references(in: pattern))
    }

    private func vocabulary(of name: String) -> PatternVocabulary {
        var words = PatternVocabulary()
        for definition in definitions[name] ?? [] {
            for text in definition.texts {
                if definition.kind == .words {
                    words.add(words: text)
                } else {
                    words.add(expression: Self.text(of: text))
                }
            }
        }
        return words
    }

    private func unused() -> [LoadedPack.Finding] {
        let direct = loaded.rules.flatMap {
            Self.references(in: $0.written) + $0.anchors + $0.context
        }
        let used = closure(of: direct).union(Self.readByProgram)
        var told: Set<String> = []
        return loaded.definitions.compactMap { definition in
            guard !used.contains(definition.name), told.insert(definition.name).inserted else {
                return nil
            }
            return .init(source: definition.source, diagnostic: Self.idle(definition))
        }
    }

    private func closure(of names: [String]) -> Set<String> {
        var found: Set<String> = []
        var open = names
        while let name = open.popLast() {
            guard found.insert(name).inserted else { continue }
            for definition in definitions[name] ?? [] where definition.kind == .fragment {
                open += definition.texts.flatMap(Self.references)
            }
        }
        return found
    }

    private static func references(in pattern: String) -> [String] {
        FragmentExpander.pieces(of: pattern).compactMap { piece in
            switch piece {
            case .text: nil
            case .reference(let name, _): name
            }
        }
    }

    private static func text(of pattern: String) -> String {
        FragmentExpander.pieces(of: pattern).map { piece in
            switch piece {
            case .text(let text): String(text)
            case .reference: " "
            }
        }.joined()
    }
}

extension PackLinter {
    private static func noExample(_ placed: PlacedRule) -> Diagnostic {
        Diagnostic(
            .warning, code: "NoExample", "'\(placed.rule.id)' has no example",
            at: placed.span(nil),
            help: "add a sentence that it has to find: example = \"…\"")
    }

    private static func idleAnchor(_ placed: PlacedRule, _ words: String) -> Diagnostic {
        Diagnostic(
            .warning, code: "IdleAnchor",
            "the pattern of '\(placed.rule.id)' does not hold the anchors \(words)",
            at: placed.span("anchors"),
            help: "an anchor is a word of the pattern itself; drop those that it cannot match")
    }

    private static func idle(_ definition: PlacedDefinition) -> Diagnostic {
        let what = definition.kind == .fragment ? "fragment" : "word list"
        return Diagnostic(
            .warning, code: "UnusedDefinition",
            "no pattern uses the \(what) '\(definition.name)'", at: definition.span,
            help: "use it as {\(definition.name)}, or delete it")
    }
}
