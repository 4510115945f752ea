import Foundation
import GraphModel

/// Unicode's normal forms.
enum NormalForms {
    static let all: [ScalarFunction] = [
        .strict("normalize", 1...2) { (arguments, _) throws(EvaluationError) in
            let text = try Arguments.string(arguments[0], of: "normalize")
            let form =
                arguments.count > 1
                ? try Arguments.string(arguments[1], of: "normalize").lowercased() : "nfc"
            switch form {
            case "nfc": return .string(text.precomposedStringWithCanonicalMapping)
            case "nfd": return .string(text.decomposedStringWithCanonicalMapping)
            case "nfkc": return .string(text.precomposedStringWithCompatibilityMapping)
            case "nfkd": return .string(text.decomposedStringWithCompatibilityMapping)
            default: throw .unknownForm(form)
            }
        }
    ]
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func unknownForm(_ form: String) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "InvalidArgumentValue",
            message: "normalize() knows no form '\(form)'; it knows NFC, NFD, NFKC and NFKD")
    }
}
