using System.Text.Json;
using ModelPipeline.Scoring.Invocations.Rows;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary><c>dataframe_records</c>: <c>[{"a": 1, "b": 2}]</c>. A name that a record lacks is a missing value.</summary>
internal static class RecordsForm
{
    /// <summary>Reads the list that the reader stands on.</summary>
    public static void Read(ref Utf8JsonReader json, RowBatch batch)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            batch.CheckRoom(batch.Rows);
            ReadRecord(ref json, batch);
        }
    }

    /// <summary>Reads the record that the reader stands on.</summary>
    public static void ReadRecord(ref Utf8JsonReader json, RowBatch batch)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            batch.EndBrokenRow("is no object of names and values");
            return;
        }

        var likely = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var position = batch.Inputs.Find(Utf8Text.Name(ref json), likely);
            if (position == Utf8Index.None)
                PassOver(ref json, batch);
            else
                ReadValue(ref json, batch.Enter(position), batch);
            likely = position + 1;
        }

        batch.EndRow();
    }

    private static void ReadValue(ref Utf8JsonReader json, ColumnBuffer column, RowBatch batch)
    {
        json.Read();
        if (column.Count == batch.Rows)
        {
            column.Add(ref json);
            return;
        }

        batch.Faults.Add(batch.Row, column.Input.Name, RowBatch.Repeated);
        json.Skip();
    }

    private static void PassOver(ref Utf8JsonReader json, RowBatch batch)
    {
        batch.Leave();
        if (!batch.Inputs.IgnoresOthers)
            batch.Faults.AddUnknown(batch.Row, Utf8Text.Name(ref json));
        json.Skip();
    }
}
