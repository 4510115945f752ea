/// Functions of SQL and of other dialects, and what does the same here.
enum ForeignFunctions {
    static func help(for name: String) -> String? {
        let name = name.lowercased()
        if name.hasPrefix("apoc.") { return "functions of APOC are not known" }
        return table[name]
    }

    private static let table: [String: String] = [
        "len": "use size() for texts and lists, length() for paths",
        "strlen": "use size()", "count_distinct": "use count(DISTINCT x)",
        "substr": "use substring(), which counts from 0", "mid": "use substring(), from 0",
        "instr": "use CONTAINS", "charindex": "use CONTAINS", "position": "use CONTAINS",
        "contains": "it is an operator: a CONTAINS b",
        "startswith": "it is an operator: a STARTS WITH b",
        "starts_with": "it is an operator: a STARTS WITH b",
        "endswith": "it is an operator: a ENDS WITH b",
        "concat": "texts and lists are joined by +", "concat_ws": "texts are joined by +",
        "ucase": "use toUpper()", "lcase": "use toLower()",
        "now": "use datetime(), date() or localtime()", "getdate": "use date() or datetime()",
        "current_date": "use date()", "current_timestamp": "use datetime()",
        "curdate": "use date()", "today": "use date()", "to_date": "use date()",
        "year": "use date(x).year", "month": "use date(x).month", "day": "use date(x).day",
        "datediff": "use duration.inDays(a, b)", "extract": "use x.year, x.month and so on",
        "date_trunc": "use date.truncate('month', x)",
        "dateadd": "add a duration: x + duration('P1D')",
        "ifnull": "use coalesce()", "isnull": "use IS NULL, or coalesce()",
        "nvl": "use coalesce()", "iif": "use CASE WHEN … THEN … ELSE … END",
        "if": "use CASE WHEN … THEN … ELSE … END",
        "greatest": "use CASE, or max() over UNWIND [a, b]",
        "least": "use CASE, or min() over UNWIND [a, b]",
        "cast": "use toInteger(), toFloat(), toString() or date()",
        "convert": "use toInteger(), toFloat(), toString() or date()",
        "int": "use toInteger()", "str": "use toString()", "float": "use toFloat()",
        "mod": "use a % b", "pow": "use a ^ b", "power": "use a ^ b", "average": "use avg()",
        "mean": "use avg()", "median": "use percentileCont(x, 0.5)", "stddev": "use stDev()",
        "group_concat": "use collect()", "string_agg": "use collect()",
        "array_agg": "use collect()", "listagg": "use collect()",
        "array_length": "use size()", "degree": "use COUNT { (n)--() }",
        "filter": "use [x IN list WHERE condition]", "extractall": "use [x IN list | value]",
        "label": "use labels(n) of nodes, type(r) of relationships",
        "types": "use type(r)", "property": "write n.key",
    ]
}
