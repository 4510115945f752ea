import GraphModel
import QuerySemantics

/// What a query does, as operations on rows, from the innermost outwards.
public indirect enum LogicalPlan: Sendable {
    /// One row without columns.
    case unit
    /// The rows of the enclosing query; `row` numbers them.
    case argument([BoundVariable], row: BoundVariable?)
    /// A row for each way in which the pattern fits.
    case match(LogicalPlan, LogicalMatch)
    /// As `inner`, whose leaf is the input; a row that gives none passes with nulls.
    case optional(
        LogicalPlan, inner: LogicalPlan, introduced: [BoundVariable], row: BoundVariable)
    /// Of the rows of `inner`, whose leaf is the input, the shortest paths for each row and pair of
    /// ends.
    case select(LogicalPlan, inner: LogicalPlan, LogicalSelection)
    /// The rows for which all conditions are true.
    case filter(LogicalPlan, [BoundExpression])
    /// Each row with further columns.
    case extend(LogicalPlan, [BoundProjection.Item])
    /// Only these columns, in this order.
    case keep(LogicalPlan, [BoundVariable])
    /// One row for each group.
    case aggregate(LogicalPlan, BoundProjection.Grouping)
    /// Each row once.
    case distinct(LogicalPlan)
    /// In order; with a limit only the first rows.
    case sort(LogicalPlan, [BoundProjection.SortItem], limit: BoundExpression?)
    /// A part of the rows.
    case slice(LogicalPlan, skip: BoundExpression?, limit: BoundExpression?)
    /// A row for each element of a list.
    case unwind(LogicalPlan, BoundExpression, BoundVariable, index: BoundUnwindIndex?)
    /// Each row with columns of the enclosing query's row; `places` tells which those are there.
    case recall(LogicalPlan, [BoundVariable], places: [Int])
    /// Runs a query for each row.
    case subquery(LogicalPlan, LogicalSubquery)
    /// The rows of all parts, whose columns stand in the same order.
    case union([LogicalPlan], columns: [BoundVariable])
    /// A row for each row of a procedure.
    case call(LogicalPlan, BoundCall)
    /// Makes the pattern for each row.
    case create(LogicalPlan, BoundPattern)
    /// Finds the pattern for each row, or makes it.
    case merge(LogicalPlan, LogicalMerge)
    case set(LogicalPlan, [BoundSetItem])
    case remove(LogicalPlan, [BoundRemoveItem])
    case delete(LogicalPlan, isDetaching: Bool, [BoundExpression])
}

/// A query that is run for each row of the enclosing one.
public struct LogicalSubquery: Sendable {
    public enum Kind: Sendable {
        /// A row for each of its rows; where it gives none and is optional, one with nulls.
        case rows(isOptional: Bool)
        /// Each row passes once, whatever it gives.
        case unit
    }

    public var kind: Kind
    /// Its leaf is one row with the imports.
    public var inner: LogicalPlan
    public var imports: [BoundVariable]
    /// The columns that it adds.
    public var introduced: [BoundVariable]
    public var isWriting: Bool
    /// For `EXPLAIN`.
    public var title: String
    public var detail: String
}

/// Which paths of a match are taken.
public struct LogicalSelection: Sendable {
    public var path: BoundPath
    public var selection: BoundPath.Selection
    public var introduced: [BoundVariable]
    /// Tells the input's rows apart.
    public var row: BoundVariable
}

/// `MERGE`: the plan that finds, the pattern to make, and what to set in either case.
public struct LogicalMerge: Sendable {
    public var search: LogicalPlan
    public var pattern: BoundPattern
    public var onCreate: [BoundSetItem]
    public var onMatch: [BoundSetItem]
}

/// A `MATCH`: steps that each bind a part of the pattern, in the order in which they are done.
public struct LogicalMatch: Sendable {
    public var pattern: BoundPattern
    public var steps: [MatchStep]
    /// Conditions that no step has taken over.
    public var conditions: [BoundExpression]
}

