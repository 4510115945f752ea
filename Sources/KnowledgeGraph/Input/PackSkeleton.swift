/// The files of a pack to begin with: one relation, one word list, one name.
public enum PackSkeleton {
    /// Name and text of each file.
    ///
    /// - Parameter name: what the pack is called; it begins its patterns' ids.
    public static func files(named name: String) -> [(name: String, text: String)] {
        [("pack.toml", patterns(name)), ("names.tsv", names)]
    }

    /// Whether a name can stand in ids and in TOML strings as it is.
    public static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }

    private static func patterns(_ name: String) -> String {
        #"""
        # Names are found first, then patterns; docs/packs.md tells all that can stand here.
        # Check this pack after every change:  legation check FOLDER
        # Read texts with it:                  legation ingest GRAPH TEXTS --pack FOLDER

        [pack]
        name = "\#(name)"
        about = "What this pack finds, in one line"

        [words]
        # A list is used as {share} in every pattern.
        share = ["shared", "share", "shares", "sharing"]

        # One construction, in one way of saying it.
        [[relation]]
        # Evidence names the pattern by its id.
        id = "\#(name)-shared-table"
        # REPRESENTS, MEETS_WITH, FUNDS or DEMANDS, or one of your own that a [[type]] declares.
        type = "MEETS_WITH"
        # Of two patterns that fit, the one with the higher priority counts.
        priority = 10
        # Only sentences with one of these words are tried; a list's name stands for its words.
        anchors = ["share"]
        # {actor} is a person, a country, an organisation or a group. In vg, the words between the
        # actor and the verb, the program looks for "refused to", "will", "did not" and the like.
        pattern = '{source:actor}(?<vg>(?: [a-z]+){0,4}?) (?<trigger>{share} a table) with {target:actor}'
        # The pattern has to find these …
        example = [
          "Ana Ruiz shared a table with Kofi Asante.",
          "Kofi Asante refused to share a table with Ana Ruiz.",
        ]
        # … and must not find these.
        counterexample = ["Ana Ruiz shared a cab with Kofi Asante."]
        """# + "\n"
    }

    private static let names = """
        # Names that the program does not know; tabs separate the columns, | several aliases.
        name\ttype\taliases\tnote
        Ana Ruiz\tPerson\tMs. Ruiz\t

        """
}
