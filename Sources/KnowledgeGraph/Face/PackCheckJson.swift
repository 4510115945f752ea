import Diagnostics
import Extraction
import GraphExport
import PatternPacks

/// What checking packs gave, as one object of JSON for programs.
public enum PackCheckJson {
    public static func of(_ check: PackCheck) -> Json {
        .object([
            .init("packs", count(check.packs)),
            .init("patterns", count(check.patterns)),
            .init("examples", count(check.examples)),
            .init("counterexamples", count(check.counterexamples)),
            .init("errors", count(check.errors)),
            .init("warnings", count(check.warnings)),
            .init("examples_tried", .boolean(!check.isUntried)),
            .init("findings", .array(check.findings.map(finding))),
        ])
    }

    private static func finding(_ finding: LoadedPack.Finding) -> Json {
        let diagnostic = finding.diagnostic
        let place = diagnostic.span.map { finding.source.position(of: $0.start) }
        return .object([
            .init("severity", .string(diagnostic.severity.rawValue)),
            .init("code", .string(diagnostic.code)),
            .init("message", .string(diagnostic.message)),
            .init("file", .string(finding.source.name)),
            .init("line", place.map { count($0.line) } ?? .null),
            .init("column", place.map { count($0.column) } ?? .null),
            .init("notes", .array(diagnostic.notes.map { .string($0.message) })),
            .init("help", diagnostic.help.map(Json.string) ?? .null),
        ])
    }

    private static func count(_ number: Int) -> Json { .integer(Int64(number)) }
}
