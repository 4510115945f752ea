import GraphModel
import QueryPlanning

extension BatchEvaluator {
    func slice(
        _ base: PhysicalExpression, _ from: PhysicalExpression?, _ to: PhysicalExpression?,
        _ row: Int
    ) throws(ExecutionError) -> Value {
        let list = try value(base, row)
        let low = try from.map { (e) throws(ExecutionError) in try value(e, row) } ?? .integer(0)
        let high = try to.map { (e) throws(ExecutionError) in try value(e, row) }
        guard list != .null, low != .null, high != .null else { return .null }
        guard case .list(let items) = list else { throw .notSliceable(list) }
        let start = try bound(low, items.count)
        let end = try bound(high ?? .integer(Int64(items.count)), items.count)
        return .list(start < end ? Array(items[start..<end]) : [])
    }

    /// A place in a list; negative ones count from its end.
    private func bound(_ value: Value, _ count: Int) throws(ExecutionError) -> Int {
        guard case .integer(let index) = value else { throw .notIndex(value) }
        let place = index < 0 ? index.addingReportingOverflow(Int64(count)).partialValue : index
        return Int(min(max(place, 0), Int64(count)))
    }

    private func items(
        _ comprehension: PhysicalComprehension, _ row: Int
    ) throws(ExecutionError) -> [Value]? {
        let list = try value(comprehension.list, row)
        switch list {
        case .null: return nil
        case .list(let items): return items
        default: throw .notSliceable(list)
        }
    }

    func comprehend(
        _ comprehension: PhysicalComprehension, _ row: Int
    ) throws(ExecutionError) -> Value {
        guard let items = try items(comprehension, row) else { return .null }
        var result: [Value] = []
        let share = MemoryShare(context)
        for (index, item) in items.enumerated() {
            try context.checkCancellation(at: index)
            locals.append(item)
            defer { locals.removeLast() }
            if let condition = comprehension.condition, try !isTrue(condition, row) { continue }
            guard let expression = comprehension.result else {
                result.append(item)
                continue
            }
            let made = try value(expression, row)
            try share.hold(made.footprint)
            result.append(made)
        }
        return .list(result)
    }

    func quantify(
        _ kind: PhysicalQuantifierKind, _ comprehension: PhysicalComprehension, _ row: Int
    ) throws(ExecutionError) -> Value {
        guard let items = try items(comprehension, row) else { return .null }
        var counts = (yes: 0, no: 0, unknown: 0)
        for (index, item) in items.enumerated() {
            try context.checkCancellation(at: index)
            locals.append(item)
            defer { locals.removeLast() }
            let met =
                try comprehension.condition.map {
                    (condition) throws(ExecutionError) in
                    try ternary(value(condition, row), kind.rawValue)
                } ?? true
            switch met {
            case true?: counts.yes += 1
            case false?: counts.no += 1
            case nil: counts.unknown += 1
            }
        }
        let isOpen = counts.unknown > 0
        switch kind {
        case .all: return counts.no > 0 ? .boolean(false) : isOpen ? .null : .boolean(true)
        case .any: return counts.yes > 0 ? .boolean(true) : isOpen ? .null : .boolean(false)
        case .none: return counts.yes > 0 ? .boolean(false) : isOpen ? .null : .boolean(true)
        case .single:
            if counts.yes > 1 { return .boolean(false) }
            return isOpen ? .null : .boolean(counts.yes == 1)
        }
    }
}

extension ExecutionContext {
    /// `base[index]`: of a list by place, of a map, node or relationship by key.
    func element(of base: Value, at index: Value) throws(ExecutionError) -> Value {
        switch (base, index) {
        case (.null, _), (_, .null): return .null
        case (.list(let items), .integer(let index)):
            let place =
                index < 0 ? Int64(items.count).addingReportingOverflow(index).partialValue : index
            return place >= 0 && place < items.count ? items[Int(place)] : .null
        case (.list, _): throw .notIndex(index)
        case (.map(let entries), .string(let key)): return entries[key] ?? .null
        case (.node, .string(let key)), (.relationship, .string(let key)):
            return try property(key, of: base)
        case (.map, _), (.node, _), (.relationship, _): throw .notKey(index)
        default: throw .notSliceable(base)
        }
    }
}

// MARK: - Wording

extension ExecutionError {
    fileprivate static func notSliceable(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "a list is expected here, and this is \(value.kindName)")
    }

    fileprivate static func notIndex(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "InvalidArgumentType",
            message: "a place in a list is an integer, and this is \(value.kindName)")
    }

    fileprivate static func notKey(_ value: Value) -> ExecutionError {
        ExecutionError(
            kind: .typeError, detail: "MapElementAccessByNonString",
            message: "a key is a string, and this is \(value.kindName)")
    }
}
