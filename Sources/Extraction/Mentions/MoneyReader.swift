import PatternPacks

/// Reads the number and the currency of an amount: "$106 billion", "5.1 million euros", "€45m".
///
/// Of a range the number is its lower end, which is surely meant; what is vague ("tens of millions")
/// has none.
struct MoneyReader {
    private let scales: [String: Double]
    /// The longest first, so that "US$" comes before "$".
    private let currencies: [(words: String, isWord: Bool, code: String)]

    init(_ packs: [Pack]) {
        scales = packs.reduce(into: [:]) { $0.merge($1.scales) { first, _ in first } }
        let all = packs.reduce(into: [:]) { $0.merge($1.currencies) { first, _ in first } }
        currencies = all.sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }.map {
            let words = $0.key.lowercased()
            let isWord = words.allSatisfy { $0.isLetter || $0 == "." || $0 == " " }
            return (words: words, isWord: isWord, code: $0.value)
        }
    }

    func read(_ words: String) -> (number: Double?, currency: String?) {
        let text = words.lowercased()
        let words = " " + text.map { $0.isLetter || $0 == "." ? String($0) : " " }.joined() + " "
        let currency = currencies.first { entry in
            entry.isWord
                ? Self.hasWord(entry.words, in: text, words) : text.contains(entry.words)
        }
        return (number(text), currency?.code)
    }

    private func number(_ text: String) -> Double? {
        guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else {
            return spelledNumber(text)
        }
        let digits = text[start...].prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
        let rest = text[digits.endIndex...]
        return Self.plainNumber(digits).map { $0 * scale(rest) }
    }

    /// Commas part thousands; one that does not is a decimal comma.
    private static func plainNumber(_ digits: Substring) -> Double? {
        var plain = digits
        while plain.last == "." || plain.last == "," { plain.removeLast() }
        let groups = plain.split(separator: ",", omittingEmptySubsequences: false)
        let isDecimal =
            groups.count == 2 && !plain.contains(".") && (1...2).contains(groups[1].count)
        return Double(isDecimal ? groups.joined(separator: ".") : groups.joined())
    }

    /// "half a million", "one billion", "a million".
    private func spelledNumber(_ text: String) -> Double? {
        let scale = scale(text[...])
        let words = text.split { !$0.isLetter }.map(String.init)
        guard scale > 1, !words.contains(where: Self.vague.contains) else { return nil }
        let value = words.lazy.compactMap { Self.spelled[$0] }.first ?? 1
        return (words.contains("half") ? 0.5 : value) * scale
    }

    private func scale(_ text: Substring) -> Double {
        // "hundred million", "lakh crore": those that stand side by side, multiplied.
        let words = text.split { !$0.isLetter }
        guard let first = words.firstIndex(where: { scales[String($0)] != nil }) else { return 1 }
        return words[first...].prefix { scales[String($0)] != nil }
            .reduce(1) { $0 * (scales[String($1)] ?? 1) }
    }

    /// - Parameter words: the text with all but letters and points as spaces.
    private static func hasWord(_ wanted: String, in text: String, _ words: String) -> Bool {
        guard words.contains(wanted) else { return false }
        return words.contains(" \(wanted) ") || words.contains(" \(wanted)s ")
            || text.hasPrefix(wanted) && text.dropFirst(wanted.count).first?.isNumber == true
    }

    private static let vague: Set<String> = [
        "dozens", "few", "hundreds", "many", "millions", "billions", "several", "tens", "thousands",
        "trillions",
    ]

    private static let spelled: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
}
