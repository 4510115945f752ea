import Diagnostics
import GraphModel

/// A user's decisions on names, one a line: `same` or `distinct`, a name, another name, separated by
/// tabs; `none` takes back what was decided about two names. A name may be followed by ` @ ` and the
/// id of a document: it is then meant in that document alone. Empty lines and lines that begin with
/// `#` are passed over.
public enum JudgementFile {
    public static func read(_ source: SourceText) -> (
        changes: [JudgementChange], diagnostics: [Diagnostic]
    ) {
        var changes: [JudgementChange] = []
        var diagnostics: [Diagnostic] = []
        var start = 0
        for line in source.bytes.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        {
            let span = SourceSpan(start: start, end: start + line.count)
            start = span.end + 1
            let text = String(decoding: line, as: UTF8.self).filter { $0 != "\r" }
            if text.hasPrefix("#") || text.allSatisfy(\.isWhitespace) { continue }
            let fields = text.split(separator: "\t").map(String.init)
            guard fields.count == 3 else {
                diagnostics.append(.malformed(at: span))
                continue
            }
            if fields[0] == "none" {
                changes.append(.withdraw(Judgement(.same, fields[1], fields[2])))
            } else if let verdict = Judgement.Verdict(rawValue: fields[0]) {
                changes.append(.judge(Judgement(verdict, fields[1], fields[2])))
            } else {
                diagnostics.append(.unknownVerdict(fields[0], at: span))
            }
        }
        return (changes, diagnostics)
    }
}

/// What a line of a file of judgements does.
public enum JudgementChange: Hashable, Sendable {
    case judge(Judgement)
    /// Takes back what was decided about the two names, whichever the verdict.
    case withdraw(Judgement)
}

extension Diagnostic {
    fileprivate static func malformed(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "MalformedJudgement", "this line is no judgement of two names", at: span,
            help: "write it so, with tabs between: same, Donald Trump, President Trump")
    }

    fileprivate static func unknownVerdict(_ word: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnknownVerdict", "'\(word)' is no verdict", at: span,
            help: "a line begins with 'same', 'distinct' or 'none'")
    }
}
