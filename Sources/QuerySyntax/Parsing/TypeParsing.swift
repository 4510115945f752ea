import Diagnostics

extension Parser {
    // LabeledPredicate = 'IS', LabelExpression ;
    /// `IS NULL`, `IS :: type`, `IS NORMALIZED`, each with or without `NOT`.
    mutating func parseIs(on operand: ExpressionSyntax) throws(Abandoned) -> ExpressionSyntax {
        let isNegated = sees(.not, ahead: 1)
        let word = isNegated ? 2 : 1
        if sees(.colons, ahead: word) || sees(.typed, ahead: word) {
            return try parseTypePredicate(on: operand, isNegated: isNegated)
        }
        if sees(.normalized, ahead: word)
            || (seesName(ahead: word) && sees(.normalized, ahead: word + 1))
        {
            return try parseNormalPredicate(on: operand, isNegated: isNegated)
        }
        advance()
        if !isNegated, !sees(.null) {
            return .hasLabels(operand, try parseLabelExpression("NULL, a type or a label"))
        }
        if isNegated { advance() }
        try expect(.null)
        let whole = SourceSpan(start: operand.span.start, end: lastEnd)
        return .nullTest(operand, isNegated: isNegated, whole)
    }

    private func seesName(ahead: Int) -> Bool {
        if case .name = peek(ahead) { true } else { false }
    }

    // ValueTypePredicate = ['IS', ['NOT']], '::', ValueType | 'IS', ['NOT'], 'TYPED', ValueType ;
    mutating func parseTypePredicate(
        on operand: ExpressionSyntax, isNegated: Bool
    ) throws(Abandoned) -> ExpressionSyntax {
        if take(.is), isNegated { advance() }
        advance()
        let type = try nested { (p) throws(Abandoned) in try p.parseValueType() }
        let whole = SourceSpan(start: operand.span.start, end: lastEnd)
        return .typeTest(operand, type, isNegated: isNegated, whole)
    }

    // NormalizedPredicate = 'IS', ['NOT'], [NormalForm], 'NORMALIZED' ;
    private mutating func parseNormalPredicate(
        on operand: ExpressionSyntax, isNegated: Bool
    ) throws(Abandoned) -> ExpressionSyntax {
        advance()
        if isNegated { advance() }
        let form = sees(.normalized) ? .nfc : try parseNormalForm()
        try expect(.normalized)
        let whole = SourceSpan(start: operand.span.start, end: lastEnd)
        return .normalTest(operand, form, isNegated: isNegated, whole)
    }

    // NormalForm = 'nfc' | 'nfd' | 'nfkc' | 'nfkd' ;
    mutating func parseNormalForm() throws(Abandoned) -> NormalFormSyntax {
        guard case .name(let text) = peek, let form = NormalFormSyntax(rawValue: text.lowercased())
        else { throw fail(expecting: "NFC, NFD, NFKC or NFKD") }
        advance()
        return form
    }

    // ValueType = TypeMember, {'|', TypeMember} ;
    private mutating func parseValueType() throws(Abandoned) -> ValueTypeSyntax {
        var type = ValueTypeSyntax(members: [try parseTypeMember()])
        while !barEnds, sees(.bar) {
            advance()
            type.members.append(try parseTypeMember())
        }
        return type
    }

    // TypeMember = (TypeName | 'list', '<', ValueType, '>'), ['NOT', 'NULL'] ;
    private mutating func parseTypeMember() throws(Abandoned) -> ValueTypeSyntax.Member {
        let kind: ValueTypeSyntax.Kind
        if case .name(let text) = peek, ["LIST", "ARRAY"].contains(text.uppercased()),
            sees(.less, ahead: 1)
        {
            advance()
            advance()
            let outer = barEnds
            barEnds = false
            defer { barEnds = outer }
            kind = .list(try nested { (p) throws(Abandoned) in try p.parseValueType() })
            try expect(.greater)
        } else {
            kind = .named(try takeTypeName())
        }
        let excludesNull = sees(.not) && sees(.null, ahead: 1)
        if excludesNull {
            advance()
            advance()
        }
        return .init(kind: kind, excludesNull: excludesNull)
    }

    /// The longest name of a type that stands here.
    private mutating func takeTypeName() throws(Abandoned) -> ValueTypeSyntax.Name {
        var text = ""
        var found: (length: Int, name: ValueTypeSyntax.Name)?
        for ahead in 0..<Self.longestTypeName {
            let word: String
            switch peek(ahead) {
            case .name(let name): word = name
            case .keyword(let keyword, _): word = keyword.rawValue
            default: word = ""
            }
            if word.isEmpty { break }
            text += (text.isEmpty ? "" : " ") + word.uppercased()
            if let name = Self.typeNames[text] { found = (ahead + 1, name) }
        }
        guard let found else {
            throw fail(
                expecting: "a type such as INTEGER or LIST<STRING>",
                words: Self.typeNames.keys.sorted())
        }
        for _ in 0..<found.length { advance() }
        return found.name
    }

    private static let longestTypeName = 4

    /// All spellings, of openCypher and of GQL.
    private static let typeNames: [String: ValueTypeSyntax.Name] = {
        var names = Dictionary(
            uniqueKeysWithValues: ValueTypeSyntax.Name.allCases.map { ($0.rawValue, $0) })
        let others: [(String, ValueTypeSyntax.Name)] = [
            ("ANY VALUE", .any), ("BOOL", .boolean), ("INT", .integer), ("INT64", .integer),
            ("SIGNED INTEGER", .integer), ("FLOAT64", .float), ("VARCHAR", .string),
            ("ANY NODE", .node), ("VERTEX", .node), ("ANY VERTEX", .node),
            ("ANY RELATIONSHIP", .relationship), ("EDGE", .relationship),
            ("ANY EDGE", .relationship), ("ANY MAP", .map), ("ANY PROPERTY VALUE", .property),
            ("TIME WITHOUT TIMEZONE", .localTime), ("TIME WITH TIMEZONE", .zonedTime),
            ("TIME WITHOUT TIME ZONE", .localTime), ("TIME WITH TIME ZONE", .zonedTime),
            ("TIMESTAMP WITHOUT TIME ZONE", .localDateTime),
            ("TIMESTAMP WITH TIME ZONE", .zonedDateTime),
        ]
        for (text, name) in others { names[text] = name }
        return names
    }()
}
