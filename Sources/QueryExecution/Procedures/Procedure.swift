import GraphModel
import QueryPlanning

/// A procedure: its signature, and the rows it gives for arguments.
public struct Procedure: Sendable {
    public typealias Run = @Sendable ([Value], any GraphReading) throws -> [[Value]]

    public let signature: CallSignature
    let run: Run

    public init(_ signature: CallSignature, run: @escaping Run) {
        self.signature = signature
        self.run = run
    }

    /// A procedure that is a table: rows of the inputs' values followed by the outputs'.
    public init(_ signature: CallSignature, table: [[Value]]) {
        let inputCount = signature.inputs.count
        self.init(signature) { arguments, _ in
            table.filter { row in
                zip(row, arguments).allSatisfy { ValueComparison.order($0, $1) == 0 }
            }.map { Array($0.dropFirst(inputCount)) }
        }
    }

    /// Those that tell the schema.
    public static let builtIn: [Procedure] = [
        names("db.labels", "label") { $0.labels },
        names("db.relationshipTypes", "relationshipType") { $0.relationshipTypes },
        names("db.propertyKeys", "propertyKey") { $0.propertyKeys },
    ]

    private static func names(
        _ name: String, _ output: String,
        _ list: @escaping @Sendable (any GraphReading) -> [String]
    ) -> Procedure {
        Procedure(
            CallSignature(
                name: name, inputs: [], outputs: [.init(name: output, type: "STRING")])
        ) { _, graph in list(graph).map { [.string($0)] } }
    }
}
