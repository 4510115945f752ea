import GraphExport
import GraphModel
import QueryExecution
import QueryPlanning

/// A procedure that a program hands over as a table, in JSON: `{"name": "…", "inputs": [{"name",
/// "type"}], "outputs": [{"name", "type"}], "rows": [[…]]}`. A row holds the inputs' values, then
/// the outputs'.
public enum ProcedureTable {
    public struct Fault: Error, Hashable, Sendable {
        public var message: String
    }

    public static func procedure(_ json: Json) throws(Fault) -> Procedure {
        guard let name = json["name"]?.string else {
            throw Fault(message: "a procedure has a string 'name'")
        }
        let inputs = try fields(json["inputs"], "inputs")
        let outputs = try fields(json["outputs"], "outputs")
        guard case .array(let rows)? = json["rows"] else {
            throw Fault(message: "a procedure has an array 'rows'")
        }
        var table: [[Value]] = []
        for row in rows {
            guard case .array(let cells) = row, cells.count == inputs.count + outputs.count else {
                throw Fault(
                    message: "a row of '\(name)' holds \(inputs.count + outputs.count) values")
            }
            var values: [Value] = []
            for cell in cells {
                do throws(JsonValues.Fault) { values.append(try JsonValues.value(of: cell)) } catch
                {
                    throw Fault(message: error.message)
                }
            }
            table.append(values)
        }
        return Procedure(
            CallSignature(name: name, inputs: inputs, outputs: outputs), table: table)
    }

    private static func fields(
        _ json: Json?, _ member: String
    ) throws(Fault) -> [CallSignature.Field] {
        guard case .array(let items)? = json else {
            throw Fault(message: "a procedure has an array '\(member)'")
        }
        var fields: [CallSignature.Field] = []
        for item in items {
            guard let name = item["name"]?.string, let type = item["type"]?.string else {
                throw Fault(message: "each of '\(member)' has a 'name' and a 'type'")
            }
            fields.append(CallSignature.Field(name: name, type: type))
        }
        return fields
    }
}
