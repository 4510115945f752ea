import Extraction
import Testing

@testable import KnowledgeGraph

@Suite struct NameSpellingTests {
    @Test(arguments: [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
        ("Rodolfo Suárez", "Rodolfo Suarez"),
        ("Yusuf al-Hadari", "Youssef el-Hadari"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Abd al-Rahman Saleh", "Abdel Rahman Saleh"),
        ("Mohammed Rashid", "Mohamed Rasheed"),
        ("Sergey Lavrov", "Sergei V. Lavrov"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Lars Løkke Rasmussen", "Lars Lokke Rasmussen"),
        ("Gideon Sa’ar", "Gideon Saar"),
        ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
    ])
    func spellingsOfOnePersonReadAlike(names: (String, String)) {
        #expect(NameSpelling(names.0, .person).key == NameSpelling(names.1, .person).key)
    }

    @Test(arguments: [
        ("Volodymyr Zelensky", "Vladimir Zelensky"), ("Ana Ruiz", "Anna Ruis"),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr."), ("Li Qiang", "Li Qing"),
        ("Joseph Aoun", "Michel Aoun"),
    ])
    func otherNamesDoNot(names: (String, String)) {
        #expect(NameSpelling(names.0, .person).key != NameSpelling(names.1, .person).key)
    }

    @Test func middleInitialsAreToldApart() {
        #expect(NameSpelling("George W. Bush", .person).initials == "w")
        #expect(NameSpelling("George H. W. Bush", .person).initials == "hw")
    }

    @Test func bodiesAreSpelledInTwoWays() {
        let british = NameSpelling("The World Food Programme", .collective)
        #expect(british == NameSpelling("World Food Program", .collective))
        #expect(british != NameSpelling("World Food Fund", .collective))
    }
}
