import GraphModel

/// The aggregate functions. All pass over nulls; their arguments are one value, but for the
/// percentiles, which take the percentile as the second.
enum AggregateFunctions {
    static let all: [AggregateFunction] = [
        AggregateFunction("count", 1...1) { Count() },
        AggregateFunction("collect", 1...1) { Collect() },
        AggregateFunction("min", 1...1) { Extreme(sign: -1) },
        AggregateFunction("max", 1...1) { Extreme(sign: 1) },
        AggregateFunction("sum", 1...1) { Sum() },
        AggregateFunction("avg", 1...1) { Average() },
        AggregateFunction("stDev", 1...1) { Deviation(name: "stDev", isSample: true) },
        AggregateFunction("stDevP", 1...1) { Deviation(name: "stDevP", isSample: false) },
        AggregateFunction("percentileCont", 2...2) { Percentile(isContinuous: true) },
        AggregateFunction("percentileDisc", 2...2) { Percentile(isContinuous: false) },
    ]
}

private struct Count: Accumulator {
    var count: Int64 = 0

    mutating func add(_ values: [Value]) throws(EvaluationError) {
        if values[0] != .null { count += 1 }
    }

    func result() throws(EvaluationError) -> Value { .integer(count) }
}

private struct Collect: Accumulator {
    var items: [Value] = []

    mutating func add(_ values: [Value]) throws(EvaluationError) {
        if values[0] != .null { items.append(values[0]) }
    }

    func result() throws(EvaluationError) -> Value { .list(items) }
}

/// The first or last value in the order of ORDER BY.
private struct Extreme: Accumulator {
    let sign: Int
    var best = Value.null

    mutating func add(_ values: [Value]) throws(EvaluationError) {
        guard values[0] != .null else { return }
        if best == .null || ValueComparison.order(values[0], best) == sign { best = values[0] }
    }

    func result() throws(EvaluationError) -> Value { best }
}

/// Of integers an integer, of durations a duration, and of none 0.
private struct Sum: Accumulator {
    var sum: Value?

    mutating func add(_ values: [Value]) throws(EvaluationError) {
        guard values[0] != .null else { return }
        if case .duration = values[0] {
        } else {
            _ = try Arguments.number(values[0], of: "sum")
        }
        sum =
            try sum.map { (sum) throws(EvaluationError) in
                try ValueArithmetic.apply(.add, sum, values[0])
            } ?? values[0]
    }

    func result() throws(EvaluationError) -> Value { sum ?? .integer(0) }
}

/// Kept as a mean, not as a sum, so that no number of values overflows.
private struct Average: Accumulator {
    var count = 0.0
    var mean = 0.0
    /// Nil while only numbers came.
    var durations: Value?

    mutating func add(_ values: [Value]) throws(EvaluationError) {
        guard values[0] != .null else { return }
        if case .duration = values[0], count == 0 || durations != nil {
            count += 1
            durations = try ValueArithmetic.apply(.add, durations ?? .duration(.zero), values[0])
            return
        }
        if durations != nil {
            throw .argument(values[0], of: "avg", expecting: "durations alone beside a duration")
        }
        let number = try Arguments.number(values[0], of: "avg")
        count += 1
        mean += number.isInfinite || mean.isInfinite ? number : (number - mean) / count
    }

    func result() throws(EvaluationError) -> Value {
        if let durations { return try ValueArithmetic.apply(.divide, durations, .float(count)) }
        return count == 0 ? .null : .float(mean)
    }
}

/// The standard deviation by Welford's method, which loses no digits where the values are large
/// and near each other.
private struct Deviation: Accumulator {
    let name: String
    /// Of a sample: divided by one less than the number of values.
    let isSample: Bool
    var count = 0.0
    var mean = 0.0
    var squares = 0.0

    mutating func add(_ values: [Value]) throws(EvaluationError) {
        guard values[0] != .null else { return }
        let number = try Arguments.number(values[0], of: name)
        count += 1
        let before = number - mean
        mean += before / count
        squares += before * (number - mean)
    }

    func result() throws(EvaluationError) -> Value {
        let divisor = isSample ? count - 1 : count
        return .float(divisor > 0 ? (squares / divisor).squareRoot() : 0)
    }
}

private struct Percentile: Accumulator {
    /// Whether the result may lie between two values.
    let isContinuous: Bool
    var percentile: Double?
    var numbers: [Value] = []

    var name: String { isContinuous ? "percentileCont" : "percentileDisc" }

    mutating func add(_ values: [Value]) throws(EvaluationError) {
        if percentile == nil {
            let given = try Arguments.number(values[1], of: name)
            guard given >= 0, given <= 1 else { throw .percentile(given, of: name) }
            percentile = given
        }
        guard values[0] != .null else { return }
        _ = try Arguments.number(values[0], of: name)
        numbers.append(values[0])
    }

    func result() throws(EvaluationError) -> Value {
        guard let percentile, !numbers.isEmpty else { return .null }
        let sorted = numbers.sorted { ValueComparison.order($0, $1) < 0 }
        guard isContinuous else {
            let place = (percentile * Double(sorted.count)).rounded(.up)
            return sorted[max(Int(place) - 1, 0)]
        }
        let place = percentile * Double(sorted.count - 1)
        let below = Int(place)
        let low = try Arguments.number(sorted[below], of: name)
        let high = try Arguments.number(sorted[min(below + 1, sorted.count - 1)], of: name)
        let share = place - Double(below)
        return .float(share == 0 ? low : low + (high - low) * share)
    }
}

// MARK: - Wording

extension EvaluationError {
    fileprivate static func percentile(_ given: Double, of function: String) -> EvaluationError {
        EvaluationError(
            kind: .argumentError, detail: "NumberOutOfRange",
            message: "\(function)() takes a percentile from 0.0 to 1.0, not \(given)")
    }
}
