using System.Text.Json.Nodes;
using ModelPipeline.Data;

namespace ModelPipeline.Scoring.Tests.Invocations;

/// <summary>Rows in every form that the service takes.</summary>
internal static class Bodies
{
    public static readonly string[] Forms = ["dataframe_split", "dataframe_records", "inputs", "inputs as records", "text/csv", "application/x-ndjson"];

    public static string ContentTypeOf(string form) => form.Contains('/') ? form : "application/json";

    public static string Of(Table rows, string form) => form switch
    {
        "dataframe_split" => Object(form, new JsonObject
        {
            ["columns"] = List(rows.Columns, column => column.Name),
            ["index"] = List(Rows(rows), row => row),
            ["data"] = List(Rows(rows), row => List(rows.Columns, column => Value(column, row))),
        }),
        "dataframe_records" => Object(form, List(Rows(rows), row => Record(rows, row))),
        "inputs" => Object(form, new JsonObject(rows.Columns.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)List(Rows(rows), row => Value(column, row)))))),
        "inputs as records" => Object("inputs", List(Rows(rows), row => Record(rows, row))),
        "text/csv" => string.Concat(new[] { rows.Columns.Select(column => column.Name) }
            .Concat(Rows(rows).Select(row => rows.Columns.Select(column => column.Text(row))))
            .Select(fields => string.Join(',', fields.Select(field => $"\"{field.Replace("\"", "\"\"")}\"")) + "\n")),
        _ => string.Concat(Rows(rows).Select(row => Record(rows, row).ToJsonString() + "\n")),
    };

    private static IEnumerable<int> Rows(Table rows) => Enumerable.Range(0, rows.Rows);

    private static string Object(string name, JsonNode value) => new JsonObject { [name] = value }.ToJsonString();

    private static JsonObject Record(Table rows, int row) => new(rows.Columns.Select(column => KeyValuePair.Create(column.Name, Value(column, row))));

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];

    private static JsonNode? Value(Column column, int row) => column switch
    {
        _ when column.IsMissing(row) => null,
        NumericColumn numbers => numbers.Values[row],
        _ => column.Text(row),
    };
}
