import Diagnostics
import QuerySyntax

/// A text of several statements, cut at its semicolons. Strings, quoted names and comments are
/// seen as such.
public struct ScriptText: Sendable {
    /// One statement and where it stands.
    public struct Statement: Hashable, Sendable {
        public var text: String
        public var span: SourceSpan
    }

    public let statements: [Statement]
    /// Whether the text ends at a semicolon, or holds nothing: a shell runs it then, and else lets
    /// the user write on.
    public let isComplete: Bool

    public init(_ source: SourceText) {
        let (tokens, _) = Lexer.tokens(of: source)
        var statements: [Statement] = []
        var first: SourceSpan?
        var last: SourceSpan?
        for token in tokens {
            if token.kind == .symbol(.semicolon) || token.kind == .endOfInput {
                if let first, let last {
                    let span = first.union(last)
                    statements.append(Statement(text: source[span], span: span))
                }
                first = nil
                last = nil
            } else {
                first = first ?? token.span
                last = token.span
            }
        }
        self.statements = statements
        isComplete = tokens.count < 2 || tokens[tokens.count - 2].kind == .symbol(.semicolon)
    }
}
