/// What a `CALL` must know of a procedure: its inputs and outputs by name.
public struct ProcedureSignature: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        public var name: String
        /// As declared: `INTEGER?`, `STRING?`.
        public var type: String

        public init(name: String, type: String) {
            self.name = name
            self.type = type
        }
    }

    public var name: String
    public var inputs: [Field]
    public var outputs: [Field]

    public init(name: String, inputs: [Field], outputs: [Field]) {
        self.name = name
        self.inputs = inputs
        self.outputs = outputs
    }
}

extension ProcedureSignature.Field {
    /// Whether a value of the static type can be given for the field.
    func accepts(_ type: StaticType) -> Bool {
        let declared = self.type.filter { $0 != "?" }.uppercased()
        switch (declared, type) {
        case (_, .any), (_, .null), ("ANY", _): return true
        case ("INTEGER", .integer), ("STRING", .string), ("BOOLEAN", .boolean), ("MAP", .map),
            ("NODE", .node), ("RELATIONSHIP", .relationship), ("PATH", .path):
            return true
        case ("FLOAT", .integer), ("FLOAT", .float), ("NUMBER", .integer), ("NUMBER", .float):
            return true
        default: return declared.hasPrefix("LIST") && type.isList
        }
    }
}

extension StaticType {
    /// Whether it is a list of whatever.
    var isList: Bool { if case .list = self { true } else { false } }
}
