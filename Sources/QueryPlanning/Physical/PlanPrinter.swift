/// Writes a plan as a tree for people, the last operator on top.
public enum PlanPrinter {
    /// - Parameter rows: how many rows each operator gave, by its id, where the plan was run.
    public static func text(of plan: PhysicalPlan, rows: [Int: Int]? = nil) -> String {
        var lines: [String] = []
        write(plan, depth: 0, rows, into: &lines)
        return lines.joined(separator: "\n")
    }

    private static func write(
        _ plan: PhysicalPlan, depth: Int, _ rows: [Int: Int]?, into lines: inout [String]
    ) {
        var line = String(repeating: "  ", count: depth) + plan.title
        if !plan.detail.isEmpty { line += "  " + plan.detail }
        if let rows { line += "  [rows: \(rows[plan.id] ?? 0)]" }
        lines.append(line)
        // A chain of inputs stays at one depth, to be read from below upwards; what runs beside it
        // is indented.
        for (index, input) in plan.inputs.enumerated().reversed() {
            write(input, depth: depth + (index > 0 ? 1 : 0), rows, into: &lines)
        }
    }
}

extension PhysicalPlan {
    /// The plans whose rows it takes, the main input first.
    public var inputs: [PhysicalPlan] {
        switch operation {
        case .unit, .argument: []
        case .scan(let input, _), .expand(let input, _), .ends(let input, _),
            .shortest(let input, _), .path(let input, _, _, _), .filter(let input, _),
            .extend(let input, _), .keep(let input, _), .aggregate(let input, _, _),
            .distinct(let input), .sort(let input, _, _), .slice(let input, _, _),
            .unwind(let input, _, _), .recall(let input, _), .call(let input, _),
            .create(let input, _),
            .set(let input, _), .delete(let input, _, _):
            [input]
        case .optional(let input, let inner, _, _), .repeat(let input, let inner, _),
            .select(let input, let inner, _):
            [input, inner]
        case .union(let parts): parts
        case .merge(let input, let merge): [input, merge.search]
        case .subquery(let input, let inner, _): [input, inner]
        }
    }
}
