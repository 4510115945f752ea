import Diagnostics
import GraphModel
import QuerySyntax

extension Binder {
    /// The patterns of a `MATCH`: first all variables, then the conditions, which may use them all.
    func bindMatchPattern(
        _ paths: [PathPatternSyntax], _ scope: inout Scope, repeatsElements: Bool = false
    ) -> BoundPattern {
        let before = scope
        let paths = paths.map(\.withSearchedGroup)
        var pattern = BoundPattern(paths: [], introduced: [], repeatsElements: repeatsElements)
        var relationshipNames: Set<String> = []
        for path in paths {
            var bound = bindVariables(of: path, &scope, &pattern.introduced, &relationshipNames)
            bindSearch(of: path, &bound, &pattern)
            pattern.paths.append(bound)
        }
        for (index, path) in paths.enumerated() {
            bindConditions(of: path, scope, into: &pattern.paths[index], before: before)
        }
        checkSearches(paths, pattern)
        return pattern
    }

    func bindConditions(
        of path: PathPatternSyntax, _ scope: Scope, into bound: inout BoundPath, before: Scope
    ) {
        for (position, node) in path.nodes.enumerated() {
            bound.nodes[position].properties =
                bindProperties(node.properties, scope, allowsParameter: false)
            if let condition = node.condition {
                bound.nodes[position].restrictions.append(
                    bindCondition(condition, ExpressionContext(scope)))
            }
        }
        for (position, relationship) in path.relationships.enumerated() {
            bound.relationships[position].properties =
                bindProperties(relationship.properties, scope, allowsParameter: false)
            if let condition = relationship.condition {
                if relationship.length != nil {
                    report(.conditionOnLength(at: condition.span))
                } else {
                    bound.relationships[position].condition =
                        bindCondition(condition, ExpressionContext(scope))
                }
            }
            if let group = relationship.group {
                bindConditions(of: group, before, into: &bound.relationships[position])
            }
        }
        bound.condition = path.condition.map { bindCondition($0, ExpressionContext(scope)) }
    }

    func bindVariables(
        of path: PathPatternSyntax, _ scope: inout Scope, _ introduced: inout [BoundVariable],
        _ relationshipNames: inout Set<String>
    ) -> BoundPath {
        var bound = BoundPath(
            variable: nil, shortest: path.shortest.map { $0 == .one ? .one : .all }, nodes: [],
            relationships: [], span: path.span)
        if let name = path.variable {
            let variable = introduce(name, .path, &scope)
            introduced.append(variable)
            bound.variable = variable
        }
        for (index, node) in path.nodes.enumerated() {
            if index > 0 {
                let relationship = path.relationships[index - 1]
                if let group = relationship.group {
                    bound.relationships.append(bindVariables(of: group, &scope, &introduced))
                } else {
                    bound.relationships.append(
                        bindVariable(of: relationship, &scope, &introduced, &relationshipNames))
                }
            }
            bound.nodes.append(bindVariable(of: node, &scope, &introduced))
        }
        checkShortest(path)
        return bound
    }

    private func checkShortest(_ path: PathPatternSyntax) {
        let isSingle = path.relationships.count == 1 && path.relationships[0].group == nil
        if path.shortest != nil, !isSingle {
            report(.shortestOfMany(at: path.span))
        }
    }

    private func bindVariable(
        of node: NodePatternSyntax, _ scope: inout Scope, _ introduced: inout [BoundVariable]
    ) -> BoundNodePattern {
        let variable: BoundVariable
        if let name = node.variable, let known = scope[name.text] {
            if known.type != .node, !known.type.isOpen {
                report(.conflict(name, known, .node, firstPlace(of: known)))
            }
            variable = known
        } else {
            variable = elementVariable(node.variable, .node, &scope)
            introduced.append(variable)
        }
        let (labels, restrictions) = split(node.labels, of: variable, node.span)
        return BoundNodePattern(
            variable: variable, labels: labels, properties: .entries([]),
            restrictions: restrictions, span: node.span)
    }

