/// How `round` treats what lies between two numbers of the places asked for; the raw values are the
/// names that queries use.
enum DecimalRounding: String, CaseIterable, Sendable {
    case up = "UP"
    case down = "DOWN"
    case ceiling = "CEILING"
    case floor = "FLOOR"
    case halfUp = "HALF_UP"
    case halfDown = "HALF_DOWN"
    case halfEven = "HALF_EVEN"

    /// Rounds the decimal that the number prints as, so that 1.005 to two places is 1.01, though
    /// the float lies a little below it.
    func round(_ number: Double, places: Int) -> Double {
        guard number.isFinite, let decimal = Decimal(number.magnitude) else { return number }
        var digits = decimal.digits
        var kept = decimal.point + places
        guard kept < digits.count else { return number }
        if kept < 0 {
            digits.insert(contentsOf: repeatElement(0, count: -kept), at: 0)
            kept = 0
        }
        let rest = digits[kept...]
        let isNegative = number.sign == .minus
        var whole = Array(digits[..<kept])
        if goesAway(rest, isNegative: isNegative, lastIsOdd: (whole.last ?? 0) % 2 == 1) {
            Self.increment(&whole)
        }
        let text = (whole.isEmpty ? "0" : whole.map(String.init).joined()) + "e-\(places)"
        let magnitude = Double(text) ?? number.magnitude
        return isNegative ? -magnitude : magnitude
    }

    /// Whether the magnitude grows when `rest`, the digits behind the kept ones, is dropped.
    private func goesAway(_ rest: ArraySlice<Int>, isNegative: Bool, lastIsOdd: Bool) -> Bool {
        guard rest.contains(where: { $0 != 0 }), let first = rest.first else { return false }
        let isHalf = first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
        let isAboveHalf = first >= 5 && !isHalf
        return switch self {
        case .up: true
        case .down: false
        case .ceiling: !isNegative
        case .floor: isNegative
        case .halfUp: isHalf || isAboveHalf
        case .halfDown: isAboveHalf
        case .halfEven: isAboveHalf || (isHalf && lastIsOdd)
        }
    }

    private static func increment(_ digits: inout [Int]) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }

    /// The shortest decimal that reads back as the float: 0.`digits` times ten to the `point`.
    private struct Decimal {
        var digits: [Int] = []
        var point = 0

        init?(_ magnitude: Double) {
            let parts = "\(magnitude)".split(separator: "e")
            guard let mantissa = parts.first else { return nil }
            var hasPoint = false
            for character in mantissa {
                if let digit = character.wholeNumberValue {
                    digits.append(digit)
                    if !hasPoint { point += 1 }
                } else {
                    hasPoint = true
                }
            }
            if parts.count > 1 {
                guard let exponent = Int(parts[1]) else { return nil }
                point += exponent
            }
        }
    }
}
