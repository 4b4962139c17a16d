using System.Buffers;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Scoring.Probes;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.RequestLogs;

/// <summary>Writes scored rows as the lines of the request log.</summary>
internal sealed class RequestLogLines(ServiceVersion version)
{
    /// <summary>Adds a row as a line.</summary>
    public void Write(IBufferWriter<byte> output, DateTimeOffset time, Table rows, Scores scores, int row)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("time", time.UtcDateTime);
            json.WriteString("model", version.Model);
            json.WriteString("modelVersion", version.ModelVersion);
            json.WriteString("digest", version.Digest.ToString());
            json.WriteStartObject("inputs");
            foreach (var column in rows.Columns)
                WriteInput(json, column, row);
            json.WriteEndObject();
            json.WriteStartObject("outputs");
            for (var index = 0; index < scores.Outputs.Count; index++)
                WriteNumber(json, scores.Outputs[index], scores.Row(row)[index]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>How many characters of text a row has, as it was sent: what a line may be long by.</summary>
    public static long TextLength(Table rows, int row) =>
        rows.Columns.Sum(column => column is CategoricalColumn or TextColumn ? (long)column.Text(row).Length : 0);

    private static void WriteInput(Utf8JsonWriter json, Column column, int row)
    {
        if (column.IsMissing(row))
            json.WriteNull(column.Name);
        else if (column is NumericColumn numbers)
            WriteNumber(json, column.Name, numbers.Values[row]);
        else
            json.WriteString(column.Name, column.Text(row));
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
