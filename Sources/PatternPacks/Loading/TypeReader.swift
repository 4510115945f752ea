import Diagnostics

/// Reads one `[[type]]`: a type of relation of the pack's own.
struct TypeReader {
    private let section: PackSection
    private(set) var diagnostics: [Diagnostic] = []

    init(section: PackSection) { self.section = section }

    /// - Parameter others: names that are taken.
    mutating func type(among others: [String]) -> RelationType? {
        let about = section.string("about") ?? ""
        let properties = section.strings("properties") ?? []
        guard let name = section.string("name") else {
            diagnostics.append(withoutName())
            return nil
        }
        guard Self.isName(name) else {
            diagnostics.append(badName(name))
            return nil
        }
        guard !(others + RelationType.standard + RelationType.structural).contains(name) else {
            diagnostics.append(taken(name))
            return nil
        }
        let reserved = RelationType.commonProperties.union(PatternKind.relation.groups)
        for property in properties where !Self.isProperty(property) || reserved.contains(property) {
            diagnostics.append(badProperty(property))
        }
        return RelationType(name: name, about: about, properties: properties)
    }

    private static func isName(_ name: String) -> Bool {
        name.wholeMatch(of: /[A-Z][A-Z0-9_]*/) != nil
    }

    private static func isProperty(_ name: String) -> Bool {
        name.wholeMatch(of: /[a-z][a-z0-9_]{0,30}/) != nil
    }
}

extension TypeReader {
    private func withoutName() -> Diagnostic {
        Diagnostic(.error, code: "MissingKey", "[[type]] lacks 'name'", at: section.span(nil))
    }

    private func badName(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidValue", "'\(name)' is no name for a type",
            at: section.span("name"),
            help: "types are written with capitals: ACQUIRES, WORKS_FOR")
    }

    private func taken(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, code: "DuplicateType", "there is a type '\(name)' already",
            at: section.span("name"),
            help: "a pattern can claim it without a declaration, or give yours another name")
    }

    private func badProperty(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidValue", "'\(name)' is no name for a property of one type",
            at: section.span("properties"),
            help: "small letters, and none of what every claim has (amount, place, date, role, …)")
    }
}
