/// Reads a PCRE2 pattern for what its matches have to hold. It reads the constructs that packs use;
/// what it does not know for certain is taken for anything, or ends the reading.
struct PatternReader {
    private let source: [Unicode.Scalar]
    private let ignoringCase: Bool
    private var position = 0
    private var isUnknown = false
    private var depth = 0
    private static let deepest = 200

    init(_ source: String, ignoringCase: Bool) {
        self.source = Array(source.unicodeScalars)
        self.ignoringCase = ignoringCase
    }

    /// Nil where the pattern cannot be judged.
    mutating func read() -> PatternPiece? {
        let piece = alternatives()
        return isUnknown || position < source.count ? nil : piece
    }

    private var next: Unicode.Scalar? { position < source.count ? source[position] : nil }

    private mutating func accept(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= source.count else { return false }
        for offset in 0..<count
        where source[position + offset].value != UInt32(text.utf8Start[offset]) { return false }
        position += count
        return true
    }

    private mutating func alternatives() -> PatternPiece {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest { isUnknown = true }
        var pieces = [concatenation()]
        while !isUnknown, accept("|") { pieces.append(concatenation()) }
        return .anyOf(pieces)
    }

    private mutating func concatenation() -> PatternPiece {
        var piece = PatternPiece.nothing
        while !isUnknown, let scalar = next, scalar != "|", scalar != ")" {
            let part = atom()
            piece = piece.followed(by: quantified(part))
        }
        return piece
    }

    private mutating func quantified(_ part: PatternPiece) -> PatternPiece {
        guard let (least, most) = quantifier() else { return part }
        // Lazy or possessive: the same texts, or fewer.
        if !accept("?") { _ = accept("+") }
        return part.repeated(least, most)
    }

    private mutating func quantifier() -> (least: Int, most: Int?)? {
        if accept("?") { return (0, 1) }
        if accept("*") { return (0, nil) }
        if accept("+") { return (1, nil) }
        guard next == "{", let end = source[position...].firstIndex(of: "}") else { return nil }
        let text = String(String.UnicodeScalarView(source[(position + 1)..<end]))
        let bounds = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = bounds.first, let least = first, bounds.count <= 2 else { return nil }
        position = end + 1
        return (least, bounds.count == 1 ? least : bounds[1])
    }

    private mutating func atom() -> PatternPiece {
        if next == "(" { return group() }
        if next == "[" {
            let set = characterClass()
            return set.map { piece($0) } ?? .anything
        }
        if next == "\\" { return escape() }
        guard let scalar = next else { return .nothing }
        position += 1
        switch scalar {
        case "^", "$": return .nothing
        case ".": return .character(.all)
        default: return character(scalar)
        }
    }

    private func character(_ scalar: Unicode.Scalar) -> PatternPiece {
        if ignoringCase, let other = Self.otherCase(scalar) {
            let forms = [scalar, other].map {
                PatternPiece.literal(Array(String($0).utf8), first: ByteSet(0xC3...0xC3))
            }
            return .anyOf(forms)
        }
        guard let bytes = Self.bytes(scalar, ignoringCase) else { return .character(.all) }
        return .literal(bytes, first: firstBytes(scalar))
    }

    /// With what a character begins in a text, where letter case is ignored also the other one:
    /// `k` and `s` have a third form each beyond ASCII.
    private func firstBytes(_ scalar: Unicode.Scalar) -> ByteSet {
        guard let byte = String(scalar).utf8.first.map(Int.init) else { return .all }
        var set = ByteSet(byte...byte)
        guard ignoringCase else { return set }
        if !scalar.isASCII { return scalar.properties.isCased ? .all : set }
        if scalar.properties.isAlphabetic {
            set.insert(byte ^ 0x20)
            if byte | 0x20 == 0x6B || byte | 0x20 == 0x73 { set = set.union(.beyondASCII) }
        }
        return set
    }

