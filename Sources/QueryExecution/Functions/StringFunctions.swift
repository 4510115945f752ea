import GraphModel

/// Functions of strings. Places and lengths count Unicode scalars.
enum StringFunctions {
    static let all: [ScalarFunction] = [
        mapping("toLower") { $0.lowercased() }, mapping("lower") { $0.lowercased() },
        mapping("toUpper") { $0.uppercased() }, mapping("upper") { $0.uppercased() },
        trimming("trim", start: true, end: true), trimming("btrim", start: true, end: true),
        trimming("lTrim", start: true, end: false), trimming("rTrim", start: false, end: true),
        .strict("left", 2...2) { (arguments, _) throws(EvaluationError) in
            let string = try Arguments.string(arguments[0], of: "left")
            let length = try Arguments.count(arguments[1], of: "left")
            return .string(String(string.unicodeScalars.prefix(length)))
        },
        .strict("right", 2...2) { (arguments, _) throws(EvaluationError) in
            let string = try Arguments.string(arguments[0], of: "right")
            let length = try Arguments.count(arguments[1], of: "right")
            return .string(String(string.unicodeScalars.suffix(length)))
        },
        .strict("substring", 2...3, substring),
        .strict("replace", 3...3) { (arguments, context) throws(EvaluationError) in
            let pieces = cut(
                try Arguments.string(arguments[0], of: "replace"),
                at: [try Arguments.string(arguments[1], of: "replace")].filter { !$0.isEmpty })
            let replacement = try Arguments.string(arguments[2], of: "replace")
            let (size, isBeyond) = pieces.count.multipliedReportingOverflow(
                by: replacement.utf8.count)
            if isBeyond || size > context.sizeLimit { throw .memoryLimit(context.sizeLimit) }
            return .string(pieces.joined(separator: replacement))
        },
        .strict("split", 2...2, split),
    ]

    private static func mapping(
        _ name: String, _ map: @escaping @Sendable (String) -> String
    ) -> ScalarFunction {
        .strict(name, 1...1) { (arguments, _) throws(EvaluationError) in
            .string(map(try Arguments.string(arguments[0], of: name)))
        }
    }

    /// A second argument names the characters to take away instead of white space.
    private static func trimming(_ name: String, start: Bool, end: Bool) -> ScalarFunction {
        .strict(name, 1...2) { (arguments, _) throws(EvaluationError) in
            var scalars = Substring(try Arguments.string(arguments[0], of: name)).unicodeScalars
            let chosen =
                arguments.count > 1
                ? Set(try Arguments.string(arguments[1], of: name).unicodeScalars) : nil
            func goes(_ scalar: Unicode.Scalar) -> Bool {
                chosen?.contains(scalar) ?? scalar.properties.isWhitespace
            }
            while start, let first = scalars.first, goes(first) { scalars.removeFirst() }
            while end, let last = scalars.last, goes(last) { scalars.removeLast() }
            return .string(String(scalars))
        }
    }

    private static let substring: ScalarFunction.Evaluation = {
        (arguments, _) throws(EvaluationError) in
        let string = try Arguments.string(arguments[0], of: "substring")
        let rest = string.unicodeScalars.dropFirst(
            try Arguments.count(arguments[1], of: "substring"))
        guard arguments.count > 2 else { return .string(String(rest)) }
        let length = try Arguments.count(arguments[2], of: "substring")
        return .string(String(rest.prefix(length)))
    }

    /// By one delimiter or any of a list; an empty one parts every two characters.
    private static let split: ScalarFunction.Evaluation = {
        (arguments, _) throws(EvaluationError) in
        let string = try Arguments.string(arguments[0], of: "split")
        var delimiters: [String] = []
        if case .list(let items) = arguments[1] {
            for item in items {
                if item == .null { return .null }
                delimiters.append(try Arguments.string(item, of: "split"))
            }
        } else {
            delimiters = [try Arguments.string(arguments[1], of: "split")]
        }
        if delimiters.contains("") {
            return .list(string.unicodeScalars.map { .string(String($0)) })
        }
        return .list(cut(string, at: delimiters).map(Value.string))
    }

    /// The pieces between the delimiters, empty ones too. Complexity: O(bytes × delimiters).
    private static func cut(_ string: String, at delimiters: [String]) -> [String] {
        let bytes = Array(string.utf8)
        let marks = delimiters.map { Array($0.utf8) }
        var pieces: [String] = []
        var start = 0
        var position = 0
        while position < bytes.count {
            if let mark = marks.first(where: { bytes[position...].starts(with: $0) }) {
                pieces.append(String(decoding: bytes[start..<position], as: UTF8.self))
                position += mark.count
                start = position
            } else {
                position += 1
            }
        }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        return pieces
    }
}
