import Diagnostics
import GraphExport

/// Diagnostics as JSON, for programs: an editor, a web page, a script.
public enum DiagnosticJson {
    /// `{"severity", "code", "name", "gqlstatus", "message", "help", "source", "start", "end",
    /// "notes": [{"message", "start", "end"}]}`; a place is `{"line", "column", "offset"}`, line
    /// and column from 1 and the offset in bytes, and null where it is not known.
    public static func of(_ diagnostic: Diagnostic, in source: SourceText) -> Json {
        let code = diagnostic.queryCode
        let notes = diagnostic.notes.map { note in
            Json.object(
                [.init("message", .string(note.message))] + places(note.span, in: source))
        }
        return .object(
            [
                .init("severity", .string(diagnostic.severity.rawValue)),
                .init("code", code.map { .string($0.id) } ?? .null),
                .init("name", .string(diagnostic.code)),
                .init("gqlstatus", code.map { .string($0.gqlStatus) } ?? .null),
                .init("message", .string(diagnostic.message)),
                .init("help", diagnostic.help.map(Json.string) ?? .null),
                .init("source", .string(source.name)),
            ] + places(diagnostic.span, in: source) + [.init("notes", .array(notes))])
    }

    private static func places(_ span: SourceSpan?, in source: SourceText) -> [Json.Member] {
        [
            .init("start", span.map { place($0.start, in: source) } ?? .null),
            .init("end", span.map { place($0.end, in: source) } ?? .null),
        ]
    }

    private static func place(_ offset: Int, in source: SourceText) -> Json {
        let position = source.position(of: offset)
        return .object([
            .init("line", .integer(Int64(position.line))),
            .init("column", .integer(Int64(position.column))),
            .init("offset", .integer(Int64(offset))),
        ])
    }
}