/// One step of a match.
public struct MatchStep: Sendable {
    public enum Kind: Sendable {
        /// Nodes for a variable.
        case scan(BoundVariable, NodeSource)
        /// From a bound node along a relationship; against the pattern's direction if reversed.
        case expand(
            from: BoundVariable, BoundRelationshipPattern, to: BoundVariable, isReversed: Bool)
        /// As expand, but only the shortest paths between two nodes.
        case search(
            from: BoundVariable, BoundRelationshipPattern, to: BoundVariable, isReversed: Bool,
            BoundPath.Selection)
        /// The ends of a relationship that is bound already.
        case ends(BoundRelationshipPattern, from: BoundVariable, to: BoundVariable)
        /// The shortest paths between two bound nodes.
        case shortest(BoundPath)
        /// Puts a named path together.
        case path(BoundVariable, BoundPath)
    }

    /// Where the nodes of a scan come from.
    public enum NodeSource: Sendable {
        case all
        case label(String)
        /// Nodes that have one of these.
        case labels([String])
        /// Nodes with a property of a value that the row gives.
        case property(label: String?, key: String, BoundExpression)
    }

    public var kind: Kind
    /// Conditions to check as soon as the step is done.
    public var conditions: [BoundExpression] = []
    /// The columns that something needs later; nil where that is not known.
    public var live: Set<VariableID>?

    init(_ kind: Kind) { self.kind = kind }
}

extension MatchStep {
    /// The variables that it binds if they are not bound yet.
    var binds: [BoundVariable] {
        switch kind {
        case .scan(let variable, _): [variable]
        case .expand(_, let relationship, let to, _), .search(_, let relationship, let to, _, _):
            [relationship.variable] + (relationship.group?.exports.map(\.list) ?? []) + [to]
        case .ends(_, let from, let to): [from, to]
        case .shortest(let path):
            [path.relationships[0].variable] + [path.variable].compactMap(\.self)
        case .path(let variable, _): [variable]
        }
    }

    /// The variables that it reads.
    var reads: Set<VariableID> {
        switch kind {
        case .scan(_, .property(_, _, let value)): value.freeVariables
        case .scan: []
        case .expand(let from, let relationship, let to, _),
            .search(let from, let relationship, let to, _, _):
            relationship.hopVariables.union([from.id, to.id])
        case .ends(let relationship, let from, let to):
            [relationship.variable.id, from.id, to.id]
        case .shortest(let path):
            path.relationships[0].hopVariables.union(path.nodes.map(\.variable.id))
        case .path(_, let path):
            Set(path.nodes.map(\.variable.id) + path.relationships.map(\.variable.id))
        }
    }

    /// The pattern of the relationship that it binds or follows.
    var relationship: BoundRelationshipPattern? {
        switch kind {
        case .expand(_, let relationship, _, _), .ends(let relationship, _, _),
            .search(_, let relationship, _, _, _):
            relationship
        case .scan, .shortest, .path: nil
        }
    }
}

extension BoundRelationshipPattern {
    /// What the conditions on each relationship of a variable length read.
    var hopVariables: Set<VariableID> {
        if let group { return group.freeVariables }
        return length == nil
            ? [] : properties.entries.reduce(into: []) { $0.formUnion($1.value.freeVariables) }
    }

    /// Whether no relationship can be of both patterns' types.
    func isDisjoint(from other: BoundRelationshipPattern) -> Bool {
        guard case .names(let names) = types, case .names(let others) = other.types
        else { return false }
        return Set(names).isDisjoint(with: others)
    }
}

extension LogicalMatch {
    /// The relationships, met before a step, that must not be met by it again.
    func relationships(distinctFromStep index: Int) -> [BoundVariable] {
        guard let relationship = steps[index].relationship, !pattern.repeatsElements
        else { return [] }
        return steps[..<index].compactMap(\.relationship).filter {
            !$0.isDisjoint(from: relationship) && $0.variable != relationship.variable
        }.map(\.variable)
    }
}
