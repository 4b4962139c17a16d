using System.Globalization;
using System.Text.Json;
using ModelPipeline.Scoring.Invocations.Rows;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary><c>dataframe_split</c>: <c>{"columns": ["a", "b"], "data": [[1, 2], [3, 4]]}</c>, with an <c>index</c> that is passed over.</summary>
internal static class SplitForm
{
    public static void Read(ref Utf8JsonReader json, RowBatch batch)
    {
        ColumnMap? map = null;
        var early = default(Utf8JsonReader);
        var (hasData, isRead) = (false, false);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (Utf8Text.NameIs(ref json, "columns"u8))
            {
                map = map is null ? ReadColumns(ref json, batch) : throw Twice("columns");
            }
            else if (Utf8Text.NameIs(ref json, "data"u8))
            {
                if (hasData)
                    throw Twice("data");
                hasData = true;
                early = json;
                isRead = map is not null;
                if (map is not null)
                    ReadData(ref json, map, batch);
                else
                    json.Skip();
            }
            else if (Utf8Text.NameIs(ref json, "index"u8))
            {
                json.Skip();
            }
            else
            {
                throw new RefusedException($"'dataframe_split' has 'columns', 'data' and perhaps 'index', not {Utf8Text.Quoted(Utf8Text.Name(ref json))}.");
            }
        }

        if (map is null || !hasData)
            throw new RefusedException($"'dataframe_split' has no '{(map is null ? "columns" : "data")}'.");
        if (!isRead)
            ReadData(ref early, map, batch);
    }

    private static ColumnMap ReadColumns(ref Utf8JsonReader json, RowBatch batch)
    {
        const string Expected = "'columns' of 'dataframe_split' must be a list of names.";
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
            throw new RefusedException(Expected);
        var map = new ColumnMap(batch);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.String)
                throw new RefusedException(Expected);
            map.Add(Utf8Text.Name(ref json));
        }

        map.End();
        return map;
    }

    private static void ReadData(ref Utf8JsonReader json, ColumnMap map, RowBatch batch)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
            throw new RefusedException("'data' of 'dataframe_split' must be a list of rows.");
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            batch.CheckRoom(batch.Rows);
            if (json.TokenType == JsonTokenType.StartArray)
            {
                ReadRow(ref json, map, batch);
            }
            else
            {
                json.Skip();
                batch.EndBrokenRow("is no list of values");
            }
        }
    }

    private static void ReadRow(ref Utf8JsonReader json, ColumnMap map, RowBatch batch)
    {
        var values = 0;
        Enter(0);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (values < map.Count && map[values] != Utf8Index.None)
                batch.Columns[map[values]].Add(ref json);
            else
                json.Skip();
            values++;
            Enter(values);
        }

        if (values == map.Count)
            batch.EndRow();
        else
            batch.EndBrokenRow(string.Create(CultureInfo.InvariantCulture, $"has {values} values, there are {map.Count} columns"));

        void Enter(int column)
        {
            if (column < map.Count && map[column] != Utf8Index.None)
                batch.Enter(map[column]);
            else
                batch.Leave();
        }
    }

    private static RefusedException Twice(string key) => new($"'dataframe_split' has '{key}' twice.");
}
