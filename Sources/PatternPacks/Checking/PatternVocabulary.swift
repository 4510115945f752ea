/// The letters that stand together in patterns and word lists: whether a word can be put together
/// of them. Lenient: "demanded" is taken to be in `demand(?:s|ed)?`, and so would be "demandeds".
struct PatternVocabulary {
    private var runs: Set<String> = []
    private var longest = 0

    mutating func formUnion(_ other: PatternVocabulary) {
        runs.formUnion(other.runs)
        longest = max(longest, other.longest)
    }

    mutating func add(words: String) {
        for run in Self.split(words) { insert(run) }
    }

    /// Adds an expression's letters; of what is optional, also what is left without it.
    mutating func add(expression: String) {
        var run = ""
        var isClass = false
        var characters = Array(expression.lowercased())[...]
        while let character = characters.popFirst() {
            if character == "\\" {
                insert(run)
                run = ""
                let escape = characters.popFirst()
                if escape == "x" { characters = characters.dropFirst(2) }
            } else if Self.isPart(character) {
                if isClass { insert(String(character)) } else { run.append(character) }
            } else {
                insert(run)
                if character == "?" || character == "*" { insert(String(run.dropLast())) }
                run = ""
                if character == "[" { isClass = true }
                if character == "]" { isClass = false }
            }
        }
        insert(run)
    }

    func canSpell(_ word: String) -> Bool {
        Self.split(word.lowercased()).allSatisfy { canSpell($0[...]) }
    }

    private func canSpell(_ word: Substring) -> Bool {
        if word.isEmpty || runs.contains(String(word)) { return true }
        var length = min(word.count - 1, longest)
        while length > 0 {
            if runs.contains(String(word.prefix(length))), canSpell(word.dropFirst(length)) {
                return true
            }
            length -= 1
        }
        return false
    }

    private mutating func insert(_ run: String) {
        if run.isEmpty { return }
        runs.insert(run)
        longest = max(longest, run.count)
    }

    private static func split(_ text: String) -> [String] {
        text.lowercased().split { !isPart($0) }.map(String.init)
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }
}
