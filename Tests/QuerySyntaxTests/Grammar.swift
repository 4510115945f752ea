import Foundation
import SeededRandom

/// `Grammar/Cypher.ebnf`, read, and sentences made from it.
struct Grammar {
    indirect enum Term {
        case terminal(String)
        case production(String)
        case words(String)
        case sequence([Term])
        case choice([Term])
        case optional(Term)
        case repetition(Term)
    }

    /// A heading of the file, and what it names in its order.
    struct Section {
        var title: String
        var productions: [String]
    }

    private(set) var productions: [String: Term] = [:]
    private(set) var sections: [Section] = []
    /// Each production's text between `=` and `;`, with single spaces.
    private(set) var texts: [String: String] = [:]
    /// How many productions lie in each other at least, below each: what a bounded choice goes by.
    private var depths: [String: Int] = [:]

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct Malformed: Error {
        let what: String
    }

    init() throws {
        let file = Self.root.appending(path: "Grammar/Cypher.ebnf")
        let whole = try String(contentsOf: file, encoding: .utf8)
        let text = whole.replacing(/\(\*(?s:.*?)\*\)/, with: "")
        for line in whole.split(separator: "\n") {
            if let title = line.wholeMatch(of: /\(\* ([A-Z][A-Za-z, ]+) \*\)/)?.1 {
                sections.append(Section(title: String(title), productions: []))
            } else if let name = line.firstMatch(of: /^([A-Za-z]+) =/)?.1, !sections.isEmpty {
                sections[sections.count - 1].productions.append(String(name))
            }
        }
        for match in text.matches(of: /(?m)^([A-Za-z]+) = ((?:'[^']+'|\?(?s:.*?)\?|[^;'?])+);/) {
            let name = String(match.1)
            guard texts[name] == nil else { throw Malformed(what: "\(name) stands twice") }
            texts[name] = Self.normal(String(match.2))
            var reader = Reader(text: String(match.2))
            productions[name] = try reader.choice()
        }
        settleDepths()
    }

    static func normal(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Terminals of the productions that are not left out.
    func terminals(without left: Set<String> = []) -> Set<String> {
        Set(productions.filter { !left.contains($0.key) }.flatMap { Self.terminals($0.value) })
    }

    static func terminals(_ term: Term) -> [String] {
        switch term {
        case .terminal(let text): [text]
        case .production, .words: []
        case .sequence(let terms), .choice(let terms): terms.flatMap(terminals)
        case .optional(let inner), .repetition(let inner): terminals(inner)
        }
    }

    static func references(_ term: Term) -> [String] {
        switch term {
        case .production(let name): [name]
        case .terminal, .words: []
        case .sequence(let terms), .choice(let terms): terms.flatMap(references)
        case .optional(let inner), .repetition(let inner): references(inner)
        }
    }

    private mutating func settleDepths() {
        while true {
            var isSettled = true
            for (name, term) in productions where depths[name] == nil {
                guard let depth = depth(of: term) else { continue }
                depths[name] = depth + 1
                isSettled = false
            }
            if isSettled { return }
        }
    }

    /// Nil where a production within has no depth yet.
    func depth(of term: Term) -> Int? {
        switch term {
        case .terminal, .words, .optional, .repetition: return 0
        case .production(let name): return depths[name]
        case .choice(let terms): return terms.compactMap(depth).min()
        case .sequence(let terms):
            let all = terms.map(depth)
            return all.contains(nil) ? nil : all.compactMap(\.self).max()
        }
    }

    /// Reads one right-hand side.
    private struct Reader {
        var rest: [Substring]

        init(text: String) {
            rest = text.matches(of: /'[^']+'|\?(?s:.*?)\?|[A-Za-z]+|[\[\]{}(),|]/).map(\.output)
        }

        mutating func choice() throws -> Term {
            var terms = [try sequence()]
            while rest.first == "|" {
                rest.removeFirst()
                terms.append(try sequence())
            }
            return terms.count == 1 ? terms[0] : .choice(terms)
        }

        mutating func sequence() throws -> Term {
            var terms = [try item()]
            while rest.first == "," {
                rest.removeFirst()
                terms.append(try item())
            }
            return terms.count == 1 ? terms[0] : .sequence(terms)
        }

        mutating func item() throws -> Term {
            guard let word = rest.first else { throw Malformed(what: "an item is missing") }
            rest.removeFirst()
            switch word.first {
            case "'": return .terminal(String(word.dropFirst().dropLast()))
            case "?": return .words(String(word))
            case "[": return .optional(try closed("]"))
            case "{": return .repetition(try closed("}"))
            case "(": return try closed(")")
            case let first? where first.isLetter: return .production(String(word))
            default: throw Malformed(what: "'\(word)' is no item")
            }
        }

        mutating func closed(_ bracket: Substring) throws -> Term {
            let term = try choice()
            guard rest.first == bracket else { throw Malformed(what: "'\(bracket)' is missing") }
            rest.removeFirst()
            return term
        }
    }
}

