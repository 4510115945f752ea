/// All functions by name. What the binder checks of them stands in `FunctionSignatures`; `exists`
/// stands only there, since it is a test for null by the time a query runs.
public enum FunctionLibrary {
    /// Letter case is ignored.
    public static func scalar(named name: String) -> ScalarFunction? {
        scalars[name.lowercased()]
    }

    /// Letter case is ignored. `count(*)` is no function: the operator counts its rows.
    public static func aggregate(named name: String) -> AggregateFunction? {
        aggregates[name.lowercased()]
    }

    /// As they are spelt, in alphabetical order.
    public static let names: [String] =
        (scalars.values.map(\.name) + aggregates.values.map(\.name)).sorted()

    private static let scalars = Dictionary(
        uniqueKeysWithValues: [
            GeneralFunctions.all, NormalForms.all, ListFunctions.all, StringFunctions.all,
            MathematicalFunctions.all, ConversionFunctions.all, GraphFunctions.all,
            EvidenceFunctions.all, TemporalFunctions.all, DurationFunctions.all,
        ].joined().map { ($0.name.lowercased(), $0) })

    private static let aggregates = Dictionary(
        uniqueKeysWithValues: AggregateFunctions.all.map { ($0.name.lowercased(), $0) })
}
