import Extraction
import GraphModel
import PatternPacks
import Testing

/// A small pack of its own, so that these tests are about the cascade and not about English.
enum TestPack {
    static let toml = #"""
        [words]
        meet = ["met", "meets", "meet"]
        say = ["said", "says"]
        role = ["envoy", "president"]
        currency = ["euros"]
        [define]
        vg = '(?<vg>(?: [a-z]+)*? )'
        [scales]
        million = 1000000
        [currencies]
        euro = "EUR"
        [[name]]
        id = "full"
        class = "person"
        pattern = '(?<name>\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)'
        [[name]]
        id = "mr"
        class = "person"
        pattern = 'Mr\. (?<name>\p{Lu}\p{Ll}+)'
        [[name]]
        id = "bracket"
        priority = 1
        class = "organization"
        pattern = '(?<name>\p{Lu}\p{Ll}+ Force) \((?<acronym>[A-Z]+)\)'
        [[name]]
        id = "money"
        class = "money"
        pattern = '(?<name>[0-9.]+ million {currency})'
        [[phrase]]
        id = "apposition"
        pattern = '{target:country}\x27s (?<role>{role}), {head:person},?'
        [[phrase]]
        id = "group"
        result = "group"
        pattern = '{target:adjective} officials'
        [[phrase]]
        id = "groups"
        result = "groups"
        pattern = '(?<target>{adjective} and {adjective}) (?:(?<role>envoys)|veterans)'
        [[phrase]]
        id = "list"
        result = "list"
        pattern = '{one}(?:, {one})* and {one}'
        [[phrase]]
        id = "said"
        result = "aside"
        priority = -1
        pattern = ', {speaker:one} {say}(?=\.)'
        [[reference]]
        id = "he"
        classes = ["person"]
        pattern = '\b(?<mention>he)\b'
        [[relation]]
        id = "aids"
        type = "FUNDS"
        pattern = '{source:actor}{vg}aids (?<target>(?:the )?(?:[a-z]+ (?:in )?|{adjective} [a-z]+)*{actor}?)(?=\.)'
        [[reference]]
        id = "they"
        classes = ["group"]
        pattern = '\b(?<mention>they)\b'
        [[relation]]
        id = "meets"
        type = "MEETS_WITH"
        anchors = ["meet"]
        pattern = '{source:actor}{vg}{trigger:meet} {target:actor}(?: in {place:location})?'
        [[relation]]
        id = "target"
        type = "none"
        priority = 10
        pattern = '{actor} {trigger:meet} {actor}\x27s targets'
        [[relation]]
        id = "gives"
        type = "FUNDS"
        pattern = '{source:actor}{vg}gave {target:actor} {amount:money}'
        [[relation]]
        id = "demands"
        type = "DEMANDS"
        pattern = '{source:actor}{vg}demands that (?<what>{addressee:actor} [^.]+)'
        [[cue]]
        id = "refused"
        status = "refused"
        pattern = 'refused to'
        [[cue]]
        id = "if"
        status = "possible"
        scope = "before"
        pattern = '\bif\b'
        """#
    static let tsv = """
        name\ttype\taliases\tadjectives\tseats
        Freeland\tCountry\t\tFreelandic\tPort City
        Norland\tCountry\tthe Norlands\tNorlandic\t
        Port City\tPlace\t\t\t
        """

    static func extract(_ text: String, format: DocumentFormat = .text) throws -> ExtractedDocument
    {
        try extractor().extract(
            SourceDocument(id: "d", format: format, bytes: Array(text.utf8)))
    }

    static func explain(_ text: String) throws -> ExplainedDocument {
        try extractor().explain(
            SourceDocument(id: "d", format: .text, bytes: Array(text.utf8)))
    }

    private static func extractor() throws -> Extractor {
        let loaded = PackLoader.load([
            PackFile(path: "pack.toml", bytes: Array(toml.utf8)),
            PackFile(path: "names.tsv", bytes: Array(tsv.utf8)),
        ])
        try #require(!loaded.hasErrors, "\(loaded.findings.map(\.text))")
        return Extractor(packs: [loaded.pack])
    }

    /// `MEETS_WITH Freeland -> Norland refused`, by canonical names.
    static func claims(_ document: ExtractedDocument) -> [String] {
        document.claims.map { claim in
            let target =
                claim.target.map { document.entities[$0.entity].name } ?? claim.demand?.words ?? ""
            return "\(claim.kind.rawValue) \(document.entities[claim.source.entity].name) -> "
                + "\(target) \(claim.status)"
        }
    }
}
