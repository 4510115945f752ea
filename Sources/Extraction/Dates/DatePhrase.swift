import PatternPacks

/// The words of a date, each put where it belongs.
///
///     "earlier this week"   until -1, shift 0, unit week
///     "March 12, 2024"      month 3, day 12, year 2024
struct DatePhrase {
    private(set) var month: Int?
    private(set) var weekday: Int?
    private(set) var day: Int?
    private(set) var year: Int?
    private(set) var dayShift: Int?
    private(set) var unit: DateWord.Unit?
    private(set) var season: Int?
    private(set) var count: Int?
    private(set) var shift: Int?
    private(set) var span: Int?
    private(set) var until: Int?
    private(set) var part: DateWord.Part?
    private(set) var isAgo = false

    /// Nil where a word is unknown or says the same as another: what is not understood is not guessed.
    init?(_ text: String, _ words: [String: DateWord]) {
        var numbers: [Int] = []
        for token in Self.tokens(text) {
            if let number = Self.number(token) {
                numbers.append(number)
            } else if let word = words[token] {
                guard put(word) else { return nil }
            } else {
                return nil
            }
        }
        for number in numbers {
            let isYear = (1000...2999).contains(number)
            guard
                isYear
                    ? set(\.year, number)
                    : number < 100 && set(month == nil ? \.count : \.day, number)
            else { return nil }
        }
    }

    private mutating func put(_ word: DateWord) -> Bool {
        switch word {
        case .month(let number): return set(\.month, number)
        case .weekday(let number): return set(\.weekday, number)
        case .day(let number): return set(\.dayShift, number)
        case .unit(let unit): return set(\.unit, unit)
        case .season(let number): return set(\.season, number)
        case .count(let number): return set(\.count, number)
        case .shift(let number): return set(\.shift, number)
        case .span(let number): return set(\.span, number)
        case .until(let number): return set(\.until, number)
        case .part(let part): return set(\.part, part)
        case .ago:
            defer { isAgo = true }
            return !isAgo
        case .nothing: return true
        }
    }

    private mutating func set<T>(_ path: WritableKeyPath<Self, T?>, _ value: T) -> Bool {
        guard self[keyPath: path] == nil else { return false }
        self[keyPath: path] = value
        return true
    }

    private static func tokens(_ text: String) -> [String] {
        text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "-" || $0 == "." }
            .map(String.init)
    }

    /// "12", "21st".
    private static func number(_ token: String) -> Int? {
        let digits = token.prefix { $0.isASCII && $0.isNumber }
        let rest = token[digits.endIndex...]
        guard rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest) else { return nil }
        return Int(digits)
    }
}
