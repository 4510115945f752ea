import Diagnostics
import GraphModel

/// A file of statements with a header in comments, which says what it is for and which parameters
/// it takes:
///
///     // title: Who funds whom
///     // about: Every giver, receiver and sum, the largest first.
///     // parameter: country (String, default null): only where this name gives or receives
///     // example: legation run GRAPH Queries/who-funds-whom.cypher --param country=Ukraine
public struct SavedScript: Sendable {
    public struct Parameter: Hashable, Sendable {
        public var name: String
        /// `String`, `Integer`, `Float`, `Boolean` or `List`.
        public var type: String
        /// Nil where the parameter must be given.
        public var standard: Value?
        public var meaning: String
    }

    public let source: SourceText
    public private(set) var title: String?
    public private(set) var about: String?
    public private(set) var example: String?
    public private(set) var parameters: [Parameter] = []
    /// What is wrong with the header; a script without one is no fault.
    public private(set) var diagnostics: [Diagnostic] = []

    public init(_ source: SourceText) {
        self.source = source
        var offset = 0
        for line in String(decoding: source.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            let span = SourceSpan(start: offset, end: offset + line.utf8.count)
            offset = span.end + 1
            guard line.hasPrefix("//") else {
                if line.allSatisfy(\.isWhitespace) { continue }
                break
            }
            read(Self.trimmed(line.dropFirst(2)), span)
        }
    }

    /// The values to run with: those given, and the defaults of the others.
    ///
    /// - Returns: also the names of parameters that must be given and were not.
    public func values(given: [String: Value]) -> (values: [String: Value], missing: [Parameter]) {
        var values = given
        var missing: [Parameter] = []
        for parameter in parameters where given[parameter.name] == nil {
            if let standard = parameter.standard {
                values[parameter.name] = standard
            } else {
                missing.append(parameter)
            }
        }
        return (values, missing)
    }

    private mutating func read(_ line: Substring, _ span: SourceSpan) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let text = Self.trimmed(line[line.index(after: colon)...])
        switch line[..<colon] {
        case "title": title = String(text)
        case "about": about = String(text)
        case "example": example = String(text)
        case "parameter":
            if let parameter = Self.parameter(text) {
                parameters.append(parameter)
            } else {
                diagnostics.append(.malformedParameter(at: span))
            }
        default: break
        }
    }

    /// `NAME (TYPE, default VALUE): meaning`.
    private static func parameter(_ text: Substring) -> Parameter? {
        guard let open = text.firstIndex(of: "("),
            let close = text.range(of: "):", from: open)
        else { return nil }
        let name = trimmed(text[..<open])
        let inner = text[text.index(after: open)..<close.lowerBound]
        let parts = inner.split(separator: ",", maxSplits: 1).map(trimmed)
        guard !name.isEmpty, let type = parts.first else { return nil }
        var parameter = Parameter(
            name: String(name), type: String(type), standard: nil,
            meaning: String(trimmed(text[close.upperBound...])))
        if parts.count == 2 {
            guard parts[1].hasPrefix("default "),
                let value = LiteralReader.value(of: String(parts[1].dropFirst(8)))
            else { return nil }
            parameter.standard = value
        }
        return parameter
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

extension Substring {
    /// Where a text stands first, from an index on.
    fileprivate func range(of text: String, from start: Index) -> Range<Index>? {
        var index = start
        while index < endIndex {
            if self[index...].hasPrefix(text) {
                return index..<self.index(index, offsetBy: text.count)
            }
            index = self.index(after: index)
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func malformedParameter(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "MalformedHeader", "this line declares no parameter", at: span,
            help: "write it so: // parameter: country (String, default null): only this country")
    }
}
