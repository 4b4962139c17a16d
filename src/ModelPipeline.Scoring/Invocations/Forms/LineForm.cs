using System.Text.Json;
using System.Text.Unicode;
using ModelPipeline.Scoring.Invocations.Rows;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>A line of NDJSON: a record. A blank line is passed over.</summary>
internal static class LineForm
{
    /// <summary>Reads a line. Whatever is wrong with it is reported.</summary>
    public static void Read(ReadOnlySpan<byte> line, RowBatch batch)
    {
        if (line.TrimEnd(" \t\r"u8).IsEmpty)
            return;
        var row = batch.Row;
        if (!Utf8.IsValid(line))
        {
            batch.Faults.Add(row, null, "is not UTF-8");
            return;
        }

        var json = new Utf8JsonReader(line);
        try
        {
            json.Read();
            RecordsForm.ReadRecord(ref json, batch);
            json.Read();
        }
        catch (JsonException fault)
        {
            batch.Faults.Add(row, batch.Current?.Input.Name, "is no sound JSON: " + JsonFault.Describe(fault, line[(int)json.BytesConsumed..]));
        }
        catch (RefusedException refused)
        {
            batch.Faults.Add(row, null, refused.Message);
        }
    }
}
