import Diagnostics

/// Reads queries by recursive descent over openCypher's grammar. Never throws: a fault becomes a
/// diagnostic and reading goes on at the next clause, so that independent faults are told together.
public struct Parser {
    /// How deep brackets, lists and subqueries may lie in each other.
    public static let depthLimit = 128
    /// How high the tree of an expression may be, whether by brackets or by operators that follow
    /// each other: every pass over it goes down by recursion. AND and OR join any number.
    public static let heightLimit = 1000

    /// Internal way out of a clause whose fault has been recorded.
    struct Abandoned: Error {}

    let source: SourceText
    let tokens: [Token]
    /// For each opening bracket the index of its partner.
    let partners: [Int: Int]
    var position = 0
    var depth = 0
    /// How many clauses a statement may have, and nodes: each clause is an operator over those before
    /// it, each node of a path one over those before it.
    public static let clauseLimit = 2000
    public static let pathLimit = 500
    public static let nodeLimit = 10_000

    /// Clauses and nodes of the statement being read.
    var clauseCount = 0
    var nodeCount = 0
    /// How high the tree of the expression read last is, and the highest of those read since the
    /// brackets that are open were opened.
    var height = 0
    var peak = 0
    /// A `|` ends the expression being read, and so joins no types within it.
    var barEnds = false
    var diagnostics: [Diagnostic]
    /// Keywords that were looked for last.
    var tried = Tried()
    /// Where the clause that is being read begins.
    var clauseStart = 0
    /// The word of the clause before, in the statement that is being read.
    var lastClause: Keyword?
    /// What failed is of another language: nothing of its statement can be read.
    var skipsStatement = false

    /// How messages call what has no name of its own.
    static let value = "a value"
    static let node = "'(' and a node"

    // Script = [Statement], {';', [Statement]} ;
    /// All statements of a text, separated by semicolons, with the faults found. Where there are
    /// faults the trees are for tools, not for running.
    public static func parse(_ source: SourceText) -> (
        statements: [StatementSyntax], diagnostics: [Diagnostic]
    ) {
        var parser = Parser(source)
        var statements: [StatementSyntax] = []
        while parser.peek != .endOfInput {
            if parser.take(.semicolon) { continue }
            if let statement = parser.parseStatement() { statements.append(statement) }
        }
        let faults = parser.diagnostics.sorted {
            ($0.span?.start ?? 0) < ($1.span?.start ?? 0)
        }
        return (statements, faults)
    }

    private init(_ source: SourceText) {
        self.source = source
        (tokens, diagnostics) = Lexer.tokens(of: source)
        partners = Self.pair(tokens)
    }

    private static func pair(_ tokens: [Token]) -> [Int: Int] {
        var open: [Int] = []
        var partners: [Int: Int] = [:]
        for (index, token) in tokens.enumerated() {
            guard case .symbol(let symbol) = token.kind else { continue }
            switch symbol {
            case .leftParenthesis, .leftBracket, .leftBrace: open.append(index)
            case .rightParenthesis, .rightBracket, .rightBrace:
                if let start = open.popLast() { partners[start] = index }
            default: break
            }
        }
        return partners
    }

    // MARK: Looking and taking

    var peek: Token.Kind { tokens[position].kind }
    var span: SourceSpan { tokens[position].span }
    /// End of the token before.
    var lastEnd: Int { position > 0 ? tokens[position - 1].span.end : 0 }

    func peek(_ ahead: Int) -> Token.Kind {
        tokens[min(position + ahead, tokens.count - 1)].kind
    }

    func sees(_ symbol: Symbol, ahead: Int = 0) -> Bool { peek(ahead) == .symbol(symbol) }

    func sees(_ keyword: Keyword, ahead: Int = 0) -> Bool {
        if case .keyword(keyword, _) = peek(ahead) { true } else { false }
    }

    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    mutating func take(_ symbol: Symbol) -> Bool {
        guard sees(symbol) else { return false }
        advance()
        return true
    }

    mutating func take(_ keyword: Keyword) -> Bool {
        guard looks(for: keyword) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: Symbol) throws(Abandoned) {
        if !take(symbol) { throw fail(expecting: "'\(symbol.rawValue)'") }
    }

