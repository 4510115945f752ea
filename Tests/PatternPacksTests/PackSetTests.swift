import PatternPacks
import Testing

/// Packs that build on others, and types of relations that they declare.
@Suite struct PackSetTests {
    static func files(_ name: String, _ toml: String) -> [PackFile] {
        let head = toml.contains("[pack]") ? "" : "[pack]\nname = \"\(name)\"\n"
        return [PackFile(path: "\(name)/pack.toml", bytes: Array((head + toml).utf8))]
    }

    static let base = files(
        "base",
        """
        [words]
        buy = ["buys"]
        [define]
        by = '(?:by {actor})'
        [[relation]]
        id = "funds"
        type = "FUNDS"
        pattern = '{source:actor} pays {target:actor}'
        [[cue]]
        id = "no"
        status = "negated"
        pattern = '\\bno\\b'
        """)
    static let trade = files(
        "trade",
        """
        [pack]
        name = "trade"
        uses = ["base"]
        [[type]]
        name = "BUYS"
        properties = ["stake"]
        [[relation]]
        id = "buys"
        type = "BUYS"
        pattern = '{source:actor} {buy} (?<stake>half|all) of {target:actor}{by}?'
        """)

    @Test func aPackUsesTheWordsOfAnotherAndItsNamesWithoutItsClaims() throws {
        let set = PackSet([Self.trade], bundled: ["base": Self.base])
        #expect(set.loaded.flatMap(\.findings).map(\.text) == [])
        #expect(set.packs.map(\.name) == ["trade", "base"])
        #expect(set.packs.map(\.relations.count) == [1, 0])
        #expect(set.packs.map(\.cues.count) == [0, 1])
        #expect(set.loaded[0].pack.relations[0].properties == ["stake"])
        #expect(PackLinter.findings(in: set.loaded[0]).map(\.diagnostic.code) == ["NoExample"])
    }

    @Test func aUsedPackThatIsAskedForIsReadOnceAndWhole() {
        let set = PackSet([Self.trade, Self.base], bundled: ["base": Self.base])
        #expect(set.packs.map(\.relations.count) == [1, 1])
        #expect(set.others.isEmpty)
    }

    @Test func aGivenPackStandsForTheBundledOneOfItsName() {
        let other = Self.files("base", "[words]\nbuy = [\"takes\"]\n[define]\nby = 'x'\n")
        let set = PackSet([Self.trade, other], bundled: ["base": Self.base])
        #expect(set.packs.map(\.words) == [[:], ["buy": ["takes"]]])
    }

    @Test(arguments: [
        ("[pack]\nname = \"x\"\nuses = [\"bse\"]", "did you mean 'base'?", "UnknownPack"),
        ("[pack]\nname = \"x\"\nuses = [\"x\"]", "no pack 'x' to use", "UnknownPack"),
        (
            "[[cue]]\nid = \"c\"\nanchors = [\"a\"]\ncontext = [\"b\"]\npattern = 'x'",
            "'anchors' or 'context', not both", "InvalidValue"
        ),
        ("[[type]]\nabout = \"x\"", "lacks 'name'", "MissingKey"),
        ("[[type]]\nname = \"Buys\"", "written with capitals", "InvalidValue"),
        ("[[type]]\nname = \"FUNDS\"", "is a type 'FUNDS' already", "DuplicateType"),
        ("[[type]]\nname = \"MENTIONED_IN\"", "already", "DuplicateType"),
        (
            "[[type]]\nname = \"X\"\nproperties = [\"amount\"]", "'amount' is no name",
            "InvalidValue"
        ),
        ("[[type]]\nname = \"X\"\nproperty = \"y\"", "no key 'property'", "UnknownKey"),
        (
            "[[type]]\nname = \"BUYS\"\n[[relation]]\nid = \"r\"\ntype = \"BUY\"\npattern = 'x'",
            "did you mean 'BUYS'?", "UnknownType"
        ),
        (
            "[[relation]]\nid = \"r\"\ntype = \"OWNS_WHOLLY\"\npattern = 'x'",
            "declare it: [[type]]",
            "UnknownType"
        ),
        (
            "[[type]]\nname = \"X\"\n[[relation]]\nid = \"r\"\ntype = \"X\"\npattern = '(?<stake>x)'",
            "no group 'stake'", "UnknownGroup"
        ),
    ])
    func faultsAreTold(toml: String, told: String, code: String) {
        let set = PackSet([Self.files("x", toml)], bundled: ["base": Self.base])
        let texts = set.loaded.flatMap(\.findings)
            .filter { $0.diagnostic.code == code && $0.diagnostic.severity == .error }
            .map(\.text)
        #expect(texts.contains { $0.contains(told) }, "\(set.loaded[0].findings.map(\.text))")
    }
}
