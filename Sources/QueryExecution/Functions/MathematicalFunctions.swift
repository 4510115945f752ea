import GraphModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Functions of numbers. What has no real result is NaN, as in floating-point arithmetic.
enum MathematicalFunctions {
    static let all: [ScalarFunction] = [
        .strict("abs", 1...1, absolute),
        .strict("sign", 1...1, sign),
        .strict("isNaN", 1...1) {
            (arguments, _) throws(EvaluationError) in
            .boolean(try Arguments.number(arguments[0], of: "isNaN").isNaN)
        },
        .strict("round", 1...3, round),
        .strict("atan2", 2...2) {
            (arguments, _) throws(EvaluationError) in
            let y = try Arguments.number(arguments[0], of: "atan2")
            return .float(atan2(y, try Arguments.number(arguments[1], of: "atan2")))
        },
        ScalarFunction("rand", 0...0) { (_, context) throws(EvaluationError) in
            // The 53 bits that a float holds exactly: from 0 to below 1.
            .float(Double(context.random.next() >> 11) * 0x1p-53)
        },
        ScalarFunction("pi", 0...0) { (_, _) throws(EvaluationError) in .float(.pi) },
        ScalarFunction("e", 0...0) { (_, _) throws(EvaluationError) in .float(exp(1)) },
        real("ceil") { $0.rounded(.up) }, real("ceiling") { $0.rounded(.up) },
        real("ln") { log($0) }, real("sinh") { sinh($0) }, real("cosh") { cosh($0) },
        real("tanh") { tanh($0) }, real("coth") { 1 / tanh($0) },
        real("floor") { $0.rounded(.down) },
        real("sqrt") { $0.squareRoot() }, real("exp") { exp($0) }, real("log") { log($0) },
        real("log10") { log10($0) }, real("sin") { sin($0) }, real("cos") { cos($0) },
        real("tan") { tan($0) }, real("cot") { 1 / tan($0) }, real("asin") { asin($0) },
        real("acos") { acos($0) }, real("atan") { atan($0) },
        real("degrees") { $0 * 180 / .pi }, real("radians") { $0 * .pi / 180 },
        real("haversin") { (1 - cos($0)) / 2 },
    ]

    /// A function from the real numbers to themselves.
    private static func real(
        _ name: String, _ function: @escaping @Sendable (Double) -> Double
    ) -> ScalarFunction {
        .strict(name, 1...1) {
            (arguments, _) throws(EvaluationError) in
            .float(function(try Arguments.number(arguments[0], of: name)))
        }
    }

    private static let absolute: ScalarFunction.Evaluation = {
        (arguments, _) throws(EvaluationError) in
        guard case .integer(let integer) = arguments[0] else {
            return .float(try Arguments.number(arguments[0], of: "abs").magnitude)
        }
        guard integer != .min else { throw .noMagnitude() }
        return .integer(abs(integer))
    }

    private static let sign: ScalarFunction.Evaluation = {
        (arguments, _) throws(EvaluationError) in
        let number = try Arguments.number(arguments[0], of: "sign")
        if number.isNaN { return .float(.nan) }
        return .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
    }

    /// `round(x)`, `round(x, places)`, `round(x, places, mode)`. Without places a half goes up, so
    /// `round(-1.5)` is -1.0; with them it goes away from zero unless a mode says otherwise.
    private static let round: ScalarFunction.Evaluation = {
        (arguments, _) throws(EvaluationError) in
        let number = try Arguments.number(arguments[0], of: "round")
        guard arguments.count > 1 else {
            // From 2^52 on every float is whole.
            if number.magnitude >= 0x1p52 { return .float(number) }
            let below = number.rounded(.down)
            return .float(number - below < 0.5 ? below : below + 1)
        }
        let places = try Arguments.count(arguments[1], of: "round")
        var mode = DecimalRounding.halfUp
        if arguments.count > 2 {
            let name = try Arguments.string(arguments[2], of: "round")
            guard let named = DecimalRounding(rawValue: name.uppercased()) else {
                throw .roundingMode(name)
            }
            mode = named
        }
        return .float(mode.round(number, places: places))
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func noMagnitude() -> EvaluationError {
        EvaluationError(
            kind: .arithmeticError, detail: "IntegerOverflow",
            message: "the magnitude of \(Int64.min) does not fit into 64 bits")
    }

    fileprivate static func roundingMode(_ name: String) -> EvaluationError {
        let known = DecimalRounding.allCases.map(\.rawValue).joined(separator: ", ")
        return EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "round() knows no mode '\(name)'; it knows \(known)")
    }
}
