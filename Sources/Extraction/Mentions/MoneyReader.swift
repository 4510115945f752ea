import PatternPacks

/// Reads the number and the currency of an amount: "$106 billion", "5.1 million euros", "€45m".
struct MoneyReader {
    private let scales: [String: Double]
    /// The longest first, so that "US$" comes before "$".
    private let currencies: [(words: String, code: String)]

    init(_ packs: [Pack]) {
        scales = packs.reduce(into: [:]) { $0.merge($1.scales) { first, _ in first } }
        let all = packs.reduce(into: [:]) { $0.merge($1.currencies) { first, _ in first } }
        currencies = all.map { (words: $0.key, code: $0.value) }
            .sorted { ($1.words.count, $0.words) < ($0.words.count, $1.words) }
    }

    func read(_ words: String) -> (number: Double?, currency: String?) {
        let text = words.lowercased()
        let currency = currencies.first { entry in
            let wanted = entry.words.lowercased()
            guard wanted.allSatisfy({ $0.isLetter || $0 == "." || $0 == " " }) else {
                return text.contains(wanted)
            }
            return Self.hasWord(wanted, in: text)
        }
        return (number(text), currency?.code)
    }

    private func number(_ text: String) -> Double? {
        guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else {
            return spelledNumber(text)
        }
        let digits = text[start...].prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
        let rest = text[digits.endIndex...]
        var plain = digits.filter { $0 != "," }
        while plain.hasSuffix(".") { plain.removeLast() }
        guard let value = Double(plain) else { return nil }
        return value * scale(rest)
    }

    /// "half a million", "one billion", "a million".
    private func spelledNumber(_ text: String) -> Double? {
        let scale = scale(text[...])
        guard scale > 1 else { return nil }
        let words = text.split { !$0.isLetter }.map(String.init)
        let value = words.lazy.compactMap { Self.spelled[$0] }.first ?? 1
        return (words.contains("half") ? 0.5 : value) * scale
    }

    private func scale(_ text: Substring) -> Double {
        for word in text.split(whereSeparator: { !$0.isLetter }) {
            if let scale = scales[String(word)] { return scale }
        }
        return 1
    }

    private static func hasWord(_ wanted: String, in text: String) -> Bool {
        let words = " " + text.map { $0.isLetter || $0 == "." ? String($0) : " " }.joined() + " "
        return words.contains(" \(wanted) ") || words.contains(" \(wanted)s ")
            || text.hasPrefix(wanted) && text.dropFirst(wanted.count).first?.isNumber == true
    }

    private static let spelled: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
}
