import Diagnostics
import GraphModel
import QuerySyntax

/// Values as a user writes them for parameters: `1`, `-0.5`, `true`, `'text'`, `[1, 2]`, `{a: 1}`,
/// `date('2015-07-21')`.
public enum LiteralReader {
    /// The value of a literal, nil where the text is none.
    public static func value(of text: String) -> Value? {
        let source = SourceText(name: "value", "RETURN " + text)
        let (statements, diagnostics) = Parser.parse(source)
        guard diagnostics.isEmpty, statements.count == 1, statements[0].query.unions.isEmpty,
            statements[0].query.clauses.count == 1,
            case .returning(let projection) = statements[0].query.clauses[0].kind,
            projection.items.count == 1, projection.items[0].alias == nil,
            !projection.includesAll, !projection.isDistinct, projection.order.isEmpty,
            projection.skip == nil, projection.limit == nil
        else { return nil }
        return value(of: projection.items[0].expression)
    }

    /// A literal, or, where the text is none, the text itself: so that `name=Kaja Kallas` needs no
    /// quotes.
    public static func valueOrText(_ text: String) -> Value { value(of: text) ?? .string(text) }

    private static func value(of expression: ExpressionSyntax) -> Value? {
        switch expression {
        case .literal(let literal, _): return value(of: literal)
        case .unary(.minus, let operand, _):
            switch value(of: operand) {
            case .integer(let number)? where number != .min: return .integer(-number)
            case .float(let number)?: return .float(-number)
            default: return nil
            }
        case .list(let items, _):
            let values = items.compactMap(value)
            return values.count == items.count ? .list(values) : nil
        case .map(let entries, _):
            var map: [String: Value] = [:]
            for entry in entries {
                guard let value = value(of: entry.value) else { return nil }
                map[entry.key.text] = value
            }
            return .map(map)
        case .call(let call):
            guard call.arguments.count == 1,
                case .literal(.string(let text), _) = call.arguments[0]
            else { return nil }
            return temporal(call.name.text.lowercased(), text)
        default: return nil
        }
    }

    /// A zone without an offset would need the time zone database: such a datetime is none here.
    private static func temporal(_ function: String, _ text: String) -> Value? {
        switch function {
        case "date": CalendarDate(text).map(Value.date)
        case "localtime": LocalTime(text).map(Value.localTime)
        case "time": OffsetTime(text).map(Value.time)
        case "localdatetime": LocalDateTime(text).map(Value.localDateTime)
        case "datetime": ZonedDateTime(text).map(Value.dateTime)
        case "duration": CalendarDuration(text).map(Value.duration)
        default: nil
        }
    }

    private static func value(of literal: LiteralSyntax) -> Value {
        switch literal {
        case .null: .null
        case .boolean(let boolean): .boolean(boolean)
        case .integer(let number): .integer(number)
        case .float(let number): .float(number)
        case .string(let text): .string(text)
        }
    }
}
