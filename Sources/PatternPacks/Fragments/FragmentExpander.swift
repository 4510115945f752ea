import Diagnostics

/// Writes out the references of a pattern: `{actor}`, `{source:actor}`, `{meet_verb}`.
///
/// Textually, not by PCRE2's own subroutines, which are twice as slow. A reference begins with a
/// letter after its brace, so that quantifiers like `{1,3}` and escapes like `\x{E001}` stay.
struct FragmentExpander {
    /// What is wrong with a reference: to be told at the pattern that holds it.
    struct Fault: Error {
        var message: String
        var help: String?
    }

    private let fragments: [String: String]
    private let words: [String: [String]]

    init(fragments: [String: String], words: [String: [String]]) {
        self.fragments = fragments
        self.words = words
    }

    /// Names that a pattern can use.
    var names: [String] {
        Array(fragments.keys) + words.keys + MentionClass.sets.keys
            + MentionClass.allCases.map(\.name) + ["no_mention"]
    }

    func expand(_ pattern: String) throws(Fault) -> String { try expand(pattern, within: []) }

    private func expand(_ pattern: String, within open: [String]) throws(Fault) -> String {
        var result = ""
        for piece in Self.pieces(of: pattern) {
            switch piece {
            case .text(let text): result += text
            case .reference(let name, let capture):
                let body = try body(of: name, within: open)
                result += capture.map { "(?<\($0)>\(body))" } ?? body
            }
        }
        return result
    }

    /// A part of a pattern as written.
    enum Piece {
        case text(Substring)
        case reference(name: String, capture: String?)
    }

    static func pieces(of pattern: String) -> [Piece] {
        var pieces: [Piece] = []
        var start = pattern.startIndex
        var rest = pattern[...]
        while let brace = rest.firstIndex(of: "{") {
            let after = pattern[pattern.index(after: brace)...]
            rest = after
            guard let first = after.first, first.isASCII, first.isLetter || first == "_",
                !isEscape(pattern[..<brace]), let end = after.firstIndex(of: "}")
            else { continue }
            pieces.append(.text(pattern[start..<brace]))
            let parts = after[..<end].split(separator: ":", maxSplits: 1).map(String.init)
            if let name = parts.last {
                pieces.append(.reference(name: name, capture: parts.count == 2 ? parts[0] : nil))
            }
            start = pattern.index(after: end)
            rest = pattern[start...]
        }
        return pieces + [.text(pattern[start...])]
    }

    private static func isEscape(_ before: Substring) -> Bool {
        ["\\x", "\\p", "\\P", "\\o", "\\N", "\\g", "\\k"].contains { before.hasSuffix($0) }
    }

    private func body(of name: String, within open: [String]) throws(Fault) -> String {
        if open.contains(name) { throw Self.circular(name, open) }
        if let fragment = fragments[name] {
            return "(?:\(try expand(fragment, within: open + [name])))"
        }
        if let list = words[name] { return "(?:\(WordAlternation.expression(of: list)))\\b" }
        if let classes = MentionClass.sets[name] { return MentionClass.expression(classes) }
        if let one = MentionClass.allCases.first(where: { $0.name == name }) {
            return MentionClass.expression([one])
        }
        if name == "no_mention" { return "[^\(MentionClass.anyCharacters)]" }
        throw unknown(name)
    }

    private static func circular(_ name: String, _ open: [String]) -> Fault {
        Fault(
            message: "the fragment '{\(name)}' refers to itself",
            help: "the way around: " + (open + [name]).joined(separator: " → "))
    }

    private func unknown(_ name: String) -> Fault {
        let near = Suggestion.nearest(to: name, among: names)
        return Fault(
            message: "there is no fragment, word list or class '{\(name)}'",
            help: near.map { "did you mean '{\($0)}'?" })
    }
}
