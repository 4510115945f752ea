import Diagnostics
import QuerySyntax

/// Repeated parts of paths, and the words before a path.
extension Binder {
    /// The variables of what is repeated: within it each stands for one element, outside for the
    /// list of them.
    func bindVariables(
        of group: QuantifiedGroupSyntax, _ scope: inout Scope,
        _ introduced: inout [BoundVariable]
    ) -> BoundRelationshipPattern {
        for name in group.path.names {
            if let known = scope[name.text] {
                report(.repeatedVariable(name, firstPlace(of: known)))
            }
        }
        checkShape(of: group)
        var inner = scope
        var singles: [BoundVariable] = []
        var names: Set<String> = []
        let path = bindVariables(of: group.path, &inner, &singles, &names)
        let list = fresh("relationships", .list(.relationship), isHidden: true)
        introduced.append(list)
        let exports = singles.filter { !$0.isHidden }.map { single in
            BoundGroup.Export(single: single, list: fresh(single.name, .list(single.type)))
        }
        for export in exports {
            introduced.append(export.list)
            scope.add(export.list)
        }
        return BoundRelationshipPattern(
            variable: list, direction: .both, types: .any,
            length: .init(minimum: Int(group.minimum), maximum: group.maximum.map { Int($0) }),
            properties: .entries([]),
            group: BoundGroup(path: path, introduced: singles, exports: exports),
            span: group.span)
    }

    /// Conditions within read one repetition, and what was bound before the pattern.
    func bindConditions(
        of group: QuantifiedGroupSyntax, _ before: Scope,
        into relationship: inout BoundRelationshipPattern
    ) {
        guard var bound = relationship.group else { return }
        var inner = before
        for variable in bound.introduced where !variable.isHidden { inner.add(variable) }
        bindConditions(of: group.path, inner, into: &bound.path, before: before)
        bound.condition = group.condition.map { bindCondition($0, ExpressionContext(inner)) }
        relationship.group = bound
    }

    private func checkShape(of group: QuantifiedGroupSyntax) {
        let isNested = group.path.relationships.contains { $0.group != nil || $0.length != nil }
        if isNested || group.path.relationships.isEmpty {
            report(.badGroup(isNested: isNested, at: group.path.span))
        }
        if let maximum = group.maximum, maximum < group.minimum || maximum == 0 {
            report(.emptyQuantifier(at: group.span))
        }
    }

    /// The words before a path.
    func bindSearch(
        of path: PathPatternSyntax, _ bound: inout BoundPath, _ pattern: inout BoundPattern
    ) {
        if let search = path.search {
            bound.selection = search.selection
            switch search.mode {
            case nil, .walk: break
            case .trail: bound.mode = .trail
            case .simple: bound.mode = .simple
            case .acyclic: bound.mode = .acyclic
            }
            if let selection = bound.selection, selection.count == 0 {
                report(.noPaths(at: search.span))
            }
        }
        // Whether something comes twice is seen on the path as a whole.
        if bound.mode != .walk, bound.variable == nil, path.shortest == nil {
            let variable = fresh("path", .path, isHidden: true)
            pattern.introduced.append(variable)
            bound.variable = variable
        }
        guard pattern.repeatsElements, bound.mode == .walk else { return }
        for index in bound.relationships.indices {
            guard let length = bound.relationships[index].length else { continue }
            if length.maximum == nil { report(.endless(at: bound.relationships[index].span)) }
            bound.relationships[index].allowsRepeats = true
        }
    }

    func checkSearches(_ paths: [PathPatternSyntax], _ pattern: BoundPattern) {
        for (path, bound) in zip(paths, pattern.paths) {
            if path.shortest != nil, path.search != nil || path.condition != nil {
                report(.searchTwice(at: path.span))
            } else if bound.selection != nil, paths.count > 1 {
                report(.selectionAmongOthers(at: path.search?.span ?? path.span))
            }
        }
    }
}

extension PathSearchSyntax {
    fileprivate var selection: BoundPath.Selection? {
        switch selector {
        case .all: nil
        case .any(let count), .shortest(let count):
            .init(count: Int(clamping: count), isOfGroups: false)
        case .shortestGroups(let count): .init(count: Int(clamping: count), isOfGroups: true)
        }
    }
}

extension PathPatternSyntax {
    /// Named variables of its elements.
    fileprivate var names: [NameSyntax] {
        nodes.compactMap(\.variable) + relationships.compactMap(\.variable)
    }

    /// Written with what only a search may have.
    var isSearched: Bool {
        search != nil || condition != nil || relationships.contains { $0.group != nil }
    }

    /// Where the shortest are searched, a variable length is read as a group, which is searched
    /// level by level.
    var withSearchedGroup: PathPatternSyntax {
        guard shortest == nil, let selector = search?.selector, selector != .all,
            relationships.count == 1,
            let length = relationships[0].length
        else { return self }
        var path = self
        var single = relationships[0]
        single.length = nil
        path.relationships[0] = single.quantified(
            minimum: length.minimum ?? 1, maximum: length.maximum)
        return path
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func badGroup(isNested: Bool, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidRelationshipPattern",
            isNested
                ? "what is repeated cannot hold a part that is repeated itself"
                : "what is repeated needs a relationship", at: span,
            help: "for example ((a)-[:TYPE]->(b)){1,3}")
    }

    fileprivate static func emptyQuantifier(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidRelationshipPattern",
            "no number of repetitions lies within these bounds", at: span,
            help: "the upper bound is at least 1 and not below the lower one")
    }

    fileprivate static func noPaths(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidRelationshipPattern", "the number of paths is at least 1",
            at: span)
    }

    fileprivate static func repeatedVariable(
        _ name: NameSyntax, _ notes: [Note]
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "VariableAlreadyBound",
            "'\(name.text)' stands outside of what is repeated too", at: name.span,
            notes: notes, help: "within it use a name of its own, and compare the two in WHERE")
    }

    fileprivate static func endless(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidRelationshipPattern",
            "where elements may repeat, a path of any length never ends", at: span,
            help: "give an upper bound: {1,5}, or say TRAIL before the path")
    }

    fileprivate static func searchTwice(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax",
            "shortestPath() takes no words and no condition of the newer form", at: span,
            help: "write MATCH SHORTEST 1 (a)-[:TYPE]-+(b)")
    }

    fileprivate static func selectionAmongOthers(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidRelationshipPattern",
            "a MATCH that selects paths holds one path only", at: span,
            help: "put the other paths into a MATCH of their own")
    }
}
