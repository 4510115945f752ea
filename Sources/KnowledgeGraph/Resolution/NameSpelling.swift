import Extraction
import Foundation

/// How a name reads once what transcriptions do differently is left out: accents, hyphens, the
/// Arabic article, endings of Slavic names. Two spellings of one name read alike.
struct NameSpelling: Hashable {
    /// Letters and digits alone.
    var key: String
    /// Middle initials, in their order: "w" of George W. Bush. They are no part of the key.
    var initials: String

    init(_ name: String, _ family: EntityFamily) {
        var words = Self.words(name)
        if words.first == "the" { words.removeFirst() }
        guard family == .person else {
            key = words.map { Self.americanWords[$0] ?? $0 }.joined()
            initials = ""
            return
        }
        words = Self.withoutArticles(words)
        let inner = words.indices.dropFirst().dropLast().filter { words[$0].count == 1 }
        initials = inner.map { words[$0] }.joined()
        key = words.indices.filter { !inner.contains($0) }
            .map { Self.transcription(words[$0]) }.joined()
    }

    /// Small letters without accents; a hyphen parts words, an apostrophe does not.
    private static func words(_ name: String) -> [String] {
        var words = [""]
        for scalar in name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case " ", "-", "\u{2010}", "\u{2011}", "\u{2013}", ".": words.append("")
            case "'", "\u{2019}", "\u{2018}", "\u{2BC}", "\u{2BE}", "\u{2BF}", "`": continue
            default:
                if scalar.properties.generalCategory == .nonspacingMark { continue }
                words[words.count - 1] += letters[scalar] ?? String(scalar)
            }
        }
        return words.filter { !$0.isEmpty }
    }

    /// Letters that are no other with an accent.
    private static let letters: [Unicode.Scalar: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
        "ı": "i", "ə": "e",
    ]

    private static let americanWords = [
        "organisation": "organization", "programme": "program", "centre": "center",
        "defence": "defense", "labour": "labor", "organisations": "organizations",
        "programmes": "programs", "centres": "centers",
    ]

    /// "Bashar al-Assad" is "Bashar Assad" to others; "Abd al-Rahman" is "Abdul Rahman".
    private static func withoutArticles(_ words: [String]) -> [String] {
        let articles: Set = ["al", "el", "ul", "ad", "ar", "as", "ash", "at", "az"]
        let kept = words.enumerated().filter { place, word in
            !(articles.contains(word) && place < words.count - 1)
        }.map(\.element)
        return kept.map { ["abdul", "abdel", "abdal", "abdol"].contains($0) ? "abd" : $0 }
    }

    private static func transcription(_ word: String) -> String {
        if let known = givenNames[word] { return known }
        var word = word.replacing("y", with: "i").replacing("j", with: "i")
            .replacing("ou", with: "u").replacing("x", with: "ks").replacing("w", with: "v")
        if word.hasPrefix("ie") { word.removeFirst() }
        var result = ""
        for letter in word where letter != result.last { result.append(letter) }
        return result
    }

    /// Given names of which news know many spellings.
    private static let givenNames: [String: String] = {
        let groups = [
            ["mohamed", "mohammed", "mohammad", "mohamad", "muhammad", "muhammed", "muhamed"],
            ["ahmed", "ahmad", "akhmed"],
            ["yusuf", "yousef", "youssef", "yusef", "yousuf", "yousif"],
            ["hussein", "husain", "hussain", "husayn", "husein", "hossein"],
            ["khalid", "khaled"], ["omar", "umar"], ["osama", "usama"], ["mustafa", "mostafa"],
            ["ibrahim", "ebrahim"], ["hamid", "hameed"], ["rashid", "rasheed"], ["said", "saeed"],
            ["alexander", "aleksandr", "aleksander", "alexandr"], ["sergey", "sergei", "serguei"],
            ["evgeny", "yevgeny", "evgeni", "yevgeni", "evgeniy", "yevgeniy"],
        ]
        var spellings: [String: String] = [:]
        for group in groups { for name in group { spellings[name] = group[0] } }
        return spellings
    }()
}