    /// `é` and `É`: of the letters of Latin-1 those that have this one other form alone.
    private static func otherCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let small = scalar.value | 0x20
        guard (0xE0...0xFE).contains(small), scalar.value >= 0xC0, small != 0xE5, small != 0xF7
        else { return nil }
        return Unicode.Scalar(scalar.value ^ 0x20)
    }

    /// Nil for letters beyond ASCII whose case is ignored.
    private static func bytes(_ scalar: Unicode.Scalar, _ ignoringCase: Bool) -> [UInt8]? {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return [byte &- 0x41 < 26 ? byte | 0x20 : byte]
        }
        if ignoringCase, scalar.properties.isCased || scalar.properties.changesWhenCaseFolded {
            return nil
        }
        return Array(String(scalar).utf8)
    }

    // MARK: Groups

    private mutating func group() -> PatternPiece {
        if accept("(*") { return unknown() }
        if accept("(?:") || accept("(?>") { return closed() }
        if accept("(?=") {
            let inside = closed()
            var piece = PatternPiece.nothing
            piece.ahead = inside.sequence + inside.ahead
            return piece
        }
        if accept("(?<=") {
            skipGroup()
            return .nothing
        }
        if accept("(?!") { return denied(isBehind: false) }
        if accept("(?<!") { return denied(isBehind: true) }
        if accept("(?<") || accept("(?P<") {
            while let scalar = next, scalar != ">" { position += 1 }
            position += 1
            return closed()
        }
        if accept("(?") { return unknown() }
        _ = accept("(")
        return closed()
    }

    private mutating func closed() -> PatternPiece {
        let piece = alternatives()
        if !accept(")") { isUnknown = true }
        return piece
    }

    private mutating func unknown() -> PatternPiece {
        isUnknown = true
        return .anything
    }

    /// "No letter or digit stands there" is a bound of words; all else tells nothing.
    private mutating func denied(isBehind: Bool) -> PatternPiece {
        let start = position
        if next == "[", let set = characterClass(), !set.isNegated, set.holdsAllWordBytes,
            accept(")")
        {
            return .bound(begins: isBehind, ends: !isBehind)
        }
        position = start
        skipGroup()
        return .nothing
    }

    /// Passes the rest of a group that tells nothing.
    private mutating func skipGroup() {
        var open = 1
        while open > 0, let scalar = next {
            switch scalar {
            case "\\": position += 2
            case "[": _ = characterClass()
            case "(":
                open += 1
                position += 1
                // A verb or a comment is read by other rules.
                if next == "*" { isUnknown = true }
            case ")":
                open -= 1
                position += 1
            default: position += 1
            }
        }
        if open > 0 { isUnknown = true }
    }

    // MARK: Escapes and classes

    private mutating func escape() -> PatternPiece {
        position += 1
        guard let scalar = next else { return unknown() }
        switch scalar {
        case "b":
            position += 1
            return .bound(begins: true, ends: true)
        case "K", "A", "Z", "z", "G", "B":
            position += 1
            return .nothing
        case "p", "P":
            let start = position
            skipProperty()
            var set = CharacterSet()
            set.addProperty(String(String.UnicodeScalarView(source[start..<position])))
            return .character(set.firstBytes(ignoringCase))
        case "w", "W", "d", "D", "s", "S", "h", "H", "v", "V", "R", "X", "N":
            position += 1
            return .character(.all)
        default:
            guard let escaped = escapedCharacter() else { return unknown() }
            return character(escaped)
        }
    }

    /// `\p{Lu}` or `\pL`, from its letter on.
    private mutating func skipProperty() {
        position += 1
        if next == "{" {
            while let scalar = next, scalar != "}" { position += 1 }
        }
        position += 1
    }

    /// The character that an escape stands for; nil for a class or what is not known.
    private mutating func escapedCharacter() -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        position += 1
        switch scalar {
        case "x":
            if accept("{") {
                guard let end = source[position...].firstIndex(of: "}") else { return nil }
                let digits = String(String.UnicodeScalarView(source[position..<end]))
                position = end + 1
                return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
            }
            var digits = ""
            while digits.count < 2, let digit = next, digit.properties.isASCIIHexDigit {
                digits.unicodeScalars.append(digit)
                position += 1
            }
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        default:
            let isSign = scalar.isASCII && !scalar.properties.isAlphabetic
            return isSign && !("0"..."9").contains(scalar) ? scalar : nil
        }
    }

    /// Nil where the class is not known; it has been passed then all the same, or the reading ends.
    private mutating func characterClass() -> CharacterSet? {
        position += 1
        var set = CharacterSet()
        set.isNegated = accept("^")
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            if accept("[:") {
                isUnknown = true
                return nil
            }
            guard let low = member(&set) else { continue }
            if next == "-", position + 1 < source.count, source[position + 1] != "]" {
                position += 1
                if let high = member(&set) { set.add(low, high) } else { set.becomeUnknown() }
            } else {
                set.add(low, low)
            }
        }
        if !accept("]") { isUnknown = true }
        return set
    }

    /// One character of a class; nil where it is a class within the class, which is noted.
    private mutating func member(_ set: inout CharacterSet) -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        guard scalar == "\\" else {
            position += 1
            return scalar
        }
        position += 1
        switch next {
        case "p":
            let start = position
            skipProperty()
            set.addProperty(String(String.UnicodeScalarView(source[start..<position])))
        case "P":
            skipProperty()
            set.becomeUnknown()
        case "w":
            position += 1
            set.addProperty("w")
        case "d", "s", "h", "v", "D", "S", "H", "V", "W", "R", "N":
            position += 1
            set.becomeUnknown()
        default:
            if let escaped = escapedCharacter() { return escaped }
            isUnknown = true
        }
        return nil
    }

    private func piece(_ set: CharacterSet) -> PatternPiece {
        guard let members = set.few else { return .character(set.firstBytes(ignoringCase)) }
        let pieces = members.map { character($0) }
        return .anyOf(pieces)
    }
}

