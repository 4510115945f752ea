import Diagnostics
import GraphModel
import QueryPlanning

/// Evaluation whose faults tell where they arose. Apart from the walk over the expression, so that
/// the many levels of a deep one do not each need room for it on the stack.
extension BatchEvaluator {
    /// A link of a chain: what has one operand that may itself be a link.
    func link(_ expression: PhysicalExpression, _ row: Int) throws(ExecutionError) -> Value {
        switch expression {
        case .binary(let binary, let left, let right, let span):
            return try apply(binary, value(left, row), value(right, row), at: span)
        case .property(let base, let key, let span):
            return try property(key, of: value(base, row), at: span)
        default: return try rareLink(expression, row)
        }
    }

    @inline(never)
    private func rareLink(
        _ expression: PhysicalExpression, _ row: Int
    ) throws(ExecutionError) -> Value {
        switch expression {
        case .element(let base, let index, let span):
            return try element(of: value(base, row), at: value(index, row), at: span)
        case .slice(let base, let from, let to, let span):
            return try slice(base, from, to, row, at: span)
        case .hasLabels(let base, let labels): return try hasLabels(base, labels, row)
        case .unary(let unary, let operand, let span):
            return try apply(unary, value(operand, row), at: span)
        case .nullTest(let operand, let isNegated):
            return .boolean((try value(operand, row) == .null) != isNegated)
        case .typeTest(let operand, let type, let isNegated):
            return .boolean(type.holds(try value(operand, row)) != isNegated)
        default: return try value(expression, row)
        }
    }

    @inline(never)
    func apply(
        _ unary: PhysicalUnaryOperator, _ operand: Value, at span: SourceSpan
    ) throws(ExecutionError) -> Value {
        do throws(ExecutionError) { return try apply(unary, operand) } catch {
            throw error.placed(at: span)
        }
    }

    @inline(never)
    func apply(
        _ binary: PhysicalBinaryOperator, _ a: Value, _ b: Value, at span: SourceSpan
    ) throws(ExecutionError) -> Value {
        do throws(ExecutionError) { return try apply(binary, a, b) } catch {
            throw error.placed(at: span)
        }
    }

    @inline(never)
    func call(
        _ name: String, _ arguments: [Value], at span: SourceSpan
    ) throws(ExecutionError) -> Value {
        do throws(ExecutionError) { return try context.call(name, arguments) } catch {
            throw error.placed(at: span)
        }
    }

    @inline(never)
    func property(
        _ key: String, of value: Value, at span: SourceSpan
    ) throws(ExecutionError) -> Value {
        do throws(ExecutionError) { return try context.property(key, of: value) } catch {
            throw error.placed(at: span)
        }
    }

    @inline(never)
    func element(
        of base: Value, at index: Value, at span: SourceSpan
    ) throws(ExecutionError) -> Value {
        do throws(ExecutionError) { return try context.element(of: base, at: index) } catch {
            throw error.placed(at: span)
        }
    }

    @inline(never)
    func slice(
        _ base: PhysicalExpression, _ from: PhysicalExpression?, _ to: PhysicalExpression?,
        _ row: Int, at span: SourceSpan
    ) throws(ExecutionError) -> Value {
        do throws(ExecutionError) { return try slice(base, from, to, row) } catch {
            throw error.placed(at: span)
        }
    }
}