/// Makes sentences from a grammar, the same ones for the same seed.
struct SentenceMaker {
    let grammar: Grammar
    var random: SplitMix64
    /// Productions in each other beyond which the shortest way to an end is taken.
    let bound: Int
    private(set) var words: [String] = []
    /// Which choices were ever taken, by the word made.
    private(set) var used: Set<String> = []
    /// The productions being made, the outermost first.
    private var open: [String] = []
    /// Within these a bar ends an expression.
    private static let endedByBar: Set = [
        "ListComprehension", "PatternComprehension", "Reduction", "ForEachStatement",
    ]

    init(_ grammar: Grammar, seed: UInt64, bound: Int) {
        self.grammar = grammar
        self.random = SplitMix64(state: seed)
        self.bound = bound
    }

    mutating func sentence(of production: String) -> String {
        words = []
        make(.production(production), within: "", depth: 0)
        return words.joined(separator: " ")
    }

    private mutating func make(_ term: Grammar.Term, within production: String, depth: Int) {
        switch term {
        case .terminal(let text): emit(text, within: production)
        case .words: emit(example(of: production), within: production)
        case .production(let name):
            used.insert(name)
            open.append(name)
            defer { open.removeLast() }
            if let term = grammar.productions[name] { make(term, within: name, depth: depth + 1) }
        case .sequence(let terms):
            for term in terms { make(term, within: production, depth: depth) }
        case .choice(let terms):
            let depths = terms.map { grammar.depth(of: $0) ?? .max }
            let least = depths.min() ?? 0
            let open =
                depth > bound ? terms.indices.filter { depths[$0] == least } : Array(terms.indices)
            make(
                terms[open[Int.random(in: 0..<open.count, using: &random)]], within: production,
                depth: depth)
        case .optional(let inner):
            if depth <= bound, Bool.random(using: &random) {
                make(inner, within: production, depth: depth)
            }
        case .repetition(let inner):
            if ["ValueType", "LabelExpression"].contains(production),
                open.contains(where: Self.endedByBar.contains)
            {
                return
            }
            while depth <= bound, Int.random(in: 0..<4, using: &random) == 0 {
                make(inner, within: production, depth: depth)
            }
        }
    }

    /// Emits a word, but another one where the grammar's note says that the language reads this one
    /// as something else.
    private mutating func emit(_ word: String, within production: String) {
        var word = word
        if words.last == ")", production != "RelationshipPattern" {
            if word == "-" { word = "+" }
            if word == "<" { word = ">" }
        }
        if word == "IN", production == "ListPredicate", words.count > 1,
            ["[", "("].contains(words[words.count - 2])
        {
            word = "CONTAINS"
        }
        // Behind IS a label that is called like a keyword needs back-ticks.
        if production == "Keyword", words.last == "IS" { word = "a" }
        // Within trim these words belong to it.
        if production == "BindingVariable", open.contains("TrimFunction"),
            ["FROM", "BOTH", "LEADING", "TRAILING"].contains(word)
        {
            word = "a"
        }
        words.append(word)
    }

    private mutating func example(of production: String) -> String {
        let examples =
            switch production {
            case "TypeName": ["INTEGER", "STRING", "ANY", "LOCAL DATETIME", "PROPERTY VALUE"]
            case "Integer": ["0", "7", "0x1F", "0o17", "9223372036854775807"]
            case "Float": ["1.5", ".5", "1e20", "2.5E-3"]
            case "String": ["'it\\'s'", "\"a\\n\"", "''", "'東京'"]
            case "DynamicParameterSpecification": ["$p", "$0", "$`a b`"]
            default: ["a", "b1", "größe", "`x y`", "`match`", "_"]
            }
        return examples.randomElement(using: &random) ?? ""
    }
}
