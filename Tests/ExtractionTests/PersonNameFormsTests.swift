import PatternPacks
import Testing

@testable import Extraction

/// The shorter forms of names, by the word lists of the default pack.
@Suite struct PersonNameFormsTests {
    @Test(arguments: [
        ("Rustem Umerov", ["Umerov"]), ("Umerov", []), ("al-Hadari", []),
        ("Pieter van den Berg", ["van den Berg", "Berg"]), ("van der Meulen", []),
        ("Zhao Minghua", ["Minghua", "Zhao"]), ("Kim Jong-un", ["Jong-un", "Kim"]),
        ("Nguyen Van Thieu", ["Van Thieu", "Thieu", "Nguyen"]),
        ("José Luis García Moreno", ["Moreno", "García"]),
        ("Svetlana Ivanovna Kuznetsova", ["Kuznetsova"]),
        ("Joseph R. Biden Jr.", ["Biden"]), ("Mohammed bin Salman", ["bin Salman", "Salman"]),
    ])
    func shortForms(name: String, expected: [String]) throws {
        let forms = PersonNameForms([try NewsPackTests.pack.get()])
        #expect(forms.shortForms(of: name) == expected)
    }
}
