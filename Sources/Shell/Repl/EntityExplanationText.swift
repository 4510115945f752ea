import KnowledgeGraph

/// Why names are resolved as they are, for people.
public enum EntityExplanationText {
    /// Most entities of near names that are shown.
    private static let mostApart = 12

    public static func of(_ explanations: [EntityExplanation]) -> String {
        explanations.map(of).joined(separator: "\n")
    }

    /// - Parameter nearest: a name that the graph has.
    public static func unknown(_ name: String, nearest: String?) -> String {
        "no entity of the graph is called '\(name)'"
            + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }

    private static func of(_ entity: EntityExplanation) -> String {
        var lines = ["\(entity.name)  (\(entity.label))"]
        if !entity.aliases.isEmpty {
            lines.append("  also called  " + entity.aliases.joined(separator: ", "))
        }
        let documents = entity.documents.count
        lines.append(
            "  \(count(entity.mentions, "mention")) in \(count(documents, "document"))")
        for form in entity.forms {
            lines.append(
                "  \"\(form.words)\"  \(form.mentions == 1 ? "" : "\(form.mentions) times, ")"
                    + rule(form.rule))
            lines.append("      \(form.document): \(plain(form.sentence ?? form.words))")
        }
        if !entity.apart.isEmpty { lines.append("  kept apart from") }
        for other in entity.apart.prefix(mostApart) {
            lines.append("    \(other.name)  (\(other.label)): \(reason(other))")
        }
        if entity.apart.count > mostApart {
            lines.append("    and \(entity.apart.count - mostApart) more")
        }
        if !entity.judgements.isEmpty { lines.append("  judged") }
        for judgement in entity.judgements {
            lines.append(
                "    \(judgement.verdict.rawValue)  \(judgement.first)  \(judgement.second)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func count(_ number: Int, _ what: String) -> String {
        "\(number) \(what)" + (number == 1 ? "" : "s")
    }

    private static func plain(_ sentence: String) -> String {
        sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// "surname+spelling": what led to the name in the document, then what led on to the entity.
    private static func rule(_ rule: String) -> String {
        let parts = rule.split(separator: "+", maxSplits: 1).map(String.init)
        let within = parts.first ?? ""
        var text = withinDocument[within] ?? patternRule(within)
        if parts.count > 1 { text += "; " + (acrossDocuments[parts[1]] ?? parts[1]) }
        return text
    }

    private static func patternRule(_ rule: String) -> String {
        let parts = rule.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, parts[0] == "reference" {
            return "stands for who was named before (reference '\(parts[1])')"
        }
        return "by its words (pattern '\(rule)')"
    }

    private static let withinDocument = [
        "gazetteer": "a name of the gazetteer",
        "shape": "a name by its shape",
        "surname": "short for the full name in the document",
        "acronym": "the acronym of a name in the document",
        "adjective": "the adjective of a country or body",
        "people": "the people of a country",
        "seat": "the seat of a government, as an actor",
        "place": "a seat of government, as a place",
        "office": "who held the office then, by the gazetteer",
        "unnamed": "somebody without a name",
    ]

    private static let acrossDocuments = [
        "alias": "what another document calls it too",
        "spelling": "another spelling of the name",
        "surname": "the only one of that surname in the graph",
        "initials": "the only one in the graph whom the initials fit",
        "judgement": "by judgement",
    ]

    private static func reason(_ other: EntityExplanation.Separation) -> String {
        switch other.reason {
        case .judgement: "judged distinct"
        case .type: "another type"
        case .countries:
            "here \(other.countries.joined(separator: ", ")), there "
                + other.otherCountries.joined(separator: ", ")
        case .initials: "other initials"
        case .givenNames: "another first name"
        case .document: "each document's own"
        case .ambiguous: "the name may mean several"
        }
    }
}
