import PatternPacks

/// The shorter forms by which news call a person again: "Umerov" for Rustem Umerov, "van den Berg"
/// and "Berg" for Pieter van den Berg, "Zhao" for Zhao Minghua, "García" for José García Moreno.
struct PersonNameForms {
    /// Words that end no name though they are written large: "Jr", "II".
    private let suffixes: Set<String>
    /// Small words within surnames: "van", "bin", "de la".
    private let particles: Set<String>
    /// Surnames of languages in which they come first.
    private let leading: Set<String>
    /// Surnames of languages in which a second one follows.
    private let doubled: Set<String>

    init(_ packs: [Pack]) {
        suffixes = Set(packs.flatMap { $0.words("name_suffix") })
        particles = Set(packs.flatMap { $0.words("name_particle") })
        leading = Set(packs.flatMap { $0.words("leading_surname") })
        doubled = Set(packs.flatMap { $0.words("doubled_surname") })
    }

    /// None of a name that is a surname by itself.
    func shortForms(of name: String) -> [String] {
        var words = name.split(separator: " ").map(String.init)
        while words.count > 1, let last = words.last, suffixes.contains(last) { words.removeLast() }
        guard words.count > 1, let last = words.last else { return [] }
        var start = words.count - 1
        while start > 0, isParticle(words[start - 1]) { start -= 1 }
        // "van der Meulen", "al-Hadari" without what comes before: no more than a surname.
        guard start > 0 else { return [] }
        var forms = [words[start...].joined(separator: " ")]
        if forms[0] != last { forms.append(last) }
        if let first = words.first, leading.contains(first), !forms.contains(first) {
            forms.append(first)
        }
        if start > 1, doubled.contains(words[start - 1]), !forms.contains(words[start - 1]) {
            forms.append(words[start - 1])
        }
        return forms
    }

    private func isParticle(_ word: String) -> Bool {
        particles.contains(word.lowercased())
    }
}