    mutating func expect(_ keyword: Keyword) throws(Abandoned) {
        if take(keyword) { return }
        var place = ""
        if position > 0, case .keyword(let before, _) = tokens[position - 1].kind {
            place = " after \(before.rawValue)"
        }
        throw fail(expecting: keyword.rawValue + place)
    }

    /// A name where any word may be one: label, type, property key, alias.
    mutating func expectName(_ what: String) throws(Abandoned) -> NameSyntax {
        switch peek {
        case .name(let text), .keyword(_, let text):
            defer { advance() }
            return NameSyntax(text: text, span: span)
        default: throw fail(expecting: what)
        }
    }

    func isVariable(_ kind: Token.Kind) -> Bool {
        switch kind {
        case .name: true
        case .keyword(let keyword, _): keyword.mayBeVariable
        default: false
        }
    }

    /// A variable: a name that is no reserved word.
    mutating func takeVariable() -> NameSyntax? {
        switch peek {
        case .name(let text): return takeName(text)
        case .keyword(let keyword, let text) where keyword.mayBeVariable: return takeName(text)
        default: return nil
        }
    }

    private mutating func takeName(_ text: String) -> NameSyntax {
        defer { advance() }
        return NameSyntax(text: text, span: span)
    }

    mutating func expectVariable() throws(Abandoned) -> NameSyntax {
        guard let name = takeVariable() else { throw fail(expecting: "a variable") }
        return name
    }

    /// Items separated by commas.
    mutating func list<Item>(
        _ item: (inout Parser) throws(Abandoned) -> Item
    ) throws(Abandoned) -> [Item] {
        var items = [try item(&self)]
        while take(.comma) { items.append(try item(&self)) }
        return items
    }

    /// Runs a part that may hold itself, within the depth limit.
    ///
    /// - Parameter weight: how many brackets it counts for, by what it takes of the stack.
    mutating func nested<Result>(
        weight: Int = 1, _ part: (inout Parser) throws(Abandoned) -> Result
    ) throws(Abandoned) -> Result {
        guard depth + weight <= Self.depthLimit else {
            throw abandon(.tooDeep(at: span))
        }
        depth += weight
        defer { depth -= weight }
        return try part(&self)
    }

    /// Records a fault and gives the error to throw.
    mutating func abandon(_ diagnostic: Diagnostic) -> Abandoned {
        diagnostics.append(diagnostic)
        if diagnostics.count >= Self.faultLimit { position = tokens.count - 1 }
        return Abandoned()
    }

    /// Too much of something in one statement: nothing of what follows is read.
    mutating func abandon(beyond limit: Int, _ what: String) -> Abandoned {
        diagnostics.append(.tooMany(limit, what, at: span))
        position = tokens.count - 1
        return Abandoned()
    }

    /// An operator makes a tree of the one on its left, `left` high, and of the one read last.
    mutating func rise(over left: Int) throws(Abandoned) {
        height = max(left, height) + 1
        if height > Self.heightLimit { throw abandon(.tooLong(at: span)) }
    }
}

extension Keyword {
    /// Words that may stand as variables; the others end an expression or begin something.
    var mayBeVariable: Bool {
        switch self {
        case .any, .none, .single, .count, .call, .yield, .explain, .profile, .both, .collect,
            .filter, .finish, .for, .forEach, .from, .insert, .leading, .let, .next, .nodetach,
            .normalized, .offset, .ordinality, .trailing, .typed:
            true
        default: false
        }
    }
}

extension Diagnostic {
    fileprivate static func tooDeep(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "QueryTooComplex",
            "brackets lie more than \(Parser.depthLimit) deep in each other", at: span,
            help: "name parts of it by WITH")
    }

    fileprivate static func tooMany(
        _ limit: Int, _ what: String, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "QueryTooComplex", "more than \(limit) \(what)", at: span,
            help: "make several statements of it, or UNWIND a list in a parameter")
    }

    fileprivate static func tooLong(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "QueryTooComplex",
            "more than \(Parser.heightLimit) operators lie within each other", at: span,
            help: "give the values as a list in a parameter, or name parts of it by WITH")
    }
}