    private func elementVariable(
        _ name: NameSyntax?, _ type: StaticType, _ scope: inout Scope
    ) -> BoundVariable {
        guard let name else {
            return fresh(type == .node ? "node" : "relationship", type, isHidden: true)
        }
        let variable = fresh(name, type)
        scope.add(variable)
        return variable
    }

    private func bindVariable(
        of relationship: RelationshipPatternSyntax, _ scope: inout Scope,
        _ introduced: inout [BoundVariable], _ relationshipNames: inout Set<String>
    ) -> BoundRelationshipPattern {
        let type: StaticType =
            relationship.length == nil ? .relationship : .list(.relationship)
        let variable: BoundVariable
        if let name = relationship.variable, let known = scope[name.text] {
            if relationshipNames.contains(name.text) {
                report(.repeatedRelationship(name, firstPlace(of: known)))
            } else if !known.type.mayBe(type) {
                report(.conflict(name, known, type, firstPlace(of: known)))
            }
            variable = known
        } else {
            variable = elementVariable(relationship.variable, type, &scope)
            introduced.append(variable)
        }
        if let name = relationship.variable { relationshipNames.insert(name.text) }
        return BoundRelationshipPattern(
            variable: variable, direction: direction(of: relationship),
            types: typeSet(relationship.types), length: length(of: relationship),
            properties: .entries([]), span: relationship.span)
    }

    private func direction(of relationship: RelationshipPatternSyntax) -> Direction {
        switch relationship.arrow {
        case .right: .outgoing
        case .left: .incoming
        case .either: .both
        }
    }

    private func length(
        of relationship: RelationshipPatternSyntax
    ) -> BoundRelationshipPattern.Length? {
        guard let length = relationship.length else { return nil }
        return .init(
            minimum: length.minimum.map { Int($0) } ?? 1, maximum: length.maximum.map { Int($0) })
    }

    func bindProperties(
        _ properties: ExpressionSyntax?, _ scope: Scope, allowsParameter: Bool
    ) -> BoundProperties {
        switch properties {
        case .map(let entries, _):
            return .entries(
                entries.map {
                    if !allowsParameter { mention(.propertyKey, $0.key) }
                    return BoundEntry(
                        key: $0.key.text,
                        value: bind($0.value, ExpressionContext(scope)).expression)
                })
        case .parameter(let name):
            if !allowsParameter { report(.parameterInPattern(name)) }
            checkParameter(name)
            return .parameter(name.text, name.span)
        default: return .entries([])
        }
    }

    // MARK: Patterns to create

    func bindCreatePattern(
        _ paths: [PathPatternSyntax], _ scope: inout Scope, isMerge: Bool
    ) -> BoundPattern {
        var pattern = BoundPattern(paths: [], introduced: [])
        for path in paths {
            var bound = BoundPath(
                variable: nil, shortest: nil, nodes: [], relationships: [], span: path.span)
            let before = pattern.introduced.count
            if path.isSearched { report(.createdSearch(at: path.span)) }
            for (index, node) in path.nodes.enumerated() {
                if index > 0 {
                    bound.relationships.append(
                        bindCreated(path.relationships[index - 1], &scope, &pattern, isMerge))
                }
                bound.nodes.append(
                    bindCreated(node, &scope, &pattern, isMerge, path.nodes.count == 1))
            }
            // In the order in which they can be made: a relationship needs both its nodes.
            let made = pattern.introduced[before...]
            pattern.introduced[before...] =
                (made.filter { $0.type == .node } + made.filter { $0.type != .node })[...]
            if let name = path.variable {
                let variable = introduce(name, .path, &scope)
                pattern.introduced.append(variable)
                bound.variable = variable
            }
            pattern.paths.append(bound)
        }
        return pattern
    }

