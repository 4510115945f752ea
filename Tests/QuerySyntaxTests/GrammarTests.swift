import Diagnostics
import Foundation
import QuerySyntax
import Testing

/// Holds `Grammar/Cypher.ebnf` and the parser together, in both directions.
@Suite struct GrammarTests {
    let grammar: Grammar

    init() throws { grammar = try Grammar() }

    @Test func keywordsEqualTheLexers() {
        let keywords = Set(Keyword.allCases.map(\.rawValue))
        let used = grammar.terminals(without: ["Keyword"]).filter { $0.first?.isUppercase == true }
        #expect(used == keywords)
        #expect(grammar.productions["Keyword"].map { Set(Grammar.terminals($0)) } == keywords)
    }

    @Test func symbolsEqualTheLexers() {
        let symbols = grammar.terminals().filter { $0.first?.isLetter == false }
        #expect(symbols == Set(Symbol.allCases.map(\.rawValue)))
    }

    @Test func everyProductionIsDefinedAndReached() {
        let references = Set(grammar.productions.values.flatMap(Grammar.references))
        #expect(references.union(["Script"]) == Set(grammar.productions.keys))
    }

    /// Above each parse function stands its production, word for word as in the grammar, and each
    /// production of more than words stands above one.
    @Test func parseFunctionsNameTheirProductions() throws {
        let folder = Grammar.root.appending(path: "Sources/QuerySyntax/Parsing")
        var named: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        {
            var comment = ""
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let line = line.drop(while: \.isWhitespace)
                if line.hasPrefix("//") {
                    if !line.hasPrefix("///") { comment += line.dropFirst(2) + "\n" }
                    continue
                }
                if let name = line.firstMatch(of: /func (parse[A-Za-z]*)/)?.1 {
                    let found = comment.matches(of: /(?m)^ ([A-Z][A-Za-z]+) = (.+(?:\n {2,}.+)*) ;/)
                    #expect(
                        !found.isEmpty, "\(name) in \(file.lastPathComponent) names no production")
                    for production in found {
                        named.insert(String(production.1))
                        #expect(
                            grammar.texts[String(production.1)]
                                == Grammar.normal(String(production.2)),
                            "\(name) in \(file.lastPathComponent)")
                    }
                }
                comment = ""
            }
        }
        let words: Set = [
            "Integer", "Float", "String", "DynamicParameterSpecification", "Word",
            "BindingVariable", "Name", "Keyword",
            "Literal", "TypeName",
        ]
        #expect(Set(grammar.productions.keys).subtracting(words).subtracting(named).isEmpty)
    }

    /// 20,000 a run. Deeper ones are longer, and so fewer; of every tenth it is also held that what is
    /// printed of it reads as the same.
    @Test(arguments: [(6, 13_000), (10, 5_600), (14, 1000), (22, 330), (40, 70)])
    func sentencesParse(bound: Int, count: Int) {
        var maker = SentenceMaker(grammar, seed: UInt64(bound), bound: bound)
        for number in 0..<count {
            let sentence = maker.sentence(of: "Statement")
            guard maker.words.count < 2000 else { continue }
            let (statements, diagnostics) = Parser.parse(SourceText(name: "query", sentence))
            #expect(diagnostics.isEmpty && statements.count == 1, "\(sentence) \(diagnostics)")
            if number % 10 == 0 { ParserTests.checkPrinting(statements) }
        }
        if bound > 20 {
            #expect(maker.used.union(["Script"]) == Set(grammar.productions.keys))
        }
    }
}