/// The characters of a class, as far as they are told one by one.
struct CharacterSet {
    var isNegated = false
    /// False where it holds more than the ranges tell.
    var isKnown = true
    /// Where not all is known: of ASCII nothing but the ranges is in it.
    private var hasKnownASCII = false
    private var isUnknown = false
    private var ranges: [ClosedRange<UInt32>] = []

    private static let mostMembers: UInt32 = 16

    mutating func becomeUnknown() {
        isKnown = false
        hasKnownASCII = false
        isUnknown = true
    }

    mutating func add(_ low: Unicode.Scalar, _ high: Unicode.Scalar) {
        guard low <= high else {
            becomeUnknown()
            return
        }
        ranges.append(low.value...high.value)
    }

    /// The first bytes of its characters: never too few.
    func firstBytes(_ ignoringCase: Bool) -> ByteSet {
        guard !isNegated, isKnown || hasKnownASCII else { return .all }
        var set = isKnown ? ByteSet.none : .beyondASCII
        for range in ranges {
            if range.upperBound >= 0x80 { set = set.union(.beyondASCII) }
            guard range.lowerBound < 0x80 else { continue }
            for value in range.lowerBound...min(range.upperBound, 0x7F) { set.insert(Int(value)) }
        }
        guard ignoringCase, !set.isDisjoint(with: .word) else { return set }
        for byte in 0x41...0x5A where set.contains(byte) || set.contains(byte | 0x20) {
            set.insert(byte)
            set.insert(byte | 0x20)
        }
        return set.union(.beyondASCII)
    }

    /// Of some properties it is known which ASCII characters they hold.
    mutating func addProperty(_ name: String) {
        if !isUnknown { hasKnownASCII = true }
        isKnown = false
        switch name {
        case "p{L}": ranges += [0x41...0x5A, 0x61...0x7A]
        case "p{Lu}": ranges.append(0x41...0x5A)
        case "p{Ll}": ranges.append(0x61...0x7A)
        case "p{N}": ranges.append(0x30...0x39)
        case "p{M}": break
        case "w": ranges += [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
        default: becomeUnknown()
        }
    }

    var holdsAllWordBytes: Bool {
        let word = [0x30...0x39, 0x41...0x5A, 0x61...0x7A] as [ClosedRange<UInt32>]
        return word.allSatisfy { range in range.allSatisfy { byte in holds(byte) } }
    }

    private func holds(_ value: UInt32) -> Bool { ranges.contains { $0.contains(value) } }

    /// Its characters, where they are few.
    var few: [Unicode.Scalar]? {
        guard isKnown, !isNegated else { return nil }
        let count = ranges.reduce(UInt32(0)) { $0 + min($1.upperBound - $1.lowerBound + 1, 1000) }
        guard count <= Self.mostMembers else { return nil }
        return Set(ranges.flatMap { $0.compactMap { Unicode.Scalar($0) } }).sorted()
    }
}