    private func bindCreated(
        _ node: NodePatternSyntax, _ scope: inout Scope, _ pattern: inout BoundPattern,
        _ isMerge: Bool, _ isAlone: Bool
    ) -> BoundNodePattern {
        let properties = bindProperties(node.properties, scope, allowsParameter: !isMerge)
        let variable: BoundVariable
        if let name = node.variable, let known = scope[name.text] {
            if isAlone || node.labels != nil || node.properties != nil {
                report(.alreadyBound(name, known, firstPlace(of: known)))
            } else if known.type != .node, !known.type.isOpen {
                report(.conflict(name, known, .node, firstPlace(of: known)))
            }
            variable = known
        } else {
            variable = elementVariable(node.variable, .node, &scope)
            pattern.introduced.append(variable)
        }
        return BoundNodePattern(
            variable: variable, labels: createdLabels(node), properties: properties,
            span: node.span)
    }

    private func bindCreated(
        _ relationship: RelationshipPatternSyntax, _ scope: inout Scope,
        _ pattern: inout BoundPattern, _ isMerge: Bool
    ) -> BoundRelationshipPattern {
        if let name = relationship.variable, let known = scope[name.text] {
            report(.alreadyBound(name, known, firstPlace(of: known)))
        }
        if relationship.length != nil { report(.createdLength(at: relationship.span)) }
        let types = createdType(relationship)
        if relationship.arrow == .either, !isMerge {
            report(.createdDirection(at: relationship.span))
        }
        let properties = bindProperties(relationship.properties, scope, allowsParameter: !isMerge)
        let variable = elementVariable(relationship.variable, .relationship, &scope)
        pattern.introduced.append(variable)
        return BoundRelationshipPattern(
            variable: variable, direction: direction(of: relationship),
            types: types, length: nil, properties: properties,
            span: relationship.span)
    }
}

extension StaticType {
    /// Whether a value of this type may turn out to be of the other: `[]` may be a list of
    /// relationships.
    fileprivate func mayBe(_ wanted: StaticType) -> Bool {
        if isOpen || self == wanted { return true }
        guard case .list(let element) = self, case .list(let wantedElement) = wanted
        else { return false }
        return element.mayBe(wantedElement)
    }
}

// MARK: - Wording

extension Diagnostic {
    fileprivate static func conflict(
        _ name: NameSyntax, _ known: BoundVariable, _ wanted: StaticType, _ notes: [Note]
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "VariableTypeConflict",
            "'\(name.text)' is \(known.type.words) and cannot be \(wanted.words) here",
            at: name.span, notes: notes, help: "use another name")
    }

    fileprivate static func repeatedRelationship(
        _ name: NameSyntax, _ notes: [Note]
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "RelationshipUniquenessViolation",
            "the relationship '\(name.text)' cannot stand twice in one pattern", at: name.span,
            notes: notes, help: "a pattern never meets a relationship twice; use two names")
    }

    fileprivate static func parameterInPattern(_ name: NameSyntax) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidParameterUse",
            "a parameter cannot stand for all properties of a pattern that is searched",
            at: name.span, help: "write them one by one: {key: $\(name.text).key}")
    }

    fileprivate static func shortestOfMany(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidRelationshipPattern",
            "a shortest path takes two nodes and one relationship between them", at: span,
            help: "for example shortestPath((a)-[*]-(b))")
    }

    fileprivate static func createdSearch(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "UnexpectedSyntax", "what is created is one path, written in full",
            at: span, help: "leave out quantifiers, conditions and the words before the path")
    }

    fileprivate static func createdLength(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "CreatingVarLength",
            "a relationship of variable length cannot be created", at: span)
    }

    fileprivate static func conditionOnLength(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "InvalidRelationshipPattern",
            "a relationship of variable length takes no WHERE", at: span,
            help: "quantify the pattern instead: (()-[r:TYPE WHERE r.x > 1]->()){1,3}")
    }

    fileprivate static func createdDirection(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, code: "RequiresDirectedRelationship",
            "a relationship that is created needs a direction", at: span,
            help: "write -[…]-> or <-[…]-")
    }
}
