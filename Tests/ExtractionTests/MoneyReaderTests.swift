import PatternPacks
import Testing

@testable import Extraction

@Suite struct MoneyReaderTests {
    @Test(
        arguments: [
            ("$106 billion", 106e9, "USD"), ("€2.5bn", 2.5e9, "EUR"), ("€45m", 45e6, "EUR"),
            ("3 million pounds", 3e6, "GBP"), ("US$1.2m", 1.2e6, "USD"), ("USD 5,000", 5000, "USD"),
            ("Rs 500 crore", 5e9, "INR"), ("Rs. 2 lakh crore", 2e12, "INR"),
            ("half a billion dollars", 0.5e9, "USD"), ("a million euros", 1e6, "EUR"),
            ("three hundred million dollars", 300e6, "USD"), ("$1,250,000", 1_250_000, "USD"),
            // A decimal comma, and the lower end of a range.
            ("€1,5 million", 1.5e6, "EUR"), ("$1.5-2 billion", 1.5e9, "USD"),
            ("$1.5 billion to $2 billion", 1.5e9, "USD"), ("10 to 12 million euros", 10e6, "EUR"),
            // What is vague is no number.
            ("tens of millions of dollars", nil, "USD"), ("billions of euros", nil, "EUR"),
            ("several million dollars", nil, "USD"), ("hundreds of millions of pounds", nil, "GBP"),
        ] as [(String, Double?, String)])
    func numbersAndCurrencies(words: String, number: Double?, currency: String) throws {
        let read = MoneyReader([try NewsPackTests.pack.get()]).read(words)
        #expect(read.number == number)
        #expect(read.currency == currency)
    }

    /// The mention in a sentence takes all words of the amount.
    @Test(arguments: [
        ("Germany gave Ukraine another $106 billion.", "$106 billion"),
        ("Germany gave Ukraine €2.5bn.", "€2.5bn"),
        ("Germany gave Ukraine Rs 500 crore.", "Rs 500 crore"),
        ("Germany gave Ukraine $1.5-2 billion.", "$1.5-2 billion"),
        ("Germany gave Ukraine half a billion dollars.", "half a billion dollars"),
        ("Germany gave Ukraine tens of millions of dollars.", "tens of millions of dollars"),
        ("Germany gave Ukraine 10 to 12 million euros.", "10 to 12 million euros"),
    ])
    func amountsOfSentences(text: String, amount: String) throws {
        let document = try Extractor(try NewsPackTests.rules.get()).extract(
            SourceDocument(id: "d", bytes: Array(text.utf8)))
        #expect(document.claims.compactMap(\.amount?.words) == [amount])
    }
}
