using System.Buffers;
using System.Text.Json;
using ModelPipeline.Data;

namespace ModelPipeline.Serving;

/// <summary>Rows as the scoring service takes them: JSON in MLflow's form <c>dataframe_split</c>.</summary>
internal static class InvocationBody
{
    /// <summary>The UTF-8 bytes of a request's body; a missing value is <c>null</c>.</summary>
    /// <param name="rows">Columns of numbers and categories.</param>
    public static byte[] Of(Table rows)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("dataframe_split");
            json.WriteStartArray("columns");
            foreach (var column in rows.Columns)
                json.WriteStringValue(column.Name);
            json.WriteEndArray();
            json.WriteStartArray("data");
            for (var row = 0; row < rows.Rows; row++)
                WriteRow(json, rows, row);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteRow(Utf8JsonWriter json, Table rows, int row)
    {
        json.WriteStartArray();
        foreach (var column in rows.Columns)
        {
            if (column.IsMissing(row))
                json.WriteNullValue();
            else if (column is NumericColumn numbers)
                json.WriteNumberValue(numbers.Values[row]);
            else
                json.WriteStringValue(column.Text(row));
        }

        json.WriteEndArray();
    }
}
