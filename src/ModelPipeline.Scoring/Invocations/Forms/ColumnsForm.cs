using System.Globalization;
using System.Text.Json;
using ModelPipeline.Scoring.Invocations.Rows;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary><c>inputs</c> with named columns: <c>{"a": [1, 3], "b": [2, 4]}</c>.</summary>
internal static class ColumnsForm
{
    /// <summary>Reads the object that the reader stands on.</summary>
    public static void Read(ref Utf8JsonReader json, RowBatch batch)
    {
        var map = new ColumnMap(batch);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var position = map.Add(Utf8Text.Name(ref json));
            if (position == Utf8Index.None)
                json.Skip();
            else
                ReadColumn(ref json, batch.Enter(position), batch);
            batch.Leave();
        }

        map.End();
        CheckLengths(batch);
        batch.EndColumns();
    }

    private static void ReadColumn(ref Utf8JsonReader json, ColumnBuffer column, RowBatch batch)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            batch.Faults.Add(null, column.Input.Name, "is no list of values");
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            batch.CheckRoom(column.Count);
            column.Add(ref json);
        }
    }

    private static void CheckLengths(RowBatch batch)
    {
        var rows = batch.Columns.IsEmpty ? 0 : batch.Columns[0].Count;
        foreach (var column in batch.Columns)
        {
            if (column.Count != rows)
                batch.Faults.Add(null, column.Input.Name, string.Create(CultureInfo.InvariantCulture, $"has {column.Count} values, the first column has {rows}"));
        }
    }
}
