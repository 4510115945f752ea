import GraphExport
import GraphModel

/// Why a name is resolved as it is, as an array of objects for programs: one for each entity.
public enum EntityExplanationJson {
    public static func of(_ explanations: [EntityExplanation]) -> Json {
        .array(explanations.map(entity))
    }

    private static func entity(_ entity: EntityExplanation) -> Json {
        .object([
            .init("name", .string(entity.name)),
            .init("label", .string(entity.label)),
            .init("aliases", .array(entity.aliases.map(Json.string))),
            .init("mentions", .integer(Int64(entity.mentions))),
            .init("documents", .array(entity.documents.map(Json.string))),
            .init("forms", .array(entity.forms.map(form))),
            .init("apart", .array(entity.apart.map(separation))),
            .init("judgements", .array(entity.judgements.map(judgement))),
        ])
    }

    private static func form(_ form: EntityExplanation.Form) -> Json {
        .object([
            .init("words", .string(form.words)), .init("rule", .string(form.rule)),
            .init("mentions", .integer(Int64(form.mentions))),
            .init("document", .string(form.document)),
            .init("sentence", form.sentence.map(Json.string) ?? .null),
        ])
    }

    private static func separation(_ separation: EntityExplanation.Separation) -> Json {
        .object([
            .init("name", .string(separation.name)), .init("label", .string(separation.label)),
            .init("reason", .string(separation.reason.rawValue)),
            .init("countries", .array(separation.countries.map(Json.string))),
            .init("other_countries", .array(separation.otherCountries.map(Json.string))),
        ])
    }

    private static func judgement(_ judgement: Judgement) -> Json {
        .object([
            .init("verdict", .string(judgement.verdict.rawValue)),
            .init("first", .string(judgement.first)), .init("second", .string(judgement.second)),
        ])
    }
}
